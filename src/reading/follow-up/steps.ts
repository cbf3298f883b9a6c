import type { Consultation } from '../../knowledge/schema.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Period } from '../../time/period.ts';
import { consultationSpan, shiftDays } from '../../time/spans.ts';
import { hasCue } from '../annotation.ts';
import { assumed } from '../blank.ts';
import { carriedNotes } from '../notes.ts';
import type { Constraint, Query, Role } from '../query.ts';
import type { Reading } from '../readings.ts';
import { daysShown, shownIn } from './counted.ts';
import { situationOf } from './facts.ts';
import { asksPlan, isLater, isPlanOfNext, isStep } from './next.ts';
import { otherOfPair } from './pair.ts';
import { meantBy } from './pronouns.ts';
import { OF_VENUE, personConstraint, tableOf } from './scope.ts';
import { askOf, kept, triedAs } from './table.ts';
import { sameMembers } from './tables-meant.ts';
import type { Turn } from './turn.ts';

/** "The one before that", 次は？: one step from the meeting just told of, in its own framework. */
export function steps(turn: Turn): readonly Reading[] {
  const { readings, previous, lexicon } = turn;
  // After a list the one after its last, or before its first.
  const shown = shownIn(previous, lexicon.knowledge.consultations);
  const at = isLater(turn) ? shown.at(-1) : shown[0];
  if (!isStep(turn) || at === undefined) return [];
  const likeliest = readings.map((one) => ({ ...one, prior: Math.min(one.prior, 3) }));
  return triedAs('step', likeliest, turn).flatMap((one) => {
    const query = stepFrom(at, one.query, turn);
    const step = { ...one, query, why: [...one.why, 'step'] };
    // The one after the video conference need not be by video.
    const loose = query.constraints.filter(({ role, origin }) => role !== 'format' || origin !== 'carried');
    const isLoose = loose.length < query.constraints.length;
    return isLoose ? [step, { ...step, query: { ...query, constraints: loose }, prior: step.prior - 1 }] : [step];
  });
}

function stepFrom(at: Consultation, query: Query, turn: Turn): Query {
  const isNext = isLater(turn);
  const days = daysShown(turn);
  const span = (isNext ? days.at(-1) : days[0]) ?? consultationSpan(at);
  const before: Period = { from: null, to: shiftDays(span.from, -1) };
  // 「前回はいつ」 after what a body is: its latest, and none before that.
  const upTo = turn.previous.ask === 'define' ? null : before;
  const step: Query = {
    ...query,
    ask: askOf('step', query, turn),
    reason: undefined,
    ahead: isNext && (asksPlan(turn) || (query.ahead && !hasLater(at, turn.lexicon))),
    frame: 'step',
    period: isNext ? { from: shiftDays(span.to, 1), to: null } : upTo,
    nths: undefined,
    order: { side: isNext ? 'first' : 'latest', skip: hasCue(turn.annotated, 'order.beforelast') ? 1 : 0, limit: 1 },
    constraints: constraintsFrom(at, query, turn),
    ...(claimsVenue(query) ? { ask: 'yes-no', claim: 'rest' } : {}),
  };
  return { ...step, notes: [...query.notes, ...carriedNotes(step, null)] };
}

/** "Was the next one in person?": that is asked of the next, and not for the next that was. */
const claimsVenue = ({ yesNo, constraints }: Query) => yesNo && constraints.some(({ role }) => OF_VENUE.has(role));

/** Whether its framework met again, so that the one after it is on record and nothing to come. */
const hasLater = (at: Consultation, { knowledge }: Lexicon) =>
  knowledge.consultations.some((one) => one.framework === at.framework && one.date > at.date);

/** The table that the meeting just told of was found by, else its own framework. */
function constraintsFrom(at: Consultation, query: Query, turn: Turn): Constraint[] {
  const { scope, lexicon } = turn;
  if (isPlanOfNext(turn)) return [tableOf(at.framework)];
  const isDone = (role: Role) => role === 'act' || role === 'verb' || role === 'word';
  const own = query.constraints.filter(({ subject, role }) => !subject && !(isDone(role) && asksPlan(turn)));
  const before = kept('step', scope.constraints, own, query, turn);
  const him = ofHim(before, own, turn);
  // "The next meeting of the three" names no other table.
  const isOfAny = own.every(({ role, anyOf }) => role === 'size' || (role === 'level' && anyOf.includes('trilateral')));
  const table = before.length === 0 && isOfAny ? [tableOf(at.framework)] : [];
  // 「次に会ったのは」 after a telephone talk: they sat in one room.
  const sits = situationOf(query, turn).holds('in-person') ? [IN_PERSON] : [];
  return [...table, ...sameMembers(at, own, lexicon), ...him, ...otherOfPair(turn), ...own, ...sits];
}

const IN_PERSON = assumed('format', ['in-person'], { strength: 'soft' });

/** "When did he next meet a minister?": of him, and of nobody else whom the turn before named. */
function ofHim(kept: readonly Constraint[], own: readonly Constraint[], turn: Turn): readonly Constraint[] {
  const isElse = own.some(({ role }) => role === 'person') || hasCue(turn.annotated, 'noun.person', 'ask.who');
  const he = isElse && hasCue(turn.annotated, 'pronoun') ? meantBy(turn) : undefined;
  const others = kept.filter(({ role }) => role !== 'person' || he === undefined);
  return he === undefined ? others : [...others, personConstraint(he)];
}
