import { LRUCache } from 'lru-cache';
import type { Answer } from '../answer/answer.ts';
import type { AskRequest, Desk } from '../desk.ts';
import { stepsInTurn } from './in-turn.ts';

/** Answers kept for each desk; the least recently asked go first. */
const MOST = 500;

const memos = new WeakMap<Desk, LRUCache<string, Answer>>();

/**
 * `desk.ask`, with the answers of popular questions kept: the desk is deterministic for (knowledge, question, day), a desk
 * stands for one knowledge, and an answer is immutable.
 */
export function askMemoised(desk: Desk, request: AskRequest): Answer {
  return known(desk, request) ?? kept(desk, request, desk.ask(request));
}

/** The same in turn with all other questions, a long one in several turns. */
export async function askInTurn(desk: Desk, request: AskRequest): Promise<Answer> {
  return known(desk, request) ?? kept(desk, request, await stepsInTurn(desk.asking(request)));
}

const known = (desk: Desk, request: AskRequest) => memos.get(desk)?.get(keyOf(request));

function kept(desk: Desk, request: AskRequest, answer: Answer): Answer {
  const memo = memos.get(desk) ?? new LRUCache<string, Answer>({ max: MOST });
  memos.set(desk, memo);
  memo.set(keyOf(request), answer);
  return answer;
}

function keyOf({ text, clock, language, fallbackLanguage, previous, carry, page }: AskRequest): string {
  const day = clock.now.toZonedDateTimeISO(clock.zone).toPlainDate().toString();
  return JSON.stringify([text, day, clock.zone, language, fallbackLanguage, previous, carry, page]);
}
