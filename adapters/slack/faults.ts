import { webApi } from '@slack/bolt';
import { NotInstalled } from './installations.ts';
import { type Because, type FaultKind, type Form, type Refusal, refusalNamed } from './refusals.ts';

export type { FaultKind } from './refusals.ts';

export type Fault = {
  readonly kind: FaultKind;
  /** What a person is told of it. */
  readonly because: Because;
  /** Other forms that may be taken, in this order. */
  readonly instead: readonly Form[];
  /** Slack's own word, an HTTP status, or a network code. */
  readonly code: string;
  /** For the log: what to do about it. */
  readonly fix: string;
  /** Why a digest is paused for it. */
  readonly paused?: string | undefined;
  /** For `busy`: how long Slack asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** Whether the request may have been carried out all the same. */
  readonly maybeDone: boolean;
};

/** What the network or an HTTP status tells: nothing of the message. */
const unanswered: Refusal = {
  kind: 'unknown',
  because: 'unknown',
  instead: [],
  fix: 'look at https://slack-status.com and at the network between',
};

/** The kind of a fault by Slack's own word for it. */
export function faultNamed(code: string): FaultKind {
  return refusalNamed(code).kind;
}

/** Names what went wrong in a call to Slack. */
export function faultOf(error: unknown): Fault {
  if (error instanceof webApi.WebAPIPlatformError) return refused(error.data.error);
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return make(refusalNamed('ratelimited'), 'ratelimited', { retryAfterMs: error.retryAfter * 1000 });
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    return make(unanswered, `http_${error.statusCode}`, { maybeDone: mayHaveRun(error.statusCode) });
  }
  if (error instanceof webApi.WebAPIRequestError) {
    const code = networkCode(error.original);
    return make(unanswered, code, { maybeDone: !neverSent.has(code) });
  }
  if (chain(error).some((each) => each instanceof NotInstalled))
    return make(refusalNamed('app_uninstalled'), 'not_installed', {});
  return make(unanswered, networkCode(error), {});
}

/** Details that Slack gives in `response_metadata.messages`; empty when it gave none. */
export function faultDetails(error: unknown): readonly string[] {
  return error instanceof webApi.WebAPIPlatformError ? (error.data.response_metadata?.messages ?? []) : [];
}

/** A refusal read from the body of a `response_url` answer, which is JSON or a bare word. */
export function faultFromBody(status: number, body: string, retryAfter: string | null): Fault | undefined {
  if (status === 429)
    return make(refusalNamed('ratelimited'), 'ratelimited', { retryAfterMs: Number(retryAfter ?? '1') * 1000 });
  const code =
    /"error"\s*:\s*"([a-z_]{1,60})"/.exec(body)?.[1] ?? (/^[a-z_]{3,60}$/.test(body.trim()) ? body.trim() : '');
  if (usedUp.has(code)) return make(unanswered, code, {});
  if (code !== '' && code !== 'ok') return refused(code);
  return status >= 200 && status < 300
    ? undefined
    : make(unanswered, `http_${status}`, { maybeDone: mayHaveRun(status) });
}

/** Slack's answer that it did not do what was asked. */
function refused(code: string): Fault {
  // "It's possible some aspect of the operation succeeded before the error was raised."
  const unsure = code === 'fatal_error' || code === 'internal_error';
  return make(unsure ? unanswered : refusalNamed(code), code, { maybeDone: unsure });
}

/** What a `response_url` says of itself: there is another way to the asker. */
const usedUp = new Set(['expired_url', 'used_url', 'no_active_hooks']);

/** 502 and 503 come from before the method ran. */
function mayHaveRun(status: number): boolean {
  return status >= 500 && status !== 502 && status !== 503;
}

/** Whether a fault is one of the moment: the same may well succeed later. */
export function isPassing({ kind, code }: Fault): boolean {
  return (
    kind === 'busy' ||
    /^http_5\d\d$/.test(code) ||
    /^(?:E[A-Z]+|UND_ERR_[A-Z_]+|TimeoutError)$/.test(code) ||
    ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'].includes(code)
  );
}

const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

function make(
  { kind, because, instead, fix, paused }: Refusal,
  code: string,
  more: { retryAfterMs?: number | undefined; maybeDone?: boolean | undefined },
): Fault {
  const { retryAfterMs, maybeDone = false } = more;
  return { kind, because, instead, code, fix, paused, retryAfterMs, maybeDone };
}

/** The innermost system code of a chain of causes. */
function networkCode(error: unknown): string {
  let code = 'unknown';
  for (const at of chain(error)) {
    if ('code' in at && typeof at.code === 'string') code = at.code;
    else if (code === 'unknown' && at.name !== 'Error') code = at.name;
  }
  return code;
}

/** An error and what it was caused by; Bolt keeps the cause under `original`. */
function chain(error: unknown): Error[] {
  const found: Error[] = [];
  for (let at: unknown = error; at instanceof Error && found.length < 6; ) {
    found.push(at);
    at = at.cause ?? ('original' in at ? at.original : undefined);
  }
  return found;
}
