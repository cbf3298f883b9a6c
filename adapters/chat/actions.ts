import { SETTINGS, type Setting } from './settings.ts';

/**
 * What a control of ours asks for, on every platform alike. `ask` is the id of the answer that carries the control; pages count from 1,
 * leaves (what of a page fits one message) from 0; `version` is the beginning of the knowledge version that was shown.
 */
export type Action =
  | {
      readonly kind: 'page';
      readonly ask: string;
      readonly page: number;
      readonly leaf: number;
      readonly version: string;
    }
  | { readonly kind: 'language'; readonly ask: string; readonly language: 'ja' | 'en'; readonly version: string }
  /** `page` is absent on controls of version 0.1. */
  | { readonly kind: 'sources'; readonly ask: string; readonly leaf: number; readonly page?: number }
  /** Opens a card of its own. Default: of the first consultation that the answer rests on. */
  | { readonly kind: 'details'; readonly ask: string; readonly consultation?: string }
  /** Another leaf, or another consultation, in the place of the card that carries the control. */
  | { readonly kind: 'card'; readonly ask: string; readonly consultation: string; readonly leaf: number }
  /** `turned`: in the place of the timeline that carries the control. */
  | { readonly kind: 'timeline'; readonly ask: string; readonly leaf: number; readonly turned?: boolean }
  | { readonly kind: 'share'; readonly ask: string; readonly page: number; readonly leaf: number }
  /** The same question without what it took from the conversation. */
  | { readonly kind: 'whole'; readonly ask: string }
  | { readonly kind: 'suggestion'; readonly ask: string; readonly index: number; readonly page: number }
  | { readonly kind: 'choice'; readonly ask: string; readonly index: number }
  /** A question in full, where the platform has room for one. */
  | { readonly kind: 'question'; readonly text: string }
  /** What else can be done with an answer, where the platform has no such menu of its own. */
  | {
      readonly kind: 'menu';
      readonly ask: string;
      readonly page: number;
      readonly leaf: number;
      readonly version: string;
    }
  /** Opens the form, and is the form. */
  | { readonly kind: 'feedback'; readonly ask: string }
  | { readonly kind: 'helpful'; readonly ask: string }
  /** On a digest; `delivery` is the delivery that the message is of, by which it can be found in its channel. */
  | { readonly kind: 'unsubscribe'; readonly subscription: string; readonly delivery?: string | undefined }
  /** Says which of several messages of a digest this is; nobody can press it. */
  | { readonly kind: 'part'; readonly delivery: string }
  /** A menu that sets one thing of the channel. */
  | { readonly kind: 'setting'; readonly setting: Setting }
  /** Explains the bot to whoever presses. */
  | { readonly kind: 'help' }
  /** Deletes what is kept about whoever presses: first asks, then does. */
  | { readonly kind: 'forget'; readonly sure: boolean }
  /** A select menu whose options carry the actions. `index` tells menus of one message apart. */
  | { readonly kind: 'select'; readonly index: number };

/** The last leaf of a page, wherever that is. */
export const LAST_LEAF = -1;

/** Characters of a knowledge version that a control carries to notice a change. */
export const VERSION_CHARACTERS = 8;

/** Names this format. A control with another mark is of another version and gets "ask again". */
const MARK = 'k1';

type Fields = readonly string[];
type Kind = Action['kind'];

/** How an action of one kind is written and read. Letters are never given to another kind: messages are there for good. */
type Form<K extends Kind> = {
  readonly letter: string;
  write(action: Extract<Action, { kind: K }>): readonly (string | number)[];
  read(fields: Fields): Omit<Extract<Action, { kind: K }>, 'kind'>;
};

const forms: { readonly [K in Kind]: Form<K> } = {
  page: {
    letter: 'p',
    write: ({ ask, page, leaf, version }) => [ask, page, leaf, version],
    read: ([ask = '', page, leaf, version = '']) => ({ ask, page: whole(page, 1), leaf: whole(leaf, 0), version }),
  },
  language: {
    letter: 'l',
    write: ({ ask, language, version }) => [ask, language, version],
    read: ([ask = '', language, version = '']) => ({ ask, language: language === 'ja' ? 'ja' : 'en', version }),
  },
  sources: {
    letter: 's',
    write: ({ ask, leaf, page }) => [ask, leaf, ...(page === undefined ? [] : [page])],
    read: ([ask = '', leaf, page]) => ({
      ask,
      leaf: whole(leaf, 0),
      ...(page === undefined ? {} : { page: whole(page, 1) }),
    }),
  },
  details: {
    letter: 'd',
    write: ({ ask, consultation }) => [ask, ...(consultation === undefined ? [] : [consultation])],
    read: ([ask = '', consultation = '']) => ({ ask, ...(consultation === '' ? {} : { consultation }) }),
  },
  card: {
    letter: 'c',
    write: ({ ask, consultation, leaf }) => [ask, consultation, leaf],
    read: ([ask = '', consultation = '', leaf]) => ({ ask, consultation, leaf: whole(leaf, 0) }),
  },
  timeline: {
    letter: 't',
    write: ({ ask, leaf, turned }) => [ask, leaf, ...(turned === true ? ['t'] : [])],
    // Of version 0.1 every leaf but the first was turned to.
    read: ([ask = '', leaf, turned]) => ({ ask, leaf: whole(leaf, 0), turned: turned === 't' || whole(leaf, 0) !== 0 }),
  },
  share: {
    letter: 'h',
    write: ({ ask, page, leaf }) => [ask, page, leaf],
    read: ([ask = '', page, leaf]) => ({ ask, page: whole(page, 1), leaf: whole(leaf, 0) }),
  },
  whole: { letter: 'w', write: ({ ask }) => [ask], read: ([ask = '']) => ({ ask }) },
  suggestion: {
    letter: 'n',
    // The page before the index: controls of version 0.1 have the index in the option chosen.
    write: ({ ask, index, page }) => [ask, page, index],
    read: ([ask = '', page, index]) => ({ ask, page: whole(page, 1), index: whole(index, 0) }),
  },
  choice: {
    letter: 'r',
    write: ({ ask, index }) => [ask, index],
    read: ([ask = '', index]) => ({ ask, index: whole(index, 0) }),
  },
  question: { letter: 'a', write: ({ text }) => [text], read: (fields) => ({ text: fields.join('|') }) },
  menu: {
    letter: 'k',
    write: ({ ask, page, leaf, version }) => [ask, page, leaf, version],
    read: ([ask = '', page, leaf, version = '']) => ({ ask, page: whole(page, 1), leaf: whole(leaf, 0), version }),
  },
  feedback: { letter: 'f', write: ({ ask }) => [ask], read: ([ask = '']) => ({ ask }) },
  helpful: { letter: 'g', write: ({ ask }) => [ask], read: ([ask = '']) => ({ ask }) },
  unsubscribe: {
    letter: 'u',
    write: ({ subscription, delivery }) => [subscription, ...(delivery === undefined ? [] : [delivery])],
    read: ([subscription = '', delivery = '']) => ({ subscription, ...(delivery === '' ? {} : { delivery }) }),
  },
  part: { letter: 'm', write: ({ delivery }) => [delivery], read: ([delivery = '']) => ({ delivery }) },
  // A menu that sets one thing has the value in the option chosen.
  setting: {
    letter: 'e',
    write: ({ setting }) => [setting],
    read: ([setting]) => ({ setting: SETTINGS.find((each) => each === setting) ?? 'visibility' }),
  },
  help: { letter: 'q', write: () => ['me'], read: () => ({}) },
  forget: { letter: 'x', write: ({ sure }) => [sure ? 'yes' : 'ask'], read: ([sure]) => ({ sure: sure === 'yes' }) },
  select: { letter: 'z', write: ({ index }) => [index], read: ([index]) => ({ index: whole(index, 0) }) },
};

const kinds = new Map(Object.entries(forms).map(([kind, { letter }]) => [letter, kind as Kind]));

/** An action as text; `undefined` where it takes more than `most` characters, which the platform allows. */
export function encodeAction(action: Action, most: number): string | undefined {
  // Each form takes its own kind; TypeScript cannot follow the index.
  const { letter, write } = forms[action.kind] as Form<Kind>;
  const text = [MARK, letter, ...write(action as never)].join('|');
  return text.length <= most ? text : undefined;
}

/** `undefined` for what is not ours, is damaged, or is of another version. */
export function decodeAction(text: string): Action | undefined {
  const [mark, letter = '', ...fields] = text.split('|');
  const kind = kinds.get(letter);
  if (mark !== MARK || kind === undefined || (fields[0] ?? '') === '') return undefined;
  return { kind, ...forms[kind].read(fields) } as Action;
}

function whole(text: string | undefined, fallback: number): number {
  return text !== undefined && /^-?\d{1,4}$/.test(text) ? Number(text) : fallback;
}
