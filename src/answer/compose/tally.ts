import { endsOf } from '../../knowledge/in-time.ts';
import type { Consultation } from '../../knowledge/schema.ts';
import { idsIn, type Query } from '../../reading/query.ts';
import { periodOfEventDate } from '../../time/calendar.ts';
import { formatPeriod } from '../../time/format.ts';
import type { Line } from '../draft.ts';
import type { Given } from '../given.ts';
import { countryName, frameworkName, personName } from '../names.ts';
import { topicName } from '../topic-name.ts';
import { summaryLine } from './lines.ts';
import { holds } from './terms.ts';

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
  const keyed = all.flatMap((each) => [...new Set(KEYS[by](each.consultation, given))].map((id) => ({ id, each })));
  const named = [...Map.groupBy(keyed, ({ id }) => id)].map(
    ([id, of]): Group => ({ id, name: NAMES[by](id, given), all: of.map(({ each }) => each) }),
  );
  return by === 'year' || by === 'month'
    ? named.sort((a, b) => (a.id < b.id ? -1 : 1))
    : named.sort((a, b) => b.all.length - a.all.length || (a.id < b.id ? -1 : 1));
}

/** Groups named in one line; the rest are counted. */
const mostGroups = 8;

/** One line with the number of each of the first groups, cited by the latest meeting of each. */
export function breakdownLine(by: Grouping, groups: readonly Group[], { say }: Given): readonly Line[] {
  const shown = groups.slice(0, mostGroups);
  if (shown.length === 0) return [];
  const counted = shown.map(({ name, all }) => ({ name, count: all.length }));
  const latest = shown.flatMap(({ all }) => endsOf(all).slice(-1));
  return [summaryLine(say.breakdown(by, counted, groups.length - shown.length), latest)];
}

/**
 * What a meeting counts for. People who were asked about by name or post, and Japan and the United States, count for nothing, unless the holders of
 * a post are what is asked for.
 */
const KEYS: Readonly<Record<Grouping, (consultation: Consultation, given: Given) => readonly string[]>> = {
  year: ({ date }) => [date.slice(0, 4)],
  month: ({ date }) => [date.slice(0, 7)],
  framework: ({ framework }) => [framework],
  place: ({ place }) => (place === undefined ? [] : [townOf(place.en)]),
  country: ({ place }) => (place === undefined ? [] : [place.country]),
  topic: ({ outcomes }) => outcomes.flatMap(({ topics }) => topics),
  person: ({ participants }, given) => {
    const { query } = given;
    const [asked, posts, sides] = [idsIn(query, 'person'), idsIn(query, 'post'), idsIn(query, 'side')];
    const inPost = participants.filter((each) => holds(each, posts, given));
    if (query.whose === 'role' && posts.length > 0) return inPost.map(({ person }) => person);
    const named = participants.filter(({ person }) => asked.includes(person));
    const own = [...named, ...inPost].map(({ country }) => country);
    const others = participants.filter(({ country }) => !own.includes(country));
    return others.filter(({ country }) => sides.length === 0 || sides.includes(country)).map(({ person }) => person);
  },
};

const inTime = (id: string, { language }: Given) => formatPeriod(periodOfEventDate(id), language);

const NAMES: Readonly<Record<Grouping, (id: string, given: Given) => string>> = {
  year: inTime,
  month: inTime,
  framework: frameworkName,
  place: townIn,
  country: countryName,
  topic: topicName,
  person: (id, given) => given.say.person(personName(id, given)),
};

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
