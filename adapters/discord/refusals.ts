import { DiscordAPIError } from 'discord.js';
import type { Language } from '../../src/text/index.ts';
import type { Fault } from './faults.ts';

/**
 * Another form of a message that Discord may take where it refused one:
 * - `unreferenced`: without being a reply to the question
 * - `without-files`: the same without its pictures
 * - `plain`: text alone, without embeds and buttons
 * - `private`: to the asker alone
 */
export type Form = 'unreferenced' | 'without-files' | 'plain' | 'private';

/** What a person is told of a refusal. `permission` names those that are missing. */
export type Because = 'permission' | 'closed-thread' | 'rule' | 'links' | 'slow-mode' | 'place' | 'refused';

export type Refusal = {
  readonly fault: Fault;
  /** What to try, in this order; what makes no sense for a message (files that it has not) is passed over. */
  readonly instead: readonly Form[];
  readonly because: Because;
  /** For the log: what an operator can do. */
  readonly fix: string;
};

const access = { fault: 'forbidden', instead: ['private'], because: 'permission' } as const;
const reference = {
  fault: 'forbidden',
  instead: ['unreferenced', 'private'],
  because: 'refused',
  fix: 'allow Read Message History in the channel, so that answers can be replies',
} as const;
const closed = {
  fault: 'closed',
  instead: ['private'],
  because: 'closed-thread',
  fix: 'nothing, or open the thread again',
} as const;
const rule = {
  fault: 'blocked',
  instead: ['private'],
  because: 'rule',
  fix: 'exempt the bot from the AutoMod rule of the server',
} as const;
const file = {
  fault: 'file',
  instead: ['without-files', 'plain'],
  because: 'refused',
  fix: 'nothing: the answer goes without its picture',
} as const;
const place = {
  fault: 'forbidden',
  instead: ['private'],
  because: 'place',
  fix: 'ask in a text channel',
} as const;
const body = {
  fault: 'invalid',
  instead: ['without-files', 'plain', 'unreferenced', 'private'],
  because: 'refused',
  fix: 'plain text is sent instead; the payload is a fault of ours worth reporting',
} as const;
const later = { fault: 'busy', instead: [], because: 'refused', fix: 'nothing; it is tried again' } as const;
const late = { fault: 'expired', instead: [], because: 'refused', fix: 'nothing: it is too late to answer' } as const;
const gone = { fault: 'gone', instead: [], because: 'refused', fix: 'nothing: the channel is gone' } as const;

/**
 * Every refusal of a message that Discord documents, and what it means to us.
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes
 */
const byCode: Readonly<Record<number, Refusal>> = {
  10003: gone,
  10004: gone,
  10008: { ...gone, instead: ['unreferenced'], fix: 'nothing: the message is gone' },
  10015: gone,
  10062: late,
  20009: { ...rule, fix: 'nothing: Discord holds the text for explicit' },
  20016: { fault: 'blocked', instead: ['private'], because: 'slow-mode', fix: 'exempt the bot from slow mode' },
  20028: later,
  20029: later,
  40004: later,
  40005: file,
  40006: later,
  40058: place,
  40060: { fault: 'duplicate', instead: [], because: 'refused', fix: 'nothing: it is answered' },
  50001: { ...access, fix: 'allow View Channel in the channel' },
  50006: body,
  50007: { fault: 'forbidden', instead: [], because: 'refused', fix: 'nothing: the person takes no direct messages' },
  50008: place,
  50013: {
    ...access,
    fix: 'allow View Channel and Send Messages (in threads: Send Messages in Threads) in the channel',
  },
  50024: place,
  50027: late,
  50035: body,
  50045: file,
  50046: file,
  50083: closed,
  50095: { ...place, fix: 'nothing: the server is not available at the place of the bot' },
  50110: file,
  50123: file,
  50146: file,
  50278: {
    fault: 'forbidden',
    instead: [],
    because: 'refused',
    fix: 'nothing: the person shares no server with the bot',
  },
  130000: later,
  160002: reference,
  160004: { fault: 'thread-exists', instead: [], because: 'refused', fix: 'nothing: the thread is there' },
  160005: closed,
  160009: reference,
  160010: reference,
  200000: rule,
  200001: rule,
  240000: {
    ...rule,
    because: 'links',
    fix: 'nothing: Discord blocked a link of the answer as harmful; report the source',
  },
  400001: file,
};

const byStatus: Readonly<Record<number, Refusal>> = {
  400: body,
  401: { fault: 'unauthorised', instead: [], because: 'refused', fix: 'set a valid DISCORD_TOKEN' },
  403: { ...access, instead: ['unreferenced', 'private'], fix: 'look up the code in the documentation of Discord' },
  404: gone,
  413: file,
  429: later,
};

const unknown: Refusal = { fault: 'other', instead: ['plain', 'private'], because: 'refused', fix: 'see the code' };

/** What a refusal by Discord means, by its code, else by its status; `undefined` for what is none. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined;
  return byCode[Number(error.code)] ?? byStatus[error.status] ?? unknown;
}

/** Permissions by the names that Discord shows in its settings. */
export const PERMISSIONS = {
  ViewChannel: { en: 'View Channel', ja: 'チャンネルを見る' },
  SendMessages: { en: 'Send Messages', ja: 'メッセージを送信' },
  SendMessagesInThreads: { en: 'Send Messages in Threads', ja: 'スレッドでメッセージを送信' },
  EmbedLinks: { en: 'Embed Links', ja: '埋め込みリンク' },
} as const;

export type PermissionName = keyof typeof PERMISSIONS;

const says: Readonly<Record<Because, Readonly<Record<Language, (where: string, missing: string) => string>>>> = {
  permission: {
    en: (where, missing) =>
      `I may not post in ${where}, so here is the answer. To let me, please allow ${missing} there.`,
    ja: (where, missing) => `${where}に投稿できないため、こちらで回答します。投稿には${missing}の許可が必要です。`,
  },
  'closed-thread': {
    en: (where) => `${where} is closed (archived or locked), so here is the answer.`,
    ja: (where) => `${where}は閉じられている（アーカイブまたはロック済み）ため、こちらで回答します。`,
  },
  rule: {
    en: (where) => `A rule of the server (AutoMod) kept my answer out of ${where}, so here it is.`,
    ja: (where) => `サーバーのルール（AutoMod）により${where}に投稿できないため、こちらで回答します。`,
  },
  links: {
    en: (where) => `Discord’s filter for harmful links kept my answer out of ${where}, so here it is.`,
    ja: (where) => `Discordの有害リンク対策により${where}に投稿できないため、こちらで回答します。`,
  },
  'slow-mode': {
    en: (where) => `Slow mode kept my answer out of ${where}, so here it is.`,
    ja: (where) => `低速モードにより${where}に投稿できないため、こちらで回答します。`,
  },
  place: {
    en: (where) => `Messages cannot be posted in ${where}, so here is the answer.`,
    ja: (where) => `${where}にはメッセージを投稿できないため、こちらで回答します。`,
  },
  refused: {
    en: (where) => `Discord did not take my answer in ${where}, so here it is.`,
    ja: (where) => `${where}への投稿がDiscordに受け付けられなかったため、こちらで回答します。`,
  },
};

/** Why an answer comes in private, in a sentence. `where` is the channel in Discord's own form. */
export function whyPrivate(
  { because }: Refusal,
  language: Language,
  where: string,
  missing: readonly PermissionName[],
): string {
  return says[because][language](where, permissionNames(missing, language));
}

/** Permissions as a sentence lists them. */
export function permissionNames(names: readonly PermissionName[], language: Language): string {
  if (language === 'ja') return names.map((name) => `「${PERMISSIONS[name].ja}」`).join('');
  return new Intl.ListFormat('en-GB').format(names.map((name) => PERMISSIONS[name].en));
}
