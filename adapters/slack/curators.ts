import type { CuratorNote, CuratorSender } from '../../src/curators/index.ts';
import type { ChatLog } from '../chat/options.ts';
import { faultOf, isPassing } from './faults.ts';
import { findMessage } from './find-message.ts';
import { LIMITS } from './limits.ts';
import type { Client, Poster } from './post.ts';
import {
  type Block,
  context,
  link,
  plainText,
  quote,
  type RichTextElement,
  richText,
  type SlackMessage,
  section,
  words,
} from './render-blocks.ts';
import { plainChunks } from './render-plain.ts';
import { outcomeOf } from './sender.ts';
import { cut, escapeText } from './text.ts';

/** Message metadata type under which the key of a message to curators travels. */
const CURATORS_EVENT = 'kyogi_curators';
/** Clocks differ, and a request may be under way for as long as its timeout. */
const MARGIN_SECONDS = 60;

/** Posts to the curators' channel, each message with its key as metadata, by which it is looked up after a crash. */
export function createCuratorSender(options: {
  /** A client for a workspace. @throws when the app is not installed there. */
  readonly clientFor: (workspace: string) => Promise<Client>;
  readonly poster: Poster;
  readonly log: ChatLog;
}): CuratorSender {
  const { clientFor, poster, log } = options;
  return {
    platform: 'slack',

    async post({ workspace, channel }, note, key) {
      try {
        const client = await clientFor(workspace);
        const messageId = await poster.post(client, { to: 'channel', channel }, [renderNote(note)], {
          patience: 'digest',
          extra: { metadata: { event_type: CURATORS_EVENT, event_payload: { key } } },
        });
        return messageId === undefined
          ? { kind: 'unknown', reason: 'Slack gave no message id' }
          : { kind: 'sent', messageId };
      } catch (error) {
        return outcomeOf(error, log, 'Curators could not be told.');
      }
    },

    async find({ workspace, channel }, key, window) {
      try {
        return await findMessage(await clientFor(workspace), {
          channel,
          event: CURATORS_EVENT,
          key,
          oldest: String(Math.floor(window.from / 1000) - MARGIN_SECONDS),
          latest: String(Math.ceil(window.to / 1000) + MARGIN_SECONDS),
        });
      } catch (error) {
        const fault = faultOf(error);
        if (isPassing(fault) || fault.kind === 'token') throw error;
        log.info({ platform: 'slack', code: fault.code }, 'The curators’ channel cannot be looked through.');
        return undefined;
      }
    },
  };
}

/** A note as blocks: what people typed stands in quotes, and nothing in it formats, links or pings. */
export function renderNote(note: CuratorNote): SlackMessage {
  const records = note.records.map(({ id, url }) => (url === undefined ? words(id) : link(url, id)));
  const blocks: Block[] = [
    { type: 'header', text: plainText(note.heading, LIMITS.headerText) },
    richText(
      ...note.passages.flatMap(({ name, text }) => [section(...words(`${name}\n`, { bold: true })), quote(text)]),
      ...(records.length === 0
        ? []
        : [section(...words(`${note.recordsName}\n`, { bold: true }), ...withBreaks(records))]),
    ),
    ...context([note.footer]),
  ];
  return {
    text: escapeText(cut([note.heading, note.passages[0]?.text ?? ''].join(': '), 300)),
    blocks,
    plain: () =>
      plainChunks(
        [
          note.heading,
          ...note.passages.flatMap(({ name, text }) => [`${name}:`, text]),
          ...note.records.map(({ id, url }) => url ?? id),
          note.footer,
        ].map(escapeText),
      ),
  };
}

function withBreaks(lines: readonly RichTextElement[][]): RichTextElement[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [...words('\n'), ...line]));
}
