import { webApi } from '@slack/bolt';
import { NotInstalled } from './installations.ts';

/** What kind of refusal it is: decides what the person reads, what the operator should do, and what a digest does. */
export type FaultKind = 'blocks' | 'membership' | 'gone' | 'scope' | 'token' | 'restricted' | 'busy' | 'unknown';

export type Fault = {
  readonly kind: FaultKind;
  /** Slack's own word, an HTTP status, or a network code. */
  readonly code: string;
  /** For the log: what to do about it. */
  readonly fix: string;
  /** For `busy`: how long Slack asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** Whether the request may have been carried out all the same. */
  readonly maybeDone: boolean;
};

/** @see https://docs.slack.dev/reference/methods/chat.postMessage (errors) */
const kinds: Readonly<Record<string, FaultKind>> = {
  invalid_blocks: 'blocks',
  invalid_blocks_format: 'blocks',
  msg_blocks_too_long: 'blocks',
  msg_too_long: 'blocks',
  slack_file_error: 'blocks',
  invalid_metadata_format: 'blocks',
  not_in_channel: 'membership',
  user_not_in_channel: 'membership',
  is_archived: 'gone',
  channel_not_found: 'gone',
  missing_scope: 'scope',
  not_allowed_token_type: 'scope',
  token_revoked: 'token',
  token_expired: 'token',
  invalid_auth: 'token',
  not_authed: 'token',
  account_inactive: 'token',
  app_uninstalled: 'token',
  team_access_not_granted: 'token',
  restricted_action: 'restricted',
  restricted_action_read_only_channel: 'restricted',
  restricted_action_thread_only_channel: 'restricted',
  restricted_action_thread_locked: 'restricted',
  restricted_action_non_threadable_channel: 'restricted',
  no_permission: 'restricted',
  cannot_dm_bot: 'restricted',
  messages_tab_disabled: 'restricted',
  ekm_access_denied: 'restricted',
  access_denied: 'restricted',
  ratelimited: 'busy',
  rate_limited: 'busy',
};

const fixes: Readonly<Record<FaultKind, string>> = {
  blocks: 'plain text was sent instead; the payload is a fault of ours worth reporting',
  membership: 'invite the app to the channel with /invite',
  gone: 'the channel is archived or was deleted; choose another',
  scope: 'add the missing scope from slack-manifest.json and reinstall the app',
  token: 'reinstall the app and set the new SLACK_BOT_TOKEN',
  restricted: 'let the app post there in the workspace or channel settings',
  busy: 'nothing to do; Slack asked to slow down',
  unknown: 'look at https://slack-status.com and at the network between',
};

/** The kind of a fault by Slack's own word for it. */
export function faultNamed(code: string): FaultKind {
  return kinds[code] ?? (code.startsWith('restricted_action') ? 'restricted' : 'unknown');
}

/** Names what went wrong in a call to Slack. */
export function faultOf(error: unknown): Fault {
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = error.data.error;
    const kind = faultNamed(code);
    // "It's possible some aspect of the operation succeeded before the error was raised."
    return make(kind, code, { maybeDone: code === 'fatal_error' || code === 'internal_error' });
  }
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return make('busy', 'ratelimited', { retryAfterMs: error.retryAfter * 1000 });
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    return make('unknown', `http_${error.statusCode}`, { maybeDone: mayHaveRun(error.statusCode) });
  }
  if (error instanceof webApi.WebAPIRequestError) {
    const code = networkCode(error.original);
    return make('unknown', code, { maybeDone: !neverSent.has(code) });
  }
  if (chain(error).some((each) => each instanceof NotInstalled)) return make('token', 'not_installed', {});
  return make('unknown', networkCode(error), {});
}

/** Details that Slack gives in `response_metadata.messages`; empty when it gave none. */
export function faultDetails(error: unknown): readonly string[] {
  return error instanceof webApi.WebAPIPlatformError ? (error.data.response_metadata?.messages ?? []) : [];
}

/** A refusal read from the body of a `response_url` answer, which is JSON or a bare word. */
export function faultFromBody(status: number, body: string, retryAfter: string | null): Fault | undefined {
  if (status === 429) return make('busy', 'ratelimited', { retryAfterMs: Number(retryAfter ?? '1') * 1000 });
  const code =
    /"error"\s*:\s*"([a-z_]{1,60})"/.exec(body)?.[1] ?? (/^[a-z_]{3,60}$/.test(body.trim()) ? body.trim() : '');
  if (code !== '' && code !== 'ok') return make(kinds[code] ?? 'unknown', code, {});
  return status >= 200 && status < 300
    ? undefined
    : make('unknown', `http_${status}`, { maybeDone: mayHaveRun(status) });
}

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
  kind: FaultKind,
  code: string,
  more: { retryAfterMs?: number | undefined; maybeDone?: boolean | undefined },
): Fault {
  return { kind, code, fix: fixes[kind], retryAfterMs: more.retryAfterMs, maybeDone: more.maybeDone ?? false };
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
