/** Whose turn a piece of work is: a person's, in a channel, or the digests', which are due and go first. */
export type Turn = { readonly person: string; readonly channel: string } | 'digest';

/** Somebody has as much work waiting as is taken of one person or channel. */
export class TooMuchWaiting extends Error {
  override readonly name = 'TooMuchWaiting';
}

/** Work that waits for its turn. */
export type Job = { readonly run: () => Promise<unknown>; isStarted: boolean };

export type Turns = {
  /** Runs the job in its turn. @throws TooMuchWaiting */
  enter(job: Job, turn: Turn): void;
  /** Somebody else wants the same work: it is done at whichever turn comes first. Nothing happens once it has started. */
  join(job: Job, turn: Turn): void;
};

export type TurnsOptions = {
  /** Jobs under way at once. */
  readonly atOnce: number;
  /** Jobs that may wait for one person, and for all people of one channel. */
  readonly mostOfPerson: number;
  readonly mostOfChannel: number;
};

/**
 * Takes work in turns: digests first, then people one after the other, each their oldest. So whoever asks for a hundred things at once waits
 * behind himself, and others behind one thing of his.
 */
export function createTurns({ atOnce, mostOfPerson, mostOfChannel }: TurnsOptions): Turns {
  type Waiting = { readonly job: Job; readonly channel: string };
  const digests: Job[] = [];
  const people = new Map<string, Waiting[]>();
  // Until nothing is under way any more.
  const lastTurn = new Map<string, number>();
  let takenBy = 0;
  const ofChannel = new Map<string, number>();
  let busy = 0;

  function put(job: Job, turn: Turn): void {
    if (turn === 'digest') {
      digests.push(job);
      return;
    }
    const own = people.get(turn.person);
    if (own === undefined) people.set(turn.person, [{ job, channel: turn.channel }]);
    else own.push({ job, channel: turn.channel });
    ofChannel.set(turn.channel, (ofChannel.get(turn.channel) ?? 0) + 1);
  }

  function next(): Job | undefined {
    const digest = digests.shift();
    if (digest !== undefined) return digest;
    const person = nextPerson();
    if (person === undefined) return undefined;
    const own = people.get(person) ?? [];
    const first = own.shift();
    if (own.length === 0) people.delete(person);
    takenBy += 1;
    lastTurn.set(person, takenBy);
    if (first === undefined) return undefined;
    const rest = (ofChannel.get(first.channel) ?? 0) - 1;
    if (rest > 0) ofChannel.set(first.channel, rest);
    else ofChannel.delete(first.channel);
    return first.job;
  }

  /** Whose last turn is longest ago; who had none yet, in the order in which they came. */
  function nextPerson(): string | undefined {
    let found: string | undefined;
    let longestAgo = Number.POSITIVE_INFINITY;
    for (const person of people.keys()) {
      const turn = lastTurn.get(person) ?? 0;
      if (turn < longestAgo) [found, longestAgo] = [person, turn];
    }
    return found;
  }

  function go(): void {
    while (busy < atOnce) {
      const job = next();
      if (job === undefined) return;
      // Done at somebody else's turn already.
      if (job.isStarted) continue;
      job.isStarted = true;
      busy += 1;
      const done = () => {
        busy -= 1;
        go();
        if (busy === 0) lastTurn.clear();
      };
      job.run().then(done, done);
    }
  }

  return {
    enter(job, turn) {
      if (turn !== 'digest') {
        const waiting = people.get(turn.person)?.length ?? 0;
        if (waiting >= mostOfPerson || (ofChannel.get(turn.channel) ?? 0) >= mostOfChannel)
          throw new TooMuchWaiting('Too much is waiting for this person or channel.');
      }
      put(job, turn);
      go();
    },
    join(job, turn) {
      if (!job.isStarted) put(job, turn);
    },
  };
}
