import type { Lexicon } from '../lexicon/lexicon.ts';
import { postsInWords } from '../lexicon/offices.ts';
import { shiftDays } from '../time/spans.ts';
import { eitherOf, eitherPerson, ofOnePost, unitedPosts } from './alternatives.ts';
import type { Annotated, Annotation } from './annotation.ts';
import type { AskOption } from './asks.ts';
import { BLANK } from './blank.ts';
import { changeIn } from './changes.ts';
import { doerIn } from './doers.ts';
import { impliedBy, impliedFormat, timesOfSum } from './implied.ts';
import { actsOf } from './modifiers.ts';
import { ofNeighbour } from './neighbours.ts';
import { repairedNote, titleNotes } from './notes.ts';
import type { Outline, Reader } from './outline.ts';
import { askParts } from './parts.ts';
import { AsksOfTalk, type Constraint, type Query } from './query.ts';
import type { RoleOption } from './roles.ts';
import { within } from './times.ts';
import { unreadNotes } from './unread.ts';
import { wordConstraints } from './wordings.ts';

/** One way to understand a text, and how likely it is before the record is asked. */
export type Reading = { readonly query: Query; readonly prior: number; readonly why: readonly string[] };

/** One way to read it as far as it tells how likely it is: an ask with the parts of the names. */
export type Weighed = {
  readonly option: AskOption;
  readonly shared: Shared;
  readonly roles: readonly RoleOption[];
  /** What the names demand. */
  readonly named: readonly Constraint[];
  readonly prior: number;
};

/** These explain, and open with no yes. */
const EXPLAINING: ReadonlySet<Query['ask']> = new Set<Query['ask']>([
  ...AsksOfTalk,
  ...(['refuse', 'coverage', 'define', 'develop', 'compare', 'duration', 'rank', 'tenure', 'source'] as const),
]);
/** Asks of a thing itself, which no act narrows. */
const OF_THINGS: ReadonlySet<Query['ask']> = new Set<Query['ask']>(['documents', 'define', 'structure']);

export type Shared = ReturnType<typeof sharedBy>;

/** What all readings of one ask share, whatever parts the names play; `implied` stands beside the names and words. */
export function sharedBy(annotated: Annotated, outline: Outline, ask: Query['ask'], lexicon: Lexicon) {
  const { rest, situation } = outline;
  const isPolar = situation.holds('polar') && !situation.holds('wh');
  return {
    isPolar,
    also: ask === 'compare' ? aspectsIn(situation) : situation.holds('asks-more') ? alsoAsked(ask, situation) : [],
    parts: askParts(rest, lexicon),
    implied: impliedBy(annotated, outline, ask, lexicon),
    acts: OF_THINGS.has(ask) ? [] : actsOf(annotated, rest, isPolar),
    unread: [...unreadNotes(annotated), ...titleNotes(rest, lexicon.knowledge)],
  };
}

const ASKED_TOGETHER = ['who', 'when', 'where', 'what', 'count'] as const;

/** What else the sentence asks: "who attended and what did they agree". */
function alsoAsked(ask: Query['ask'], { holds }: Outline['situation']): Query['ask'][] {
  const isBeside = ask === 'duration' || (ask === 'list' && holds('ask.nth'));
  if (!isBeside && !ASKED_TOGETHER.some((one) => one === ask)) return [];
  const isCued = (one: Query['ask']) => holds(`ask.${one}`) || (one === 'who' && holds('role.chair'));
  return ASKED_TOGETHER.filter((one) => one !== ask && isCued(one));
}

/** What of two meetings is compared, where that is not what was said: "how do the venues differ". */
function aspectsIn({ holds }: Outline['situation']): Query['ask'][] {
  const isOfLength = ['ask.length', 'ask.howlong', 'ask.minutes'].some(holds);
  return [
    ...(['where', 'who'] as const).filter((one) => holds(`ask.${one}`)),
    ...(isOfLength ? (['duration'] as const) : []),
    ...(holds('forms-asked') ? (['count'] as const) : []),
  ];
}

/** The query of one way to read the text. */
export function readingOf(
  annotated: Annotated,
  outline: Outline,
  { option: { ask, set }, shared, named, roles, prior }: Weighed,
  { today, find, lexicon }: Reader,
): Reading {
  const { rest, period, times, modifiers, begin } = outline;
  const isFirm = ({ strength, role }: Constraint) => strength === 'firm' && role !== 'person';
  const words = wordConstraints(annotated, rest, ask, {
    hasSubject: named.some(({ subject }) => subject),
    hasPeople: named.some(({ role }) => role === 'person'),
    isPlaced: period !== null || named.some(isFirm),
    isPolar: shared.isPolar,
    isBare: period === null && [named, shared.acts, shared.implied].every((demands) => demands.length === 0),
    postsInWords: (terms) => postsInWords(terms, lexicon.posts),
  });
  const isOfAll = ofAllBut(shared.parts);
  const ofPairs = shared.parts?.some(({ constraints }) => constraints.some(({ role }) => role === 'person')) === true;
  const query = {
    ...BLANK,
    text: annotated.text,
    language: annotated.language,
    ask,
    ...modifiers,
    ...set,
    also: shared.also,
    yesNo: set.yesNo ?? (ask === 'yes-no' || (shared.isPolar && !EXPLAINING.has(ask))),
    constraints: saidOnce(
      unitedPosts(
        [
          ...subjectsOf(named.filter(isOfAll), rest, ask, lexicon),
          ...words,
          ...shared.implied,
          ...impliedFormat(outline, ask, named),
          ...shared.acts,
        ],
        rest,
      ),
    ),
    period: periodOf(ask, set.ahead === true, outline, today),
    otherPeriod: times.otherPeriod,
    opening: times.opening,
    whose: set.whose ?? modifiers.whose ?? sideAsked(ask, named),
    ...(ofPairs ? { anyPerson: false } : {}),
    ...(shared.isPolar ? { doer: doerIn(annotated, rest, lexicon), change: changeIn(rest) } : {}),
    parts: shared.parts,
    notes: [...shared.unread, ...times.notes, ...annotated.repairs.map(repairedNote)],
    impossible: times.impossible,
    ...ofMeetings(shared.parts),
  } as Query;
  const ends = ask === 'between' && begin !== undefined ? endsFrom(begin, query, find) : {};
  return {
    query: withoutEmpty(ofNeighbour({ ...query, ...ends }, annotated, lexicon)),
    prior,
    why: roles.map(({ role }) => role),
  };
}

function periodOf(ask: Query['ask'], isAhead: boolean, { rest, period }: Outline, today: string): Query['period'] {
  if (isAhead) return within(period, { from: shiftDays(today, 1), to: null });
  return timesOfSum(rest, ask).length > 0 ? null : period;
}

/** Of two meetings each has a time, a number and people of its own. */
const ofMeetings = (parts: Query['parts'] = []) =>
  parts.some(({ label }) => label === undefined)
    ? { period: null, otherPeriod: null, order: undefined, nths: undefined, anyPerson: false }
    : {};

/** Whether a demand is of everything that is asked, and not of one of two things that are asked apart. */
function ofAllBut(parts: Query['parts'] = []): (one: Constraint) => boolean {
  const own = parts.flatMap(({ label, constraints }) =>
    constraints.filter(({ role }) => label === undefined || role === 'person').map(({ span }) => span?.[0]),
  );
  return ({ span }) => span === undefined || !own.includes(span[0]);
}

/** Asked whether it was so, or who held it, each of two subjects is answered by itself. */
function subjectsOf(
  named: readonly Constraint[],
  rest: readonly Annotation[],
  ask: Query['ask'],
  { knowledge }: Lexicon,
): readonly Constraint[] {
  if (ask === 'compare') return named;
  const subjects = eitherPerson(EACH_APART.has(ask) ? named : eitherOf(named, rest), rest);
  return ask === 'yes-no' ? subjects : ofOnePost(subjects, knowledge);
}

const EACH_APART: ReadonlySet<Query['ask']> = new Set(['yes-no', 'holder', 'succession']);

/** "Who took part for Japan": one side's names. In "whom did Japan's defense minister meet" the country only says which minister. */
function sideAsked(ask: Query['ask'], named: readonly Constraint[]): Query['whose'] {
  const find = (...asked: Constraint['role'][]) => named.find(({ role }) => asked.includes(role));
  const [side, holder] = [find('side'), find('post', 'person')];
  const isOfHolder = (side?.span?.[0] ?? 0) < (holder?.span?.[0] ?? 0);
  return ask === 'who' && side !== undefined && !isOfHolder ? 'side' : undefined;
}

/** What is said again demands nothing more. */
function saidOnce(constraints: readonly Constraint[]): readonly Constraint[] {
  const said = new Set<string>();
  return constraints.filter(({ span: _, ...demand }) => said.size < said.add(JSON.stringify(demand)).size);
}

/** "How long after Hegseth took office did he first speak with Nakatani": from the day of office to the first of what fits. */
function endsFrom(begin: string, query: Query, find: Reader['find']): Pick<Query, 'ends'> {
  const [first] = find({ ...query, ask: 'list', order: { side: 'first', skip: 0, limit: 1 } }).chosen;
  return first === undefined ? {} : { ends: [begin, first.consultation.id] };
}

/** A query without fields that are undefined, so that it stores and compares as plain JSON. */
function withoutEmpty(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Query;
}
