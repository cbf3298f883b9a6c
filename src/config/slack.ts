import type { Values } from './schemas.ts';
import { VARIABLES, type VariableName } from './variables.ts';

const DEFAULT_API_URL = 'https://slack.com/api/';

/** How Slack events reach us, and with whose tokens. */
export type SlackConfig = {
  readonly apiUrl: string;
  readonly botToken: string | undefined;
  /** Socket Mode when set. */
  readonly appToken: string | undefined;
  /** HTTP mode when set (with `port`). */
  readonly signingSecret: string | undefined;
  readonly oauth:
    | {
        readonly clientId: string;
        readonly clientSecret: string;
        readonly stateSecret: string;
        readonly encryptionKey: string;
      }
    | undefined;
};

/**
 * The part of Slack, `undefined` where nothing of it is set. What is missing is added to `issues`; `lack` tells a variable that is not set from
 * one whose value is not valid.
 */
export function slackConfig(
  values: Values,
  lack: (name: VariableName) => boolean,
  issues: string[],
): SlackConfig | undefined {
  const oauthNames = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;
  const oauthSet = oauthNames.filter((name) => values[name] !== undefined);
  const any = values.SLACK_BOT_TOKEN ?? values.SLACK_APP_TOKEN ?? values.SLACK_SIGNING_SECRET ?? oauthSet[0];
  if (any === undefined) return undefined;

  if (oauthSet.length > 0) {
    for (const name of oauthNames) {
      if (lack(name))
        issues.push(`${name} is missing — installing from many workspaces needs ${oauthNames.join(', ')}`);
    }
    if (lack('ENCRYPTION_KEY')) issues.push(`ENCRYPTION_KEY is missing — set ${VARIABLES.ENCRYPTION_KEY}`);
    if (lack('SLACK_SIGNING_SECRET')) {
      issues.push('SLACK_SIGNING_SECRET is missing — installing from many workspaces runs over HTTP');
    }
  } else if (lack('SLACK_BOT_TOKEN')) {
    issues.push(`SLACK_BOT_TOKEN is missing — set ${VARIABLES.SLACK_BOT_TOKEN}`);
  }
  if (values.SLACK_SIGNING_SECRET !== undefined) {
    if (lack('PORT')) issues.push('PORT is missing — HTTP mode (SLACK_SIGNING_SECRET) listens on it');
  } else if (lack('SLACK_APP_TOKEN') && oauthSet.length === 0) {
    issues.push('SLACK_APP_TOKEN is missing — set it for Socket Mode, or SLACK_SIGNING_SECRET and PORT for HTTP');
  }
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = values;
  const encryptionKey = values.ENCRYPTION_KEY;
  return {
    apiUrl: values.SLACK_API_URL ?? DEFAULT_API_URL,
    botToken: values.SLACK_BOT_TOKEN,
    appToken: values.SLACK_SIGNING_SECRET === undefined ? values.SLACK_APP_TOKEN : undefined,
    signingSecret: values.SLACK_SIGNING_SECRET,
    oauth:
      clientId && clientSecret && stateSecret && encryptionKey
        ? { clientId, clientSecret, stateSecret, encryptionKey }
        : undefined,
  };
}
