import type { Answer } from '../answer/answer.ts';
import { questionJson } from '../answer/json.ts';
import { asPrevious } from '../desk.ts';
import type { Query } from '../reading/query.ts';
import type { Language } from '../text/language.ts';
import { askInTurn } from './answer-memo.ts';
import { type ConversationContext, failedHint, longerThan } from './context.ts';
import { type AskInput, type AskResult, MOST_CHARACTERS } from './contract.ts';
import { clockOn } from './timeline.ts';

/** Lines of a message that are looked at one by one, at most. */
const MOST_LINES = 12;

/** Answers a question as one turn of a conversation, and keeps what follow-ups, buttons and the list of gaps need. Never rejects. */
export async function askInConversation(context: ConversationContext, input: AskInput): Promise<AskResult> {
  const text = input.text.trim();
  const language = input.language ?? input.fallbackLanguage ?? context.fallbackLanguage;
  const refusal = context.refusal(input, text, language);
  if (refusal !== undefined) return refusal;
  let answer: Answer;
  let before: Query | undefined;
  try {
    ({ answer, before } = await answerTo(context, input, text === '' ? helpText(language) : text));
  } catch (error) {
    context.log.error({ err: error }, 'The desk failed on a question.');
    return failedHint(language);
  }
  const writes = [context.saveAsk(input.actor, answer, input.zone)];
  writes.push(...input.keys.map((key) => context.remember(key, input.actor, answer, before)));
  if (answer.status === 'not-found') writes.push(recordGap(context, input, answer));
  return { kind: 'answer', answer, saved: Promise.all(writes).then(() => {}) };
}

async function answerTo(
  context: ConversationContext,
  input: AskInput,
  text: string,
): Promise<{ answer: Answer; before: Query | undefined }> {
  const isBlank = input.text.trim() === '';
  const previous = isBlank || input.carry === 'never' ? undefined : await previousOf(context, input);
  // A reply says what it follows.
  const carry = input.follows === undefined ? input.carry : 'freely';
  const fallbackLanguage = input.fallbackLanguage ?? context.fallbackLanguage;
  const desk = context.desk();
  const clock = { ...context.now(), zone: input.zone ?? context.zone };
  // Each line of a message is a question of its own.
  const ask = (question: string) =>
    askInTurn(desk, { text: question, clock, language: input.language, fallbackLanguage, previous, carry });
  const answer = await ask(text);
  if (isOnRecord(answer) || input.lines === undefined) return { answer, before: previous };
  return { answer: (await bestOf(input.lines, ask)) ?? answer, before: previous };
}

/** The question of an answer that was replied to, else the last one of the conversation. */
async function previousOf(context: ConversationContext, input: AskInput): Promise<Query | undefined> {
  const ask = input.follows === undefined ? undefined : await context.memory.ask(input.follows);
  if (ask === undefined) return context.memory.question(input.keys);
  const clock = clockOn(ask.day, context.zone);
  return asPrevious(context.desk().reask(ask.question, { clock, language: ask.language }));
}

function recordGap(context: ConversationContext, input: AskInput, answer: Answer): Promise<void> {
  return context.memory.keepGap({
    at: context.clock().epochMilliseconds,
    platform: input.platform,
    actor: input.actor,
    language: answer.language,
    intent: questionJson(answer.question).intent,
    reason: gapReason(answer.question),
    text: context.keepText ? answer.question.text : null,
    knowledgeVersion: answer.knowledgeVersion,
  });
}

function helpText(language: Language): string {
  return language === 'ja' ? '使い方' : 'help';
}

async function bestOf(lines: readonly string[], ask: (line: string) => Promise<Answer>): Promise<Answer | undefined> {
  const askable = lines.filter((line) => line.trim() !== '' && !longerThan(line, MOST_CHARACTERS));
  const answers = (await Promise.all(askable.slice(0, MOST_LINES).map(ask))).filter(isOnRecord);
  return answers.find(({ question }) => question.period !== null) ?? answers[0];
}

function isOnRecord(answer: Answer): boolean {
  return answer.status === 'answered' && answer.question.ask !== 'help' && answer.consultations.length > 0;
}

function gapReason(question: Query): string {
  if (question.ask === 'refuse') return 'out-of-scope';
  if (question.impossible.length > 0) return 'impossible-date';
  return 'no-record';
}
