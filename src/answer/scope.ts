import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { regionOf } from '../lexicon/regions.ts';
import type { Question } from '../question/question.ts';
import type { Language } from '../text/language.ts';
import type { Period } from '../time/period.ts';
import { countryName } from './told.ts';
import { topicName } from './topic-name.ts';

/** What was asked about, in the words of one language: for counting, listing and saying what was not found. */
export type Scope = {
  readonly period: Period | null;
  /** A second one that a list names beside it. */
  readonly otherPeriod?: Period | null;
  /** Names; all took part, or with `anyPerson` one of them. */
  readonly people: readonly string[];
  readonly anyPerson: boolean;
  /** Names of frameworks. */
  readonly frameworks: readonly string[];
  readonly levels: readonly string[];
  readonly formats: readonly ('in-person' | 'telephone' | 'video')[];
  readonly topics: readonly string[];
  /** They make up one subject. */
  readonly oneSubject: boolean;
  /** Partners. */
  readonly countries: readonly string[];
  /** The partners took part, and were not only spoken of. */
  readonly countriesJoined: boolean;
  readonly venues: readonly string[];
  /** Held in none of these countries. */
  readonly outside: readonly string[];
  /** Verbs asked for, as act ids. */
  readonly acts: readonly string[];
  /** Words left over that were searched as text; already made harmless to show. `null` when there are none. */
  readonly words: string | null;
  /** The meetings are those of the answer before. */
  readonly carried: boolean;
};

/** Puts the constraints of a question into words. `period` overrides the question's own. */
export function scopeOf(
  question: Question,
  knowledge: KnowledgeBase,
  language: Language,
  period: Period | null = question.period,
): Scope {
  const venues = question.venueCountries ?? [];
  const isVenueOnly = (id: string) => venues.includes(id) && question.members === undefined;
  const country = (id: string) => countryName(id, knowledge, language);
  const post = (id: string) => `${language === 'en' ? 'the ' : ''}${postName(id, knowledge, language)}`;
  const offices = question.people.length > 0 ? [] : question.offices.map(post);
  const asked: Scope = {
    period,
    otherPeriod: period === question.period && question.intent !== 'compare' ? question.otherPeriod : null,
    people: [...question.people.map((id) => knowledge.people.get(id)?.names[language] ?? id), ...offices],
    anyPerson: question.peopleMatch === 'any',
    frameworks: question.frameworks.map((id) => {
      const framework = knowledge.frameworks.get(id);
      return (framework?.short ?? framework?.names)?.[language] ?? id;
    }),
    levels: question.frameworks.length > 0 ? [] : question.levels,
    formats: question.formats,
    oneSubject: question.oneSubject === true,
    topics: [
      ...question.topics.map((id) => topicName(id, knowledge, language)),
      ...question.documents.map((id) => knowledge.documents.get(id)?.names[language] ?? id),
    ],
    // A framework such as 日米韓首脳会合 says by itself who belongs to it.
    countries:
      question.members !== undefined && question.frameworks.length > 0
        ? []
        : (question.members ?? question.countries.filter((id) => !isVenueOnly(id))).map(country),
    countriesJoined: question.members !== undefined,
    venues: placesIn(question.places, knowledge, language).concat(venues.map(country)),
    outside: (question.outside ?? []).map(country),
    acts: question.verb === undefined ? question.acts : [question.verb, ...question.acts],
    words: showable(question.terms, language),
    carried: question.consultations.length > 0 && question.followsUp === true,
  };
  // Of the records just shown nothing but what is new is asked; "in 2025" would speak of all of them.
  return asked.carried
    ? { ...asked, period: null, otherPeriod: null, people: [], countries: [], venues: [], levels: [] }
    : asked;
}

/** The name of a post, as its holders' records write it. */
export function postName(post: string, knowledge: KnowledgeBase, language: Language): string {
  for (const person of knowledge.people.values()) {
    const office = person.offices.find((each) => each.post === post && !each.ja.startsWith('次期'));
    if (office !== undefined) return office[language];
  }
  return post;
}

/** Many spellings of one place (Tokyo, Tokyo (Ministry of Defense)) stand for the shortest; places of several countries for their region. */
function placesIn(places: readonly string[], knowledge: KnowledgeBase, language: Language): readonly string[] {
  const known = places.flatMap(
    (place) => knowledge.consultations.find((each) => each.place?.en === place)?.place ?? [],
  );
  const region = regionOf(new Set(known.flatMap(({ country }) => country ?? [])));
  if (region !== undefined) return [region[language]];
  const names = places.map((place) => known.find(({ en }) => en === place)?.[language] ?? place);
  const [first] = [...names].sort((a, b) => a.length - b.length);
  return first === undefined ? [] : [first];
}

/**
 * Words of the asker's that may be shown again: letters, digits and spaces alone, at most 40 characters, never anything that a
 * platform could read as a mention or a link, and no kana or kanji inside an English sentence.
 */
function showable(terms: string, language: Language): string | null {
  const text = terms.trim();
  if (text === '' || text.length > 40 || !/^[\p{L}\p{M}\p{N} \-・ー]+$/u.test(text)) return null;
  if (/\b(?:everyone|here|channel|https?|www)\b/i.test(text)) return null;
  if (language === 'en' && /[^\p{Script=Latin}\p{N} -]/u.test(text)) return null;
  return text;
}
