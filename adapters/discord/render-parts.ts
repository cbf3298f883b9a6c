import type { Answer, Card, Timeline } from '../../src/answer/answer.ts';
import { phrases } from '../../src/conversation/phrases.ts';
import type { Pages } from '../../src/record/pages.ts';
import type { Language } from '../../src/text/language.ts';
import { consultationRow, leafRow, linkButton, row } from './components.ts';
import type { Action } from './custom-id.ts';
import { type Leaf, layOut, marks, statementUnit, type Unit } from './layout.ts';
import { clip, LIMITS } from './limits.ts';
import { escapeMarkdown, maskedLink } from './markdown.ts';
import { type Body, describeLeaf } from './render.ts';

const DESCRIPTION_BUDGET = 3_900;
const COLOUR = 0x1f6f8b;

/** Every source of an answer's page, in leaves. */
export function renderSources(answer: Answer, leaf: number): Body {
  const units = answer.citations.map((each) => ({ text: '', citations: [each.n] }));
  const leaves = layOut(units, answer.citations, answer.language, DESCRIPTION_BUDGET);
  return parts(leaves, leaf, answer.language, phrases(answer.language).sources, (next) => ({
    kind: 'sources',
    ask: answer.id,
    leaf: next,
  }));
}

/** One consultation in full: when, where, in which framework, who, and what came of it. */
export function renderCard(card: Card, ask: string, language: Language, leaf: number): Body {
  const said = phrases(language);
  const fact = (label: string, value: string): Unit => ({
    text: `**${label}** ${escapeMarkdown(value)}`,
    citations: [],
  });
  const heading = (label: string): Unit => ({ text: `\n**${label}**`, citations: [] });
  const units: Unit[] = [
    fact(said.date, card.date),
    fact(said.framework, card.framework),
    fact(said.format, card.format),
    ...(card.place === null ? [] : [fact(said.place, card.place)]),
    ...(card.participants.length === 0 ? [] : [heading(said.participants)]),
    ...card.participants.map((each) => ({
      text: `• ${escapeMarkdown(each.name)} — ${escapeMarkdown(`${each.office} (${each.country})`)}`,
      citations: [],
    })),
    ...(card.outcomes.length === 0 ? [] : [heading(said.outcomes)]),
    ...card.outcomes.map((each) => statementUnit(each, '• ')),
    ...(card.documents.length === 0 ? [] : [heading(said.documents)]),
    ...card.documents.map((each) => ({
      text: `• ${maskedLink(each.title, each.url) ?? escapeMarkdown(each.title)}`,
      citations: [],
    })),
    ...(card.note === null ? [] : [{ text: `\n${escapeMarkdown(card.note)}`, citations: [] }]),
    // Date, place and participants rest on the meeting's own sources, whether or not an outcome cites them.
    { text: '', citations: card.citations.map((each) => each.n) },
  ];
  const leaves = layOut(units, card.citations, language, DESCRIPTION_BUDGET);
  return parts(leaves, leaf, language, card.title, (next) => ({
    kind: 'card',
    ask,
    consultation: card.consultation,
    leaf: next,
  }));
}

/**
 * The timeline as a list, one line a consultation, numbered as on the picture, oldest first, with a button to the same list in the reading room. The
 * picture is attached by the sender.
 */
export function renderTimeline(timeline: Timeline, ask: string, leaf: number, pages?: Pages): Body {
  const { language } = timeline;
  const said = phrases(language);
  const units: Unit[] = timeline.items.map((item, index) => ({
    text: `**${index + 1}.** **${escapeMarkdown(item.dateLabel)}** ${escapeMarkdown(
      [item.label, item.place].filter((part) => part !== null).join(' · '),
    )}${marks(item.citations)}`,
    citations: item.citations,
  }));
  const leaves = layOut(units, timeline.citations, language, DESCRIPTION_BUDGET);
  const title = `${timeline.title} · ${said.timelineCount(timeline.items.length)}`;
  const body = parts(leaves, leaf, language, title, (next) => ({ kind: 'timeline', ask, leaf: next }));
  const index = Math.min(Math.max(leaf, 0), leaves.length - 1);
  const before = leaves.slice(0, index).reduce((sum, each) => sum + each.lines.length, 0);
  const shown = timeline.items.slice(before, before + (leaves[index]?.lines.length ?? 0));
  // The same meeting cannot be offered twice in one menu.
  const titles = new Map(shown.map((item) => [item.consultation, `${item.dateLabel} ${item.label}`]));
  const menu = consultationRow(
    ask,
    language,
    [...titles].map(([value, label]) => ({ label, value })),
  );
  const open = linkButton(said.openList, pages?.list(language, timeline.filters ?? {}, timeline));
  const below = [menu, open && row([open])].filter((each) => each !== undefined);
  return { ...body, components: [...body.components, ...below] };
}

/** One leaf under a title, with the buttons to the others. */
function parts(
  leaves: readonly Leaf[],
  wanted: number,
  language: Language,
  title: string,
  action: (leaf: number) => Action,
): Body {
  const said = phrases(language);
  const index = Math.min(Math.max(wanted, 0), leaves.length - 1);
  const description = describeLeaf(leaves[index] ?? { lines: [], sources: [] }, said.sources);
  const moves = leafRow(language, index, leaves.length, action);
  return {
    content: '',
    embeds: [
      {
        color: COLOUR,
        // Embed titles render markdown, links excepted.
        title: clip(escapeMarkdown(title), LIMITS.embedTitle),
        ...(description === '' ? {} : { description }),
        ...(leaves.length > 1 ? { footer: { text: said.page(index + 1, leaves.length) } } : {}),
      },
    ],
    components: moves === undefined ? [] : [moves],
  };
}
