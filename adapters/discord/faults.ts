import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { refusalOf } from './refusals.ts';

/**
 * What a failed call means to us; `refusals.ts` says which code is which:
 * - `expired`: the interaction's token is void: too late to answer
 * - `duplicate`: another delivery or process answered already
 * - `forbidden`: we may not see the channel or post what we posted there
 * - `closed`: the thread is archived or locked
 * - `blocked`: a rule of the server or of Discord's holds the text back
 * - `file`: a file is too large or not taken
 * - `gone`: the channel or message no longer exists
 * - `thread-exists`: the message has its thread already
 * - `invalid`: our payload was refused
 * - `unauthorised`: the token is no longer accepted
 * - `busy`: 429, 5xx, a timeout, or a broken connection: worth another try
 * - `other`: none of these
 */
export type Fault =
  | 'expired'
  | 'duplicate'
  | 'forbidden'
  | 'closed'
  | 'blocked'
  | 'file'
  | 'gone'
  | 'thread-exists'
  | 'invalid'
  | 'unauthorised'
  | 'busy'
  | 'other';

/** Classifies what discord.js threw, by code and status, never by message. */
export function faultOf(error: unknown): Fault {
  const refusal = refusalOf(error);
  if (refusal !== undefined) return refusal.fault;
  if (error instanceof RateLimitError || error instanceof HTTPError) return 'busy';
  // What the network threw: a refused or reset connection, or the client's own timeout.
  if (error instanceof Error) {
    const code = codeOf(error) ?? codeOf(error.cause);
    if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'busy';
    if (code !== undefined && /^(?:E[A-Z]+|UND_ERR_[A-Z_]+)$/.test(code)) return 'busy';
  }
  return 'other';
}

/** Facts for a log line: never the request body, which holds people's text. */
export function factsOf(error: unknown): Record<string, unknown> {
  if (error instanceof DiscordAPIError) {
    const { code, status, method, message } = error;
    const fix = refusalOf(error)?.fix;
    return { code, status, method, route: withoutTokens(error.url), reason: message, fix };
  }
  if (error instanceof HTTPError)
    return { status: error.status, method: error.method, route: withoutTokens(error.url) };
  return { err: error };
}

/** Interaction and webhook addresses carry a token that answers in our name. */
function withoutTokens(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  return path.replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/]+/, '$1:token');
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
