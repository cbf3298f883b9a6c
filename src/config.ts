import { join } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { z } from 'zod';
import { KyogiError } from './errors.ts';

/** The environment as strings; an argument everywhere, so that tests need no process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One setting: its schema, and the lines that explain it in `.env.example` (kept in step by a test). */
type Setting = { readonly schema: z.ZodType<unknown>; readonly mend: string };

const zoneNames = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', 'Etc/UTC']);
const text = z.string().trim().min(1);
const url = z.url({ protocol: /^https?$/ });
const flag = z.enum(['on', 'off']).transform((value) => value === 'on');
const count = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be from ${least} to ${most}`);
const shards = z
  .string()
  .regex(/^(?:auto|\d{1,4}(?:-\d{1,4})?\/\d{1,4})$/)
  .transform((value) => {
    if (value === 'auto') return 'auto' as const;
    const [range = '0', total = '1'] = value.split('/');
    const [first = 0, last = first] = range.split('-').map(Number);
    return { first, last, total: Number(total) };
  })
  .refine((value) => value === 'auto' || (value.first <= value.last && value.last < value.total));

const settings = {
  DISCORD_TOKEN: { schema: text, mend: 'copy the bot token from the Discord developer portal (Bot → Reset Token)' },
  DISCORD_API_URL: { schema: url, mend: 'an http(s) address such as https://discord.com/api' },
  DISCORD_SHARDS: { schema: shards, mend: 'auto, or a range of a total such as 0-3/8' },
  DISCORD_REGISTER: { schema: flag, mend: 'on or off' },
  SLACK_BOT_TOKEN: { schema: text.regex(/^xoxb-/), mend: 'a bot token that starts with xoxb- (OAuth & Permissions)' },
  SLACK_APP_TOKEN: {
    schema: text.regex(/^xapp-/),
    mend: 'an app-level token that starts with xapp- (connections:write)',
  },
  SLACK_SIGNING_SECRET: { schema: text, mend: 'copy the signing secret from the Slack app (Basic Information)' },
  SLACK_CLIENT_ID: { schema: text, mend: 'copy it from the Slack app (Basic Information)' },
  SLACK_CLIENT_SECRET: { schema: text, mend: 'copy it from the Slack app (Basic Information)' },
  SLACK_STATE_SECRET: { schema: text.min(16), mend: 'a random string of at least 16 characters' },
  SLACK_API_URL: { schema: url, mend: 'an http(s) address such as https://slack.com/api/' },
  PORT: { schema: count(0, 65_535), mend: 'a port number such as 3000' },
  HOST: { schema: text, mend: 'an address to listen on such as 127.0.0.1' },
  DATABASE_URL: {
    schema: text.regex(/^(?:sqlite:|postgres:\/\/|postgresql:\/\/)/),
    mend: 'sqlite:data/kyogi.sqlite or postgres://user:password@host/database',
  },
  KNOWLEDGE_DIR: { schema: text, mend: 'the folder that holds consultations/ and frameworks.yaml' },
  DEFAULT_LANGUAGE: { schema: z.enum(['ja', 'en']), mend: 'ja or en' },
  DEFAULT_TIMEZONE: { schema: text.refine((zone) => zoneNames.has(zone)), mend: 'an IANA zone such as Asia/Tokyo' },
  LOG_LEVEL: {
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
    mend: 'trace, debug, info, warn, error or silent',
  },
  ENCRYPTION_KEY: { schema: text.min(32), mend: 'a random string of at least 32 characters: openssl rand -base64 32' },
  KYOGI_DIGESTS: { schema: flag, mend: 'on or off' },
  KYOGI_DIGEST_UNKNOWN: { schema: z.enum(['leave', 'resend']), mend: 'leave or resend' },
  KYOGI_KEEP_TEXT: { schema: flag, mend: 'on or off' },
  KYOGI_RETENTION_DAYS: { schema: count(1, 3650), mend: 'a number of days from 1 to 3650' },
  KYOGI_USER_PER_MINUTE: { schema: count(1, 1000), mend: 'questions a minute from 1 to 1000' },
  KYOGI_CHANNEL_PER_MINUTE: { schema: count(1, 10_000), mend: 'questions a minute from 1 to 10000' },
} satisfies Record<string, Setting>;

type Name = keyof typeof settings;
type Values = { [K in Name]?: z.output<(typeof settings)[K]['schema']> };

/** Every variable this program reads, in the order of `.env.example`. */
export const SETTING_NAMES: readonly string[] = Object.keys(settings);

const defaults = {
  DISCORD_API_URL: 'https://discord.com/api',
  SLACK_API_URL: 'https://slack.com/api/',
  DATABASE_URL: 'sqlite:data/kyogi.sqlite',
  // Beside the code, wherever the process was started from.
  KNOWLEDGE_DIR: join(import.meta.dirname, '../knowledge'),
  DEFAULT_LANGUAGE: 'en',
  DEFAULT_TIMEZONE: 'Asia/Tokyo',
  LOG_LEVEL: 'info',
  HOST: '0.0.0.0',
} as const;

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

export type Config = {
  readonly discord:
    | {
        readonly token: string;
        readonly apiUrl: string;
        readonly shards: 'auto' | { readonly first: number; readonly last: number; readonly total: number };
        readonly register: boolean;
      }
    | undefined;
  readonly slack: SlackConfig | undefined;
  readonly port: number | undefined;
  readonly host: string;
  readonly databaseUrl: string;
  readonly knowledgeDir: string;
  readonly language: 'ja' | 'en';
  readonly zone: string;
  readonly logLevel: string;
  readonly digests: boolean;
  /** A digest whose fate a crash left unknown: `leave` never doubles, `resend` never loses. Default `leave`. */
  readonly onUnknownDigest: 'leave' | 'resend';
  /** Whether question text may be stored with gaps and feedback. Default false. */
  readonly keepText: boolean;
  readonly retentionDays: number;
  /** Questions a minute before a polite notice. */
  readonly perMinute: { readonly user: number; readonly channel: number };
  /** Variables with our prefixes that nothing reads: most likely misspelt. */
  readonly unknown: readonly string[];
  /** What the terminal tells of itself (TERM, NO_COLOR, LANG …). */
  readonly environment: Environment;
};

/** Reads `.env` (when there is one) and the process environment. The only place that touches `process.env`. */
export function loadConfig(): Config {
  readDotenv({ quiet: true });
  return parseConfig(process.env);
}

/**
 * Parses an environment. An empty value counts as absent.
 * @throws KyogiError `config` with every fault at once, each naming its variable and the mend; secrets are never quoted.
 */
export function parseConfig(env: Environment): Config {
  const { values, issues } = parseEach(env);
  const slack = slackConfig(values, issues);
  if (issues.length > 0) {
    throw new KyogiError('config', `Configuration is not usable:\n${issues.map((issue) => `  ${issue}`).join('\n')}`, {
      issues,
    });
  }
  return {
    discord:
      values.DISCORD_TOKEN === undefined
        ? undefined
        : {
            token: values.DISCORD_TOKEN,
            apiUrl: values.DISCORD_API_URL ?? defaults.DISCORD_API_URL,
            shards: values.DISCORD_SHARDS ?? 'auto',
            register: values.DISCORD_REGISTER ?? true,
          },
    slack,
    port: values.PORT,
    host: values.HOST ?? defaults.HOST,
    databaseUrl: values.DATABASE_URL ?? defaults.DATABASE_URL,
    knowledgeDir: values.KNOWLEDGE_DIR ?? defaults.KNOWLEDGE_DIR,
    language: values.DEFAULT_LANGUAGE ?? defaults.DEFAULT_LANGUAGE,
    zone: values.DEFAULT_TIMEZONE ?? defaults.DEFAULT_TIMEZONE,
    logLevel: values.LOG_LEVEL ?? defaults.LOG_LEVEL,
    digests: values.KYOGI_DIGESTS ?? true,
    onUnknownDigest: values.KYOGI_DIGEST_UNKNOWN ?? 'leave',
    keepText: values.KYOGI_KEEP_TEXT ?? false,
    retentionDays: values.KYOGI_RETENTION_DAYS ?? 180,
    perMinute: { user: values.KYOGI_USER_PER_MINUTE ?? 20, channel: values.KYOGI_CHANNEL_PER_MINUTE ?? 60 },
    unknown: Object.keys(env)
      .filter((name) => /^(?:KYOGI_|DISCORD_|SLACK_)/.test(name) && !(name in settings))
      .sort(),
    environment: env,
  };
}

function parseEach(env: Environment): { values: Values; issues: string[] } {
  const values: Record<string, unknown> = {};
  const issues: string[] = [];
  for (const [name, setting] of Object.entries(settings)) {
    const raw = env[name];
    if (raw === undefined || raw.trim() === '') continue;
    const parsed = setting.schema.safeParse(raw.trim());
    if (parsed.success) values[name] = parsed.data;
    else issues.push(`${name} is not valid — set ${setting.mend}`);
  }
  // Each value was just parsed by the schema of the same name.
  return { values: values as Values, issues };
}

function slackConfig(values: Values, issues: string[]): SlackConfig | undefined {
  const oauthNames = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;
  const oauthSet = oauthNames.filter((name) => values[name] !== undefined);
  const any = values.SLACK_BOT_TOKEN ?? values.SLACK_APP_TOKEN ?? values.SLACK_SIGNING_SECRET ?? oauthSet[0];
  if (any === undefined) return undefined;

  if (oauthSet.length > 0) {
    for (const name of oauthNames) {
      if (values[name] === undefined)
        issues.push(`${name} is missing — installing from many workspaces needs ${oauthNames.join(', ')}`);
    }
    if (values.ENCRYPTION_KEY === undefined)
      issues.push(`ENCRYPTION_KEY is missing — set ${settings.ENCRYPTION_KEY.mend}`);
    if (values.SLACK_SIGNING_SECRET === undefined) {
      issues.push('SLACK_SIGNING_SECRET is missing — installing from many workspaces runs over HTTP');
    }
  } else if (values.SLACK_BOT_TOKEN === undefined) {
    issues.push(`SLACK_BOT_TOKEN is missing — set ${settings.SLACK_BOT_TOKEN.mend}`);
  }
  if (values.SLACK_SIGNING_SECRET !== undefined) {
    if (values.PORT === undefined) issues.push('PORT is missing — HTTP mode (SLACK_SIGNING_SECRET) listens on it');
  } else if (values.SLACK_APP_TOKEN === undefined && oauthSet.length === 0) {
    issues.push('SLACK_APP_TOKEN is missing — set it for Socket Mode, or SLACK_SIGNING_SECRET and PORT for HTTP');
  }
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = values;
  const encryptionKey = values.ENCRYPTION_KEY;
  return {
    apiUrl: values.SLACK_API_URL ?? defaults.SLACK_API_URL,
    botToken: values.SLACK_BOT_TOKEN,
    appToken: values.SLACK_SIGNING_SECRET === undefined ? values.SLACK_APP_TOKEN : undefined,
    signingSecret: values.SLACK_SIGNING_SECRET,
    oauth:
      clientId && clientSecret && stateSecret && encryptionKey
        ? { clientId, clientSecret, stateSecret, encryptionKey }
        : undefined,
  };
}
