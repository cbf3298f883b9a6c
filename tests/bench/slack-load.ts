import { parentPort } from 'node:worker_threads';
import { httpDelivery, socketDelivery } from '../slack/server/delivery.ts';
import { mention } from '../slack/server/payloads.ts';
import { startSlackServer } from '../slack/server/slack-server.ts';

/** What `slack.ts` asks for. */
export type Load = {
  readonly transport: 'socket' | 'http';
  /** Of the app, over HTTP. */
  readonly port: number;
  readonly questions: readonly string[];
  readonly total: number;
  readonly concurrency: number;
};

/** More askers than this write in no workspace within a minute; each is looked up once. */
const PEOPLE = 50;

/**
 * The load half of `slack.ts`, on a thread of its own so that the app under test has its thread to itself: a local Slack that
 * sends mentions, each in a channel of its own, and takes the time until the answer to each arrives.
 */
if (parentPort !== null) {
  const port = parentPort;
  const answered = new Map<string, (at: number) => void>();
  const server = await startSlackServer({
    keep: false,
    onPost: ({ channel }) => {
      answered.get(channel)?.(performance.now());
      answered.delete(channel);
    },
  });
  let serial = 0;
  port.on('message', (load: Load) => {
    run(load).then(
      (ms) => port.postMessage({ ms }),
      (error: unknown) => port.postMessage({ error: String(error) }),
    );
  });
  port.postMessage({ apiUrl: server.apiUrl });

  async function run({ transport, port: appPort, questions, total, concurrency }: Load): Promise<number[]> {
    const delivery = transport === 'socket' ? socketDelivery(server, 30_000) : httpDelivery(appPort);
    const ms: number[] = [];
    let next = 0;
    const one = async () => {
      while (next < total) {
        const index = next;
        next += 1;
        serial += 1;
        const channel = `C${serial}`;
        const question = questions[index % questions.length] ?? '';
        const envelope = mention(server, question, { channel, user: `U${index % PEOPLE}` });
        const answer = new Promise<number>((resolve, reject) => {
          const timer = setTimeout(() => reject(new Error(`no answer in ${channel}`)), 30_000);
          answered.set(channel, (at) => {
            clearTimeout(timer);
            resolve(at);
          });
        });
        const started = performance.now();
        await delivery.deliver(envelope);
        ms.push((await answer) - started);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, one));
    return ms;
  }
}
