import fastStringWidth from 'fast-string-width';
import type { Answer, Card, Citation, Statement, Timeline } from '../../src/answer/index.ts';
import { phrases } from '../../src/conversation/index.ts';
import type { Digest } from '../../src/digest/index.ts';
import type { Language } from '../../src/text/index.ts';

/** A piece of text and the numbers of the sources behind it: what is said is never parted from what it rests on. */
export type Unit = {
  /** A `statement` is a point of a list, a `line` stands by itself, a `heading` over what follows it, a `section` over several of those. */
  readonly kind: 'headline' | 'section' | 'heading' | 'statement' | 'line';
  readonly text: string;
  readonly citations: readonly number[];
  /** Stands before the text, as the date of an entry does. */
  readonly label?: string | undefined;
  /** What the text links to: a document. */
  readonly url?: string | undefined;
  /** Of a comparison: whose it is, by its index among the sides. */
  readonly side?: number | undefined;
  /** Stands for a point's bullet: the number that a picture gives it. */
  readonly number?: number | undefined;
};

/** Anything with a first line, cited text and sources: an answer, a card, a timeline, a digest. No markup, no limits. */
export type CitedText = {
  readonly language: Language;
  readonly headline: Unit;
  readonly units: readonly Unit[];
  /** Small print. */
  readonly notes: readonly string[];
  readonly citations: readonly Citation[];
  /** Of a comparison: the names of what is set side by side. */
  readonly sides?: readonly string[] | undefined;
};

export function answerText(answer: Answer): CitedText {
  const { language, headline, statements, notes, citations, sides } = answer;
  return {
    language,
    headline: { kind: 'headline', text: headline.text, citations: headline.citations },
    units: statementUnits(statements),
    notes,
    citations,
    sides,
  };
}

/** One consultation in full: when, where and how, who, and what came of it. */
export function cardText(card: Card, language: Language): CitedText {
  const said = phrases(language);
  // Date, place and participants rest on the meeting's own page.
  const basis = card.citations.slice(0, 1).map(({ n }) => n);
  const facts = [card.framework === card.title ? null : card.framework, card.date, card.place, card.format];
  return {
    language,
    headline: { kind: 'headline', text: card.title, citations: [] },
    units: [
      line(facts.filter((fact) => fact !== null && fact !== '').join(' · '), basis),
      ...under(
        said.participants,
        card.participants.map(({ name, office, country }) => point(said.participant(name, office, country))),
        basis,
      ),
      ...under(said.outcomes, statementUnits(card.outcomes)),
      ...under(
        said.documents,
        card.documents.map(({ title, url }) => ({ ...point(title), url })),
      ),
    ],
    notes: card.note === null ? [] : [card.note],
    citations: card.citations,
  };
}

/** One line a consultation, oldest first, numbered as on the picture. */
export function timelineText(timeline: Timeline): CitedText {
  const { language, items, citations } = timeline;
  const said = phrases(language);
  return {
    language,
    headline: { kind: 'headline', text: `${timeline.title} · ${said.timelineCount(items.length)}`, citations: [] },
    units: items.map(({ label, place, dateLabel, citations: numbers }, index) => ({
      ...point([label, place].filter((part) => part !== null && part !== '').join(' · '), numbers),
      label: dateLabel,
      number: index + 1,
    })),
    notes: [],
    citations,
  };
}

/** Every source of an answer's page, without the answer. */
export function sourcesText({ language, headline, citations }: Answer): CitedText {
  return {
    language,
    headline: { kind: 'headline', text: headline.text, citations: [] },
    units: [],
    notes: [],
    citations,
  };
}

export function digestText(digest: Digest): CitedText {
  return {
    language: digest.language,
    headline: { kind: 'headline', text: digest.title, citations: [] },
    units: [
      ...(digest.note === null ? [] : [line(digest.note)]),
      ...digest.sections.flatMap(({ heading, statements }): readonly Unit[] => [
        { kind: 'section', text: heading, citations: [] },
        ...statementUnits(statements),
      ]),
    ],
    notes: [],
    citations: digest.citations,
  };
}

/** Statements as points, each meeting named once above its own. */
export function statementUnits(statements: readonly Statement[]): readonly Unit[] {
  return statements.flatMap(({ text, citations, heading, side }) => [
    ...(heading === undefined ? [] : [{ kind: 'heading' as const, text: heading, citations: [], side }]),
    { kind: 'statement' as const, text, citations, side },
  ]);
}

function under(heading: string, units: readonly Unit[], citations: readonly number[] = []): readonly Unit[] {
  return units.length === 0 ? [] : [{ kind: 'heading', text: heading, citations }, ...units];
}

function point(text: string, citations: readonly number[] = []): Unit {
  return { kind: 'statement', text, citations };
}

function line(text: string, citations: readonly number[] = []): Unit {
  return { kind: 'line', text, citations };
}

/** Columns of a source's title, a wide character counting two: a line and a half on a phone. */
const TITLE_COLUMNS = 64;

/** A page's title as a list of sources names it: it leads to the page, which has it in full. */
export function shortTitle(title: string): string {
  let columns = 0;
  let shown = '';
  for (const character of title) {
    columns += fastStringWidth(character);
    if (columns > TITLE_COLUMNS) return `${shown.trimEnd()}…`;
    shown += character;
  }
  return title;
}
