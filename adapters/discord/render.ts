import type { APIEmbed } from 'discord.js';
import type { Answer } from '../../src/answer/answer.ts';
import { phrases } from '../../src/conversation/phrases.ts';
import type { Pages } from '../../src/record/pages.ts';
import { answerRows, type Row } from './components.ts';
import { LAST_LEAF } from './custom-id.ts';
import { type Leaf, layOut, marks, splitText, statementUnit, statementUnits, type Unit } from './layout.ts';
import { clip, LIMITS } from './limits.ts';
import { escapeMarkdown } from './markdown.ts';

/** The part of a message that we fill; whether it is private is the sender's to say. */
export type Body = {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly Row[];
};

export type RenderOptions = {
  /** Counts from 0 within the answer's page; `LAST_LEAF` for the last. Out of range: the nearest. Default 0. */
  readonly leaf?: number;
  /** Seen by the asker alone: offers Share. */
  readonly private?: boolean;
  /** Shown above the answer, where the platform does not show the question itself. */
  readonly question?: string;
  /** A plain line above the answer: already in Discord's markup. */
  readonly lead?: string;
  /** Says that the record changed since the answer that was pressed. */
  readonly changed?: boolean;
  /** What the menu of consultations calls one; default: its id. */
  readonly titleOf?: (consultation: string) => string | undefined;
  /** Where the reading room is: Details opens the consultation there. */
  readonly pages?: Pages | undefined;
  /** Buttons left out, for a copy that others see. */
  readonly bare?: boolean;
};

/** Description of an embed; leaves room for author and footer under the 6,000 of all embeds, and for the sources' heading. */
const DESCRIPTION_BUDGET = 3_900;
const FOOTER_BUDGET = 1_500;
const CONTENT_BUDGET = 1_700;

const colours = { answered: 0x1f6f8b, 'not-found': 0x8a8f98, clarify: 0xb7791f } as const;

/** An answer as one Discord message: headline as the text, statements and sources in an embed, buttons below. */
export function renderAnswer(answer: Answer, options: RenderOptions = {}): Body {
  const said = phrases(answer.language);
  const { content, leaves, notes } = arrange(answer);
  const wanted = options.leaf ?? 0;
  const index = wanted === LAST_LEAF ? leaves.length - 1 : Math.min(Math.max(wanted, 0), leaves.length - 1);
  const leaf = leaves[index] ?? { lines: [], sources: [] };
  const many = leaves.length > 1 || answer.page.count > 1;
  const changed = options.changed === true ? said.knowledgeChanged : null;
  const where = many ? pageLabel(answer, index, leaves.length) : null;
  const footer = [changed, ...notes, where].filter((line) => line !== null).join('\n');
  const description = describeLeaf(leaf, said.sources);
  const embed: APIEmbed = {
    color: colours[answer.status],
    ...(options.question ? { author: { name: clip(options.question.replace(/\s+/g, ' '), LIMITS.embedAuthor) } } : {}),
    ...(description === '' ? {} : { description }),
    ...(footer === '' ? {} : { footer: { text: footer } }),
  };
  const empty = embed.description === undefined && embed.footer === undefined && embed.author === undefined;
  const heading = index === 0 ? content : `${content} (${said.continued})`;
  return {
    content: options.lead === undefined ? heading : `${options.lead}\n${heading}`,
    embeds: empty ? [] : [embed],
    components: options.bare
      ? []
      : answerRows(answer, {
          leaf: index,
          leaves: leaves.length,
          private: options.private ?? false,
          titleOf: options.titleOf ?? ((id) => id),
          pages: options.pages,
        }),
  };
}

/**
 * The same answer without embeds, for channels where they are not allowed and for when a message was refused: one or more
 * texts of at most 2,000 characters, every citation among them.
 */
export function renderPlain(answer: Answer): readonly string[] {
  const said = phrases(answer.language);
  const units: Unit[] = [
    statementUnit(answer.headline, ''),
    ...statementUnits(answer.statements),
    ...answer.choices.map((each) => ({ text: `• ${escapeMarkdown(each.label)}`, citations: [] })),
    ...answer.notes.map((note) => ({ text: escapeMarkdown(note), citations: [] })),
  ];
  return layOut(withUncited(units, answer), answer.citations, answer.language, LIMITS.content - 100).map((leaf) =>
    describeLeaf(leaf, said.sources),
  );
}

type Arranged = { readonly content: string; readonly leaves: readonly Leaf[]; readonly notes: readonly string[] };

/** An answer never changes: what popular questions and turned pages share is laid out once. */
const arranged = new WeakMap<Answer, Arranged>();

function arrange(answer: Answer): Arranged {
  const known = arranged.get(answer);
  if (known !== undefined) return known;
  const text = `${escapeMarkdown(answer.headline.text)}${marks(answer.headline.citations)}`;
  const [content = '', ...rest] = splitText(text, CONTENT_BUDGET);
  const units: Unit[] = [
    { text: '', citations: answer.headline.citations },
    ...rest.map((each) => ({ text: each, citations: answer.headline.citations })),
    ...statementUnits(answer.statements),
  ];
  // Notes are small print; what does not fit under the picture of the answer moves into its text.
  const notes: string[] = [];
  let size = 0;
  for (const note of answer.notes) {
    size += note.length + 1;
    if (size <= FOOTER_BUDGET) notes.push(note);
    else units.push({ text: escapeMarkdown(note), citations: [] });
  }
  const leaves = layOut(withUncited(units, answer), answer.citations, answer.language, DESCRIPTION_BUDGET);
  const made = { content, leaves, notes };
  arranged.set(answer, made);
  return made;
}

/** A citation that no sentence of this page names is still listed, last. */
function withUncited(units: readonly Unit[], answer: Answer): readonly Unit[] {
  const named = new Set(units.flatMap((unit) => unit.citations));
  const rest = answer.citations.map((each) => each.n).filter((n) => !named.has(n));
  return rest.length === 0 ? units : [...units, { text: '', citations: rest }];
}

/** The text of a leaf: lines, then the sources under their heading. */
export function describeLeaf(leaf: Leaf, heading: string): string {
  const sources = leaf.sources.length === 0 ? [] : [`**${heading}**\n${leaf.sources.join('\n')}`];
  const lines = leaf.lines.length === 0 ? [] : [leaf.lines.join('\n')];
  return [...lines, ...sources].join('\n\n');
}

function pageLabel(answer: Answer, leaf: number, leaves: number): string {
  const label = phrases(answer.language).page(answer.page.index, answer.page.count);
  return leaves > 1 ? `${label} · ${leaf + 1}/${leaves}` : label;
}
