import { SETTINGS, type Setting } from '../chat/settings.ts';
import { LIMITS } from './limits.ts';

/** What a component of ours asks for. `ask` is the id of the answer that carries it. */
export type Action =
  | {
      readonly kind: 'page';
      readonly ask: string;
      readonly page: number;
      readonly leaf: number;
      readonly version: string;
    }
  | { readonly kind: 'language'; readonly ask: string; readonly language: 'ja' | 'en'; readonly version: string }
  | { readonly kind: 'sources'; readonly ask: string; readonly leaf: number }
  | { readonly kind: 'details'; readonly ask: string }
  /** One part of a long card. */
  | { readonly kind: 'card'; readonly ask: string; readonly consultation: string; readonly leaf: number }
  | { readonly kind: 'timeline'; readonly ask: string; readonly leaf: number }
  | { readonly kind: 'share'; readonly ask: string; readonly page: number; readonly leaf: number }
  /** Opens the form, and is the form. */
  | { readonly kind: 'feedback'; readonly ask: string }
  /** Select menus: the values carry the choice. */
  | { readonly kind: 'open'; readonly ask: string }
  | { readonly kind: 'suggestion'; readonly ask: string; readonly page: number }
  | { readonly kind: 'choice'; readonly ask: string; readonly index: number }
  /** On a digest. */
  | {
      readonly kind: 'unsubscribe';
      readonly subscription: string;
      /** The delivery that the message is of, by which it can be found in its channel. */
      readonly delivery?: string | undefined;
    }
  /** A menu that sets one thing of the channel; `setting` is one of `SETTINGS`. */
  | { readonly kind: 'setting'; readonly setting: Setting }
  /** Explains the bot to whoever presses. */
  | { readonly kind: 'help' }
  /** Deletes what is kept about whoever presses: first asks, then does. */
  | { readonly kind: 'forget'; readonly sure: boolean }
  /** Says which of several messages of a digest this is; nobody can press it. */
  | { readonly kind: 'part'; readonly delivery: string };

/** The last leaf of a page, wherever that is. */
export const LAST_LEAF = -1;

/** Names this format. A button with another mark is of another version and gets "ask again". */
const MARK = 'k1';
const letters = {
  page: 'p',
  language: 'l',
  sources: 's',
  details: 'd',
  card: 'c',
  timeline: 't',
  share: 'h',
  feedback: 'f',
  open: 'o',
  suggestion: 'n',
  choice: 'r',
  unsubscribe: 'u',
  part: 'm',
  setting: 'e',
  help: 'q',
  forget: 'x',
} as const satisfies Record<Action['kind'], string>;

/** At most 100 characters as long as ids are within 64. */
export function encodeAction(action: Action): string {
  const id = [MARK, letters[action.kind], ...fields(action)].join('|');
  if (id.length > LIMITS.customId) throw new RangeError(`A custom_id of ${id.length} characters: ${action.kind}`);
  return id;
}

/** `undefined` for what is not ours, is damaged, or is of another version. */
export function decodeAction(id: string): Action | undefined {
  const [mark, letter, first = '', ...rest] = id.split('|');
  if (mark !== MARK || first === '') return undefined;
  const [second = '', third = '', fourth = ''] = rest;
  switch (letter) {
    case letters.page:
      return { kind: 'page', ask: first, page: whole(second, 1), leaf: whole(third, 0), version: fourth };
    case letters.language:
      return { kind: 'language', ask: first, language: second === 'ja' ? 'ja' : 'en', version: third };
    case letters.sources:
      return { kind: 'sources', ask: first, leaf: whole(second, 0) };
    case letters.details:
      return { kind: 'details', ask: first };
    case letters.card:
      return { kind: 'card', ask: first, consultation: second, leaf: whole(third, 0) };
    case letters.timeline:
      return { kind: 'timeline', ask: first, leaf: whole(second, 0) };
    case letters.share:
      return { kind: 'share', ask: first, page: whole(second, 1), leaf: whole(third, 0) };
    case letters.feedback:
      return { kind: 'feedback', ask: first };
    case letters.open:
      return { kind: 'open', ask: first };
    case letters.suggestion:
      return { kind: 'suggestion', ask: first, page: whole(second, 1) };
    case letters.choice:
      return { kind: 'choice', ask: first, index: whole(second, 0) };
    case letters.part:
      return { kind: 'part', delivery: first };
    case letters.help:
      return { kind: 'help' };
    case letters.forget:
      return { kind: 'forget', sure: first === 'yes' };
    case letters.setting: {
      const setting = SETTINGS.find((each) => each === first);
      return setting === undefined ? undefined : { kind: 'setting', setting };
    }
    case letters.unsubscribe:
      return { kind: 'unsubscribe', subscription: first, ...(second === '' ? {} : { delivery: second }) };
    default:
      return undefined;
  }
}

function fields(action: Action): readonly (string | number)[] {
  switch (action.kind) {
    case 'page':
      return [action.ask, action.page, action.leaf, action.version];
    case 'language':
      return [action.ask, action.language, action.version];
    case 'sources':
    case 'timeline':
      return [action.ask, action.leaf];
    case 'card':
      return [action.ask, action.consultation, action.leaf];
    case 'share':
      return [action.ask, action.page, action.leaf];
    case 'suggestion':
      return [action.ask, action.page];
    case 'choice':
      return [action.ask, action.index];
    case 'unsubscribe':
      return [action.subscription, ...(action.delivery === undefined ? [] : [action.delivery])];
    case 'part':
      return [action.delivery];
    case 'setting':
      return [action.setting];
    case 'help':
      return ['me'];
    case 'forget':
      return [action.sure ? 'yes' : 'ask'];
    default:
      return [action.ask];
  }
}

function whole(text: string, fallback: number): number {
  return /^-?\d{1,4}$/.test(text) ? Number(text) : fallback;
}
