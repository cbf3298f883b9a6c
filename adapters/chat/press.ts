import type { Answer } from '../../src/answer/index.ts';
import type { Press } from '../../src/conversation/index.ts';
import { phrases } from '../../src/conversation/index.ts';
import type { Language } from '../../src/text/index.ts';
import type { Action } from './actions.ts';
import type { Chat } from './chat.ts';
import {
  answerMessage,
  type ChatMessage,
  cardMessage,
  type Fitting,
  moreMessage,
  sourcesMessage,
  timelineMessage,
} from './message.ts';
import { titlesOf } from './titles.ts';

/** Who pressed a control, and what of the place decides how we answer. */
export type Pressing = {
  /** As conversations and the store know the person. */
  readonly actor: string;
  /** The channel, for what must happen once in it. */
  readonly channel: string;
  /** How a line of ours names the person: in the platform's markup, pinging nobody. */
  readonly name: string;
  /** Of sentences that belong to no answer. */
  readonly language: () => Language | Promise<Language>;
  /** Nobody else sees the message that carries the control. */
  readonly alone: boolean;
  /** The message answers this person: they may turn its pages where it stands. */
  readonly own: boolean;
  /** Nobody else could see it if it were shared. */
  readonly direct: boolean;
  /** What stands over an answer as its question where readers do not see it; `undefined` where they do. */
  readonly question: (answer: Answer) => string | undefined;
};

/** What becomes of a press. How it is delivered is the platform's. */
export type Outcome =
  /** To the presser alone. */
  | { readonly kind: 'notice'; readonly text: string }
  /** `in-place`: instead of the message that carries the control; `private`: to the presser alone. */
  | { readonly kind: 'show'; readonly message: ChatMessage; readonly where: 'in-place' | 'private' }
  /** To everybody, once for `key`; where it was done before, `again` is said to the presser. */
  | { readonly kind: 'share'; readonly message: ChatMessage; readonly key: string; readonly again: string }
  /** Asked as if typed, in the same conversation. */
  | { readonly kind: 'ask'; readonly text: string }
  /** The form that tells the curators what is wrong. */
  | { readonly kind: 'form'; readonly ask: string }
  /** Of no answer: the platform has its own way. */
  | { readonly kind: 'own'; readonly action: Extract<Action, { kind: 'unsubscribe' | 'setting' | 'help' | 'forget' }> }
  | { readonly kind: 'nothing' };

/** Carries out what a control asks for, of this process or of one before a restart. Never rejects. */
export async function press(chat: Chat, action: Action | undefined, who: Pressing, fit: Fitting): Promise<Outcome> {
  switch (action?.kind) {
    case undefined:
      return { kind: 'notice', text: phrases(await who.language()).askAgain };
    case 'page':
    case 'language':
    case 'share':
    case 'menu':
      return pressAnswer(chat, action, who, fit);
    case 'sources':
    case 'details':
    case 'card':
    case 'timeline':
      return pressView(chat, action, who, fit);
    case 'question':
      return { kind: 'ask', text: action.text };
    case 'suggestion':
    case 'choice':
    case 'whole':
      return pressOffer(chat, action, who);
    case 'feedback':
      return { kind: 'form', ask: action.ask };
    case 'helpful':
      return pressHelpful(chat, action.ask, who);
    case 'unsubscribe':
    case 'setting':
    case 'help':
    case 'forget':
      return { kind: 'own', action };
    case 'part':
    case 'select':
      return { kind: 'nothing' };
  }
}

type Of<K extends Action['kind']> = Extract<Action, { kind: K }>;

async function pressAnswer(
  chat: Chat,
  action: Of<'page' | 'language' | 'share' | 'menu'>,
  who: Pressing,
  fit: Fitting,
): Promise<Outcome> {
  const wanted: Press =
    action.kind === 'language' ? { view: 'answer', language: action.language } : { view: 'answer', page: action.page };
  const shown = 'version' in action ? action.version : undefined;
  const pressed = await chat.conversations.press(action.ask, wanted, { actor: who.actor, shown });
  if (pressed.kind !== 'answer') return expired(who);
  const { answer, changed } = pressed;
  const said = phrases(answer.language);
  const leaf = action.kind === 'language' ? 0 : action.leaf;
  const view = { leaf, question: who.question(answer), pages: chat.pages };
  const above = changed ? [said.knowledgeChanged] : [];
  if (action.kind === 'share') {
    return {
      kind: 'share',
      message: answerMessage(answer, fit, {
        ...view,
        question: who.question(answer) ?? answer.question.text,
        above: [said.sharedBy(who.name), ...above],
      }),
      // However often it is pressed, on whichever page: once a person, channel and answer.
      key: `${chat.platform}:share:${who.actor}:${who.channel}:${answer.id}`,
      again: said.sharedAlready,
    };
  }
  // Askers turn their own pages where they stand; others get a copy, so that nobody's answer changes under their eyes.
  const where = who.alone || (who.own && action.kind === 'page') ? 'in-place' : 'private';
  const shareable = (who.alone || where === 'private') && !who.direct;
  if (action.kind === 'menu') {
    return {
      kind: 'show',
      message: moreMessage(answer, { ...view, shareable: who.alone && !who.direct }),
      where: 'private',
    };
  }
  return { kind: 'show', message: answerMessage(answer, fit, { ...view, above, shareable }), where };
}

async function pressView(
  chat: Chat,
  action: Of<'sources' | 'details' | 'card' | 'timeline'>,
  who: Pressing,
  fit: Fitting,
): Promise<Outcome> {
  const pressed = await chat.conversations.press(action.ask, pressOf(action), { actor: who.actor });
  const isTurned =
    action.kind === 'card' ||
    (action.kind === 'timeline' && action.turned === true) ||
    (action.kind === 'sources' && action.leaf !== 0);
  const where = isTurned && (who.alone || who.own) ? 'in-place' : 'private';
  const leaf = 'leaf' in action ? action.leaf : 0;
  switch (pressed.kind) {
    case 'card': {
      const titleOf = titlesOf(chat.desk(), pressed.answer.language);
      return { kind: 'show', message: cardMessage(pressed.card, pressed.answer, fit, { leaf, titleOf }), where };
    }
    case 'timeline': {
      const message = timelineMessage(pressed.timeline, action.ask, fit, { leaf, pages: chat.pages });
      return { kind: 'show', message, where };
    }
    case 'answer':
      return { kind: 'show', message: sourcesMessage(pressed.answer, fit, leaf), where };
    case 'nothing':
      return { kind: 'notice', text: phrases(pressed.language).nothingThere };
    case 'expired':
      return expired(who);
  }
}

function pressOf(action: Of<'sources' | 'details' | 'card' | 'timeline'>): Press {
  if (action.kind === 'timeline') return { view: 'timeline' };
  if (action.kind === 'sources')
    return { view: 'sources', ...(action.page === undefined ? {} : { page: action.page }) };
  return { view: 'card', ...(action.consultation === undefined ? {} : { consultation: action.consultation }) };
}

async function pressOffer(chat: Chat, action: Of<'suggestion' | 'choice' | 'whole'>, who: Pressing): Promise<Outcome> {
  const text = await chat.conversations.offered(
    action.ask,
    action.kind === 'whole'
      ? { from: 'scope' }
      : action.kind === 'choice'
        ? { from: 'choices', index: action.index }
        : { from: 'suggestions', index: action.index, page: action.page },
  );
  return text === undefined ? expired(who) : { kind: 'ask', text };
}

async function pressHelpful(chat: Chat, ask: string, who: Pressing): Promise<Outcome> {
  await chat.conversations.feedback({ platform: chat.platform, actor: who.actor, ask, kind: 'helpful' });
  return { kind: 'notice', text: phrases(await who.language()).feedbackThanks };
}

async function expired(who: Pressing): Promise<Outcome> {
  return { kind: 'notice', text: phrases(await who.language()).askAgain };
}
