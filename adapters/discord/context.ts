import type { Language } from '../../src/text/index.ts';
import { type Chat, isOurs as isOursByKey, languageOfLocale } from '../chat/chat.ts';
import { conversationKeys } from '../chat/conversation-keys.ts';
import type { TokenWatch } from '../chat/token-watch.ts';

import type { CommandIds } from './command-mentions.ts';

export const conversationKey = conversationKeys('discord');

/** What every handler works with. */
export type Context = Chat & {
  readonly token: Pick<TokenWatch, 'refused'>;
  /** Our own user id; `undefined` until connected. */
  readonly me: () => string | undefined;
  /** Ids by which texts name our commands; none until they are known. */
  readonly commandIds: () => CommandIds;
  /** Pauses before a reply is tried again while Discord fails, milliseconds. */
  readonly retryPausesMs: readonly number[];
};

/** Whether an interaction that changes something is ours to carry out. An answer needs no such claim, for Discord takes one alone. */
export function isOurs(context: Context, interaction: { readonly id: string }): Promise<boolean> {
  return isOursByKey(context, `interaction:${interaction.id}`);
}

/** The language of a Discord locale: ja or en; anything else falls back. */
export function languageOf(locale: string | undefined, fallback: Language): Language {
  return languageOfLocale(locale) ?? fallback;
}
