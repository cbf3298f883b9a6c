import { type APIEmbed, ButtonStyle } from 'discord.js';
import { phrases } from '../../src/conversation/index.ts';
import type { Digest } from '../../src/digest/index.ts';
import { inOneMessage, partKey } from '../../src/digest/index.ts';
import type { Pages } from '../../src/record/index.ts';
import { digestTexts } from '../chat/digest-texts.ts';
import { pack } from '../chat/pack.ts';
import { digestText } from '../chat/text.ts';
import { button, linkButton, type Row, row } from './components.ts';
import { FIT } from './fit.ts';
import { clip, LIMITS } from './limits.ts';
import { escapeMarkdown } from './markdown.ts';
import { describe } from './render.ts';

/** One message of a digest; `pictures` are the digests whose timeline is attached, in the order of the embeds. */
export type DigestMessage = {
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly Row[];
  readonly pictures: readonly { readonly name: string; readonly digest: Digest }[];
};

/** What a digest's messages are found by. */
export type DigestMarks = {
  readonly subscription: string;
  /** The delivery's key; further messages have keys made from it. */
  readonly delivery: string;
};

const COLOUR = 0x1f6f8b;

/**
 * Digests as messages: one, both languages in it and with as many meetings as Discord's limits allow; more only where one meeting
 * is too long for that. `of` puts a button to stop the subscription under the last message, and under each its own key, by which it is found; absent
 * for a preview. With `pages` a button opens the subscription's list in the reading room.
 */
export function renderDigests(digests: readonly Digest[], of?: DigestMarks, pages?: Pages): readonly DigestMessage[] {
  return inOneMessage(
    digests,
    (shown) => messagesOf(shown, of, pages),
    ({ embeds }) => embeds.length,
  );
}

function messagesOf(digests: readonly Digest[], of?: DigestMarks, pages?: Pages): readonly DigestMessage[] {
  const messages: { embeds: APIEmbed[]; pictures: { name: string; digest: Digest }[] }[] = [];
  let total = 0;
  for (const digest of digests) {
    const picture = digest.timeline.items.length > 0 && !digest.quiet ? `timeline-${digest.language}.png` : undefined;
    for (const [index, embed] of embedsOf(digest, picture).entries()) {
      const size = sizeOf(embed);
      let message = messages.at(-1);
      if (message === undefined || total + size > LIMITS.embedTotal - 100 || message.embeds.length >= LIMITS.embeds) {
        message = { embeds: [], pictures: [] };
        messages.push(message);
        total = 0;
      }
      message.embeds.push(embed);
      if (index === 0 && picture !== undefined) message.pictures.push({ name: picture, digest });
      total += size;
    }
  }
  const language = digests[0]?.language ?? 'en';
  const open = linkButton(phrases(language).openList, pages?.list(language, digests[0]?.timeline.filters ?? {}));
  return messages.map((message, index) => {
    const mark = of && markOf(of, language, index, messages.length);
    const below = row([mark, index === messages.length - 1 ? open : undefined].filter((each) => each !== undefined));
    return { ...message, components: below === undefined ? [] : [below] };
  });
}

/** The key of a message on a button: the one that stops the digest, or, where more follows, one that tells the number. */
function markOf(of: DigestMarks, language: Digest['language'], index: number, count: number) {
  const delivery = partKey(of.delivery, index);
  if (index === count - 1) {
    return button(digestTexts(language).stop, { kind: 'unsubscribe', ...of, delivery }, ButtonStyle.Secondary);
  }
  const number = button(`${index + 1}/${count}`, { kind: 'part', delivery }, ButtonStyle.Secondary);
  return { ...number, disabled: true };
}

/** The text of a message without embeds or pictures; what a message's content cannot hold is left to the file that goes with it. */
export function plainOf(message: DigestMessage): { readonly content: string; readonly whole: string } {
  const whole = message.embeds
    .map(({ title, description, footer }) =>
      [title === undefined ? '' : `**${title}**`, description ?? '', footer?.text ?? ''].filter(Boolean).join('\n'),
    )
    .join('\n\n');
  if (whole.length <= LIMITS.content) return { content: whole, whole };
  // Whole lines: a link cut in two would be none.
  const end = whole.lastIndexOf('\n', LIMITS.content - 2);
  return { content: `${whole.slice(0, end === -1 ? LIMITS.content - 2 : end)}\n…`, whole };
}

function embedsOf(digest: Digest, picture: string | undefined): APIEmbed[] {
  const text = digestText(digest);
  const urls = new Map(text.citations.map(({ n, url }) => [n, url]));
  const leaves = pack(text, FIT);
  return leaves.map((leaf, index) => {
    const description = describe(leaf, urls);
    const last = index === leaves.length - 1;
    return {
      color: COLOUR,
      ...(index === 0 ? { title: clip(escapeMarkdown(digest.title), LIMITS.embedTitle) } : {}),
      ...(description === '' ? {} : { description }),
      ...(index === 0 && picture !== undefined ? { image: { url: `attachment://${picture}` } } : {}),
      ...(last && digest.closing !== '' ? { footer: { text: clip(digest.closing, 1_500) } } : {}),
    };
  });
}

function sizeOf(embed: APIEmbed): number {
  return (embed.title?.length ?? 0) + (embed.description?.length ?? 0) + (embed.footer?.text.length ?? 0);
}
