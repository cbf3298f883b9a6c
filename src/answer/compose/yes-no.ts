import { endsOf, idsOf, inTime, newestFirst } from '../../knowledge/in-time.ts';
import type { Consultation } from '../../knowledge/schema.ts';
import { ahead, only } from '../../lists.ts';
import {
  type Constraint,
  demandsIn,
  idsIn,
  isLetter,
  isOfStatement,
  type Query,
  type Role,
} from '../../reading/query.ts';
import { answered, type Draft, type Line, notFound, opened } from '../draft.ts';
import { asking, type Given, isWordDropped, untoldIn, without } from '../given.ts';
import { quotedNames } from '../names.ts';
import { isHeld, tell } from '../told.ts';
import { composeNumber, heldIn } from './count.ts';
import { type Denial, denialOf, deniesAny, isOnlySought } from './denials.ts';
import { type Whose, whoseDeed } from './doers.ts';
import { composeLength } from './duration.ts';
import {
  attendedLine,
  type Composer,
  itemLines,
  leadLine,
  meetingLine,
  plainLine,
  statementLines,
  summaryLine,
} from './lines.ts';
import { bestOf, isNear, isTopical, type Point, spread } from './points.ts';
import { holds } from './terms.ts';
import { tellsDone } from './wordings.ts';

/**
 * Whether it was so. Opens with Yes and the statement or meeting that shows it; No for a number that the record does not reach, and where each
 * meeting says that it was not so. Where a part of what was asked had to be given up, or a statement may deny it, it is shown without a yes.
 */
export const composeYesNo: Composer = (given) => {
  const { query, found } = given;
  if (query.threshold !== undefined && query.measure === 'duration') return composeLength(given);
  const each = query.anySubject === true ? ofEither(given) : undefined;
  if (each !== undefined) return each;
  if (found.chosen.length === 0) return undefined;
  if (query.threshold !== undefined) return composeNumber(query.threshold, given);
  const isDone = demandsIn(query, 'act', 'verb').length > 0;
  // "Did they sign anything in October": an act with no subject is asked of statements too.
  return isTopical(query) || isDone ? ofSubject(given) : (ofPapers(given) ?? ofMeetings(given));
};

/** "Are Quad summits part of your record", "was the G7 in Hiroshima": an event on whose margins they met is no consultation, however often it is spoken of. */
export function composeEvent(given: Given): Draft | undefined {
  const { query, found, knowledge, language, say } = given;
  const asked = query.constraints.flatMap(({ anyOf }) => anyOf.map((id) => id.replace(/^\w+:/, '')));
  const event = [...knowledge.occasions.values()].find(({ id, topic = id, group = id }) =>
    [id, topic, group].some((each) => asked.includes(each)),
  );
  if (event === undefined || found.chosen.length === 0) return undefined;
  const text = say.notHeld(event.names[language]);
  const lines = isTopical(query) ? statementLines(bestOf(found.chosen), given) : itemLines(found.chosen, given);
  return query.ask === 'yes-no'
    ? answered(summaryLine(say.no(text), endsOf(found.chosen)), lines)
    : notFound(plainLine(text), lines);
}

/** "Was Taiwan or Ukraine raised": each by itself, what is on record first. `undefined` unless several subjects are named. */
function ofEither(given: Given): Draft | undefined {
  const { query } = given;
  const topics = demandsIn(query, 'topic');
  const sides = topics.length > 1 ? topics : demandsIn(query, 'topic', 'word');
  if (sides.length < 2 || topics.length === 0) return undefined;
  // What was only named beside one of them narrows neither.
  const isAside = ({ role, strength }: Constraint) => role === 'word' && strength === 'soft';
  const rest = query.constraints.filter((each) => !sides.includes(each) && !isAside(each));
  const drafts = sides.map((side) => {
    const own: Constraint = { ...side, strength: 'firm', subject: true };
    return ofOneSide(asking(given, { ...query, anySubject: undefined, constraints: [...rest, own] }), own);
  });
  const isHeld = (draft: Draft) => draft.status === 'answered';
  const [first, ...others] = ahead(drafts, isHeld);
  if (first === undefined || !isHeld(first)) return undefined;
  // One statement may hold both.
  const told = others.map(({ headline }) => headline).filter(({ text }) => text !== first.headline.text);
  const isCited = ({ references }: Line) => references.length > 0;
  return answered(
    first.headline,
    [...told.filter(isCited), ...[first, ...others].flatMap(({ lines }) => lines)],
    // That no meeting mentions it rests on no page.
    { held: sides, notes: told.filter((line) => !isCited(line)).map(({ text }) => text) },
  );
}

/** One subject of two; where nothing says it, that. */
function ofOneSide(part: Given, side: Constraint): Draft {
  const { found, say, query } = part;
  const draft = found.dropped.includes(side) ? undefined : composeYesNo(part);
  if (draft !== undefined) return draft;
  const names = quotedNames(side, part);
  const meeting = only(found.within);
  return notFound(
    meeting === undefined
      ? plainLine(say.notAmong(asking(part, without(query, [side])).scope, found.within.length, names))
      : meetingLine(meeting, part, (told) => say.notRaised(told, names)),
  );
}

/** "Has Trump demanded it from Japan", which Japan says that nobody did: whose deed is asked about a person tells, and no side. */
function deniedByOther(given: Given): Given {
  const sides = demandsIn(given.query, 'side');
  const asked = sides.flatMap(({ anyOf }) => anyOf);
  const isOne = (id: string) => asked.includes(given.knowledge.people.get(id)?.country ?? '');
  if (!idsIn(given.query, 'person').some(isOne)) return given;
  const other = asking(given, without(given.query, sides));
  return bestOf(other.found.chosen).some((each) => denialOf(each, other) === 'denied') ? other : given;
}

/** The statement that holds the most of what was asked, and the others. */
function ofSubject(asked: Given): Draft | undefined {
  const given = deniedByOther(asked);
  const { found, query } = given;
  const points = bestOf(found.chosen);
  const denying = points.filter((each) => denialOf(each, given) === 'denied');
  // One meeting without a demand denies none of the others: “did they ever” is not answered by it.
  const isDenied =
    isPinned(query) &&
    found.chosen.every(({ consultation }) => denying.some((each) => each.consultation === consultation));
  const lead = isDenied ? denying[0] : leadOf(points, given);
  if (lead === undefined) return undefined;
  const byAnother = signedByAnother(given);
  if (byAnother !== undefined) return byAnother;
  const [, ...rest] = spread([lead, ...points.filter((each) => each !== lead)]);
  // Where other meetings do not deny it, a statement that does decides nothing.
  const denial = isDenied ? 'denied' : denialOf(lead, given) === 'none' ? 'none' : 'open';
  // What nothing says was not so either.
  const draft = answered(leadLine(lead, given), statementLines(rest, given), {
    held: isDenied ? [...found.dropped, ...asked.found.dropped] : [],
  });
  const whose = whoseDeedOf(lead, points, given);
  if (denial !== 'none' || whose === 'own') return opened(draft, (text) => opening(text, denial, lead, given));
  // Of what no statement says nobody else's deed is told either.
  if (isWordDropped(given)) return opened(draft, given.say.closest);
  return whose === 'other' ? opened(draft, given.say.no) : draft;
}

/** Whose deed the statement that leads tells, where the question says whose it was. Of somebody else only where no statement leaves it open. */
function whoseDeedOf(lead: Point, points: readonly Point[], given: Given): Whose {
  if (given.query.doer === undefined) return 'own';
  const whose = whoseDeed(lead, given);
  const isOpen =
    whose === 'other' &&
    (!carries(lead, given) || points.some((each) => carries(each, given) && whoseDeed(each, given) !== 'other'));
  return isOpen ? 'open' : whose;
}

/** "Did Ishiba sign the deal with Trump", which nobody signed while he was there: whoever signed it with the others did, and he did not. */
function signedByAnother(given: Given): Draft | undefined {
  const { query, found } = given;
  const isSigned = ({ role, anyOf, negated }: Constraint) => role === 'act' && anyOf.includes('signed') && !negated;
  const people = demandsIn(query, 'person');
  if (people.length < 2 || query.anyPerson || !found.dropped.some(isSigned)) return undefined;
  const signed = people.flatMap((person) => {
    const other = asking(given, without(query, [person]));
    const [best] = bestOf(other.found.chosen);
    return best?.outcome.act === 'signed' && carries(best, other) ? best : [];
  });
  const point = only(signed);
  if (point === undefined) return undefined;
  const lines = [attendedLine(point.consultation, given)];
  return opened(answered(leadLine(point, given), lines, { held: found.dropped }), given.say.no);
}

/** What names some meetings and no others. */
const PINS: ReadonlySet<Role> = new Set(['place', 'consultation', 'person']);

/** Whether the question says which meetings it means, so that what these deny is denied. */
function isPinned({ period, order, nths, constraints }: Query): boolean {
  const isOne = ({ role, negated }: Constraint) => !negated && PINS.has(role);
  return period !== null || order !== undefined || nths !== undefined || constraints.some(isOne);
}

/** The statement that decides it: one that holds all that was asked; asked how it stands now or what came after, the newest or the first of those that hold it as well. */
function leadOf(points: readonly Point[], given: Given): Point | undefined {
  const carrying = points.filter((each) => carries(each, given));
  const isOwn = (each: Point) => given.query.doer !== undefined && whoseDeed(each, given) === 'own';
  const [best, ...others] = carrying.length > 0 ? ahead(carrying, isOwn) : points;
  const { sort } = given.query;
  if (best === undefined || sort === undefined) return best;
  return inTime([best, ...others.filter(isNear([best]))], sort)[0];
}

/** "From 35 to 61 percent" of what fell from 61 to 35. */
function isReversed({ outcome }: Point, { change, language }: Query): boolean {
  const [from, to] = (change ?? []).map((figure) => outcome[language].indexOf(Number.parseFloat(figure).toString()));
  return from !== undefined && to !== undefined && to >= 0 && from > to;
}

/** Yes or No only where the statement itself decides it. What denies the wider denies the narrower: no request at all, none for more. */
function opening(text: string, denial: Denial, lead: Point, given: Given): string {
  const { found, say, query } = given;
  const isAsked = !query.constraints.some(({ negated }) => negated);
  if ((denial === 'denied' && isAsked) || isReversed(lead, query)) return say.no(text);
  // What all confirmed each of them confirmed: a statement of no side alone decides it.
  // Of a deed that is no saying, "has Japan sent troops", it decides nothing who else speaks of it.
  const isOfDeed = query.constraints.some(({ isDeed }) => isDeed);
  const isGivenUp = (each: Constraint) =>
    isOfStatement(each) && (each.role !== 'side' || isOfDeed || lead.lacks.includes(each));
  const isOpen = found.dropped.some(isGivenUp) || untoldIn(given).length > 0;
  const isDenial = query.denies === true && !deniesAny(lead.outcome);
  if (isOpen || isDenial || isOnlySought(lead, given) || !carries(lead, given)) return say.closest(text);
  return denial === 'none' ? say.yes(text) : text;
}

/** Whether a statement by itself holds all that was asked of statements and that anything holds, and tells as done what is asked as a deed. */
function carries({ lacks, outcome }: Point, { found, query }: Given): boolean {
  const areHeld = lacks.every((each) => found.dropped.includes(each) || (isLetter(each) && !each.isDeed));
  // "Was it settled that Japan would join": it need not have joined yet.
  const isSettled = query.constraints.some(({ role }) => role === 'act');
  return areHeld && query.constraints.every(({ isDeed, label }) => !isDeed || isSettled || tellsDone(label, outcome));
}

/** What was issued without a meeting shows none, unless it is asked about as such: that none is on record. */
function ofPapers(given: Given): Draft | undefined {
  const { found, say, scope, query } = given;
  const isOfPaper = query.measure === 'record' || idsIn(query, 'framework').length > 0;
  if (isOfPaper || found.chosen.some((each) => isHeld(each, given))) return undefined;
  const issued = newestFirst(found.chosen).map((each) => meetingLine(each.consultation, given, say.heldOn));
  return notFound(plainLine(say.nothingYesNo(scope)), issued);
}

/** Whether they met: the meeting with who was there, or how many there were. */
function ofMeetings(given: Given): Draft | undefined {
  const { say, scope, query } = given;
  const fitting = newestFirst(heldIn(given));
  const [latest, ...others] = fitting;
  if (latest === undefined) return undefined;
  const { consultation } = latest;
  if (query.claim === 'office' && !fitting.some((each) => wasInOffice(each.consultation, given)))
    return opened(answered(meetingLine(consultation, given, say.attended)), say.no);
  // That they met does not say that one of them said what no word here tells.
  // Nor is the whole record a yes to what names nothing of it.
  const isBare = query.constraints.length === 0 && query.period === null;
  const isOpen = untoldIn(given).length > 0 || query.whose === 'speaker' || isBare;
  if (others.length > 0) {
    const several = say.severalHeld(scope, fitting.length, tell(consultation, given));
    const text = isOpen ? several : say.yes(several);
    return answered(summaryLine(text, [consultation]), itemLines(fitting, given));
  }
  const names = query.constraints.some(({ role }) => role === 'person' || role === 'post' || role === 'member');
  const one = names && consultation.participants.length > 0 ? say.attended : say.heldOn;
  const line = meetingLine(consultation, given, one);
  return isOpen || isOtherLast(given) ? answered(line) : opened(answered(line), say.yes);
}

/** "Was Hamada the foreign minister at the 2+2": that he was there, and so was one, does not say that it was he. */
function wasInOffice({ participants }: Consultation, given: Given): boolean {
  const [people, posts] = [idsIn(given.query, 'person'), idsIn(given.query, 'post')];
  return participants.some((each) => people.includes(each.person) && holds(each, posts, given));
}

/** "Did Korea attend the last summit" may mean the last of all, which it did not attend: the last that it did is then no yes. */
function isOtherLast({ query, found, search }: Given): boolean {
  const others = query.constraints.filter(({ role, negated }) => role !== 'member' || negated);
  if (query.order === undefined || others.length === query.constraints.length) return false;
  const last = idsOf(search({ ...query, constraints: others }).chosen);
  return !found.chosen.some(({ consultation }) => last.includes(consultation.id));
}
