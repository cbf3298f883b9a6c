/** A process that delivers on both platforms until it is killed, as a service does, on a clock that goes faster than the real one. */
import { composeDigest } from '../../src/digest/compose.ts';
import type { Digest } from '../../src/digest/digest.ts';
import { createDigestRunner } from '../../src/digest/runner.ts';
import { openStore } from '../../src/store/open.ts';
import { eventful } from '../digest/delivery-fixture.ts';
import { type PlatformAddress, realSender } from '../digest/local-platform.ts';

export type KillsOrder = {
  readonly databaseUrl: string;
  readonly platforms: readonly PlatformAddress[];
  readonly owner: string;
  /** Epoch milliseconds: the clock shows `start` when the real one shows `since`. */
  readonly start: number;
  readonly since: number;
  /** How much faster it goes. */
  readonly rate: number;
};

const order = JSON.parse(process.argv[2] ?? '') as KillsOrder; // the bench that started us wrote it

const now = () => order.start + (Date.now() - order.since) * order.rate;
const clock = () => Temporal.Instant.fromEpochMilliseconds(Math.round(now()));

/** Digests in both languages are made too long for one message of either platform. */
function lengthened(digest: Digest): Digest {
  const [section] = digest.sections;
  const [first] = section?.statements ?? [];
  if (section === undefined || first === undefined) return digest;
  // Of one meeting: it is never cut.
  const { heading: _, ...statement } = first;
  const statements = Array.from({ length: 45 }, (_, n) => ({ ...statement, text: `${n} ${statement.text}`.repeat(9) }));
  return { ...digest, sections: [{ ...section, statements }] };
}

const store = await openStore(order.databaseUrl);
for (const at of order.platforms) {
  // Drawing is not what is looked at, and takes seconds on a busy machine: Slack's pictures are uploaded undrawn, Discord's left out.
  const { sender } = await realSender(at, clock, async () => Buffer.from('a picture'));
  const runner = createDigestRunner({
    store,
    senders: [sender],
    desk: () => ({
      digest: (request) => {
        const digest = composeDigest(eventful, request);
        const whole = request.language === 'ja' ? lengthened(digest) : digest;
        return at.platform === 'slack' ? whole : { ...whole, timeline: { ...whole.timeline, items: [] } };
      },
      knowledge: () => eventful,
    }),
    clock,
    owner: order.owner,
    timers: {
      setTimeout: (work, ms) => setTimeout(work, ms / order.rate),
      clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout), // made above
    },
  });
  runner.start();
}
process.stdout.write('running\n');
