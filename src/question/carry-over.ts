import type { Entity, Lexicon } from '../lexicon/lexicon.ts';
import type { Bilingual } from '../text/language.ts';
import { formatPeriod } from '../time/format.ts';
import { consultationSpan, overlaps } from '../time/spans.ts';
import type { Reading } from './interpret.ts';
import type { Question } from './question.ts';
import { narrowedFrameworks } from './resolve/frameworks.ts';

/** The kinds of constraint that a follow-up replaces or keeps one by one. */
export const KINDS = [
  'people',
  'frameworks',
  'topics',
  'countries',
  'documents',
  'offices',
  'places',
  'formats',
  'levels',
] as const;
export type Kind = (typeof KINDS)[number];

/** How many kinds of constraint a question has. */
export function constraintCount(question: Question): number {
  return (
    KINDS.reduce((sum, kind) => sum + (question[kind].length > 0 ? 1 : 0), 0) +
    (question.acts.length > 0 && question.topics.length > 0 ? 0 : 0)
  );
}

/** `fresh` with what it does not say itself taken from `previous`, for the kinds given. `adds`: both hold. */
export function carry(
  fresh: Question,
  reading: Reading,
  previous: Question,
  kinds: readonly Kind[],
  adds: boolean,
  lexicon: Lexicon,
): Question {
  const { cues } = reading;
  const keepsIntent = cues.intent === null && cues.manner !== 'source';
  const swapsTopic = fresh.topics.length > 0 || fresh.documents.length > 0;
  const pick = (kind: Kind): readonly string[] => {
    const own = fresh[kind];
    if (adds && kind === 'frameworks' && own.length > 0 && previous.frameworks.length > 0)
      return narrowedFrameworks(previous.frameworks, own, lexicon);
    if (adds && kind !== 'levels') return [...new Set([...previous[kind], ...own])];
    if (kind === 'people' && own.length === 1 && kinds.includes('people'))
      return swapped(previous.people, own, lexicon);
    if (own.length > 0) return own;
    // A framework and a level say the same thing in two ways; so do a person and a post.
    if (kind === 'levels' && fresh.frameworks.length > 0) return [];
    if (kind === 'offices' && fresh.people.length > 0) return [];
    if (kind === 'people' && fresh.offices.length > 0 && !adds) return [];
    if (kind === 'frameworks' && (fresh.countries.length > 0 || fresh.members)) return [];
    if (kind === 'topics' && fresh.documents.length > 0) return [];
    return kinds.includes(kind) ? previous[kind] : [];
  };
  const picked = Object.fromEntries(KINDS.map((kind) => [kind, pick(kind)]));
  const carriesAll = kinds.length > 0;
  const hasOwnPeriod = fresh.period !== null || fresh.impossible.length > 0;
  return {
    ...fresh,
    // Every key of KINDS is present and each value comes from a question.
    ...(picked as Pick<Question, Kind>),
    intent: keepsIntent ? previous.intent : fresh.intent,
    manner: keepsIntent && fresh.manner === 'plain' ? carriedManner(previous) : fresh.manner,
    also: keepsIntent ? previous.also : fresh.also,
    period: hasOwnPeriod || !carriesAll ? fresh.period : previous.period,
    otherPeriod: hasOwnPeriod || !carriesAll ? fresh.otherPeriod : previous.otherPeriod,
    acts: fresh.acts.length > 0 ? fresh.acts : keepsIntent && carriesAll ? previous.acts : [],
    terms: fresh.terms !== '' ? fresh.terms : swapsTopic || !carriesAll ? '' : previous.terms,
    ...optional('order', fresh.order ?? (keepsIntent && carriesAll ? previous.order : undefined)),
    ...optional('limit', fresh.limit ?? (keepsIntent && carriesAll ? previous.limit : undefined)),
    ...optional(
      'members',
      fresh.members ?? (carriesAll && fresh.countries.length === 0 ? previous.members : undefined),
    ),
    ...optional('venueCountries', fresh.venueCountries ?? (carriesAll ? previous.venueCountries : undefined)),
    ...optional('peopleMatch', fresh.people.length > 0 ? fresh.peopleMatch : previous.peopleMatch),
    ...optional('oneSubject', fresh.topics.length > 0 || !carriesAll ? fresh.oneSubject : previous.oneSubject),
    ...optional(
      'side',
      fresh.side ?? (keepsIntent && carriesAll && fresh.countries.length === 0 ? previous.side : undefined),
    ),
    ...optional('by', fresh.by ?? (keepsIntent && carriesAll ? previous.by : undefined)),
    followsUp: true,
  };
}

/** "How about Ishiba?" after a question on Kishida and Biden puts Ishiba in Kishida's place: who is of the same country goes. */
function swapped(before: readonly string[], own: readonly string[], lexicon: Lexicon): readonly string[] {
  if (before.length < 2) return own;
  const countryOf = (id: string | undefined) => (id ? lexicon.knowledge.people.get(id)?.country : undefined);
  const kept = before.filter((id) => countryOf(id) !== countryOf(own[0]));
  return kept.length < before.length ? [...kept, ...own] : own;
}

function carriedManner(previous: Question): Question['manner'] {
  return previous.manner === 'source' ||
    previous.manner === 'coverage' ||
    previous.manner === 'next' ||
    previous.manner === 'previous'
    ? 'plain'
    : previous.manner;
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
  // The literal key makes this exactly the one-entry record promised.
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}

/** Lets go of carried constraints that no record meets together with the new ones: first people, then places, then time. */
export function relax(merged: Question, fresh: Question, lexicon: Lexicon): Question {
  const onlyTimeIsNew = constraintCount(fresh) === 0;
  if (onlyTimeIsNew) return merged;
  let question = merged;
  const drop: readonly (Kind | 'period')[] = ['places', 'formats', 'people', 'frameworks', 'levels', 'period'];
  for (const kind of drop) {
    if (hasRecord(question, lexicon)) return question;
    if (kind === 'period') {
      // Another person had another time in office; another framework in the same month is a fair question.
      if (fresh.period === null && fresh.people.length > 0) question = { ...question, period: null, otherPeriod: null };
    } else if (fresh[kind].length === 0) question = { ...question, [kind]: [] };
  }
  return hasRecord(question, lexicon) ? question : merged;
}

/** True when some record meets the structure of `question`. */
export function hasRecord(question: Question, lexicon: Lexicon): boolean {
  return lexicon.knowledge.consultations.some((one) => {
    const present = one.participants.map((other) => other.person);
    const level = lexicon.knowledge.frameworks.get(one.framework)?.level;
    const placed = one.place === undefined ? [] : [one.place.en];
    return (
      (question.period === null || overlaps(consultationSpan(one), question.period)) &&
      (question.frameworks.length === 0 || question.frameworks.includes(one.framework)) &&
      (question.people.length === 0 ||
        (question.peopleMatch === 'any'
          ? question.people.some((id) => present.includes(id))
          : question.people.every((id) => present.includes(id)))) &&
      (question.places.length === 0 || placed.some((place) => question.places.includes(place))) &&
      (question.formats.length === 0 || question.formats.some((format) => format === one.format)) &&
      (question.levels.length === 0 || (level !== undefined && question.levels.includes(level)))
    );
  });
}

/** Adds the line that says what was carried over. */
export function tell(question: Question, previous: Question, lexicon: Lexicon, records: readonly string[]): Question {
  const parts: Bilingual[] = [];
  const only = records.length === 1 ? lexicon.knowledge.consultations.find((one) => one.id === records[0]) : undefined;
  if (only) parts.push(only.title);
  else if (records.length > 1)
    parts.push({ ja: `前の回答の${records.length}件`, en: `the ${records.length} records of the answer before` });
  else {
    if (question.period && question.period === previous.period) {
      parts.push({ ja: formatPeriod(question.period, 'ja'), en: formatPeriod(question.period, 'en') });
    }
    for (const entity of carriedEntities(question, previous)) parts.push(lexicon.label(entity));
  }
  if (parts.length === 0) return question;
  const shown = parts.slice(0, 4);
  const line = {
    ja: `前の質問から引き継いだ条件：${shown.map((part) => part.ja).join('、')}`,
    en: `Carried over: ${shown.map((part) => part.en).join('; ')}`,
  };
  return { ...question, understood: [...question.understood, line] };
}

function carriedEntities(question: Question, previous: Question): readonly Entity[] {
  const kinds = [
    ['people', 'person'],
    ['frameworks', 'framework'],
    ['topics', 'topic'],
    ['countries', 'country'],
    ['documents', 'document'],
    ['offices', 'office'],
  ] as const;
  return kinds.flatMap(([kind, entity]) =>
    question[kind].filter((id) => previous[kind].includes(id)).map((id): Entity => ({ kind: entity, id })),
  );
}
