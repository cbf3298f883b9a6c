import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/**
 * What a refusal of Discord's means to us:
 * - `expired`: the interaction's token is void (10062, or 50027 after 15 minutes): too late to answer
 * - `duplicate`: another delivery or process answered already (40060)
 * - `forbidden`: we may not see or post in the channel (50001, 50013, 50007)
 * - `gone`: the channel or message no longer exists (10003, 10008, 10004, 10015)
 * - `thread-exists`: the message has its thread already (160004)
 * - `invalid`: our payload was refused (50035 and any other 400)
 * - `unauthorised`: the token is no longer accepted
 * - `busy`: 429, 5xx, a timeout, or a broken connection: worth another try
 * - `other`: none of these
 */
export type Fault =
  | 'expired'
  | 'duplicate'
  | 'forbidden'
  | 'gone'
  | 'thread-exists'
  | 'invalid'
  | 'unauthorised'
  | 'busy'
  | 'other';

const byCode: Readonly<Record<number, Fault>> = {
  10062: 'expired',
  50027: 'expired',
  40060: 'duplicate',
  50001: 'forbidden',
  50013: 'forbidden',
  50007: 'forbidden',
  10003: 'gone',
  10004: 'gone',
  10008: 'gone',
  10015: 'gone',
  160004: 'thread-exists',
  50035: 'invalid',
};

/** Classifies what discord.js threw, by code and status, never by message. */
export function faultOf(error: unknown): Fault {
  if (error instanceof DiscordAPIError) {
    const known = byCode[Number(error.code)];
    if (known !== undefined) return known;
    if (error.status === 401) return 'unauthorised';
    if (error.status === 403) return 'forbidden';
    if (error.status === 404) return 'gone';
    return error.status === 400 ? 'invalid' : error.status === 429 ? 'busy' : 'other';
  }
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
    return { code, status, method, route: withoutTokens(error.url), reason: message };
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
