import { ids, type Payload, payload, snowflake } from '../discord/server/payloads.ts';
import { command, mention } from '../slack/server/payloads.ts';
import { type Stage, sleep } from './stage.ts';

export type Way = 'discord command' | 'discord mention' | 'slack command' | 'slack mention';
export const WAYS: readonly Way[] = ['discord command', 'discord mention', 'slack command', 'slack mention'];

const QUESTION = 'who attended the defense ministerial in March 2025';
/** Stands in every right answer to it. */
const NAMED = 'Nakatani';
/** An event that is not answered by then is acknowledged all the same; see DESIGN.md. */
const PATIENCE_MS = 2_000;

/** One question, and what its asker saw of it. */
export type Asked = {
  readonly way: Way;
  /** Milliseconds since the trickle began. */
  readonly at: number;
  /** Nothing was connected when it was asked or, where the platform asks again, whenever it was. */
  readonly unheard: () => boolean;
  /** Slack heard of it before it was answered, for the answer took too long to wait for: if the process dies, nobody asks again. */
  readonly heldUp?: () => boolean;
  /** The Slack channel of a mention, which no other question has. */
  readonly channel?: string;
  /** Answers and, apart from them, honest errors. */
  readonly answers: () => number;
  readonly notices: () => number;
};

export type Tally = Readonly<
  Record<
    'asked' | 'answered' | 'told of a fault' | 'left without a word' | 'asked of nobody' | 'answered twice',
    number
  >
>;

export type Trickle = {
  readonly asked: readonly Asked[];
  /** Asks no more, and resolves when what was asked had `graceMs` to be heard and five seconds more to be answered. */
  stop(graceMs?: number): Promise<void>;
};

/**
 * Asks in turn by each of the four ways, every `everyMs`, each time as another person. `retryPausesMs`: when Slack sends an event
 * again that was not acknowledged; its own pauses are none, a minute and five.
 */
export function startTrickle(
  stage: Stage,
  options: { everyMs?: number; retryPausesMs?: readonly number[]; ways?: readonly Way[] } = {},
): Trickle {
  const asked: Asked[] = [];
  const began = performance.now();
  const under: Promise<void>[] = [];
  const ways = options.ways ?? WAYS;
  const pauses = options.retryPausesMs ?? [0, 60_000, 300_000];
  let going = true;

  const loop = (async () => {
    for (let turn = 0; going; turn += 1) {
      const way = ways[turn % ways.length] ?? 'slack mention';
      asked.push({ way, at: performance.now() - began, ...ask(stage, way, pauses, under) });
      await sleep(options.everyMs ?? 250);
    }
  })();

  return {
    asked,
    async stop(graceMs = 5_000) {
      going = false;
      await loop;
      await Promise.race([Promise.all(under), sleep(graceMs)]);
      // A busy machine answers the last question later than it hears it.
      const until = performance.now() + Math.min(graceMs, 5_000);
      while (tally(asked)['left without a word'] > 0 && performance.now() < until) await sleep(50);
      // A second answer would follow at once.
      await sleep(Math.min(graceMs, 1_000));
    },
  };
}

/** Counts of what the askers saw; of all, or of those asked within [from, to) milliseconds. */
export function tally(asked: readonly Asked[], from = 0, to = Number.POSITIVE_INFINITY): Tally {
  const some = asked.filter(({ at }) => at >= from && at < to);
  const count = (match: (each: Asked) => boolean) => some.filter(match).length;
  return {
    asked: some.length,
    answered: count((each) => each.answers() === 1),
    'told of a fault': count((each) => each.answers() === 0 && each.notices() > 0),
    'left without a word': count((each) => !each.unheard() && each.answers() === 0 && each.notices() === 0),
    'asked of nobody': count((each) => each.unheard() && each.answers() === 0 && each.notices() === 0),
    'answered twice': count((each) => each.answers() > 1),
  };
}

type Shown = { readonly body: unknown };

function ask(stage: Stage, way: Way, pauses: readonly number[], under: Promise<void>[]): Omit<Asked, 'way' | 'at'> {
  const { discord, slack } = stage;
  const seen = (shown: () => readonly Shown[]) => ({
    answers: () => shown().filter(isAnswer).length,
    notices: () => shown().filter((each) => !isAnswer(each)).length,
  });
  if (way === 'discord command') {
    const unheard = discord.gateway.connected() === 0;
    const interaction = slash();
    // Without a word within three seconds Discord itself tells the asker that the application did not respond.
    under.push(discord.interact(interaction, discord.voidAfterMs + 500).then(done, done));
    return { unheard: () => unheard, ...seen(() => discord.posts.filter((post) => post.answers === interaction.id)) };
  }
  if (way === 'discord mention') {
    const unheard = discord.gateway.connected() === 0;
    const message = discordMention();
    discord.say(message);
    return { unheard: () => unheard, ...seen(() => discord.posts.filter((post) => post.answers === message.id)) };
  }
  const unheard = slack.socket.connected() === 0;
  people += 1;
  const user = `U${people}`;
  if (way === 'slack command') {
    const envelope = command(slack, QUESTION, { user_id: user, channel_id: `C${people}` });
    under.push(slack.socket.deliver(envelope).then(done, done));
    return {
      unheard: () => unheard,

      ...seen(() => slack.posts.filter((post) => post.seenBy === user || post.channel === user)),
    };
  }
  const channel = `C${people}`;
  let acknowledged = false;
  let heldUp = false;
  const envelope = mention(slack, QUESTION, { user, channel });
  under.push(
    (async () => {
      for (const [attempt, pause] of [0, ...pauses].entries()) {
        await sleep(pause);
        const retry = attempt === 0 ? {} : { retry: { attempt, reason: 'http_timeout' } };
        const delivered = performance.now();
        acknowledged = await slack.socket.deliver({ ...envelope, ...retry }).then(
          () => true,
          () => false,
        );
        heldUp = acknowledged && performance.now() - delivered > PATIENCE_MS;
        if (acknowledged) return;
      }
    })(),
  );
  return {
    unheard: () => !acknowledged,
    heldUp: () => heldUp,
    channel,
    ...seen(() => slack.posts.filter((post) => post.channel === channel || post.channel === user)),
  };
}

let people = 0;
const done = () => {};

function isAnswer({ body }: Shown): boolean {
  return JSON.stringify(body).includes(NAMED);
}

function slash(): Payload {
  const base = payload('interaction-slash');
  const member = base.member as Payload;
  return {
    ...base,
    id: snowflake(),
    token: `token-${snowflake()}`,
    member: { ...member, user: { ...(member.user as Payload), id: snowflake() } },
    data: { ...(base.data as Payload), options: [{ name: 'question', type: 3, value: QUESTION }] },
  };
}

function discordMention(): Payload {
  const base = payload('message-create-guild');
  const author = { ...(base.author as Payload), id: snowflake() };
  const bot = payload('ready').user as Payload;
  return {
    ...base,
    id: snowflake(),
    author,
    content: `<@${ids.bot}> ${QUESTION}`,
    mentions: [{ ...bot, member: {} }],
  };
}
