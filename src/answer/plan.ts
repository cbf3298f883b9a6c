import { assumed } from '../reading/blank.ts';
import { type Ask, type Constraint, isOfStatement, type Query } from '../reading/query.ts';
import type { Finding } from '../search/found.ts';
import { composeAmount } from './compose/amount.ts';
import { composeCompare } from './compose/compare.ts';
import { composeCount } from './compose/count.ts';
import { composeDefine } from './compose/define.ts';
import { composeDevelop } from './compose/develop.ts';
import { composeDocuments } from './compose/documents.ts';
import { composeBetween, composeDuration, composeLengths, composeSince } from './compose/duration.ts';
import { type Composer, coverageIn, meetingLine, plainLine, statementsDraft } from './compose/lines.ts';
import { composeList } from './compose/list.ts';
import { composeNextPlanned, composePlanned, composePlannedIn } from './compose/planned.ts';
import { bestOf, isTopical } from './compose/points.ts';
import { composeHolder, composeSuccession, composeTenure } from './compose/posts.ts';
import { composeRank } from './compose/rank.ts';
import { composeSource } from './compose/source.ts';
import { composeStructure } from './compose/structure.ts';
import {
  composeCoverage,
  composeFarewell,
  composeGreeting,
  composeHelp,
  composeRefuse,
  composeThanks,
} from './compose/talk.ts';
import { composeWhat } from './compose/what.ts';
import { composeWhen } from './compose/when.ts';
import { composeWhere } from './compose/where.ts';
import { composeWho } from './compose/who.ts';
import { composeEvent, composeYesNo } from './compose/yes-no.ts';
import { type Draft, distinct, notFound, opened } from './draft.ts';
import { asking, type Given, plainly, untoldIn } from './given.ts';
import { quotedNames } from './names.ts';
import { refuse } from './refuse.ts';
import { ofClaimedOnly, ofClaimedOrder, ofSinceLast, ofSingledOut } from './singled.ts';
import { type Part, together } from './together.ts';

/** Who answers what. */
const COMPOSERS: Readonly<Record<Ask, Composer>> = {
  who: composeWho,
  when: composeWhen,
  where: composeWhere,
  what: composeWhat,
  list: composeList,
  count: composeCount,
  'yes-no': composeYesNo,
  define: composeDefine,
  compare: composeCompare,
  develop: composeDevelop,
  since: composeSince,
  between: composeBetween,
  duration: composeDuration,
  rank: composeRank,
  holder: composeHolder,
  succession: composeSuccession,
  tenure: composeTenure,
  documents: composeDocuments,
  structure: composeStructure,
  amount: composeAmount,
  source: composeSource,
  coverage: composeCoverage,
  help: composeHelp,
  thanks: composeThanks,
  greeting: composeGreeting,
  farewell: composeFarewell,
  refuse: composeRefuse,
};

/** What a yes fits before; those that say it themselves, and explanations, are not among them. */
const TAKES_YES: ReadonlySet<Ask> = new Set(['who', 'when', 'where', 'what', 'list', 'count', 'documents', 'duration']);
/** Asked of a meeting together with what was said there, these choose the meeting whatever was said. */
const OF_MEETINGS: ReadonlySet<Ask> = new Set(['who', 'when', 'where', 'list', 'duration']);

/**
 * The answer to a query, before it is numbered and cut into pages. Total: what cannot be answered is refused in words. `told`: its first questions as they
 * are answered already.
 */
export function plan(given: Given, told: readonly Part[] = []): Draft {
  const { draft: first } = told[0] ?? partOf(given);
  const { further = [] } = given.query;
  if (further.length === 0 || first.status === 'clarify') return first;
  // "When was it decided, and how many?": of what a statement told, and of no meetings.
  const isOfThing = (query: Query) => query.ask === 'count' && isBare(query) && first.headline.point !== undefined;
  const parts = further.map((query, at) => {
    const part = told[at + 1] ?? partOf(asking(given, query));
    if (isOfThing(query)) return { ...part, draft: notFound(plainLine(given.say.noFigure), []) };
    return strays(part, first) ? { ...part, draft: { ...first, lines: [], notes: [] } } : part;
  });
  return together(
    { draft: first, given },
    parts.filter((part) => !isToldBy(first, part, given)),
  );
}

/** "…, and did Japan offer any help?": what names nothing of its own is of what was just told, and of nothing else that holds its words. */
function strays({ given: { query }, draft }: Part, first: Draft): boolean {
  const isOwn = ({ origin, role }: Constraint) => origin === 'typed' && !['word', 'act', 'verb', 'side'].includes(role);
  // "Has it come up since?" is of what came after.
  const isLater = query.period?.from != null && query.period.to === null;
  const isPlain = query.order === undefined && query.nths === undefined && !isLater && !query.constraints.some(isOwn);
  const isOfWords = (query.ask === 'yes-no' || query.ask === 'what') && isPlain && draft.consultations.length > 0;
  return (
    isOfWords && first.consultations.length > 0 && !draft.consultations.some((id) => first.consultations.includes(id))
  );
}

/** One question answered by itself, whatever else its text asks. */
export const partOf = (given: Given): Part => ({ given, draft: planOne(given) });

/** Whether the answer to the first question tells this one too: who sat at one meeting tells where it was; twice not on record is once. */
function isToldBy(
  { status, headline, headline: { point }, consultations }: Draft,
  { draft, given: { query } }: Part,
  given: Given,
): boolean {
  const { consultation } = headline;
  if (status === 'not-found' && draft.headline.text === headline.text) return true;
  if (point !== undefined && draft.headline.point?.outcome === point.outcome && draft.lines.length === 0) return true;
  // What the EDD is tells since when there is one.
  if (query.ask === 'structure' && query.aspect === 'since' && draft.headline.text === headline.text) return true;
  // Who signed it is told by the statement on what it holds: "and what's in it?"
  if (point?.outcome.act === 'signed' && query.ask === 'what' && isBare(query)) return true;
  // 「何回？一覧で」: the meetings stand below their number.
  const ids = (one: readonly string[]) => [...one].sort().join();
  const isOfNumber = given.query.ask === 'count' && (query.ask === 'count' || query.ask === 'list');
  if (isOfNumber && ids(consultations) === ids(draft.consultations)) return true;
  // Who holds a post is told with the term: "and since when?"
  if ((given.query.ask === 'holder' || given.query.ask === 'define') && query.ask === 'tenure') return true;
  // Where it was tells of no event on whose margins it was.
  if (query.measure === 'occasion') return false;
  // Where the next one is to be is told by none of what was.
  const isOfSame = consultation !== null && draft.headline.consultation === consultation && query.frame !== 'step';
  return isOfSame && isTold(query.ask, given);
}

/** What names nothing of its own asks of what was just told. */
const isBare = ({ constraints, frame }: Query) =>
  frame === 'among' && constraints.every(({ origin }) => origin === 'carried');

/** One question of a text. */
function planOne(given: Given): Draft {
  const { query } = given;
  if (query.choices.length > 0) return clarify(given);
  if (query.impossible.length > 0 && query.period === null) return impossible(given);
  return heldNowhere(given) ?? meetingThenSubject(given) ?? withMore(compose(given), given);
}

/** One thing asked; of the meeting that an order singles out, that one alone. Where its table is older than the record, the reader is told where that begins. */
function compose(given: Given): Draft {
  const claimed = ofClaimedOrder(given) ?? ofClaimedOnly(given);
  if (claimed !== undefined) return claimed;
  const singled = ofSingledOut(given);
  if (singled === undefined) return composeOne(ofSinceLast(given) ?? withoutVerdict(given));
  const draft = composeOne(singled);
  const isOpen = singled.query.negative !== given.query.negative && draft.status === 'answered';
  return isOpen ? { ...draft, notes: [...draft.notes, given.say.covers(coverageIn(given))] } : draft;
}

/** "The first Quad summit was in Tokyo, right?": what was said of a matter at one meeting tells of no first or last of it. */
function withoutVerdict(given: Given): Given {
  const { query } = given;
  const isOpen = query.ask === 'yes-no' && query.order !== undefined && query.period !== null && isTopical(query);
  return isOpen ? asking(given, { ...query, negative: true }) : given;
}

function composeOne(given: Given): Draft {
  const { query, say } = given;
  // How many there must be for a yes: whatever else is asked, that is.
  const ask = query.threshold === undefined || isOfLengths(query) ? query.ask : 'yes-no';
  const isOfPlan = query.measure === 'plan';
  const composer = isOfPlan ? composePlanned : isOfLengths(query) ? composeLengths : COMPOSERS[ask];
  // 「次回はどこで開くと決めた？」 after a meeting: what that said of it, before the next on record.
  const planned = query.frame === 'step' && query.ahead ? composeNextPlanned(given) : undefined;
  const event = query.measure === 'record' ? composeEvent(given) : undefined;
  const draft =
    event ??
    placedRight(
      planned ?? composer(given) ?? composeNextPlanned(given) ?? composePlannedIn(given) ?? refuse(given),
      given,
    );
  const opens =
    query.yesNo &&
    query.aspect !== 'until' &&
    query.aspect !== 'since' &&
    TAKES_YES.has(ask) &&
    draft.status === 'answered' &&
    // Of a paper what else is asked than whether it is on record.
    (draft.consultations.length > 0 || query.also.length === 0) &&
    !isOfPlan &&
    query.measure !== 'participants' &&
    untoldIn(given).length === 0;
  return opens ? opened(draft, say.yes) : draft;
}

/** 「横田基地で会談した際の合意」 of a meeting that was held elsewhere: where it was held comes first. */
function placedRight(draft: Draft, given: Given): Draft {
  const { found, knowledge, say } = given;
  const isElsewhere = [...found.dropped, ...found.unheld].some(({ isSite }) => isSite === true);
  const main = knowledge.consultations.find(({ id }) => id === (draft.headline.consultation ?? draft.consultations[0]));
  if (!isElsewhere || draft.status !== 'answered' || main?.place === undefined) return draft;
  return { ...draft, headline: meetingLine(main, given, say.heldAt), lines: [draft.headline, ...draft.lines] };
}

/** 横須賀で行われた会談 where none was: what only mentions the place was not held there. */
function heldNowhere(given: Given): Draft | undefined {
  const { found, query, say, language } = given;
  const isLost = (each: Constraint) => found.dropped.includes(each) || found.unheld.includes(each);
  const said = query.constraints.filter((each) => isOfStatement(each) && !isLost(each));
  const isOfSite = said.length > 0 && said.every(({ isSite, negated }) => isSite === true && !negated);
  const isThere = ({ consultation: { title, place } }: Finding) =>
    said.some(({ label }) => title[language].includes(label) || place?.[language].includes(label));
  // What was said at a press conference after a meeting asks for no meeting.
  const isOfWords = query.ask === 'what' && query.constraints.length > said.length;
  if (!isOfSite || isOfWords || found.chosen.some(isThere)) return undefined;
  const told = statementsDraft(bestOf(found.chosen), given);
  const names = said.flatMap((each) => quotedNames(each, given));
  return told && notFound(plainLine(say.heldNowhere(names)), [told.headline, ...told.lines]);
}

/** "Meetings longer than an hour": which they are, or how many. */
function isOfLengths({ ask, threshold, measure }: Query): boolean {
  return threshold !== undefined && measure === 'duration' && (ask === 'list' || ask === 'count');
}

/**
 * "Who attended the last 2+2, and what did they say about Okinawa": the meeting is chosen whatever was said at it, and the subject is then
 * looked up there. `undefined` for every other question.
 */
function meetingThenSubject(given: Given): Draft | undefined {
  const { query } = given;
  // The fourth meeting is the fourth of all, whatever was said at it.
  const isNumbered = query.nths !== undefined && given.found.chosen.length === 0;
  if (!OF_MEETINGS.has(query.ask) || !(query.also.includes('what') || isNumbered) || !isTopical(query))
    return undefined;
  const constraints = query.constraints.filter((each) => !isOfStatement(each));
  // "When were the Guidelines announced, and what do they cover", "what on space in 2023, and with whom": no meeting is named by itself.
  // Nor is one by being the first: that is the first on the subject.
  const isDay = query.period !== null && query.period.from === query.period.to;
  const isNamed = constraints.length > 0 || isDay || (query.order !== undefined && query.order.side !== 'first');
  if (!isNamed) return undefined;
  const meetings = asking(given, {
    ...query,
    constraints,
    also: query.also.filter((ask) => ask !== 'what'),
  });
  const chosen = meetings.found.chosen.map(({ consultation }) => consultation.id);
  if (chosen.length === 0) return undefined;
  const first = withMore(compose(meetings), meetings);
  const said = compose(asking(given, within(query, chosen)));
  return appended(first, [said]);
}

/** The same question, asked of these meetings alone. */
function within(query: Query, ids: readonly string[]): Query {
  const only = assumed('consultation', ids);
  const statements = query.constraints.filter(isOfStatement);
  return plainly(query, [only, ...statements]);
}

/** The further things asked in the same sentence, in their order: each one's first line after the first, then all details. */
function withMore(main: Draft, given: Given): Draft {
  const { query } = given;
  const { order, also } = query;
  const isCountOfAll = query.ask === 'count' && order?.limit === 1;
  const asked = isCountOfAll && also.length === 0 ? (['when'] as const) : also;
  // The first or latest meeting on a subject, where the line is of that and of no statement.
  const isOfMeeting = order?.limit === 1 && main.headline.consultation !== null && main.headline.point === undefined;
  const asks = asked.filter((ask) => ask !== query.ask && (isCountOfAll || !isTold(ask, given, isOfMeeting)));
  // A comparison sets what else is asked side by side itself.
  if (asks.length === 0 || query.ask === 'compare' || main.status === 'clarify') return main;
  const again = (ask: Ask): Query => ({ ...query, ask, also: [], yesNo: false });
  return appended(
    main,
    asks.map((ask) => compose(isCountOfAll ? asking(given, again(ask)) : { ...given, query: again(ask) })),
  );
}

function appended(main: Draft, parts: readonly Draft[]): Draft {
  // A line that asserts nothing is no statement: that something is not on record is told below.
  const silent = parts.filter(({ headline }) => headline.references.length === 0);
  return {
    ...main,
    status: [main, ...parts].some(({ status }) => status === 'answered') ? 'answered' : main.status,
    lines: distinct([
      main.headline,
      ...parts.filter((part) => !silent.includes(part)).map(({ headline }) => headline),
      ...main.lines,
      ...parts.flatMap((part) => (part.status === 'answered' ? part.lines : [])),
    ]).slice(1),
    notes: [
      ...new Set([...silent.map(({ headline }) => headline.text), ...[main, ...parts].flatMap((part) => part.notes)]),
    ],
    consultations: [...new Set([...main.consultations, ...parts.flatMap(({ consultations }) => consultations)])],
  };
}

/** What an answer to the first tells by itself. */
const TOLD_BY: Readonly<Partial<Record<Ask, readonly Ask[]>>> = {
  who: ['when', 'where'],
  when: ['where'],
  where: ['when'],
  list: ['when', 'where'],
  count: ['when', 'where', 'list'],
  documents: ['when'],
};

function isTold(ask: Ask, { query }: Given, isOfMeeting = false): boolean {
  // Of what is asked besides only the names are told, and not where they met; of a thing its statements tell both.
  return (!isTopical(query) || query.measure === 'event' || isOfMeeting) && TOLD_BY[query.ask]?.includes(ask) === true;
}

/** A date that cannot exist, named so; the rest of the question is not answered as if it were something else. */
function impossible(given: Given): Draft {
  const { query, language, say } = given;
  const [first = '', ...rest] = query.impossible.map((each) => each[language]);
  return notFound(plainLine(say.impossible(first)), [], { notes: [...rest, say.covers(coverageIn(given))] });
}

/** Two readings that would be answered differently. */
function clarify({ query, language, say }: Given): Draft {
  return {
    status: 'clarify',
    headline: plainLine(say.clarify),
    lines: [],
    notes: [],
    consultations: [],
    suggestions: [],
    choices: query.choices.map((choice) => ({ label: choice.label[language], question: choice.question })),
  };
}
