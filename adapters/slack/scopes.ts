/** Slack bot scopes without which a part of the app does not work; the manifest asks for exactly these. */
export const SCOPES: readonly string[] = [
  'app_mentions:read', // questions by mention
  'assistant:write', // suggested prompts in the messages tab
  'chat:write', // answers and digests
  'commands', // slash commands and the message shortcut
  'files:write', // the timeline picture
  'im:history', // questions by direct message
  'users:read', // a person's language and time zone
];

/**
 * Asked for but not needed. With the first two a follow-up in a thread needs no mention, and a digest whose sending was cut off by a
 * crash can be looked up instead of being given up; with the others somebody's place in a channel can be looked up, so that its manager may change its digests, and
 * digests may be changed from the Home tab.
 */
export const OPTIONAL_SCOPES: readonly string[] = [
  'channels:history',
  'groups:history',
  'channels:read',
  'groups:read',
];
