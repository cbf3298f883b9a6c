import { type APIEmbed, ButtonStyle, type REST, Routes } from 'discord.js';
import type { CuratorNote, CuratorSender } from '../../src/curators/index.ts';
import type { ChatLog } from '../chat/options.ts';
import type { TokenWatch } from '../chat/token-watch.ts';
import { button, row } from './components.ts';
import { NONCE_KNOWN_MS, outcomeOf } from './digests.ts';
import { factsOf, faultOf } from './faults.ts';
import { findDigest } from './find-digest.ts';
import { clip, LIMITS } from './limits.ts';
import { escapeMarkdown, maskedLink } from './markdown.ts';

const COLOUR = 0xb7791f;

/** Posts to the curators' channel by plain calls of the API, as digests are posted: once, by a nonce and a key on a button. */
export function createCuratorSender(
  rest: REST,
  log: ChatLog,
  token: Pick<TokenWatch, 'refused' | 'heldMs'>,
): CuratorSender {
  const ownId = async () => ((await rest.get(Routes.user())) as { id: string }).id;
  return {
    platform: 'discord',
    idempotentForMs: NONCE_KNOWN_MS,

    async post({ channel }, note, key) {
      const held = token.heldMs();
      if (held > 0) return { kind: 'retry', reason: 'unauthorised', retryAfterMs: held };
      const body = { ...renderNote(note, key), nonce: key, enforce_nonce: true, allowed_mentions: { parse: [] } };
      try {
        // The route's documented answer.
        const message = (await rest.post(Routes.channelMessages(channel), { body })) as { id: string };
        return { kind: 'sent', messageId: message.id };
      } catch (error) {
        const fault = faultOf(error);
        log.warn({ ...factsOf(error), fault }, 'Curators could not be told.');
        if (fault === 'unauthorised') token.refused('401');
        return outcomeOf(error);
      }
    },

    find: ({ channel }, key, between) => findDigest(rest, ownId, { channel, key }, between),
  };
}

/** A note as an embed: what people typed stands in quotes, and nothing in it formats, links or pings. */
export function renderNote(note: CuratorNote, key: string): { embeds: APIEmbed[]; components: unknown[] } {
  const parts = note.passages.map(({ name, text }) => `**${escapeMarkdown(name)}**\n${quoted(text)}`);
  const records = note.records.map(
    ({ id, url }) => (url === undefined ? undefined : maskedLink(id, url)) ?? escapeMarkdown(id),
  );
  if (records.length > 0) parts.push(`**${escapeMarkdown(note.recordsName)}**\n${records.join('\n')}`);
  // A disabled button tells the message apart; its name is the first part of the small print.
  const [name = ''] = note.footer.split(' · ');
  const mark = { ...button(name, { kind: 'part', delivery: key }, ButtonStyle.Secondary), disabled: true };
  return {
    embeds: [
      {
        color: COLOUR,
        title: clip(escapeMarkdown(note.heading), LIMITS.embedTitle),
        description: clip(parts.join('\n\n'), LIMITS.embedDescription),
        footer: { text: clip(note.footer, LIMITS.embedFooter) },
      },
    ],
    components: [row([mark])],
  };
}

function quoted(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${escapeMarkdown(line)}`)
    .join('\n');
}
