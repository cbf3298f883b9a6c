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
 * Asked for but not needed: with them a follow-up in a thread needs no mention, and a digest whose sending was cut off by a
 * crash can be looked up instead of being given up.
 */
export const OPTIONAL_SCOPES: readonly string[] = ['channels:history', 'groups:history'];
