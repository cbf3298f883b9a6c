import { level } from '../../src/text/index.ts';

/** What a text that is no question asks the bot to do. */
export type Verb = 'help' | 'timeline' | 'digest' | 'settings' | 'forget';

const VERBS: Readonly<Record<string, Verb>> = {
  help: 'help',
  使い方: 'help',
  ヘルプ: 'help',
  timeline: 'timeline',
  年表: 'timeline',
  digest: 'digest',
  subscribe: 'digest',
  要約: 'digest',
  購読: 'digest',
  ダイジェスト: 'digest',
  settings: 'settings',
  設定: 'settings',
  forget: 'forget',
  忘れて: 'forget',
};
/** Verbs that take words after them; the others must stand alone, or the text is a question. */
const TAKES_REST: ReadonlySet<Verb> = new Set(['timeline', 'digest']);

/** Splits a verb off a text; `undefined` verb for a question. "forget me" is "forget". */
export function readVerb(text: string): { readonly verb: Verb | undefined; readonly rest: string } {
  const whole = text.trim();
  const [first = '', ...more] = whole.replace(/^forget me$/i, 'forget').split(/\s+/u);
  const rest = more.join(' ');
  const word = level(first);
  const verb = Object.hasOwn(VERBS, word) ? VERBS[word] : undefined;
  if (verb === undefined || (rest !== '' && !TAKES_REST.has(verb))) return { verb: undefined, rest: whole };
  return { verb, rest };
}
