import type { Entry, PendingFault } from '../parse-records.ts';
import type { Participant, Person } from '../schema.ts';
import { isOnCalendar } from './dates.ts';
import type { Rule } from './index.ts';

/** A participant is given an office that the person held on that day, and remarks are given to a side that took part. */
export const checkOffices: Rule = ({ consultations, collections }) => {
  const faults: PendingFault[] = [];
  const people = new Map(collections.people.map((entry) => [entry.value.id, entry]));
  for (const { value, file } of consultations) {
    const first = value.date.slice(0, 10);
    const last = value.date.includes('/') ? value.date.slice(11) : first;
    for (const [at, participant] of value.participants.entries()) {
      const person = people.get(participant.person);
      if (person === undefined || !isOnCalendar(first)) continue;
      const wrong = officeFault(participant, person.value, first, last);
      if (wrong !== null) faults.push({ file, path: ['participants', at, 'office'], severity: 'error', ...wrong });
    }
    const sides = new Set(value.participants.map(({ country }) => country));
    for (const [at, outcome] of value.outcomes.entries()) {
      for (const [index, country] of (outcome.by ?? []).entries()) {
        if (sides.size === 0 || sides.has(country)) continue;
        faults.push({
          file,
          path: ['outcomes', at, 'by', index],
          message: `gives the remark to ${country}, which has no participant here`,
          fix: 'correct the country or add the participant',
          severity: 'error',
        });
      }
    }
  }
  const countries = new Map(collections.posts.map(({ value }) => [value.id, value.country]));
  for (const entry of collections.people) faults.push(...termFaults(entry), ...foreignPosts(entry, countries));
  return faults;
};

function officeFault(
  { office, country }: Participant,
  person: Person,
  first: string,
  last: string,
): { message: string; fix: string } | null {
  if (country !== person.country) {
    return {
      message: `gives ${person.names.en} to ${country}, but people.yaml says ${person.country}`,
      fix: 'correct the country',
    };
  }
  const held = person.offices.filter(({ ja, en }) => ja === office.ja && en === office.en);
  if (held.length === 0) {
    return {
      message: `${person.names.en} has no office "${office.en}" in people.yaml`,
      fix: `add it there, or use one of: ${person.offices.map(({ en }) => en).join(', ') || '(none yet)'}`,
    };
  }
  // A month-only date compares by its month.
  const inTerm = held.some(
    ({ from, to }) => (from ?? '').slice(0, last.length) <= last && first <= (to ?? '9999').slice(0, first.length),
  );
  if (inTerm) return null;
  const terms = held.map(({ from, to }) => `${from ?? '…'} to ${to ?? '…'}`).join(', ');
  return {
    message: `${person.names.en} was ${office.en} from ${terms}, not on ${first}`,
    fix: 'correct the office or the date, or the term in people.yaml',
  };
}

function termFaults({ value, file, path }: Entry<Person>): PendingFault[] {
  return value.offices.flatMap(({ from, to, sources }, at): PendingFault[] => {
    const place = (key: 'from' | 'to') => ({ file, path: [...path, 'offices', at, key], severity: 'error' as const });
    const isTurned = from !== undefined && to !== undefined && to < from;
    const unshown = sources === undefined ? (['from', 'to'] as const).filter((key) => value.offices[at]?.[key]) : [];
    return [
      ...(isTurned
        ? [{ ...place('to'), message: `to ${to} lies before from ${from}`, fix: 'correct one of the two' }]
        : []),
      ...unshown.map((key) => ({
        ...place(key),
        message: `${key} ${value.offices[at]?.[key]} has no page that shows it`,
        fix: 'add sources, or take the day out: the records bound the term by themselves',
      })),
    ];
  });
}

function foreignPosts({ value, file, path }: Entry<Person>, countries: ReadonlyMap<string, string>): PendingFault[] {
  return value.offices.flatMap(({ post }, at) => {
    const country = countries.get(post) ?? value.country;
    if (country === value.country) return [];
    return [
      {
        file,
        path: [...path, 'offices', at, 'post'],
        message: `${value.names.en} is of ${value.country}, but posts.yaml gives "${post}" to ${country}`,
        fix: 'correct the post or the country',
        severity: 'error' as const,
      },
    ];
  });
}
