import type { APIEmbed } from 'discord.js';
import type { Answer } from '../../src/answer/index.ts';
import { phrases } from '../../src/conversation/index.ts';
import { type AnswerView, answerMessage, type ChatMessage } from '../chat/message.ts';
import { type Leaf, pack, type Urls } from '../chat/pack.ts';
import { answerText, type CitedText, type Unit } from '../chat/text.ts';
import { type Row, rowsOf } from './components.ts';
import { FIT, PLAIN_FIT, PLAIN_SOURCE_CHARACTERS, SOURCE_CHARACTERS } from './fit.ts';
import { clip, LIMITS } from './limits.ts';
import { escapeMarkdown } from './markdown.ts';
import { sourceMarkup, unitMarkup } from './markup.ts';

/** The part of a message that we fill; whether it is private is the sender's to say. */
export type Body = {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly Row[];
};

const colours = { answered: 0x1f6f8b, plain: 0x1f6f8b, 'not-found': 0x8a8f98, clarify: 0xb7791f } as const;

/** A message as Discord's: the headline as the text, what rests on sources in an embed, controls below. */
export function render(message: ChatMessage): Body {
  const { question, above, headline, notes, where, urls } = message;
  const sides = sideFields(message);
  const units = sides === undefined ? message.units : message.units.filter(({ side }) => side === undefined);
  // Beside each other the sides stand under the text, and the sources must come after both.
  const description = describe({ units, sources: sides === undefined ? message.sources : [] }, urls);
  const footer = [...notes, where ?? ''].filter((line) => line !== '').join('\n');
  const embed: APIEmbed = {
    ...(question ? { author: { name: clip(question.replace(/\s+/g, ' '), LIMITS.embedAuthor) } } : {}),
    ...(description === '' ? {} : { description }),
    ...(sides === undefined ? {} : { fields: sides }),
    ...(footer === '' ? {} : { footer: { text: footer } }),
  };
  const isEmpty = Object.keys(embed).length === 0;
  return {
    content: [...above, unitMarkup(headline, urls)].filter((line) => line !== '').join('\n'),
    embeds: isEmpty ? [] : [{ color: colours[message.tone], ...embed }],
    components: rowsOf(message.controls),
  };
}

/** An answer as one message, with what does not fit behind a button. */
export function renderAnswer(answer: Answer, view: AnswerView = {}): Body {
  return render(answerMessage(answer, FIT, view));
}

/**
 * The same answer without embeds, for channels where they are not allowed and for when a message was refused: one or more
 * texts of at most 2,000 characters, every citation among them.
 */
export function renderPlain(answer: Answer): readonly string[] {
  const text = answerText(answer);
  const choices = answer.choices.map(({ label }): Unit => ({ kind: 'statement', text: label, citations: [] }));
  return plainOf({ ...text, units: [...text.units, ...choices] });
}

/** A text without embeds, as the contents of one or more messages. */
export function plainOf(text: CitedText): readonly string[] {
  const urls = new Map(text.citations.map(({ n, url }) => [n, url]));
  return pack(text, PLAIN_FIT).map((leaf) => {
    const head = leaf.headline === undefined ? '' : unitMarkup(leaf.headline, urls);
    return [head, describe(leaf, urls, PLAIN_SOURCE_CHARACTERS)]
      .filter((part) => part !== '')
      .join('\n')
      .trim();
  });
}

/** The text of a leaf: lines, then its sources in small print. */
export function describe(
  { units, sources }: Pick<Leaf, 'units' | 'sources'>,
  urls: Urls,
  source = SOURCE_CHARACTERS,
): string {
  const lines = units.map((unit, index) => {
    const gap = unit.kind === 'heading' && index > 0 && units[index - 1]?.kind !== 'section' ? '\n' : '';
    return `${gap}${unitMarkup(unit, urls)}`;
  });
  const pages = sources.map((page) => sourceMarkup(page, source));
  return [lines.join('\n'), pages.join('\n')].filter((part) => part !== '').join('\n\n');
}

/** The sides of a comparison as fields beside each other, where each side fits one; else headings keep them apart. */
function sideFields({
  units,
  sides,
  sources,
  urls,
  language,
}: ChatMessage): NonNullable<APIEmbed['fields']> | undefined {
  if (sides === undefined) return undefined;
  const fields = sides.flatMap((name, index) => {
    const own = units.filter(({ side, kind }) => side === index && kind !== 'heading');
    const value = own.map((unit) => unitMarkup(unit, urls)).join('\n');
    return own.length === 0 ? [] : [{ name: clip(escapeMarkdown(name), LIMITS.embedFieldName), value, inline: true }];
  });
  const pages = sources.map((page) => sourceMarkup(page, SOURCE_CHARACTERS)).join('\n');
  const all = pages === '' ? fields : [...fields, { name: phrases(language).sources, value: pages, inline: false }];
  const fit = fields.length > 1 && all.every(({ value }) => value.length <= LIMITS.embedFieldValue);
  return fit ? all : undefined;
}
