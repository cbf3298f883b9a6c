import type { Digest } from '../../src/digest/digest.ts';
import { inOneMessage } from '../../src/digest/shorten.ts';
import { LIMITS } from './limits.ts';
import { type Block, context, measure, type SlackMessage } from './render-blocks.ts';
import { headed, pictureBlocks } from './render-card.ts';
import { renderCited } from './render-cited.ts';
import { statementPieces } from './render-sources.ts';

/**
 * Digests as messages: one, both languages in it and with as many meetings as Slack's limits allow; more only where one meeting is too
 * long for that. The first has the picture, the last what stands `below`.
 */
export function digestMessages(
  digests: readonly Digest[],
  picture: string | undefined,
  below: readonly Block[] = [],
): readonly SlackMessage[] {
  return inOneMessage(digests, (shown) => {
    const last = shown.length - 1;
    const each = shown.map((digest, index) =>
      renderDigest(digest, index === 0 ? picture : undefined, index === last ? below : []),
    );
    return joined(each.flat()) ?? each.flat();
  });
}

function renderDigest(digest: Digest, picture: string | undefined, below: readonly Block[]): readonly SlackMessage[] {
  return renderCited(
    {
      language: digest.language,
      headline: { text: digest.title, citations: [] },
      statements: digest.sections.flatMap(({ heading, statements }) => headed(heading, statementPieces(statements))),
      notes: digest.note === null ? [] : [digest.note],
      citations: digest.citations,
    },
    {
      below: ({ part, partCount }) => [
        ...(part === 1 || part === 99 ? pictureBlocks(digest.timeline, picture) : []),
        ...(part === partCount || part === 99 ? [...context([digest.closing]), ...below] : []),
      ],
    },
  );
}

/** All in one message; `undefined` where Slack's limits do not allow it. */
function joined(messages: readonly SlackMessage[]): readonly SlackMessage[] | undefined {
  const blocks = messages.flatMap((message, index) => [
    ...(index === 0 ? [] : [{ type: 'divider' as const }]),
    ...message.blocks,
  ]);
  if (blocks.length > LIMITS.blocksPerMessage || measure(blocks) > LIMITS.messageCharacters) return undefined;
  const [first] = messages;
  return first === undefined
    ? []
    : [{ text: first.text, blocks, plain: () => messages.flatMap(({ plain }) => plain()) }];
}
