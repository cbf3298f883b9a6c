import { LRUCache } from 'lru-cache';
import type { Answer } from '../answer/answer.ts';
import type { AskRequest, Desk } from '../desk.ts';

/** Answers kept for each desk; the least recently asked go first. */
const MOST = 500;

const memos = new WeakMap<Desk, LRUCache<string, Answer>>();

/**
 * `desk.ask`, with the answers of popular questions kept: the desk is deterministic for (knowledge, question, day), a desk
 * stands for one knowledge, and an answer is immutable.
 */
export function askMemoised(desk: Desk, request: AskRequest): Answer {
  const { text, clock, language, fallbackLanguage, previous, carry, page } = request;
  const day = clock.now.toZonedDateTimeISO(clock.zone).toPlainDate().toString();
  const key = JSON.stringify([text, day, clock.zone, language, fallbackLanguage, previous, carry, page]);
  let memo = memos.get(desk);
  if (memo === undefined) {
    memo = new LRUCache({ max: MOST });
    memos.set(desk, memo);
  }
  const known = memo.get(key);
  if (known !== undefined) return known;
  const answer = desk.ask(request);
  memo.set(key, answer);
  return answer;
}
