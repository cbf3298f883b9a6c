import { describe, expect, test } from 'vitest';
import { phrases } from '../../src/conversation/phrases.ts';
import { createThrottle } from '../../src/conversation/throttle.ts';
import { samples } from '../adapters-fixture.ts';
import * as slack from './server/payloads.ts';
import { TEAM } from './server/slack-server.ts';
import { buttonOf, oldButton, useWorkspace } from './workspace.ts';

const at = useWorkspace();

function limited(channelPerMinute = 60) {
  const throttle = createThrottle({ userPerMinute: 1, channelPerMinute });
  return { throttle: (actor: string, channel: string) => throttle.allow(actor, channel, performance.now()) };
}

describe('a flood by one person', () => {
  test('60 mentions at once get one notice', async () => {
    await at.start(limited());
    await Promise.all(
      Array.from({ length: 60 }, () => at.running.delivery.deliver(slack.mention(at.server, samples.who.en))),
    );
    await at.server.quiet();
    const notices = at.server.posts.filter(({ body }) => body.text === phrases('en').tooManyQuestions);
    expect(notices).toHaveLength(1);
    expect(at.server.posts).toHaveLength(2);
  });

  test('Share pressed 50 times at once posts once, and says so to who presses again', async () => {
    await at.start();
    const answer = await at.madeBy(slack.command(at.server, samples.who.en));
    const share = buttonOf(answer, 'Share');
    await Promise.all(
      Array.from({ length: 50 }, () => at.running.delivery.deliver(slack.press(at.server, answer, share))),
    );
    await at.server.waitFor(() => at.server.posts.length === 51);
    const others = at.server.posts.filter((post) => post !== answer);
    expect(others.filter(({ seenBy }) => seenBy === undefined)).toHaveLength(1);
    expect(others.filter(({ body }) => body.text === phrases('en').sharedAlready)).toHaveLength(49);
  });

  test('Helpful pressed 50 times at once is stored once', async () => {
    await at.start();
    const answer = await at.madeBy(slack.mention(at.server, samples.who.en));
    const helpful = oldButton(answer, 'kyogi.feedback', 'helpful');
    await Promise.all(
      Array.from({ length: 50 }, () => at.running.delivery.deliver(slack.press(at.server, answer, helpful))),
    );
    await at.server.quiet();
    expect(await at.store.listFeedback(999)).toMatchObject([{ kind: 'helpful', actor: `${TEAM}:${slack.ASKER}` }]);
  });
});

describe('a flood of a channel', () => {
  test('60 mentions by 60 people at once get one notice, which all see', async () => {
    await at.start(limited(1));
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        at.running.delivery.deliver(slack.mention(at.server, samples.who.en, { user: `U${index}` })),
      ),
    );
    await at.server.waitFor(() => at.server.posts.length === 2);
    await at.server.quiet();
    const notices = at.server.posts.filter(({ body }) => body.text === phrases('en').tooManyInChannel);
    expect(notices).toHaveLength(1);
    expect(notices[0]?.seenBy).toBeUndefined();
    expect(at.server.posts).toHaveLength(2);
  });
});
