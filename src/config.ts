import { join } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { SCHEMAS, type Values } from './config/schemas.ts';
import { type SlackConfig, slackConfig } from './config/slack.ts';
import { VARIABLES, type VariableName } from './config/variables.ts';
import type { CuratorChannel } from './curators/channel.ts';
import { KyogiError } from './errors.ts';

/** The environment as strings; an argument everywhere, so that tests need no process. */
export type Environment = Readonly<Record<string, string | undefined>>;

const defaults = {
  DISCORD_API_URL: 'https://discord.com/api',
  DATABASE_URL: 'sqlite:data/kyogi.sqlite',
  // Beside the code, wherever the process was started from.
  KNOWLEDGE_DIR: join(import.meta.dirname, '../knowledge'),
  DEFAULT_LANGUAGE: 'en',
  DEFAULT_TIMEZONE: 'Asia/Tokyo',
  LOG_LEVEL: 'info',
} as const;

const LOOPBACK = '127.0.0.1';
const EVERYWHERE = '0.0.0.0';

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
  /** Address to listen on. Default: this machine alone, or all of its addresses where Slack over HTTP or the reading room has to be reached. */
  readonly host: string;
  /** How `/metrics` is kept apart. Default: on `port`, open to whoever reaches it. */
  readonly metrics: {
    /** A port of its own, on `host`. */
    readonly port: number | undefined;
    readonly host: string;
    /** Asked for as `Authorization: Bearer …`. */
    readonly token: string | undefined;
  };
  /** The reading room on `port`; absent: off. */
  readonly web:
    | {
        /** Requests a minute from one address. */
        readonly perMinute: number;
        /** Proxies of the operator's own in front. */
        readonly proxies: number;
      }
    | undefined;
  /** A mailto or https address for errors in the record. */
  readonly contact: string | undefined;
  /** Where the port is reached from outside, without a slash at its end. */
  readonly publicUrl: string | undefined;
  readonly databaseUrl: string;
  readonly knowledgeDir: string;
  readonly language: 'ja' | 'en';
  readonly zone: string;
  readonly logLevel: string;
  readonly digests: boolean;
  /** A digest whose fate a crash left unknown: `leave` never doubles, `resend` never loses. Default `leave`. */
  readonly onUnknownDigest: 'leave' | 'resend';
  /** Where curators are told of reports. */
  readonly curators: CuratorChannel | undefined;
  /** Whether the text of unanswered questions may be stored. Default false. */
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
 * @throws KyogiError `config` with every fault at once, each naming its variable and the fix; secrets are never quoted.
 */
export function parseConfig(env: Environment): Config {
  const { config, issues } = inspectConfig(env);
  if (issues.length > 0) {
    throw new KyogiError('config', `Configuration is not usable:\n${issues.map((issue) => `  ${issue}`).join('\n')}`, {
      issues,
    });
  }
  return config;
}

export type InspectedConfig = {
  readonly config: Config;
  readonly issues: readonly string[];
  /** The variables whose value was left out. */
  readonly wrong: ReadonlySet<VariableName>;
};

/**
 * What of an environment can be used, and every fault of the rest ("what is wrong — the fix"): a value that is not valid is left
 * out as if it had not been set. Default: `.env` and the environment of this process.
 */
export function inspectConfig(env?: Environment): InspectedConfig {
  if (env === undefined) {
    readDotenv({ quiet: true });
    return inspectConfig(process.env);
  }
  const { values, wrong, issues } = parseEach(env);
  // A value that is not valid is told as such, and not as missing besides.
  const lack = (name: VariableName) => values[name] === undefined && !wrong.has(name);
  const slack = slackConfig(values, lack, issues);
  if (values.WEB === true && lack('PORT')) issues.push('PORT is missing — the reading room (WEB=on) listens on it');
  if (values.KYOGI_METRICS_PORT !== undefined && values.KYOGI_METRICS_PORT === values.PORT)
    issues.push('KYOGI_METRICS_PORT is the same as PORT — set another one');
  const told = values.CURATOR_CHANNEL?.platform;
  if (told === 'discord' && lack('DISCORD_TOKEN'))
    issues.push('CURATOR_CHANNEL is on Discord, and DISCORD_TOKEN is missing — set it, or name a channel on Slack');
  if (told === 'slack' && slack === undefined && lack('SLACK_BOT_TOKEN'))
    issues.push('CURATOR_CHANNEL is on Slack, and SLACK_BOT_TOKEN is missing — set it, or name a channel on Discord');
  return { config: configOf(env, values, slack), issues, wrong };
}

function configOf(env: Environment, values: Values, slack: SlackConfig | undefined): Config {
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
    host: values.HOST ?? (values.SLACK_SIGNING_SECRET !== undefined || values.WEB === true ? EVERYWHERE : LOOPBACK),
    metrics: {
      port: values.KYOGI_METRICS_PORT,
      host: values.KYOGI_METRICS_HOST ?? LOOPBACK,
      token: values.KYOGI_METRICS_TOKEN,
    },
    web:
      values.WEB === true
        ? {
            perMinute: values.WEB_PER_MINUTE ?? 120,
            proxies: values.WEB_PROXIES ?? 0,
          }
        : undefined,
    contact: values.WEB_CONTACT,
    publicUrl: values.PUBLIC_URL?.replace(/\/$/, ''),
    databaseUrl: values.DATABASE_URL ?? defaults.DATABASE_URL,
    knowledgeDir: values.KNOWLEDGE_DIR ?? defaults.KNOWLEDGE_DIR,
    language: values.DEFAULT_LANGUAGE ?? defaults.DEFAULT_LANGUAGE,
    zone: values.DEFAULT_TIMEZONE ?? defaults.DEFAULT_TIMEZONE,
    logLevel: values.LOG_LEVEL ?? defaults.LOG_LEVEL,
    digests: values.KYOGI_DIGESTS ?? true,
    onUnknownDigest: values.KYOGI_DIGEST_UNKNOWN ?? 'leave',
    curators: values.CURATOR_CHANNEL,
    keepText: values.KYOGI_KEEP_TEXT ?? false,
    retentionDays: values.KYOGI_RETENTION_DAYS ?? 180,
    perMinute: { user: values.KYOGI_USER_PER_MINUTE ?? 20, channel: values.KYOGI_CHANNEL_PER_MINUTE ?? 60 },
    unknown: unknownSettings(env),
    environment: env,
  };
}

function unknownSettings(env: Environment): readonly string[] {
  return Object.keys(env)
    .filter((name) => /^(?:KYOGI_|DISCORD_|SLACK_|WEB_|CURATOR)/.test(name) && !(name in VARIABLES))
    .sort();
}

type Parsed = { readonly values: Values; readonly wrong: ReadonlySet<VariableName>; readonly issues: string[] };

function parseEach(env: Environment): Parsed {
  const values: Record<string, unknown> = {};
  const wrong = new Set<VariableName>();
  const issues: string[] = [];
  const set = Object.entries(VARIABLES).flatMap(([name, fix]) => {
    const text = env[name]?.trim() ?? '';
    return text === '' ? [] : [{ name, fix, text }];
  });
  for (const { name, fix, text } of set) {
    // The table of variables and the schemas have the same names.
    const variable = name as VariableName;
    const parsed = SCHEMAS[variable].safeParse(text);
    if (parsed.success) values[variable] = parsed.data;
    else {
      wrong.add(variable);
      issues.push(mistaken(variable, text, env) ?? `${name} is not valid — set ${fix}`);
    }
  }
  // Each value was just parsed by the schema of the same name.
  return { values: values as Values, wrong, issues };
}

/** How the tokens of Slack begin, by the variable that takes them. */
const SLACK_TOKENS: { readonly [Name in VariableName]?: string } = {
  SLACK_BOT_TOKEN: 'xoxb-',
  SLACK_APP_TOKEN: 'xapp-',
};

/** A token that belongs in the other variable. */
function mistaken(name: VariableName, text: string, env: Environment): string | undefined {
  const own = SLACK_TOKENS[name];
  const [other = '', start] = Object.entries(SLACK_TOKENS).find(([, prefix]) => text.startsWith(prefix)) ?? [];
  if (own === undefined || start === undefined) return undefined;
  return env[other]?.trim().startsWith(own)
    ? `${name} and ${other} are swapped: this one holds the ${start} token — give each the value of the other`
    : `${name} holds a token that starts with ${start} — move it to ${other}, and set ${VARIABLES[name]}`;
}
