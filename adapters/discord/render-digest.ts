import { type APIEmbed, ButtonStyle } from 'discord.js';
import type { Digest } from '../../src/digest/digest.ts';
import type { Pages } from '../../src/pages.ts';
import { phrases } from '../../src/phrases.ts';
import { button, linkButton, type Row, row } from './components.ts';
import { layOut, statementUnit, type Unit } from './layout.ts';
import { clip, LIMITS } from './limits.ts';
import { escapeMarkdown } from './markdown.ts';
import { describeLeaf } from './render.ts';

/** One message of a digest; `pictures` are the digests whose timeline is attached, in the order of the embeds. */
export type DigestMessage = {
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly Row[];
  readonly pictures: readonly { readonly name: string; readonly digest: Digest }[];
};

const DESCRIPTION_BUDGET = 3_900;
const COLOUR = 0x1f6f8b;

/**
 * A day's digests as messages: one a day as a rule, both languages in it; more only where Discord's limits would cut a
 * citation. `of` puts a button to stop the subscription under the last message, which also names the delivery; absent for a preview. With
 * `pages` a button opens the subscription's list in the reading room.
 */
export function renderDigests(
  digests: readonly Digest[],
  of?: { readonly subscription: string; readonly delivery: string },
  pages?: Pages,
): readonly DigestMessage[] {
  const messages: { embeds: APIEmbed[]; pictures: { name: string; digest: Digest }[] }[] = [];
  let total = 0;
  for (const digest of digests) {
    const picture = digest.timeline.items.length > 0 ? `timeline-${digest.language}.png` : undefined;
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
  const said = phrases(language);
  const stop = of && button(said.stopDigest, { kind: 'unsubscribe', ...of }, ButtonStyle.Secondary);
  const open = linkButton(said.openList, pages?.list(language, digests[0]?.timeline.filters ?? {}));
  const below = row([stop, open].filter((each) => each !== undefined));
  return messages.map((message, index) => ({
    ...message,
    components: index === messages.length - 1 && below !== undefined ? [below] : [],
  }));
}

/** The same without embeds or pictures: texts of at most 2,000 characters, every citation among them. */
export function renderPlainDigests(digests: readonly Digest[]): readonly string[] {
  return digests.flatMap((digest) => {
    const units: Unit[] = [
      { text: `**${escapeMarkdown(digest.title)}**`, citations: [] },
      ...unitsOf(digest),
      { text: escapeMarkdown(digest.closing), citations: [] },
    ];
    const heading = phrases(digest.language).sources;
    return layOut(units, digest.citations, digest.language, LIMITS.content - 100).map((leaf) =>
      describeLeaf(leaf, heading),
    );
  });
}

function unitsOf(digest: Digest): Unit[] {
  return digest.sections.flatMap((section) => [
    { text: `**${escapeMarkdown(section.heading)}**`, citations: [] },
    ...section.statements.map((statement) => statementUnit(statement, '• ')),
  ]);
}

function embedsOf(digest: Digest, picture: string | undefined): APIEmbed[] {
  const said = phrases(digest.language);
  const units = unitsOf(digest);
  const leaves = layOut(units, digest.citations, digest.language, DESCRIPTION_BUDGET);
  return leaves.map((leaf, index) => {
    const description = describeLeaf(leaf, said.sources);
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
