import fc from 'fast-check';

/**
 * Below the time a test may take: a failure is told with the smallest case found by then, and a busy machine looks at fewer cases
 * instead of failing.
 */
const MOST_MS = 20_000;

// The same generated cases in every run: a failure is a fault of the change at hand, and repeats. TEST_SEED=… looks at others.
fc.configureGlobal({ seed: Number(process.env.TEST_SEED ?? 20_250_330), interruptAfterTimeLimit: MOST_MS });
