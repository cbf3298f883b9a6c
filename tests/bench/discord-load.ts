import { parentPort, workerData } from 'node:worker_threads';
import { type Payload, payload, snowflake } from '../discord/server/payloads.ts';
import { type DiscordServer, startDiscordServer } from '../discord/server/server.ts';

/**
 * The load half of `discord.ts`, on a thread of its own so that the bot under test has its thread to itself: a local Discord
 * that sends interactions and takes the time until each first response arrives.
 */
/** `total` interactions from the `first` on, at most `concurrency` at a time. */
export type Load = {
  readonly bot: number;
  readonly questions: readonly string[];
  readonly first: number;
  readonly total: number;
  readonly concurrency: number;
};

/** Askers that take turns: more than half of the questions come from somebody who asked before. */
const PEOPLE = 400;

if (parentPort !== null) {
  const port = parentPort;
  // One a bot, so that all are connected at once and take turns.
  const servers: DiscordServer[] = [];
  for (const _ of workerData.bots) servers.push(await startDiscordServer({ keepPosts: false }));
  port.on('message', (load: Load) => {
    const server = servers[load.bot];
    if (server === undefined) return;
    run(server, load).then(
      (ms) => port.postMessage({ ms, violations: server.violations }),
      (error: unknown) => port.postMessage({ error: String(error) }),
    );
  });
  port.postMessage(servers.map(({ apiUrl, token }) => ({ apiUrl, token })));

  async function run(server: DiscordServer, { questions, first, total, concurrency }: Load): Promise<number[]> {
    const ms: number[] = [];
    let next = 0;
    const one = async () => {
      while (next < total) {
        const index = first + next;
        next += 1;
        const base = payload('interaction-slash');
        const member = base.member as Payload;
        const user = { ...(member.user as Payload), id: `14000000000000${10_000 + (index % PEOPLE)}` };
        const interaction = {
          ...base,
          member: { ...member, user },
          id: snowflake(),
          token: `token-${index}-${snowflake()}`,
          data: {
            id: '1600000000000000001',
            name: 'alliance',
            type: 1,
            options: [{ name: 'question', type: 3, value: questions[index % questions.length] }],
          },
        };
        const started = performance.now();
        const { atMs } = await server.interact(interaction);
        ms.push(atMs - started);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, one));
    return ms;
  }
}
