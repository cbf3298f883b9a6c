import { z } from 'zod';
import { parseCuratorChannel } from './curator-channel.ts';
import type { VariableName } from './variables.ts';

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

/** What each variable may hold, trimmed, and what it becomes. */
export const SCHEMAS = {
  DISCORD_TOKEN: text,
  DISCORD_API_URL: url,
  DISCORD_SHARDS: shards,
  DISCORD_REGISTER: flag,
  SLACK_BOT_TOKEN: text.regex(/^xoxb-/),
  SLACK_APP_TOKEN: text.regex(/^xapp-/),
  SLACK_SIGNING_SECRET: text,
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  SLACK_STATE_SECRET: text.min(16),
  SLACK_API_URL: url,
  PORT: count(0, 65_535),
  HOST: text,
  KYOGI_METRICS_PORT: count(0, 65_535),
  KYOGI_METRICS_HOST: text,
  KYOGI_METRICS_TOKEN: text.min(16),
  WEB: flag,
  PUBLIC_URL: url.refine((value) => !/[?#]/.test(value)),
  WEB_CONTACT: z.url({ protocol: /^(?:https|mailto)$/ }),
  WEB_PER_MINUTE: count(1, 1_000_000),
  WEB_PROXIES: count(0, 10),
  DATABASE_URL: text.regex(/^(?:sqlite:|postgres:\/\/|postgresql:\/\/)/),
  KNOWLEDGE_DIR: text,
  DEFAULT_LANGUAGE: z.enum(['ja', 'en']),
  DEFAULT_TIMEZONE: text.refine(isZone),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
  ENCRYPTION_KEY: text.min(32),
  KYOGI_DIGESTS: flag,
  KYOGI_DIGEST_UNKNOWN: z.enum(['leave', 'resend']),
  CURATOR_CHANNEL: text.transform((value, context) => {
    const channel = parseCuratorChannel(value);
    if (channel === undefined) context.addIssue({ code: 'custom' });
    return channel ?? z.NEVER;
  }),
  KYOGI_KEEP_TEXT: flag,
  KYOGI_RETENTION_DAYS: count(1, 3650),
  KYOGI_USER_PER_MINUTE: count(1, 1000),
  KYOGI_CHANNEL_PER_MINUTE: count(1, 10_000),
} satisfies Record<VariableName, z.ZodType<unknown>>;

function isZone(name: string): boolean {
  return name === 'UTC' || name === 'Etc/UTC' || Intl.supportedValuesOf('timeZone').includes(name);
}

/** The parsed value of every variable that is set. */
export type Values = { [K in VariableName]?: z.output<(typeof SCHEMAS)[K]> };
