import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from './context.ts';
import { factsOf, faultOf } from './faults.ts';

/** For how long after its first try a nonce surely makes one message of any number of tries, milliseconds: one try may last 20 s. */
const NONCE_MS = 90_000;
/** Past this an answer counts as late, milliseconds. */
const LATE_MS = 10_000;

/**
 * What makes a further try safe. `look` finds what an earlier try may have posted: `null` when it is not there, `undefined` when that
 * cannot be told. `same`: any number of tries are one by nature, as of an edit. Neither: the nonce alone, for as long as it is known.
 */
export type Safety<T> = { readonly look?: () => Promise<T | null | undefined>; readonly same?: boolean };

/**
 * Tries again, with the pauses of the context, while Discord is busy; an answer that is due in minutes is worth more than none.
 * @throws what the last try threw.
 */
export async function patiently<T>(
  context: Pick<Context, 'retryPausesMs' | 'metrics' | 'log'>,
  attempt: () => Promise<T>,
  safety: Safety<T> = {},
): Promise<T> {
  const began = performance.now();
  const elapsed = () => performance.now() - began;
  const told = (result: T) => {
    if (elapsed() > LATE_MS) context.metrics.onReply?.('discord', 'late');
    return result;
  };
  let failure: unknown;
  for (const pause of [0, ...context.retryPausesMs]) {
    if (failure !== undefined) {
      context.metrics.onRetry?.('discord');
      context.log.debug({ ...factsOf(failure), againInMs: pause }, 'Discord is busy; a reply is tried again.');
      await sleep(pause);
    }
    try {
      if (failure !== undefined) {
        const found = await lookFor(safety, elapsed() < NONCE_MS);
        if (found === 'give-up') throw failure;
        if (found !== 'try' && found !== 'wait') return told(found.value);
        if (found === 'wait') continue;
      }
      return told(await attempt());
    } catch (error) {
      if (faultOf(error) !== 'busy' || error === failure) throw error;
      failure = error;
    }
  }
  throw failure;
}

/** What an earlier try left behind, or what to do next. */
async function lookFor<T>(
  { look, same = false }: Safety<T>,
  nonceKnown: boolean,
): Promise<{ readonly value: T } | 'try' | 'wait' | 'give-up'> {
  if (same) return 'try';
  if (look === undefined) return nonceKnown ? 'try' : 'give-up';
  try {
    const found = await look();
    if (found === null) return 'try';
    if (found !== undefined) return { value: found };
    return nonceKnown ? 'try' : 'give-up';
  } catch (error) {
    if (faultOf(error) !== 'busy') return nonceKnown ? 'try' : 'give-up';
    return nonceKnown ? 'try' : 'wait';
  }
}
