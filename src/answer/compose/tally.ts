import type { Consultation } from '../../knowledge/schema.ts';
import type { Query } from '../../reading/query.ts';
import { periodOfEventDate } from '../../time/calendar.ts';
import { formatPeriod } from '../../time/format.ts';
import type { Given } from '../given.ts';
import { frameworkName, personName } from '../names.ts';
import { countryName } from '../told.ts';
import { topicName } from '../topic-name.ts';

export type Grouping = NonNullable<Query['by']>;
export type Group = {
  readonly id: string;
  readonly name: string;
  readonly all: readonly { consultation: Consultation }[];
};

/** How the meetings fall into years, people, places …: years and months in their order, all else by number. */
export function tally(
  by: Grouping,
  all: readonly { readonly consultation: Consultation }[],
  given: Given,
): readonly Group[] {
  const groups = new Map<string, { consultation: Consultation }[]>();
  for (const each of all) {
    for (const id of new Set(KEYS[by](each.consultation, given))) groups.set(id, [...(groups.get(id) ?? []), each]);
  }
  const named = [...groups].map(([id, of]): Group => ({ id, name: nameOf(by, id, given), all: of }));
  return by === 'year' || by === 'month'
    ? named.sort((a, b) => (a.id < b.id ? -1 : 1))
    : named.sort((a, b) => b.all.length - a.all.length || (a.id < b.id ? -1 : 1));
}

/** What a meeting counts for. People who were asked about by name, and Japan and the United States, count for nothing. */
const KEYS: Readonly<Record<Grouping, (consultation: Consultation, given: Given) => readonly string[]>> = {
  year: ({ date }) => [date.slice(0, 4)],
  month: ({ date }) => [date.slice(0, 7)],
  framework: ({ framework }) => [framework],
  place: ({ place }) => (place === undefined ? [] : [townOf(place.en)]),
  country: ({ place }) => (place === undefined ? [] : [place.country]),
  topic: ({ outcomes }) => outcomes.flatMap(({ topics }) => topics),
  person: ({ participants }, { query }) => {
    const asked = query.constraints.filter(({ role }) => role === 'person').flatMap(({ anyOf }) => anyOf);
    const sides = query.constraints.filter(({ role }) => role === 'side').flatMap(({ anyOf }) => anyOf);
    const own = new Set(participants.filter(({ person }) => asked.includes(person)).map(({ country }) => country));
    return participants
      .filter(({ person, country }) => !asked.includes(person) && !own.has(country))
      .filter(({ country }) => sides.length === 0 || sides.includes(country))
      .map(({ person }) => person);
  },
};

function nameOf(by: Grouping, id: string, given: Given): string {
  const { knowledge, language, say } = given;
  switch (by) {
    case 'year':
    case 'month':
      return formatPeriod(periodOfEventDate(id), language);
    case 'framework':
      return frameworkName(id, given);
    case 'place':
      return townIn(id, given);
    case 'country':
      return countryName(id, knowledge, language);
    case 'topic':
      return topicName(id, knowledge, language);
    case 'person':
      return say.person(personName(id, given));
  }
}

/** "Tokyo (Ministry of Defense)" counts for Tokyo. */
function townOf(place: string): string {
  return place.replace(/ \(.*/s, '');
}

/** A town by its English name: by its entry, else as a record writes the place. */
function townIn(town: string, { knowledge, language }: Given): string {
  if (language === 'en') return town;
  const entry = [...knowledge.places.values()].find(({ names }) => names.en === town);
  const record = knowledge.consultations.find(({ place }) => place !== undefined && townOf(place.en) === town);
  return entry?.names[language] ?? record?.place?.[language] ?? town;
}
