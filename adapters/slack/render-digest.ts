import type { Digest } from '../../src/digest/index.ts';
import { inOneMessage } from '../../src/digest/index.ts';
import { leafMessage } from '../chat/message.ts';
import { pack } from '../chat/pack.ts';
import { digestText } from '../chat/text.ts';
import { FIT } from './fit.ts';
import { LIMITS } from './limits.ts';
import { render } from './render.ts';
import { type Block, context, measure, type SlackMessage } from './render-blocks.ts';

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

/** A digest in one language, in as many messages as it takes; `below` stands under the last. */
function renderDigest(digest: Digest, picture: string | undefined, below: readonly Block[]): readonly SlackMessage[] {
  const text = digestText(digest);
  const leaves = pack(text, FIT, measure(below));
  return leaves.map((_, index) => {
    const message = leafMessage(text, leaves, index);
    return render(
      { ...message, ...(index === 0 ? { picture: digest.timeline } : {}) },
      picture,
      index === leaves.length - 1 ? [...context([digest.closing]), ...below] : [],
    );
  });
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
