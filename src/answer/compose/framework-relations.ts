import type { Framework } from '../../knowledge/schema.ts';
import { answered, citing, type Draft, draftOf, notFound, opened } from '../draft.ts';
import type { Given } from '../given.ts';
import { frameworkName } from '../names.ts';
import { doing, facts, frameworkLine, memberLines, mostSources, sourcesOf, toldFirst } from './framework-lines.ts';
import { plainLine } from './lines.ts';

/** Whether one of two stands above or below the other, as in "Is the SDC under the 2+2?"; or what does so of one. */
export function placed(
  side: 'above' | 'below',
  first: Framework,
  second: Framework | undefined,
  given: Given,
): Draft | undefined {
  if (second === undefined || !given.query.yesNo) return beside(side, first, given);
  const { say } = given;
  const [entry, over] = side === 'below' ? [first, second] : [second, first];
  if (entry.under === undefined && entry.parent === undefined)
    return notFound(plainLine(say.noneAbove(frameworkName(entry.id, given))), frameworkLine(entry, given));
  return opened(beside('above', entry, given), [entry.under, entry.parent].includes(over.id) ? say.yes : say.no);
}

/** At which levels they meet, where these differ; what each is, or does where they are said to be the same; who sits on it and what it rests on, side by side. */
export function difference(named: readonly Framework[], given: Given): Draft | undefined {
  const { say, query } = given;
  const definitions = named.flatMap((each) => frameworkLine(each, given).map(({ text }) => text));
  // The second half of one ends another.
  const isAlike = definitions.some((text, at) =>
    definitions.slice(0, at).some((other) => other.endsWith(text.slice(Math.ceil(text.length / 2)))),
  );
  const told = isAlike ? [doing, memberLines, facts('basis')] : [frameworkLine, memberLines];
  const levels = named.flatMap(({ id, seniority }) =>
    seniority ? [[frameworkName(id, given), seniority] as const] : [],
  );
  const differs = levels.length === named.length && new Set(levels.map(([, each]) => each)).size > 1;
  const isUnder = ({ under, parent }: Framework) => named.some(({ id }) => id === (under ?? parent));
  const places = named.filter(isUnder).flatMap((each) => beside('above', each, given)?.headline ?? []);
  const lines = [...places, ...told.flatMap((of) => named.flatMap((each) => of(each, given).slice(0, 1)))];
  const draft = draftOf(differs ? [citing(say.levelsOf(levels), sourcesOf(named)), ...lines] : lines);
  return draft && query.yesNo ? opened(draft, say.no) : draft;
}

/** What stands above one, which is the body it is set under or the family it belongs to; or what stands below it, and does. */
function beside(side: 'above' | 'below', entry: Framework, given: Given): Draft | undefined {
  const { say, knowledge, language } = given;
  const isAbove = side === 'above';
  const over = entry.under ?? entry.parent;
  const found = [...knowledge.frameworks.values()].filter((each) =>
    isAbove ? each.id === over : each.under === entry.id || each.parent === entry.id,
  );
  const said = (isAbove ? facts('structure', 'basis') : facts('structure'))(entry, given);
  const name = frameworkName(entry.id, given);
  if (found.length === 0 && said.length > 0) return toldFirst(said, entry, given);
  if (found.length === 0)
    return notFound(plainLine(isAbove ? say.noneAbove(name) : say.noneBelow(name)), frameworkLine(entry, given));
  // What only says that it stands there is told by the first line.
  const rest = said.filter(({ text }) => !found.every(({ id }) => text.includes(frameworkName(id, given))));
  const told = said.filter((each) => !rest.includes(each));
  const names = found.map((each) => each.names[language]);
  const others = found.flatMap((each) => (isAbove ? frameworkLine : doing)(each, given));
  const headline = isAbove
    ? citing(
        say.above(name, names[0] ?? '', entry.under === undefined),
        [...told, ...said][0]?.references ?? sourcesOf([entry]),
      )
    : citing(
        say.below(name, names),
        [...told, ...found.flatMap((each) => frameworkLine(each, given))]
          .flatMap(({ references }) => references.slice(0, 1))
          .slice(0, mostSources),
      );
  return answered(headline, [...rest, ...others]);
}
