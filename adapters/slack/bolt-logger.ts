import { type Logger, LogLevel } from '@slack/bolt';
import type { ChatLog } from '../chat/options.ts';

/** The logger of web clients: a call that fails throws as well, and whoever made it tells of it once. */
export function webClientLogger(log: ChatLog): Logger {
  const logger = boltLogger(log);
  return { ...logger, warn: logger.info };
}

/** Bolt's logger on ours. Its debug lines hold whole payloads, so they are not asked for. */
export function boltLogger(log: ChatLog): Logger {
  const line = (parts: unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  return {
    debug: () => {},
    info: (...parts) => log.debug({ platform: 'slack' }, line(parts)),
    warn: (...parts) => log.warn({ platform: 'slack' }, line(parts)),
    error: (...parts) => log.error({ platform: 'slack' }, line(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
