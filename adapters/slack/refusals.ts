/** What kind of refusal it is: decides whether it passes, what the operator should do, and what a digest does. */
export type FaultKind =
  | 'blocks'
  | 'membership'
  | 'gone'
  | 'scope'
  | 'token'
  | 'restricted'
  | 'late'
  | 'busy'
  | 'unknown';

/** What a person is told of a refusal, by name: the sentences are among the phrases. */
export type Because =
  | FaultKind
  | 'archived'
  | 'locked'
  | 'no-threads'
  | 'threads-only'
  | 'read-only'
  | 'suspended'
  | 'no-direct';

/**
 * Another form of a message that Slack may take where it refused one:
 * - `plain`: text alone, in pieces where it is long
 * - `top-level`: in the channel rather than in the thread
 * - `private`: to the asker alone, by direct message
 */
export type Form = 'plain' | 'top-level' | 'private';

export type Refusal = {
  readonly kind: FaultKind;
  readonly because: Because;
  /** What to try, in this order. */
  readonly instead: readonly Form[];
  /** For the log: what an operator can do. */
  readonly fix: string;
  /** Why a digest is paused, by the names that `describePause` knows. Absent: it is tried again. */
  readonly paused?: string;
};

const payload: Refusal = {
  kind: 'blocks',
  because: 'blocks',
  instead: ['plain'],
  fix: 'plain text was sent instead; the payload is a fault of ours worth reporting',
};
const membership: Refusal = {
  kind: 'membership',
  because: 'membership',
  instead: ['private'],
  fix: 'invite the app to the channel with /invite',
  paused: 'not-in-channel',
};
const archived: Refusal = {
  kind: 'gone',
  because: 'archived',
  instead: ['private'],
  fix: 'unarchive the channel, or choose another',
  paused: 'archived',
};
const notFound: Refusal = {
  kind: 'gone',
  because: 'gone',
  instead: ['private'],
  fix: 'the channel was deleted, or is private and the app not in it: /invite it, or choose another',
  paused: 'channel-gone',
};
const restricted: Refusal = {
  kind: 'restricted',
  because: 'restricted',
  instead: ['private'],
  fix: 'let the app post there in the workspace or channel settings',
  paused: 'missing-access',
};
const untethered: Refusal = {
  ...restricted,
  because: 'no-threads',
  instead: ['top-level', 'private'],
  fix: 'nothing: the answer stands in the channel; or allow replies in threads there',
};
const scope: Refusal = {
  kind: 'scope',
  because: 'scope',
  instead: ['private'],
  fix: 'add the missing scope from slack-manifest.json and reinstall the app',
};
const token: Refusal = {
  kind: 'token',
  because: 'token',
  instead: [],
  fix: 'reinstall the app and set the new SLACK_BOT_TOKEN',
};
const noDirect: Refusal = {
  ...restricted,
  because: 'no-direct',
  instead: [],
  fix: 'switch on the messages tab of the app (App Home), or nothing where the person takes no direct messages',
};
const busy: Refusal = { kind: 'busy', because: 'busy', instead: [], fix: 'nothing to do; Slack asked to slow down' };
const late: Refusal = {
  kind: 'late',
  because: 'late',
  instead: [],
  fix: 'nothing; if it comes often, look why answers to Slack take more than three seconds',
};

/**
 * Every word with which Slack refuses a message or a form, and what it means to us.
 * https://docs.slack.dev/reference/methods/chat.postMessage (errors), …/chat.postEphemeral, …/views.open,
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks (errors, for response addresses)
 */
const byCode: Readonly<Record<string, Refusal>> = {
  attachment_payload_limit_exceeded: payload,
  invalid_arguments: payload,
  invalid_attachments: payload,
  invalid_blocks: payload,
  invalid_blocks_format: payload,
  invalid_metadata_format: payload,
  invalid_payload: payload,
  metadata_too_large: payload,
  msg_blocks_too_long: payload,
  msg_too_long: payload,
  no_text: payload,
  slack_connect_file_link_sharing_blocked: payload,
  slack_file_error: payload,
  too_many_attachments: payload,

  not_in_channel: membership,
  user_not_in_channel: membership,
  channel_is_archived: archived,
  is_archived: archived,
  channel_not_found: notFound,

  access_denied: restricted,
  accesslimited: restricted,
  action_prohibited: restricted,
  enterprise_is_restricted: restricted,
  no_permission: {
    ...restricted,
    because: 'membership',
    fix: 'invite the app to the channel with /invite, or let it post in the workspace settings',
  },
  posting_to_general_channel_denied: { ...restricted, because: 'read-only' },
  restricted_action: restricted,
  restricted_action_read_only_channel: {
    ...restricted,
    because: 'read-only',
    fix: 'add the app to those who may post in the channel',
  },
  restricted_action_thread_only_channel: {
    ...restricted,
    because: 'threads-only',
    fix: 'ask in a thread there, and send digests to another channel',
  },
  restricted_action_thread_locked: { ...restricted, because: 'locked', fix: 'unlock the thread, or ask elsewhere' },
  restricted_action_non_threadable_channel: untethered,
  cannot_reply_to_message: untethered,
  thread_not_found: untethered,
  ekm_access_denied: {
    ...restricted,
    because: 'suspended',
    fix: 'nothing: administrators have suspended posting (Enterprise Key Management)',
  },
  cannot_dm_bot: noDirect,
  messages_tab_disabled: noDirect,

  missing_scope: scope,
  not_allowed_token_type: scope,

  account_inactive: token,
  app_uninstalled: token,
  invalid_auth: token,
  not_authed: token,
  team_access_not_granted: token,
  token_expired: token,
  token_revoked: token,

  exchanged_trigger_id: late,
  expired_trigger_id: late,
  trigger_exchanged: late,
  trigger_expired: late,

  external_channel_migrating: busy,
  message_limit_exceeded: busy,
  org_login_required: busy,
  rate_limited: busy,
  ratelimited: busy,
  rollup_error: busy,
  team_added_to_org: busy,
};

const unknown: Refusal = {
  kind: 'unknown',
  because: 'unknown',
  instead: ['private'],
  fix: 'look the word up in the documentation of Slack, and at https://slack-status.com',
};

/** What Slack's own word for a refusal means; one that no table has is met by its beginning, or tried in private. */
export function refusalNamed(code: string): Refusal {
  return byCode[code] ?? (code.startsWith('restricted_action') ? restricted : unknown);
}
