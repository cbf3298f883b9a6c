import type { REST } from 'discord.js';

/** Milliseconds: how often the clock is looked at, and the least step that counts. */
const EVERY_MS = 500;
const LEAST_STEP_MS = 500;

/**
 * Calls `stepped` whenever the wall clock was set back. Does not keep the process alive; the returned function ends it.
 */
export function watchForStepsBack(stepped: (byMs: number) => void, everyMs: number = EVERY_MS): () => void {
  const ahead = () => Date.now() - performance.now();
  let before = ahead();
  const timer = setInterval(() => {
    const now = ahead();
    if (now < before - LEAST_STEP_MS) stepped(Math.round(before - now));
    before = now;
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Makes a REST client forget the rate limits it knows. It keeps them as times of the wall clock: set back by a day, that would hold
 * every request for a day. Discord tells the limits anew with each response.
 */
export function forgetLimits(rest: REST): void {
  rest.globalReset = -1;
  rest.globalRemaining = rest.options.globalRequestsPerSecond;
  rest.globalDelay = null;
  rest.handlers.clear();
}
