/** What a fault is about, so that callers branch on a code and never on a message. */
export type FaultCode =
  | 'config' // a setting is missing or wrong
  | 'knowledge' // a record is missing, malformed or contradictory
  | 'usage' // a command line was called wrongly
  | 'store' // the database refused, is locked, or is gone
  | 'platform'; // a chat platform refused a call

/**
 * A fault of ours or of the operator's set-up, never "the record does not say" (that is an answer).
 * `message` is a complete sentence with the facts and the fix; `issues` lists every single fault where there are several.
 */
export class KyogiError extends Error {
  override readonly name = 'KyogiError';
  readonly code: FaultCode;
  readonly issues: readonly string[];

  constructor(code: FaultCode, message: string, options: { issues?: readonly string[]; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.issues = options.issues ?? [];
  }
}
