import { LRUCache } from 'lru-cache';
import type { Language } from '../../src/text/index.ts';
import { languageOfLocale } from '../chat/chat.ts';
import type { ChatLog } from '../chat/options.ts';
import { within } from '../chat/within.ts';
import type { Pace } from './channel-queue.ts';
import { faultOf } from './faults.ts';
import type { Client } from './post.ts';

/** What Slack tells of a person: both `undefined` when it would not. */
export type Person = { readonly language: Language | undefined; readonly zone: string | undefined };

const HOUR_MS = 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;
const PATIENCE_MS = 800;
const MOST_PEOPLE = 5_000;
const unknown: Person = { language: undefined, zone: undefined };

/**
 * Looks people's language and time zone up (`users.info`), once an hour each; at most 5,000 are kept, the longest unseen go
 * first. Never rejects: an answer must not fail for want of a locale.
 */
export function createPeople(options: { pace: Pace; log: ChatLog }) {
  const known = new LRUCache<string, { person: Promise<Person>; until: number }>({ max: MOST_PEOPLE });

  async function look(client: Client, user: string): Promise<Person> {
    try {
      const { user: found } = await client.users.info({ user, include_locale: true });
      return { language: languageOfLocale(found?.locale), zone: zoneOf(found?.tz) };
    } catch (error) {
      const fault = faultOf(error);
      options.log.debug({ code: fault.code, fix: fault.fix }, 'A person could not be looked up.');
      return unknown;
    }
  }

  function ask(client: Client, user: string, now: number) {
    const found = look(client, user);
    // Nobody waits long for a locale; the late answer serves the next question.
    const person = within(PATIENCE_MS, found, unknown);
    const entry = { person, until: now + HOUR_MS };
    found.then((late) => {
      entry.person = Promise.resolve(late);
      if (late === unknown) entry.until = now + MINUTE_MS;
    });
    return entry;
  }

  return {
    /** `team` keeps people of two workspaces apart. */
    of(client: Client, team: string, user: string): Promise<Person> {
      const key = `${team}:${user}`;
      const kept = known.get(key);
      const now = options.pace.now();
      const entry = kept !== undefined && kept.until > now ? kept : ask(client, user, now);
      known.set(key, entry);
      return entry.person;
    },
  };
}

export type People = ReturnType<typeof createPeople>;

function zoneOf(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return zone;
  } catch {
    return undefined;
  }
}
