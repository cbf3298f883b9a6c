import type { Consultation, Office, Person } from './schema.ts';

/**
 * The people with every term of office bounded. What a page shows stands; where no page shows when a term began, the first record of the
 * person in the post bounds it, and so does the last one its end, unless the term is open: its beginning is shown and nobody has
 * followed. A new record of a sitting minister thus widens the term by itself. `consultations` are in order of dates.
 */
export function withTerms(people: readonly Person[], consultations: readonly Consultation[]): readonly Person[] {
  const seen = daysSeen(consultations);
  const begun = new Map<string, { person: string; from: string }[]>();
  for (const { id, offices } of people) {
    for (const office of offices) {
      const from = office.from ?? seen.get(keyOf(id, office))?.[0];
      if (from === undefined) continue;
      const terms = begun.get(office.post) ?? [];
      terms.push({ person: id, from });
      begun.set(office.post, terms);
    }
  }
  return people.map((person) => ({
    ...person,
    offices: person.offices.map((office) => {
      const days = (seen.get(keyOf(person.id, office)) ?? []).filter((day) => isIn(office, person, day));
      const isFollowed = (begun.get(office.post) ?? []).some(
        (other) => other.person !== person.id && other.from > (office.from ?? days[0] ?? ''),
      );
      const isOpen = office.from !== undefined && !isFollowed;
      const [from, to] = [office.from ?? days[0], office.to ?? (isOpen ? undefined : days.at(-1))];
      return { ...office, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    }),
  }));
}

/** Whether a day on which the person is seen in an office of this name belongs to this term, and not to another one. */
function isIn(office: Office, person: Person, day: string): boolean {
  if (day < (office.from ?? '') || day > (office.to ?? '9999')) return false;
  const next = person.offices.find(
    (other) => other.en === office.en && other.ja === office.ja && (other.from ?? '') > (office.from ?? ''),
  );
  return next?.from === undefined || day < next.from;
}

const keyOf = (person: string, { ja, en }: { readonly ja: string; readonly en: string }): string =>
  `${person}\0${ja}\0${en}`;

/** The days on which records show somebody in an office, in order; a meeting of several days counts by its first and last. */
function daysSeen(consultations: readonly Consultation[]): ReadonlyMap<string, readonly string[]> {
  const seen = new Map<string, string[]>();
  for (const { date, participants } of consultations) {
    const [first = '', last = first] = (date.length === 7 ? `${date}-01` : date).split('/');
    for (const { person, office } of participants) {
      const key = keyOf(person, office);
      const days = seen.get(key) ?? [];
      days.push(first, ...(last === first ? [] : [last]));
      seen.set(key, days);
    }
  }
  return seen;
}
