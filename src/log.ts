import { type DestinationStream, type Logger, pino } from 'pino';
import { KyogiError } from './errors.ts';

/** Structured log: `log.info({facts}, 'sentence')`. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** Keys whose values never reach a log, at the top level or one level down. */
const secretKeys = [
  'token',
  'accessToken',
  'access_token',
  'refresh_token',
  'botToken',
  'appToken',
  'authorization',
  'signingSecret',
  'clientSecret',
  'encryptionKey',
  'password',
  'text',
  'content',
  'question',
];

/** Token shapes that can hide inside messages and stacks of foreign errors. */
const secretShapes =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|xoxe\.[\w.-]+|Bot [\w.-]{20,}|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|postgres(?:ql)?:\/\/[^\s"]+/g;

/**
 * A JSON-lines logger on `destination` (default stdout). Message text and tokens are taken out, whatever object they come in.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`]), censor: '[redacted]' },
      hooks: { streamWrite: redact },
      serializers: { err: described },
    },
    destination ?? steadyDestination(1),
  );
}

/** A fault of ours is a sentence with its fix, and where it arose says no more; a fault of the program needs its stack. */
function described(error: unknown): unknown {
  if (!(error instanceof KyogiError)) return pino.stdSerializers.err(error as Error);
  const { code, message, cause } = error;
  return { code, message, ...(cause instanceof Error && { cause: cause.message }) };
}

/** Lines kept, in bytes, while they cannot be written; later ones are lost. */
const MOST_UNWRITTEN = 1_000_000;

/**
 * Writes lines to a file descriptor. One that cannot be written to (a full disk, a reader that went away) costs lines: a log call
 * that threw would cost the answer it was made in.
 */
export function steadyDestination(fd: number): DestinationStream {
  const destination = pino.destination({ dest: fd, sync: true, maxLength: MOST_UNWRITTEN });
  destination.on('error', () => {});
  return destination;
}

/** Replaces everything that looks like a credential. */
export function redact(line: string): string {
  return line.replace(secretShapes, '[redacted]');
}
