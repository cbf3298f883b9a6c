import type { Act, Consultation, Outcome } from '../knowledge/schema.ts';
import type { Question } from '../question/question.ts';
import { periodOfEventDate } from '../time/calendar.ts';
import type { Period } from '../time/period.ts';
import type { Faceted, OutcomeFacets } from './facets.ts';

/** Japan and the United States are in nearly every record: only third countries narrow a search. */
const ALLIES: ReadonlySet<string> = new Set(['JP', 'US']);

/** How much a verb commits, 0..1: breaks ties between sentences on one topic. */
const WEIGHT_OF_ACT: Readonly<Record<Act, number>> = {
  signed: 1,
  agreed: 1,
  confirmed: 0.8,
  reaffirmed: 0.7,
  instructed: 0.7,
  announced: 0.6,
  welcomed: 0.5,
  discussed: 0.4,
  stated: 0.3,
};

/** Whether a consultation can be what is asked for, its outcomes aside. */
export function matchesConsultation(question: Question, facts: Faceted): boolean {
  if (question.consultations.length > 0) return question.consultations.includes(facts.consultation.id);
  return (
    matchesPeriod(question, facts) &&
    matchesPeople(question, facts) &&
    any(question.frameworks, (id) => facts.frameworks.has(id)) &&
    any(question.levels, (level) => facts.level === level) &&
    any(question.formats, (format) => facts.consultation.format === format) &&
    matchesPlace(question, facts) &&
    matchesMembers(question, facts)
  );
}

/** Whether the outcomes themselves are narrowed: by topic, verb, side or third country. */
export function narrowsOutcomes(question: Question): boolean {
  return (
    question.topics.length > 0 ||
    question.documents.length > 0 ||
    question.acts.length > 0 ||
    (question.by?.length ?? 0) > 0 ||
    partners(question).length > 0
  );
}

/**
 * How well an outcome fits what is asked of outcomes: 0 not at all, 1 exactly, in between when only a broader topic fits.
 * `words` are those that the question names its topics by: a sentence that holds them comes before one that calls the topic otherwise.
 */
export function fitOfOutcome(
  question: Question,
  words: readonly string[],
  outcome: Outcome,
  facts: OutcomeFacets,
  took: ReadonlySet<string>,
): number {
  if (question.acts.length > 0 && !question.acts.includes(outcome.act)) return 0;
  const by = question.by ?? [];
  if (by.length > 0 && !by.some((side) => outcome.by?.includes(side) === true)) return 0;
  const others = partners(question).filter((country) => !took.has(country));
  if (others.length > 0 && !others.every(facts.namesCountry)) return 0;
  const document = question.documents.some(facts.namesDocument);
  if (question.topics.length === 0) return question.documents.length === 0 || document ? 1 : 0;
  const exact = question.topics.filter((topic) => facts.topics.has(topic)).length;
  const broad = question.topics.filter((topic) => facts.topicsAbove.has(topic)).length;
  if (exact === 0) return broad > 0 ? 0.6 : 0;
  // Of two sentences on a topic, the one that names it, is about little else and commits to something says more; of equals, an official one.
  const byName =
    question.topics.filter((id) => facts.topics.has(id) && facts.namesTopic(id)).length / question.topics.length;
  const named = words.length === 0 || facts.says(words) ? byName : byName / 3;
  const focus = exact / Math.max(1, facts.topics.size);
  return (
    0.62 +
    (0.1 * exact) / question.topics.length +
    0.15 * named +
    0.05 * focus +
    0.05 * WEIGHT_OF_ACT[outcome.act] +
    (facts.isOfficial ? 0.03 : 0)
  );
}

/** Third countries asked about. */
export function partners(question: Question): string[] {
  return question.countries.filter(
    (country) => !ALLIES.has(country) && !(question.venueCountries ?? []).includes(country),
  );
}

/** Whether inclusive dates share a day. */
export function overlaps(period: Period, from: string, to: string): boolean {
  return (period.from === null || period.from <= to) && (period.to === null || period.to >= from);
}

/** Whether the record's date leaves no doubt: one that tells only the month may or may not be on the day asked about. */
export function certainlyWithin({ period }: Question, { date }: Consultation): boolean {
  if (period === null || date.length > 'YYYY-MM'.length) return true;
  const { from, to } = periodOfEventDate(date);
  return (period.from === null || period.from <= from) && (period.to === null || period.to >= to);
}

function matchesPeriod({ period, otherPeriod }: Question, { from, to }: Faceted): boolean {
  if (period === null) return true;
  return overlaps(period, from, to) || (otherPeriod !== null && overlaps(otherPeriod, from, to));
}

function matchesPeople(question: Question, { people, posts }: Faceted): boolean {
  const groups = question.officeGroups ?? [];
  const heldOf = (group: readonly string[]) => group.some((post) => posts.has(post));
  if (groups.length > 0 ? !groups.every(heldOf) : !any(question.offices, (post) => posts.has(post))) return false;
  if (question.people.length === 0) return true;
  return question.peopleMatch === 'any'
    ? question.people.some((id) => people.has(id))
    : question.people.every((id) => people.has(id));
}

function matchesPlace(question: Question, { consultation: { place } }: Faceted): boolean {
  const venues = question.venueCountries ?? [];
  if (!any(venues, (country) => place?.country === country)) return false;
  const outside = question.outside ?? [];
  if (outside.length > 0 && (place?.country === undefined || outside.includes(place.country))) return false;
  return any(question.places, (name) => place?.en.includes(name) === true);
}

function matchesMembers(question: Question, { countries }: Faceted): boolean {
  const { members } = question;
  if (members === undefined || members.length === 0) return true;
  return members.every((country) => countries.has(country)) && countries.size === new Set(members).size;
}

/** No constraint, or one of it holds. */
function any<T>(wanted: readonly T[], holds: (each: T) => boolean): boolean {
  return wanted.length === 0 || wanted.some(holds);
}
