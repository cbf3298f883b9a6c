import type { Bilingual } from '../../src/text/index.ts';
import { level } from '../../src/text/index.ts';

/** What can be done with the digests of a channel. */
export const DigestVerbs = ['subscribe', 'list', 'preview', 'change', 'pause', 'resume', 'unsubscribe'] as const;
export type DigestVerb = (typeof DigestVerbs)[number];

/** Under which names people see them: as subcommands, and in texts. */
export const DIGEST_VERB_NAMES: Readonly<Record<DigestVerb, Bilingual>> = {
  subscribe: { ja: '登録', en: 'subscribe' },
  list: { ja: '一覧', en: 'list' },
  preview: { ja: 'プレビュー', en: 'preview' },
  change: { ja: '変更', en: 'change' },
  pause: { ja: '休止', en: 'pause' },
  resume: { ja: '再開', en: 'resume' },
  unsubscribe: { ja: '解除', en: 'unsubscribe' },
};

/** Other words by which people type them. */
const others: Readonly<Record<string, DigestVerb>> = {
  '': 'subscribe',
  購読: 'subscribe',
  試し: 'preview',
  停止: 'pause',
  一時停止: 'pause',
  stop: 'unsubscribe',
  解約: 'unsubscribe',
  配信停止: 'unsubscribe',
};

const words = new Map<string, DigestVerb>([
  ...DigestVerbs.flatMap((verb) => Object.values(DIGEST_VERB_NAMES[verb]).map((word) => [level(word), verb] as const)),
  ...Object.entries(others).map(([word, verb]) => [level(word), verb] as const),
]);

/** The verb that a typed text is; nothing typed subscribes. `undefined` for a word that is none. */
export function digestVerb(typed: string): DigestVerb | undefined {
  return words.get(level(typed).trim());
}
