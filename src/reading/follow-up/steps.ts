import type { Consultation } from '../../knowledge/schema.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Period } from '../../time/period.ts';
import { consultationSpan, shiftDays } from '../../time/spans.ts';
import { hasCue } from '../annotation.ts';
import { assumed } from '../blank.ts';
import { carriedNotes } from '../notes.ts';
import { listed } from '../patterns.ts';
import type { Constraint, Query, Role } from '../query.ts';
import type { Reading } from '../readings.ts';
import { askOfNext } from './asked.ts';
import { countedIn, shownIn } from './counted.ts';
import { meantBy } from './pronouns.ts';
import {
  carried,
  groupOf,
  isOfPeople,
  isOfThoseWhoMeet,
  isOtherSide,
  membersOf,
  otherOfPair,
  personConstraint,
  scopeOf,
  tableOf,
} from './scope.ts';
import type { Turn } from './turn.ts';

type Asked = Pick<Turn, 'annotated' | 'previous' | 'lean'>;

/** 「翌年はどこで開くことになった？」: of the meeting that the one shown planned for a time told from its own. */
const isPlanOfNext = (turn: Asked) => (turn.previous.answered ?? []).length > 0 && isLater(turn) && asksPlan(turn);
const isLater = ({ annotated }: Asked) => hasCue(annotated, 'shift.+year', 'shift.+month');

/** Whether the meeting next to the one shown is asked for, and not a time. */
export function isStep(turn: Asked): boolean {
  const { annotated, previous, lean } = turn;
  const counted = countedIn(annotated);
  const isShown = (previous.answered ?? []).length > 0 && !lean.hasTime && (counted === undefined || 'side' in counted);
  const isLast = lean.elliptic && hasCue(annotated, 'order.beforelast');
  const isNext = isLast || hasCue(annotated, 'order.next', 'order.previous', 'order.again');
  return (isShown && isNext) || isPlanOfNext(turn);
}

/** 「前の大使は会った？」 read of anybody: the step back is not to be passed over. */
export function passesOverStep({ order, nths, period, ahead, succession }: Query, turn: Turn): boolean {
  const isTaken = (order ?? nths ?? succession) !== undefined || period !== null || ahead;
  return !isTaken && isStep(turn);
}

/** "The one before that", 次は？: one step from the meeting just told of, in its own framework. */
export function steps(turn: Turn): readonly Reading[] {
  const { annotated, readings, previous, lean, lexicon } = turn;
  // After a list the one after its last, or before its first.
  const shown = shownIn(previous, lexicon.knowledge.consultations);
  const at = hasCue(annotated, 'order.next') || isLater(turn) ? shown.at(-1) : shown[0];
  if (!isStep(turn) || at === undefined) return [];
  return readings.flatMap((one) => {
    const query = stepFrom(at, one.query, turn);
    const prior = Math.min(one.prior, 3) + (lean.elliptic || lean.people === 0 ? 2.5 : 0.5);
    const step = { ...one, query, prior, why: [...one.why, 'step'] };
    // The one after the video conference need not be by video.
    const loose = query.constraints.filter(({ role, origin }) => role !== 'format' || origin !== 'carried');
    const isLoose = loose.length < query.constraints.length;
    return isLoose ? [step, { ...step, query: { ...query, constraints: loose }, prior: prior - 1 }] : [step];
  });
}

function stepFrom(at: Consultation, query: Query, turn: Turn): Query {
  const isNext = hasCue(turn.annotated, 'order.next') || isLater(turn);
  const span = consultationSpan(at);
  const before: Period = { from: null, to: shiftDays(span.from, -1) };
  // 「前回はいつ」 after what a body is: its latest, and none before that.
  const upTo = turn.previous.ask === 'define' ? null : before;
  const period = isNext ? { from: shiftDays(span.to, 1), to: null } : upTo;
  const step: Query = {
    ...query,
    ask: askOfNext(query, turn),
    reason: undefined,
    ahead: isNext && (asksPlan(turn) || (query.ahead && !hasLater(at, turn.lexicon))),
    frame: 'step',
    period,
    nths: undefined,
    order: { side: isNext ? 'first' : 'latest', skip: hasCue(turn.annotated, 'order.beforelast') ? 1 : 0, limit: 1 },
    constraints: constraintsFrom(at, query, turn),
  };
  return { ...step, notes: [...query.notes, ...carriedNotes(step, null)] };
}

/** Whether its framework met again, so that the one after it is on record and nothing to come. */
const hasLater = (at: Consultation, { knowledge }: Lexicon) =>
  knowledge.consultations.some((one) => one.framework === at.framework && one.date > at.date);

const tellsPlan = listed('tells-plan');

/** 「次回はどこで開くと決めた？」: what the meeting shown said of its next one. */
function asksPlan({ annotated, lean }: Asked): boolean {
  const isOfDay = hasCue(annotated, 'ask.when', 'ask.where', 'ask.left', 'verb.scheduled');
  const isOfTable = lean.names <= (lean.hasTable ? 1 : 0);
  return isOfDay && isOfTable && annotated.all.some(tellsPlan) && !hasCue(annotated, 'act.discussed');
}

/** 「次に会ったのは」, 「最後に会ったのは」 after a telephone talk: they sat in one room. */
export function inPerson({ constraints }: Query, { annotated }: Turn): readonly Constraint[] {
  const isAsked =
    hasCue(annotated, 'meet.face') && !constraints.some(({ role, label }) => role === 'format' && label !== '');
  return isAsked ? [assumed('format', ['in-person'], { strength: 'soft' })] : [];
}

/** The table that the meeting just told of was found by, else its own framework. */
function constraintsFrom(at: Consultation, query: Query, turn: Turn): Constraint[] {
  const { annotated, previous, lexicon } = turn;
  if (isPlanOfNext(turn)) return [tableOf(at.framework)];
  const isDone = (role: Role) => role === 'act' || role === 'verb' || role === 'word';
  const own = query.constraints.filter(({ subject, role }) => !subject && !(isDone(role) && asksPlan(turn)));
  const groups = new Set(own.map(({ role }) => groupOf(role)));
  const before = scopeOf(previous).constraints;
  // Somebody else is named: those of the other side stay, those of the own side do not.
  const isOther = own.some(isOfPeople);
  const sits = inPerson(query, turn);
  const kept = before
    .filter(({ role }) => role !== 'format' || sits.length === 0)
    .filter((one) => (isOfThoseWhoMeet(one) || one.role === 'format') && !groups.has(groupOf(one.role)))
    .filter(({ role }) => !isOther || role === 'person')
    // That the meeting shown was held in a room was only assumed.
    .filter(({ label }) => label !== '');
  const others = before.filter((one) => isOther && isOfPeople(one) && isOtherSide(one, query, lexicon));
  const him = ofHim([...kept, ...others], own, turn);
  // "The next meeting of the three" names no other table.
  const isOfAny = own.every(({ role, anyOf }) => role === 'size' || (role === 'level' && anyOf.includes('trilateral')));
  const table = kept.length === 0 && isOfAny ? [tableOf(at.framework)] : [];
  const pair = otherOfPair(annotated, previous, lexicon);
  return [...table, ...sameMembers(at, own, lexicon), ...him, ...pair, ...own, ...sits];
}

/** "When did he next meet a minister?": of him, and of nobody else whom the turn before named. */
function ofHim(kept: readonly Constraint[], own: readonly Constraint[], turn: Turn): readonly Constraint[] {
  const isElse = own.some(({ role }) => role === 'person') || hasCue(turn.annotated, 'noun.person', 'ask.who');
  const he = isElse && hasCue(turn.annotated, 'pronoun') ? meantBy(turn) : undefined;
  const others = kept.filter(({ role }) => role !== 'person' || he === undefined).map(carried);
  return he === undefined ? others : [...others, personConstraint(he)];
}

/** "The next trilateral summit" is of the three who sat there. */
export function sameMembers(at: Consultation, own: readonly Constraint[], { knowledge }: Lexicon): Constraint[] {
  const countries = knowledge.frameworks.get(at.framework)?.countries ?? [];
  const tables = own.filter(({ role }) => groupOf(role) === groupOf('framework'));
  const isLoose = ({ role, anyOf }: Constraint) =>
    role === 'level' || role === 'kind' || role === 'size' || (role === 'framework' && anyOf.includes(at.framework));
  const isSame = countries.length > 2 && tables.length > 0 && tables.every(isLoose);
  return isSame ? [membersOf(countries)] : [];
}
