import type { Card, Timeline } from '../../src/answer/answer.ts';
import { phrases } from '../../src/conversation/phrases.ts';
import type { Pages } from '../../src/record/pages.ts';
import type { Language } from '../../src/text/language.ts';
import { describeTimeline } from '../../src/timeline/index.ts';
import { ACTIONS } from './buttons.ts';
import { LIMITS } from './limits.ts';
import { type Block, linkButton, type SlackMessage } from './render-blocks.ts';
import { renderCited } from './render-cited.ts';
import { type Piece, statementPieces } from './render-sources.ts';
import { escapeText } from './text.ts';

/** One consultation in full. Its participants and facts rest on the card's first source, its outcomes on their own. */
export function renderCard(card: Card, language: Language): readonly SlackMessage[] {
  const said = phrases(language);
  const colon = language === 'ja' ? '：' : ': ';
  const first = card.citations[0]?.n;
  const basis = first === undefined ? [] : [first];
  const fact = (label: string, value: string | null): Piece[] =>
    value === null || value === '' ? [] : [{ text: `${label}${colon}${value}`, citations: basis }];
  return renderCited({
    language,
    headline: { text: card.title, citations: [] },
    statements: [
      ...fact(said.date, card.date),
      ...fact(said.framework, card.framework),
      ...fact(said.format, card.format),
      ...fact(said.place, card.place),
      ...headed(
        said.participants,
        card.participants.map(({ name, office }) => ({
          text: language === 'ja' ? `${name}（${office}）` : `${name}, ${office}`,
          citations: basis,
        })),
      ),
      ...headed(said.outcomes, statementPieces(card.outcomes)),
      ...headed(
        said.documents,
        card.documents.map(({ title, url }) => ({ text: `${title} ${url}`, citations: [] })),
      ),
    ],
    notes: card.note === null ? [] : [card.note],
    citations: card.citations,
  });
}

/** The sources of an answer, every one, without the answer. */
export function renderSources(
  language: Language,
  headline: string,
  citations: Card['citations'],
): readonly SlackMessage[] {
  return renderCited({ language, headline: { text: headline, citations: [] }, statements: [], notes: [], citations });
}

/** A timeline as a list, numbered as on the picture, under its picture when one could be uploaded, with a button to the same list in the reading room. */
export function renderTimeline(
  timeline: Timeline,
  picture: string | undefined,
  pages?: Pages | undefined,
): readonly SlackMessage[] {
  const said = phrases(timeline.language);
  const messages = renderCited(
    {
      language: timeline.language,
      headline: { text: timeline.title, citations: [] },
      statements: timeline.items.map((item, index) => ({
        text: [`${index + 1}. ${item.dateLabel}`, item.label, item.place]
          .filter((part) => part !== null && part !== '')
          .join(' · '),
        citations: item.citations,
      })),
      notes: [said.timelineCount(timeline.items.length)],
      citations: timeline.citations,
    },
    {
      below: ({ part, partCount }) => [
        ...(part === 1 || part === 99 ? pictureBlocks(timeline, picture) : []),
        ...(part === partCount || part === 99 ? openBlocks(timeline, pages) : []),
      ],
    },
  );
  return messages;
}

/** The picture alone, for when it comes after its list. */
export function renderPicture(timeline: Timeline, picture: string): SlackMessage {
  return {
    text: escapeText(timeline.title),
    blocks: pictureBlocks(timeline, picture),
    plain: () => [escapeText(timeline.title)],
  };
}

function openBlocks({ language, filters, from, to }: Timeline, pages: Pages | undefined): Block[] {
  const url = pages?.list(language, filters ?? {}, { from, to });
  const open = linkButton(ACTIONS.web, phrases(language).openList, url);
  return open === undefined ? [] : [{ type: 'actions', elements: [open] }];
}

export function pictureBlocks(timeline: Timeline, picture: string | undefined): Block[] {
  if (picture === undefined) return [];
  const alt = describeTimeline(timeline, LIMITS.altText - 100);
  return [{ type: 'image', slack_file: { id: picture }, alt_text: alt === '' ? '…' : alt }];
}

export function headed(heading: string, pieces: readonly Piece[]): Piece[] {
  return pieces.length === 0 ? [] : [{ text: heading, citations: [], heading: true }, ...pieces];
}
