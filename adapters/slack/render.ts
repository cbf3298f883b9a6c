import type { Answer, Timeline } from '../../src/answer/index.ts';
import { sourceLine } from '../../src/answer/index.ts';
import { describeTimeline } from '../../src/timeline/index.ts';
import { type AnswerView, answerMessage, type ChatMessage } from '../chat/message.ts';
import { leafAt, pack } from '../chat/pack.ts';
import { answerText, type CitedText, type Unit } from '../chat/text.ts';
import { controlBlocks } from './controls.ts';
import { FIT } from './fit.ts';
import { LIMITS } from './limits.ts';
import { sourceElements, sourceMrkdwn, unitElements, unitMrkdwn } from './markup.ts';
import {
  type Block,
  bullets,
  context,
  quote,
  type RichTextElement,
  richText,
  type SlackMessage,
  section,
} from './render-blocks.ts';
import { plainChunks } from './render-plain.ts';
import { cut, escapeText, literal } from './text.ts';

/** Longest echo of a question; a question itself is at most 500 characters, a message looked into may be longer. */
const ECHO_CHARACTERS = 600;

/** A message as Slack's, within every limit. `picture` is the id of an uploaded file, and `below` stands under everything else. */
export function render(message: ChatMessage, picture?: string, below: readonly Block[] = []): SlackMessage {
  const { above, notes, where, sources } = message;
  const small = [...notes, where ?? ''].filter((line) => line.trim() !== '').join('\n');
  return {
    text: firstLine(message),
    blocks: [
      ...context(above),
      ...echoBlocks(message),
      ...(message.picture === undefined ? [] : pictureBlocks(message.picture, picture)),
      ...textBlocks(message),
      ...sourceBlocks(sources),
      ...context(small === '' ? [] : [small]),
      ...controlBlocks(message.controls),
      ...below,
    ],
    plain: () => plainChunks([...plainFrame(message), ...plainLines(message)]),
  };
}

/** An answer as one message, with what does not fit behind a button. */
export function renderAnswer(answer: Answer, view: AnswerView = {}): SlackMessage {
  const message = answerMessage(answer, FIT, view);
  return {
    ...render(message),
    // Without buttons all of it is shown, and choices and suggestions are lines to type again.
    plain: () =>
      plainChunks([
        ...plainFrame(message),
        ...plainText(answerText(answer)),
        ...[...answer.choices.map(({ question }) => question), ...answer.suggestions].map(
          (question) => `→ ${escapeText(question)}`,
        ),
      ]),
  };
}

/** The picture alone, for when it comes after its list. */
export function renderPicture(timeline: Timeline, picture: string): SlackMessage {
  return {
    text: escapeText(timeline.title),
    blocks: pictureBlocks(timeline, picture),
    plain: () => [escapeText(timeline.title)],
  };
}

/** The first line, for notifications and screen readers: escaped. */
function firstLine({ headline }: ChatMessage): string {
  return escapeText(cut(literal(headline.text).trim(), LIMITS.fallbackText / 2)) || '…';
}

/** What is left of the question to show; a control character alone is nothing, and Slack refuses an empty quote. */
function echoBlocks({ question = '' }: ChatMessage): Block[] {
  const echo = cut(literal(question).trim(), ECHO_CHARACTERS);
  return echo === '' ? [] : [richText(quote(echo))];
}

function textBlocks(message: ChatMessage): Block[] {
  const { headline, units, urls } = message;
  const fields = sideFields(message);
  const shown = fields === undefined ? units : units.filter(({ side }) => side === undefined);
  const head = unitElements(headline, urls);
  const opening = head.length === 0 ? [] : [section(...head)];
  const lines = grouped(shown, (unit) => unitElements(unit, urls));
  const texts = fields === undefined ? [[...opening, ...lines]] : [opening, lines];
  const [first = [], ...rest] = texts.map((elements) => (elements.length === 0 ? [] : [richText(...elements)]));
  return [...first, ...(fields === undefined ? [] : [fields]), ...rest.flat()];
}

/** Runs of points as lists, other lines between them. */
function grouped(units: readonly Unit[], elementsOf: (unit: Unit) => RichTextElement[]) {
  const elements: ReturnType<typeof section | typeof bullets>[] = [];
  let run: RichTextElement[][] = [];
  const flush = () => {
    if (run.length > 0) elements.push(bullets(run));
    run = [];
  };
  for (const unit of units) {
    const line = elementsOf(unit);
    // Slack refuses an empty element.
    if (line.length === 0) continue;
    if (unit.kind === 'statement') run.push(line);
    else {
      flush();
      elements.push(section({ type: 'text', text: '\n' }, ...line));
    }
  }
  flush();
  return elements;
}

/** The sides of a comparison beside each other, where each fits a field and holds no marks; else headings keep them apart. */
function sideFields({ units, sides = [], urls }: ChatMessage): Block | undefined {
  const fields = sides.map((name, index) => {
    const own = units.filter(({ side, kind }) => side === index && kind !== 'heading');
    const lines = [{ kind: 'line', text: name, citations: [] } as const, ...own].map((unit) => unitMrkdwn(unit, urls));
    const [head = '', ...rest] = lines.filter((line) => line !== undefined);
    const isWhole = own.length > 0 && rest.length === own.length;
    return isWhole ? [`*${head}*`, ...rest].join('\n') : '';
  });
  const fit = fields.length > 1 && fields.length <= 10;
  if (!fit || fields.some((text) => text === '' || text.length > LIMITS.fieldText)) return undefined;
  return { type: 'section', fields: fields.map((text) => ({ type: 'mrkdwn', text, verbatim: true })) };
}

/** Sources as small grey lines, a page each; what mrkdwn would not show as it is stands in a list. */
function sourceBlocks(sources: ChatMessage['sources']): Block[] {
  const chunks: string[] = [];
  const others: RichTextElement[][] = [];
  for (const page of sources) {
    const line = sourceMrkdwn(page);
    const chunk = chunks.at(-1);
    if (line === undefined) others.push(sourceElements(page));
    else if (chunk === undefined || chunk.length + line.length + 1 > LIMITS.contextText) chunks.push(line);
    else chunks[chunks.length - 1] = `${chunk}\n${line}`;
  }
  return [
    ...chunks.map((text): Block => ({ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] })),
    ...(others.length === 0 ? [] : [richText(bullets(others))]),
  ];
}

function pictureBlocks(timeline: Timeline, picture: string | undefined): Block[] {
  if (picture === undefined) return [];
  const alt = describeTimeline(timeline, LIMITS.altText - 100);
  return [{ type: 'image', slack_file: { id: picture }, alt_text: alt === '' ? '…' : alt }];
}

function plainFrame({ above, question = '' }: ChatMessage): string[] {
  const echo = cut(literal(question).trim(), ECHO_CHARACTERS);
  return [...above.map(escapeText), ...(echo === '' ? [] : [escapeText(`“${echo}”`)])];
}

/** A message as lines, escaped: what goes out when Slack refuses blocks. */
function plainLines(message: Pick<ChatMessage, 'language' | 'headline' | 'units' | 'notes' | 'sources'>): string[] {
  return [
    ...[message.headline, ...message.units].map(plainUnit),
    ...message.notes.map(escapeText),
    ...message.sources.map((page) => escapeText(sourceLine(page, message.language))),
  ];
}

/** A whole text as lines. */
function plainText(text: CitedText): string[] {
  const whole = { ...FIT, room: Number.MAX_SAFE_INTEGER, units: Number.MAX_SAFE_INTEGER };
  const { leaf } = leafAt(pack(text, whole), 0);
  return plainLines({ language: text.language, ...leaf, headline: leaf.headline ?? text.headline, notes: text.notes });
}

function plainUnit({ kind, label, number, text, url, citations }: Unit): string {
  const before =
    kind === 'heading' || kind === 'section'
      ? '\n'
      : kind !== 'statement'
        ? ''
        : number === undefined
          ? '• '
          : `${number}. `;
  const marks = citations.map((n) => ` [${n}]`).join('');
  const link = url === undefined ? '' : ` ${url}`;
  return `${before}${escapeText(`${label === undefined ? '' : `${label} `}${text}${link}${marks}`)}`;
}
