import type { Reference } from '../../knowledge/schema.ts';
import { formatDate } from '../../time/format.ts';
import { meetingReference } from '../cite.ts';
import { type Composing, type Draft, idsOf, type Line } from '../draft.ts';
import { examples } from '../examples.ts';
import {
  byDate,
  coverageIn,
  endsOf,
  inOrder,
  isTopical,
  meetingLine,
  outcomesOf,
  plainLine,
  summaryLine,
  wordsFor,
} from './lines.ts';

/** What the bot does, with questions that the record answers. */
export function composeHelp(composing: Composing): Draft {
  const { say } = wordsFor(composing);
  return {
    status: 'answered',
    headline: plainLine(say.help),
    lines: [],
    notes: [...say.helpNotes, say.covers(coverageIn(composing))],
    consultations: [],
    suggestions: examples(composing.knowledge, composing.language, 4),
  };
}

/** How far the record reaches, and how much of each framework it holds. */
export function composeCoverage(composing: Composing): Draft {
  const { knowledge, language } = composing;
  const { say, tell } = wordsFor(composing);
  const all = knowledge.consultations.map((consultation) => ({ consultation, score: 1, outcomes: [] }));
  const held = [...knowledge.frameworks.values()]
    .map((framework) => ({
      framework,
      of: byDate(all.filter(({ consultation }) => consultation.framework === framework.id)),
    }))
    .filter(({ of }) => of.length > 0)
    .sort((a, b) => b.of.length - a.of.length);
  return {
    status: 'answered',
    headline: summaryLine(say.coverage(coverageIn(composing)), endsOf(all)),
    lines: held.flatMap(({ framework, of }) => {
      const latest = of.at(-1)?.consultation;
      return latest === undefined
        ? []
        : [meetingLine(say.frameworkCovered(framework.names[language], of.length, tell(latest)), latest)];
    }),
    notes: [],
    consultations: endsOf(all).map(({ id }) => id),
    suggestions: examples(knowledge, language, 3),
  };
}

/** The pages that the consultations of the answer before rest on. `evidence` is not empty. */
export function composeSource(composing: Composing): Draft {
  const { question, knowledge, language } = composing;
  const { say, tell } = wordsFor(composing);
  const evidence = inOrder(composing.evidence, question).slice(0, 20);
  const lines: Line[] = [];
  for (const each of evidence) {
    const { consultation } = each;
    const outcomes = isTopical(question) ? outcomesOf(each, question) : [];
    const references: readonly Reference[] =
      outcomes.length > 0
        ? outcomes.flatMap(({ sources }) => sources)
        : [...meetingReference(consultation), ...consultation.outcomes.flatMap(({ sources }) => sources)];
    for (const reference of pagesOf(references)) {
      const source = knowledge.sources.get(reference.source);
      const locator = reference.locator?.[language] ?? null;
      if (source === undefined) continue;
      lines.push({
        text: say.source(
          tell(consultation),
          source.title,
          source.publisher[language],
          source.published === undefined ? null : formatDate(source.published, language),
          locator,
        ),
        references: [reference],
        consultation: consultation.id,
      });
    }
  }
  return {
    status: 'answered',
    headline: {
      text: say.rests(lines.length),
      references: lines.slice(0, 1).flatMap(({ references }) => references),
      consultation: null,
    },
    lines,
    notes: [],
    consultations: idsOf(evidence),
  };
}

/** Each page once, however many of its paragraphs are cited; a single one is named, as it helps to find the statement. */
function pagesOf(references: readonly Reference[]): readonly Reference[] {
  const pages = Map.groupBy(references, ({ source }) => source);
  return [...pages].map(([source, cited]) => {
    const [locator, ...others] = new Map(
      cited.flatMap((one) => (one.locator ? [[one.locator.en, one.locator] as const] : [])),
    ).values();
    return locator !== undefined && others.length === 0 ? { source, locator } : { source };
  });
}
