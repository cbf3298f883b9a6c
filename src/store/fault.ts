import { KyogiError } from '../errors.ts';

/** A foreign error as a fault of the store's; one of ours stays as it is. `what` says what failed, `fix` what helps. */
export function asStoreFault(error: unknown, what: string, fix?: string): KyogiError {
  if (error instanceof KyogiError) return error;
  const message = `${what}: ${messageOf(error)}`;
  return fix === undefined ? new KyogiError('store', message, { cause: error }) : faultWith(error, message, fix);
}

/** A fault of the store's with its fix behind a dash, where the doctor parts them. */
export function faultWith(error: unknown, what: string, fix: string): KyogiError {
  return new KyogiError('store', `${what} — ${fix}.`, { cause: error });
}

function messageOf(error: unknown): string {
  // A refused connection is an AggregateError (one error an address) without a message of its own.
  if (error instanceof AggregateError && error.message === '') return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
