import { formatDate } from '../../time/format.ts';
import { answered } from '../draft.ts';
import { examples } from '../examples.ts';
import type { Given } from '../given.ts';
import { tell } from '../told.ts';
import { endsOf } from './dated.ts';
import { type Composer, coverageIn, plainLine, summaryLine } from './lines.ts';

/** What the record holds. Opens with from when to when and how many, or, asked how far the sources have been read, with that; then each framework with its number and its latest; its notes tell how far the sources have been read. */
export const composeCoverage: Composer = (given) => {
  const { knowledge, language, say } = given;
  const all = knowledge.consultations.map((consultation) => ({ consultation }));
  const held = [...Map.groupBy(all, ({ consultation }) => consultation.framework)];
  const lines = held
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([framework, of]) => {
      const name = knowledge.frameworks.get(framework)?.names[language] ?? framework;
      const latest = endsOf(of).slice(-1);
      return latest.map((each) => summaryLine(say.frameworkCovered(name, of.length, tell(each, given)), [each]));
    });
  const whole = summaryLine(say.coverage(coverageIn(given)), endsOf(all));
  const [first, ...others] = readThrough(given);
  if (given.query.aspect === 'until' && first !== undefined)
    return answered(plainLine(first), [whole], { consultations: endsOf(all).map(({ id }) => id), notes: others });
  return answered(whole, lines, {
    consultations: endsOf(all).map(({ id }) => id),
    notes: readThrough(given),
    suggestions: examples(knowledge, language, 3),
  });
};

/** Through which day each class of sources has been read. */
function readThrough({ knowledge, language, say }: Given): readonly string[] {
  const day = (date: string | undefined) => (date === undefined ? null : formatDate(date, language));
  return [...knowledge.readThrough.values()]
    .filter(({ through, inPart }) => through !== undefined || inPart !== undefined)
    .map(({ names, through, inPart }) => say.readThrough(names[language], day(through), day(inPart)));
}
