import type { Answer } from '../answer/answer.ts';
import type { AskRequest, Desk } from '../desk.ts';

/** Answers kept for each desk; the least recently asked go first. */
const MOST = 500;

const memos = new WeakMap<Desk, Map<string, Answer>>();

/**
 * `desk.ask`, with the answers of popular questions kept: the desk is deterministic for (knowledge, question, day), a desk
 * stands for one knowledge, and an answer is immutable.
 */
export function askMemoised(desk: Desk, request: AskRequest): Answer {
  const { text, clock, language, fallbackLanguage, previous, page } = request;
  const day = clock.now.toZonedDateTimeISO(clock.zone).toPlainDate().toString();
  const key = JSON.stringify([text, day, clock.zone, language, fallbackLanguage, previous, page]);
  let memo = memos.get(desk);
  if (memo === undefined) {
    memo = new Map();
    memos.set(desk, memo);
  }
  const known = memo.get(key);
  const answer = known ?? desk.ask(request);
  memo.delete(key);
  memo.set(key, answer);
  if (memo.size > MOST) {
    const [oldest] = memo.keys();
    if (oldest !== undefined) memo.delete(oldest);
  }
  return answer;
}
