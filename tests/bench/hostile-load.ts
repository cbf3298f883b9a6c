import { setTimeout as wait } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { type Payload, payload, snowflake } from '../discord/server/payloads.ts';
import { startDiscordServer } from '../discord/server/server.ts';
import { socketDelivery } from '../slack/server/delivery.ts';
import { mention } from '../slack/server/payloads.ts';
import { startSlackServer } from '../slack/server/slack-server.ts';

/** What `hostile.ts` asks for: the strings, and a moment (epoch milliseconds) after which no more are sent. */
export type Load = { readonly strings: readonly string[]; readonly until: number };
/** Milliseconds from event to answer. */
export type Sent = { readonly hostile: number[]; readonly other: number[] };

/** Strings under way at once on each platform. */
const AT_ONCE = 4;
const PAUSE_MS = 100;
const LONGEST_WAIT_MS = 60_000;
const ORDINARY = [
  'Who attended the defense ministerial in March 2025?',
  '2024年の日米「2+2」はどこで開かれましたか',
  'What was agreed about AMRAAM?',
  '2025年3月の防衛相会談の出席者は？',
];

/**
 * The load half of `hostile.ts`, on a thread of its own: local servers of both platforms, on which one lot of people sends hostile
 * strings while somebody else asks an ordinary question ten times a second.
 */
if (parentPort !== null) {
  const port = parentPort;
  const discord = await startDiscordServer({ keepPosts: false });
  // Discord gives up after three seconds; how long it really took is what is asked here.
  discord.voidAfterMs = LONGEST_WAIT_MS;
  const answered = new Map<string, (at: number) => void>();
  const slack = await startSlackServer({
    keep: false,
    onPost: ({ channel }) => {
      answered.get(channel)?.(performance.now());
      answered.delete(channel);
    },
  });
  const delivery = socketDelivery(slack, LONGEST_WAIT_MS);
  let serial = 0;

  const onDiscord = async (text: string, person: number): Promise<number> => {
    const base = payload('interaction-slash');
    const member = base.member as Payload;
    const started = performance.now();
    const { atMs } = await discord.interact(
      {
        ...base,
        member: { ...member, user: { ...(member.user as Payload), id: `14000000000000${10_000 + person}` } },
        id: snowflake(),
        token: `token-${snowflake()}`,
        data: {
          id: '1600000000000000001',
          name: 'alliance',
          type: 1,
          options: [{ name: 'question', type: 3, value: text }],
        },
      },
      LONGEST_WAIT_MS,
    );
    return atMs - started;
  };

  const onSlack = async (text: string, person: number): Promise<number> => {
    serial += 1;
    const channel = `C${serial}`;
    const answer = new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${JSON.stringify(text)}`)), LONGEST_WAIT_MS);
      answered.set(channel, (at) => {
        clearTimeout(timer);
        resolve(at);
      });
    });
    const started = performance.now();
    await delivery.deliver(mention(slack, text, { channel, user: `U${person}` }));
    return (await answer) - started;
  };

  const run = async (ask: typeof onDiscord, { strings, until }: Load): Promise<Sent> => {
    const hostile: number[] = [];
    const other: number[] = [];
    let next = 0;
    let running = AT_ONCE;
    const attacker = async (person: number) => {
      while (next < strings.length && Date.now() < until) {
        const text = strings[next] ?? '';
        next += 1;
        hostile.push(await ask(text, person));
      }
      running -= 1;
    };
    const bystander = async () => {
      while (running > 0) {
        other.push(await ask(ORDINARY[other.length % ORDINARY.length] ?? '', 0));
        await wait(PAUSE_MS);
      }
    };
    await Promise.all([bystander(), ...Array.from({ length: AT_ONCE }, (_, index) => attacker(index + 1))]);
    return { hostile, other };
  };

  port.on('message', async ({ discord: forDiscord, slack: forSlack }: { discord: Load; slack: Load }) => {
    try {
      const [onOne, onTwo] = await Promise.all([run(onDiscord, forDiscord), run(onSlack, forSlack)]);
      port.postMessage({ discord: onOne, slack: onTwo, violations: discord.violations });
    } catch (error) {
      port.postMessage({ error: String(error) });
    }
  });
  port.postMessage({ discord: { apiUrl: discord.apiUrl, token: discord.token }, slack: { apiUrl: slack.apiUrl } });
}
