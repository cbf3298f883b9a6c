import fc from 'fast-check';

/** Below the time a test may take, so that a failure is told with the smallest case found by then. */
const MOST_MS = 20_000;

// The same generated cases in every run: a failure is a fault of the change at hand, and repeats. Raise the number to look further.
fc.configureGlobal({ seed: 20_250_330, interruptAfterTimeLimit: MOST_MS, markInterruptAsFailure: true });
