import { type Annotated, hasCue } from '../annotation.ts';
import { type Ask, Explains, type Query } from '../query.ts';
import { countedIn, isFromMeeting } from './counted.ts';
import { asksElse, hasSubject, scopeOf } from './scope.ts';
import type { Turn } from './turn.ts';

/** 「日本側は？」: the same is asked of one side. */
export const isOfSide = ({ constraints }: Query) =>
  constraints.length > 0 && constraints.every(({ role }) => role === 'side');

/** "Did anyone else take part?" is answered with who did, and with no yes. */
export const asksOthersPresent = (annotated: Annotated) =>
  hasCue(annotated, 'more') && hasCue(annotated, 'meet.attend', 'aspect.members');

/** "How many were in Tokyo?" counts meetings; 「使用期間は」 does not. */
const asksNumber = (query: Query, { annotated }: Turn) =>
  query.ask === 'amount' && query.measure === undefined && !hasSubject(query) && !hasCue(annotated, 'ask.howmuch');

/** What is asked of those shown: "only the telephone talks", "and Koizumi?". */
export function askOfShown(query: Query, turn: Turn): Ask {
  const { annotated, previous, lean } = turn;
  if (asksElse(annotated, previous)) return 'what';
  if (asksNumber(query, turn)) return 'count';
  // 「電話だったのはどれ」 chooses among them.
  const isWhich = hasCue(annotated, 'ask.which') && !hasCue(annotated, 'ask.what', 'say', 'act.*', 'verb.*');
  if (query.ask === 'what' && !hasSubject(query) && isWhich) return 'list';
  if (asksOthersPresent(annotated)) return 'who';
  if (lean.hasWh || query.yesNo) return query.ask;
  if (isOfSide(query) && !lean.names) return previous.ask === 'what' ? 'what' : 'who';
  return askOfFewer(query, turn);
}

function askOfFewer(query: Query, { annotated, previous }: Turn): Ask {
  // 「電話会談のやつだけ見せて」 after what was said: what was said there.
  if (hasCue(annotated, 'only') && previous.ask === 'what') return 'what';
  if (query.ask === 'holder') return 'list';
  // 「このうち…の話が出たのは？」 chooses among them; 「台湾は？」 does not.
  const isChoice = query.ask === 'list' && hasCue(annotated, 'rel.ofthem');
  return hasSubject(query) && !isChoice ? 'what' : query.ask;
}

const OF_MEETINGS: readonly Ask[] = ['who', 'when', 'where', 'count', 'list', 'duration', 'since', 'define'];
const KEPT_BY_NONE: ReadonlySet<Ask> = new Set([...Explains, 'holder', 'succession']);

/** What is asked with what the turn before named, where the turn itself does not say. */
export function askKept(query: Query, turn: Turn): Ask {
  const { annotated, previous, lean } = turn;
  if (asksNumber(query, turn) && previous.ask !== 'amount' && !hasSubject(scopeOf(previous))) return 'count';
  // 「それ以降に開かれたのは？」 after who came asks for the meetings.
  const isOfHeld = query.ask === 'list' && isFromMeeting(countedIn(annotated)) && hasCue(annotated, 'meet.held');
  if (lean.hasWh || query.yesNo || query.ask === 'rank' || isOfHeld) return query.ask;
  if (hasSubject(query) && OF_MEETINGS.includes(previous.ask)) return 'what';
  if (previous.ask === 'holder' && lean.names === 0 && isOfTime(query, annotated)) return 'holder';
  return KEPT_BY_NONE.has(previous.ask) ? query.ask : previous.ask;
}

/** "And in 2021?", "and a year later?" after who held a post. */
const isOfTime = ({ period }: Query, annotated: Annotated) =>
  period !== null || hasCue(annotated, 'shift.*') || countedIn(annotated) !== undefined;

const OF_ONE: readonly Ask[] = ['who', 'where', 'when', 'what', 'yes-no'];

/** What is asked of the next meeting: what the turn asks, else what was asked of the one before. */
export function askOfNext({ ask, ahead }: Query, { annotated, previous, lean }: Turn): Ask {
  if (ahead && hasCue(annotated, 'ask.when')) return 'when';
  if (OF_ONE.includes(ask)) return ask;
  if (lean.hasWh) return ask === 'refuse' ? 'list' : ask;
  return OF_ONE.includes(previous.ask) ? previous.ask : 'list';
}
