import type { ConversationContext } from './context.ts';
import type { Offer, Press, Pressed } from './contract.ts';
import { inTurn } from './in-turn.ts';
import { clockOn, timelineOf } from './timeline.ts';

/** What a button shows. The answer is made again from its question, so that the present record counts. Never rejects. */
export async function press(
  { memory, log, zone, desk: currentDesk }: ConversationContext,
  id: string,
  wanted: Press,
  { actor, shown }: { actor: string; shown?: string | undefined },
): Promise<Pressed> {
  const ask = await memory.ask(id);
  if (ask === undefined) return { kind: 'expired' };
  const language = (wanted.view === 'answer' ? wanted.language : undefined) ?? ask.language;
  const page = wanted.view === 'answer' || wanted.view === 'sources' ? wanted.page : undefined;
  const clock = clockOn(ask.day, zone);
  try {
    const desk = currentDesk();
    const answer = await inTurn(() => desk.reask(ask.question, { clock, language, page }));
    void memory.keepAsk(answer.id, actor, { question: answer.question, language, day: ask.day }, id);
    if (wanted.view === 'answer' || wanted.view === 'sources') {
      return { kind: 'answer', answer, changed: shown !== undefined && !answer.knowledgeVersion.startsWith(shown) };
    }
    if (wanted.view === 'card') {
      const consultation = wanted.consultation ?? answer.consultations[0];
      const card = consultation === undefined ? undefined : desk.card(consultation, language);
      return card === undefined ? { kind: 'nothing', language } : { kind: 'card', card, answer };
    }
    const timeline = timelineOf(desk, answer, clock);
    return timeline.items.length === 0 ? { kind: 'nothing', language } : { kind: 'timeline', timeline, answer };
  } catch (error) {
    log.error({ err: error, ask: id }, 'The desk failed on a button.');
    return { kind: 'expired' };
  }
}

/** The question behind what an answer offers; `undefined` when it is no longer known. Never rejects. */
export async function offered(
  { memory, log, zone, desk }: ConversationContext,
  id: string,
  offer: Offer,
): Promise<string | undefined> {
  const ask = await memory.ask(id);
  if (ask === undefined) return undefined;
  try {
    const page = offer.from === 'suggestions' ? offer.page : undefined;
    const answer = desk().reask(ask.question, { clock: clockOn(ask.day, zone), language: ask.language, page });
    if (offer.from === 'scope') return answer.scope?.wholeRecord;
    return offer.from === 'suggestions' ? answer.suggestions[offer.index] : answer.choices[offer.index]?.question;
  } catch (error) {
    log.error({ err: error, ask: id }, 'The desk failed on a suggestion.');
    return undefined;
  }
}
