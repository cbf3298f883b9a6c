import { endsOf } from '../../knowledge/in-time.ts';
import type { Source } from '../../knowledge/schema.ts';
import { type Constraint, demandsIn, isOfStatement, type Query } from '../../reading/query.ts';
import { formatDate } from '../../time/format.ts';
import { answered, type Line, notFound } from '../draft.ts';
import { examples } from '../examples.ts';
import { asking, type Given } from '../given.ts';
import { tell } from '../told.ts';
import { type Composer, coverageIn, meetingLine, plainLine, summaryLine } from './lines.ts';
import { isTopical } from './points.ts';

/** What the bot does. Opens with that; its notes tell how to ask and what is covered, and the suggestions are questions that it answers. */
export const composeHelp: Composer = (given) => {
  const { say, knowledge, language } = given;
  return answered(plainLine(say.help), [], {
    notes: [...say.helpNotes, say.covers(coverageIn(given))],
    suggestions: examples(knowledge, language, 5),
  });
};

/** Hello. Opens with a greeting and what can be asked. */
export const composeGreeting: Composer = ({ say, knowledge, language }) =>
  answered(plainLine(say.greeting), [], { notes: [say.help], suggestions: examples(knowledge, language, 3) });

/** Thanks are answered, and nothing else is added. */
export const composeThanks: Composer = ({ say }) => answered(plainLine(say.thanks), [], { suggestions: [] });

/** Goodbye, and nothing else. */
export const composeFarewell: Composer = ({ say }) => answered(plainLine(say.farewell), [], { suggestions: [] });

/** What is not answered, and why: opinions, predictions, other matters, too long a text, a text that was not understood. */
export const composeRefuse: Composer = (given) => {
  const { query, say, knowledge, language } = given;
  return notFound(plainLine(say.refused[query.reason ?? 'out-of-scope']), lastOfTable(given), {
    notes: [say.help, say.covers(coverageIn(given))],
    // What the question named can be asked of the record; where it named nothing, any example serves.
    ...(query.constraints.length > 0 ? {} : { suggestions: examples(knowledge, language, 3) }),
  });
};

/** Asked whether or when a table will meet, when it last did. */
function lastOfTable(given: Given): readonly Line[] {
  const { query } = given;
  const constraints = query.constraints.filter((each) => !isOfStatement(each) && each.role !== 'format');
  const isMeant =
    query.reason === 'prediction' && demandsIn(query, 'framework', 'kind').length > 0 && !isTopical(query);
  return isMeant ? lastHeld(constraints, given) : [];
}

/** When a meeting of some kind was last held, whatever time is asked about. */
export function lastHeld(constraints: readonly Constraint[], given: Given): readonly Line[] {
  const order = { side: 'latest', skip: 0, limit: 1 } as const;
  const latest: Query = { ...given.query, ask: 'list', period: null, otherPeriod: null, order };
  const { chosen } = asking(given, { ...latest, reason: undefined, constraints: [...constraints] }).found;
  return chosen.slice(0, 1).map(({ consultation }) => meetingLine(consultation, given, given.say.lastHeld));
}

/** What the record holds. Opens with from when to when and how many, or, asked how far the sources have been read, with that; then the latest, and each framework with its number and its latest; its notes tell how far the sources have been read. */
export const composeCoverage: Composer = (given) => {
  const { knowledge, language, say } = given;
  if (given.query.aspect === 'sources') return composePages(given);
  const all = knowledge.consultations.map((consultation) => ({ consultation }));
  const held = [...Map.groupBy(all, ({ consultation }) => consultation.framework)];
  const lines = held
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([framework, of]) => {
      const name = knowledge.frameworks.get(framework)?.names[language] ?? framework;
      const latest = endsOf(of).slice(-1);
      return latest.map((each) => summaryLine(say.frameworkCovered(name, of.length, tell(each, given)), [each]));
    });
  const ends = endsOf(all);
  const consultations = ends.map(({ id }) => id);
  const whole = summaryLine(say.coverage(coverageIn(given)), ends);
  const latest = ends
    .slice(-1)
    .map((each) => meetingLine(each, given, (told) => say.extreme('latest', told, given.scope, 1)));
  const notes = readThrough(given);
  const [first, ...others] = notes;
  if (given.query.aspect === 'until' && first !== undefined)
    return answered(plainLine(first), [whole], { consultations, notes: others });
  return answered(whole, [...latest, ...lines], {
    consultations,
    notes,
    suggestions: examples(knowledge, language, 3),
  });
};

/** Which publishers' pages of a kind are named. */
const mostPublishers = 4;

/** What pages the record rests on. Opens with how many of each kind; then whose they are for the most part, and how far they have been read. */
export const composePages: Composer = (given) => {
  const { knowledge, language, say } = given;
  const pages = [...knowledge.sources.values()];
  const of = (kind: Source['kind']) => pages.filter((page) => page.kind === kind);
  const count = { official: of('official').length, reprint: of('reprint').length, news: of('news').length };
  const publishers = (['official', 'reprint', 'news'] as const).map((kind) => {
    // One publisher's English name may be written in several ways.
    const pagesBy = [...Map.groupBy(of(kind), ({ publisher }) => publisher.ja).values()];
    const most = pagesBy.sort((a, b) => b.length - a.length).slice(0, mostPublishers);
    return say.publishers(
      kind,
      most.map((all) => [all[0]?.publisher[language] ?? '', all.length] as const),
    );
  });
  return answered(plainLine(say.pages(count)), [], { notes: [...publishers, ...readThrough(given)] });
};

/** Through which day each class of sources has been read. */
function readThrough({ knowledge, language, say }: Given): readonly string[] {
  const day = (date: string | undefined) => (date === undefined ? null : formatDate(date, language));
  return [...knowledge.readThrough.values()]
    .filter(({ through, inPart }) => through !== undefined || inPart !== undefined)
    .map(({ names, through, inPart }) => say.readThrough(names[language], day(through), day(inPart)));
}
