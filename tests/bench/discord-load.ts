import { parentPort } from 'node:worker_threads';
import { type Payload, payload, snowflake } from '../discord/server/payloads.ts';
import { startDiscordServer } from '../discord/server/server.ts';

/**
 * The load half of `discord.ts`, on a thread of its own so that the bot under test has its thread to itself: a local Discord
 * that sends interactions and takes the time until each first response arrives.
 */
/** Askers that take turns: more than half of the questions come from somebody who asked before. */
const PEOPLE = 400;

if (parentPort !== null) {
  const port = parentPort;
  const server = await startDiscordServer({ keepPosts: false });
  port.on('message', (request: { questions: readonly string[]; total: number; concurrency: number }) => {
    run(request).then(
      (ms) => port.postMessage({ ms, violations: server.violations }),
      (error: unknown) => port.postMessage({ error: String(error) }),
    );
  });
  port.postMessage({ apiUrl: server.apiUrl, token: server.token });

  async function run({
    questions,
    total,
    concurrency,
  }: {
    questions: readonly string[];
    total: number;
    concurrency: number;
  }) {
    const ms: number[] = [];
    let next = 0;
    const one = async () => {
      while (next < total) {
        const index = next;
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
