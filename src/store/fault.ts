import { KyogiError } from '../errors.ts';

/** A foreign error as a fault of the store's; one of ours stays as it is. `what` says what failed. */
export function asStoreFault(error: unknown, what: string): KyogiError {
  if (error instanceof KyogiError) return error;
  return new KyogiError('store', `${what}: ${messageOf(error)}`, { cause: error });
}

function messageOf(error: unknown): string {
  // A refused connection is an AggregateError (one error an address) without a message of its own.
  if (error instanceof AggregateError && error.message === '') return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
