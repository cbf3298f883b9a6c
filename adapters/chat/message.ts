import type { Answer, Card, SourcePage, Timeline } from '../../src/answer/index.ts';
import { phrases } from '../../src/conversation/index.ts';
import type { Pages } from '../../src/record/index.ts';
import type { Language } from '../../src/text/index.ts';
import {
  answerControls,
  type Controls,
  cardControls,
  moreControls,
  NO_CONTROLS,
  timelineControls,
  turns,
} from './controls.ts';
import { type Fit, type Leaf, leafAt, pack, type Urls } from './pack.ts';
import { answerText, type CitedText, cardText, sourcesText, timelineText, type Unit } from './text.ts';

/** One message of ours before it becomes a platform's: within its limits, without its markup. Text of records is data in all of it. */
export type ChatMessage = {
  readonly language: Language;
  readonly tone: Answer['status'] | 'plain';
  /** The question, for where readers cannot see it. */
  readonly question?: string | undefined;
  /** Lines of ours over the answer, in the platform's own markup: who shared it, that the record changed. */
  readonly above: readonly string[];
  readonly headline: Unit;
  readonly units: readonly Unit[];
  /** Of a comparison: the names of what is set side by side. */
  readonly sides?: readonly string[] | undefined;
  readonly notes: readonly string[];
  /** Where this message is in the whole: "Page 2 of 7". */
  readonly where?: string | undefined;
  /** The pages that this message's text rests on, each once; every number in the text is among theirs. */
  readonly sources: readonly SourcePage[];
  readonly urls: Urls;
  /** Shown as a picture where the platform can. */
  readonly picture?: Timeline | undefined;
  readonly controls: Controls;
};

/** How a platform fits messages: its limits, and what controls take of them. */
export type Fitting = Fit & { controls(controls: Controls): number };

export type AnswerView = {
  /** Counts from 0 within the answer's page; `LAST_LEAF` for the last. Default 0. */
  readonly leaf?: number | undefined;
  readonly question?: string | undefined;
  readonly above?: readonly string[] | undefined;
  /** Only the asker sees it, in a place where others could: it can be shared. Default false. */
  readonly shareable?: boolean | undefined;
  readonly pages?: Pages | undefined;
};

export function answerMessage(answer: Answer, fit: Fitting, view: AnswerView = {}): ChatMessage {
  const said = phrases(answer.language);
  const place = { shareable: view.shareable ?? false, pages: view.pages };
  const controls = (leaf: number, leaves: number) => answerControls(answer, { ...place, leaf, leaves });
  const message = messageOf(answerText(answer), fit, view.leaf ?? 0, controls);
  const { index, count } = answer.page;
  const page = count > 1 || message.leaves > 1 ? said.page(index, count) : undefined;
  const where = message.leaves > 1 ? `${page} · ${message.leaf + 1}/${message.leaves}` : page;
  return { ...message, tone: answer.status, question: view.question, above: view.above ?? [], where };
}

/** What else can be done with an answer: what is behind its ⋯, for platforms that cannot show that in place. */
export function moreMessage(answer: Answer, view: AnswerView): ChatMessage {
  const controls = moreControls(answer, {
    leaf: view.leaf ?? 0,
    leaves: 1,
    shareable: view.shareable ?? false,
    pages: view.pages,
  });
  return { ...noticeMessage(phrases(answer.language).whatElse, answer.language), controls };
}

export function cardMessage(
  card: Card,
  answer: Answer,
  fit: Fitting,
  view: { leaf: number; titleOf: (consultation: string) => string | undefined },
): ChatMessage {
  const { language } = answer;
  return messageOf(cardText(card, language), fit, view.leaf, (leaf, leaves) =>
    cardControls(card, answer, { leaf, leaves }, view.titleOf),
  );
}

export function sourcesMessage(answer: Answer, fit: Fitting, leaf: number): ChatMessage {
  const { id: ask, language, page } = answer;
  return messageOf(sourcesText(answer), fit, leaf, (at, leaves) => ({
    ...NO_CONTROLS,
    buttons: turns(language, { leaf: at, leaves }, (to) => ({ kind: 'sources', ask, leaf: to, page: page.index })),
  }));
}

export function timelineMessage(
  timeline: Timeline,
  ask: string,
  fit: Fitting,
  { leaf, pages }: { leaf: number; pages?: Pages | undefined },
): Placed {
  const text = timelineText(timeline);
  const controls = (at: number, leaves: number, before = 0, count = timeline.items.length) =>
    timelineControls(timeline, ask, { leaf: at, leaves }, timeline.items.slice(before, before + count), pages);
  const all = pack(text, fit, fit.controls(controls(1, 3)));
  const { index } = leafAt(all, leaf);
  const entries = ({ units }: Leaf) => units.filter(({ kind }) => kind === 'statement').length;
  const before = all.slice(0, index).reduce((sum, each) => sum + entries(each), 0);
  const count = all[index] === undefined ? 0 : entries(all[index]);
  const message = leafMessage(text, all, leaf);
  return {
    ...message,
    controls: controls(index, all.length, before, count),
    ...(index === 0 ? { picture: timeline } : {}),
  };
}

/** A sentence of ours alone. */
export function noticeMessage(text: string, language: Language): ChatMessage {
  return {
    language,
    tone: 'plain',
    above: [],
    headline: { kind: 'headline', text, citations: [] },
    units: [],
    notes: [],
    sources: [],
    urls: new Map(),
    controls: NO_CONTROLS,
  };
}

/** A message that is one leaf of several; counts from 0. */
export type Placed = ChatMessage & { readonly leaf: number; readonly leaves: number };

/** The leaf of a text that is wanted; room for the widest controls is set aside on each. */
function messageOf(
  text: CitedText,
  fit: Fitting,
  wanted: number,
  controls: (leaf: number, leaves: number) => Controls,
): Placed {
  const leaves = pack(text, fit, fit.controls(controls(1, 3)));
  const message = leafMessage(text, leaves, wanted);
  return { ...message, controls: controls(message.leaf, message.leaves) };
}

/** One leaf of a text as a message without controls. */
export function leafMessage(text: CitedText, leaves: readonly Leaf[], wanted: number): Placed {
  const { language, headline, citations, sides } = text;
  const said = phrases(language);
  const { leaf, index } = leafAt(leaves, wanted);
  return {
    language,
    tone: 'plain',
    above: [],
    headline: leaf.headline ?? {
      kind: 'headline',
      text: `${shortened(headline.text)} (${said.continued})`,
      citations: [],
    },
    units: leaf.units,
    sides,
    notes: leaf.notes,
    sources: leaf.sources,
    urls: new Map(citations.map(({ n, url }) => [n, url])),
    controls: NO_CONTROLS,
    where: leaves.length > 1 ? said.page(index + 1, leaves.length) : undefined,
    leaf: index,
    leaves: leaves.length,
  };
}

/** A first line said again on a further leaf: enough to know it by. */
function shortened(text: string): string {
  const most = 150;
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
