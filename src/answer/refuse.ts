import { endsOf, idsOf, newestFirst } from '../knowledge/in-time.ts';
import { only } from '../lists.ts';
import {
  type Constraint,
  demandsIn,
  type Format,
  idsIn,
  isOfStatement,
  type Query,
  type Role,
} from '../reading/query.ts';
import { byAnother } from './another.ts';
import { byPost } from './by-post.ts';
import { meetingReference } from './cite.ts';
import { alikeLines, elsewhereLines, nearestSaid, oneAlone, onTheRest } from './closest.ts';
import { denialOf } from './compose/denials.ts';
import { definitionLines } from './compose/entries.ts';
import { atOtherLevel } from './compose/frameworks.ts';
import {
  closestDraft,
  coverageIn,
  itemLines,
  leadLine,
  meetingLine,
  plainLine,
  statementLines,
  summaryLine,
} from './compose/lines.ts';
import { bestOf, isTopical, type Point } from './compose/points.ts';
import { lastHeld } from './compose/talk.ts';
import { stands } from './compose/wordings.ts';
import { answered, citing, type Draft, draftOf, headed, type Line, notFound, opened } from './draft.ts';
import { failingPart } from './failing.ts';
import { asking, type Given, plainly, without } from './given.ts';
import { quotedNames } from './names.ts';
import type { LeftAside } from './phrases/phrases.ts';
import { scopeOf } from './scope.ts';
import { tell } from './told.ts';

/** Nearest records shown for each thing given up. */
const mostNearest = 2;
/** Statements that may tell where something is. */
const mostPlaceless = 4;
/** Meetings named that are on record without the subject. */
const mostWithin = 3;

/** How and where a meeting was held, and which countries took part: a record that tells one of these denies the others. */
const OF_THE_MEETING: ReadonlySet<Role> = new Set(['format', 'place', 'country', 'member']);
/** Of the meetings just shown somebody's absence is told too. */
const OF_THOSE_SHOWN: ReadonlySet<Role> = new Set([...OF_THE_MEETING, 'person', 'post']);

/**
 * Nothing fits: which part of the question nothing satisfies, and what is nearest by giving up exactly that. Where the meeting is on record and
 * only the subject is not, it says so, and where else the subject came up.
 */
export function refuse(given: Given): Draft {
  const other =
    atOtherLevel(given) ??
    byPost(given) ??
    ofOldDays(given) ??
    (isYesNo(given.query) ? byAnother(given) : undefined) ??
    heldOtherwise(given) ??
    joinedByNone(given) ??
    fewer(given) ??
    placeless(given) ??
    inPaper(given) ??
    inNote(given) ??
    deniedAtAll(given) ??
    noneHeld(given) ??
    oneAlone(given) ??
    onTheRest(given);
  if (other !== undefined) return other;
  const { found, say, query } = given;
  // With nothing else asked the whole record is "there", and says nothing.
  const isNarrowed = query.period !== null || query.constraints.some((each) => !isOfStatement(each));
  const isThere = isNarrowed && found.within.length > 0 && found.unheld.length > 0;
  const [headline, lines] = isThere
    ? notThere(given)
    : [
        plainLine(bare(given)),
        [...(isTopical(query) ? alikeLines(given) : []), ...eventLines(given), ...nearestLines(given)],
      ];
  return notFound(headline, lines, {
    notes: [say.covers(coverageIn(given))],
    consultations: isThere ? idsOf(withinIn(given)) : [],
  });
}

/** Who sat at a table before any meeting on record: what its sources say of those days. */
function ofOldDays({ query, knowledge, say, language }: Given): Draft | undefined {
  const year = Number(query.period?.to?.slice(0, 4));
  if (query.ask !== 'who' || Number.isNaN(year)) return undefined;
  const told = idsIn(query, 'framework')
    .flatMap((id) => knowledge.frameworks.get(id)?.facts ?? [])
    .filter(({ aspect, en }) => aspect === 'members' && (en.match(/\d{4}/g) ?? []).some((each) => Number(each) >= year))
    .map((each) => citing(say.explained(each[language]), each.sources));
  return draftOf(told);
}

/** "Was Hegseth at the 2+2 in 2025": there was none at all, which is more than that he was at none; with the last one held. */
function noneHeld(given: Given): Draft | undefined {
  const { query, say } = given;
  const people = query.constraints.filter(({ role }) => role === 'person' || role === 'post');
  const tables = demandsIn(query, 'framework');
  if (query.period === null || people.length === 0 || tables.length === 0) return undefined;
  const all = asking(given, without(query, people));
  const last = lastHeld(tables, given);
  if (all.found.within.length > 0 || last.length === 0) return undefined;
  return notFound(plainLine(bare(all)), last, {
    notes: [say.covers(coverageIn(given))],
  });
}

/** Asked whether a meeting was held so or there or with somebody, when the one it can mean was held otherwise: that is a no. */
function heldOtherwise(given: Given): Draft | undefined {
  const { found, query, say } = given;
  const isMeant = demandsIn(query, 'consultation').length > 0;
  const roles = isMeant ? OF_THOSE_SHOWN : OF_THE_MEETING;
  const near = only(found.nearest.filter(({ without: part }) => (part === null ? isMeant : roles.has(part.role))));
  if (!isYesNo(query) || near === undefined) return undefined;
  const { consultation, without: part } = near;
  // Of a subject that the meetings of that place do not mention, it says nothing that another one was held elsewhere.
  if (isTopical(query) && part?.role === 'place' && found.within.length > 0) return undefined;
  const isOfPeople = part?.role === 'member' || part?.role === 'person' || part?.role === 'post';
  // Nearest records are only a few: of several meetings none alone denies it.
  const isOne = part === null || asking(given, without(query, [part])).found.chosen.length === 1;
  if (isOfPeople && (consultation.participants.length === 0 || !isOne)) return undefined;
  // Where it is not told how or where it was held, it was not held otherwise.
  const isUntold =
    !isOfPeople && part !== null && (part?.role === 'format' ? !consultation.format : !consultation.place);
  if (isUntold && consultation.format !== 'telephone' && consultation.format !== 'video')
    return notFound(meetingLine(consultation, given, say.heldAt));
  const line = meetingLine(consultation, given, isOfPeople ? say.attended : say.heldAt);
  // What was said there was, wherever it was held.
  if (part !== null && isTopical(query) && !isOfPeople) {
    const said = bestOf(asking(given, without(query, [part])).found.chosen);
    // "Did he accept an invitation to visit Japan": where to, and not where they met.
    return part.role === 'country' ? closestDraft(said, given) : answered(line, statementLines(said, given));
  }
  return opened(answered(line), say.no);
}

/** "Did Korea attend a summit in 2025": there were some, and who took part in each is on record. */
function joinedByNone(given: Given): Draft | undefined {
  const { query, found, say } = given;
  const absent = demandsIn(query, 'member');
  if (!isYesNo(query) || absent.length === 0 || found.unheld.length > 0) return undefined;
  const rest = without(query, absent);
  const fitting = newestFirst(asking(given, rest).found.chosen);
  const areKnown = fitting.every(({ consultation: { participants } }) => participants.length > 0);
  if (fitting.length < 2 || !areKnown) return undefined;
  const names = absent.flatMap((each) => quotedNames(each, given));
  const text = say.no(say.joinedByNone(query.frame === 'among' ? null : scopeOf(rest, given), fitting.length, names));
  return answered(summaryLine(text, endsOf(fitting)), itemLines(fitting, given));
}

/** Asked for the second of one: how many there are. Whether there is a second is answered so; which it is, is not. */
function fewer(given: Given): Draft | undefined {
  const { found, say, scope, query } = given;
  const fitting = newestFirst(found.findings);
  const [latest] = fitting;
  if (latest === undefined || found.chosen.length > 0) return undefined;
  const [nth] = query.nths ?? [];
  const line = meetingLine(latest.consultation, given, (told) => say.notSoMany(scope, fitting.length, told, nth));
  const lines = itemLines(fitting, given);
  return isYesNo(query) ? opened(answered(line, lines), say.no) : notFound(line, lines);
}

/** Asked where something is, when no meeting on it is on record as held there: what was said of it may tell the place. */
function placeless(given: Given): Draft | undefined {
  const { query } = given;
  const places = demandsIn(query, 'country', 'place');
  if (query.ask !== 'where' || places.length === 0 || !isTopical(query)) return undefined;
  const other = asking(given, plainly(without(query, places)));
  return closestDraft(bestOf(other.found.chosen).slice(0, mostPlaceless), given);
}

/** "How many of their calls does the white paper list": what the paper says of those people, where the record tells it. */
function inPaper(given: Given): Draft | undefined {
  const { found, query, knowledge, language } = given;
  const papers = found.unheld.flatMap(({ anyOf }) => anyOf.filter((id) => knowledge.documents.has(paperIn(id))));
  const families = demandsIn(query, 'person').map(
    ({ anyOf }) => knowledge.people.get(anyOf[0] ?? '')?.family[language] ?? '',
  );
  if (papers.length === 0 || papers.length < found.unheld.length || families.length === 0) return undefined;
  const telling = papers
    .flatMap((id) => definitionLines({ kind: 'document', id: paperIn(id) }, given))
    .filter(({ text }) => families.every((name) => text.includes(name)));
  return draftOf(telling, { held: found.unheld });
}

/** "Was it her first visit abroad": what nothing said there mentions may stand in what the record notes of the one meeting that is meant. */
function inNote(given: Given): Draft | undefined {
  const { found, say, language } = given;
  const meeting = only(found.within);
  const { note } = meeting ?? {};
  const areWords = found.unheld.length > 0 && found.unheld.every(({ role }) => role === 'word');
  if (meeting === undefined || note === undefined || !areWords) return undefined;
  if (!found.unheld.every(({ label }) => stands(label, note))) return undefined;
  const text = say.framed(tell(meeting, given), note[language]);
  return answered(citing(text, meetingReference(meeting)), [], { held: found.unheld, consultations: [meeting.id] });
}

/** "Did he ask for 3.5 percent", which no record tells, when one says that nothing was asked for: a figure only says how much. */
function deniedAtAll(given: Given): Draft | undefined {
  const { query, found, say } = given;
  const isFigure = ({ role, label }: Constraint) => role === 'word' && FIGURE.test(label);
  if (!isYesNo(query) || found.unheld.length === 0 || !found.unheld.every(isFigure)) return undefined;
  const other = asking(given, without(query, found.unheld));
  const isDenied = (each: Point) => denialOf(each, other) === 'denied';
  const points = newestFirst(bestOf(other.found.chosen));
  // What was said of a subject since may be of the very figure; of a subject that is not named nothing is denied.
  const isOfPeople = query.constraints.some(({ role }) => role === 'person');
  const lead = isOfPeople ? points.find(isDenied) : points[0];
  if (lead === undefined || !isDenied(lead) || !(isOfPeople || isTopical(other.query))) return undefined;
  return opened(answered(leadLine(lead, given)), say.no);
}

/** A label that a figure opens. */
const FIGURE = /^\d/;

const paperIn = (mention: string) => mention.replace(/^document:/, '');

function isYesNo({ yesNo, ask }: Query): boolean {
  return yesNo || ask === 'yes-no';
}

/** That nothing satisfies one part of the question. */
function bare(given: Given): string {
  const { query, say } = given;
  const scope = scopeOf(failingPart(given), given);
  if (query.ahead) return say.nothingAhead(scope);
  if (query.measure === 'record' && query.ask === 'yes-no') return say.no(say.nothing(scope));
  return isYesNo(query) ? say.nothingYesNo(scope) : say.nothing(scope);
}

function withinIn({ found }: Given) {
  return newestFirst(found.within.map((consultation) => ({ consultation })));
}

/** The meetings are on record, what was asked about is not mentioned there. */
function notThere(given: Given): readonly [Line, readonly Line[]] {
  const { found, say, query } = given;
  const within = withinIn(given);
  const subjects = [...new Set(found.unheld.flatMap((each) => quotedNames(each, given)))];
  const [only, ...others] = within;
  if (only === undefined) return [plainLine(bare(given)), []];
  const near = nearestSaid(given);
  if (others.length === 0)
    return [meetingLine(only.consultation, given, (told) => say.notRaised(told, subjects)), near];
  const isSoft = (each: Constraint) => each.strength === 'soft' && isOfStatement(each);
  const scope = scopeOf(without(query, [...found.unheld, ...query.constraints.filter(isSoft)]), given);
  const shown = near.length > 0 || within.length > mostWithin ? [] : itemLines(within, given);
  return [plainLine(say.notAmong(scope, within.length, subjects)), [...near, ...shown]];
}

/** No meeting on the margins of that event is on record: what was said of it. */
function eventLines(given: Given): readonly Line[] {
  const { query } = given;
  const events = demandsIn(query, 'occasion');
  const beside = asking(given, { ...query, ask: 'list', constraints: events });
  if (events.length === 0 || beside.found.chosen.length > 0) return [];
  return elsewhereLines(
    given,
    events.map((each) => ({
      ...each,
      role: 'mention',
      subject: true,
      anyOf: each.anyOf.map((id) => `occasion:${id}`),
    })),
  );
}

/** What is nearest, by what had to be given up for it. */
function nearestLines(given: Given): readonly Line[] {
  const { found, say } = given;
  // What only misses a denial holds what was to be left out: of a 2+2 "that did not mention Taiwan" it is nothing near.
  const near = found.nearest.filter(({ without: part }) => part?.negated !== true);
  return [...Map.groupBy(near, ({ without: part }) => part)].flatMap(([part, all]) =>
    itemLines(all.slice(0, mostNearest), given).map((line) => headed(line, say.nearest(asideIn(part, given)))),
  );
}

/** What was given up, in words; the time where it is no constraint. */
function asideIn(part: Constraint | null, given: Given): LeftAside | null {
  if (part === null) return given.query.ahead ? 'latest' : given.query.period === null ? null : 'time';
  const { role, anyOf } = part;
  const names =
    role === 'format' ? anyOf.map((format) => given.say.formats[format as Format]) : quotedNames(part, given);
  return names.length === 0 || UNNAMED.has(role) ? null : { role, names };
}

/** What stands in a question as an id has no words of its own here. */
const UNNAMED: ReadonlySet<Role> = new Set(['level', 'field', 'act', 'verb', 'consultation']);
