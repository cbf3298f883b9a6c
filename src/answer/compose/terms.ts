import { idsOf } from '../../knowledge/in-time.ts';
import type { Consultation, Person } from '../../knowledge/schema.ts';
import { idsIn } from '../../reading/query.ts';
import { overlaps, periodOfEventDate } from '../../time/calendar.ts';
import { formatDate } from '../../time/format.ts';
import { meetingReference } from '../cite.ts';
import { answered, citing, type Draft, type Line } from '../draft.ts';
import type { Given } from '../given.ts';
import { countryName } from '../names.ts';

type Office = Person['offices'][number];
/** One person's term in one post. */
export type Term = { readonly person: Person; readonly office: Office };

/** Records that an answer on terms of office is followed up by. */
const mostRecords = 20;

/** All terms of a person. */
export function termsOf(person: Person): readonly Term[] {
  return person.offices.map((office) => ({ person, office }));
}

/** The people asked about, in the order in which they were named. */
export function peopleIn({ query, knowledge }: Given): readonly Person[] {
  return idsIn(query, 'person').flatMap((id) => knowledge.people.get(id) ?? []);
}

/** Whether somebody sat there in one of these posts. */
export function holds(
  { person, office }: Consultation['participants'][number],
  posts: readonly string[],
  { knowledge }: Given,
): boolean {
  const offices = knowledge.people.get(person)?.offices ?? [];
  return offices.some((each) => isOf(each, posts) && (each.en === office.en || each.ja === office.ja));
}

/** Every term in a post that can be cited, earliest first. */
export function termsIn(post: string, given: Given): readonly Term[] {
  return [...given.knowledge.people.values()]
    .flatMap(termsOf)
    .filter((term) => isOf(term.office, [post]) && termLine(term, given) !== undefined)
    .sort((a, b) => (beginOf(a, given) < beginOf(b, given) ? -1 : 1));
}

/** Whether an office is one of these posts, or one of two posts held together is. */
const isOf = ({ post, also }: Office, posts: readonly string[]) => [post, ...also].some((id) => posts.includes(id));

/** The first day of a term; where it is not known, of its records. */
export function beginOf(term: Term, given: Given): string {
  const [first] = recordsOf(term, given);
  return term.office.from ?? (first === undefined ? '' : periodOfEventDate(first.date).from);
}

/** The records of one term: who held a post twice appears in it twice, and not in between. */
export function recordsOf({ person, office }: Term, { knowledge }: Given): readonly Consultation[] {
  const term = { from: office.from ?? null, to: office.to ?? null };
  return knowledge.consultations.filter(({ date, participants }) => {
    const isHere = participants.some((each) => each.person === person.id && each.office.en === office.en);
    return isHere && overlaps(term, periodOfEventDate(date));
  });
}

/** Ids of the records of some terms, newest first. */
export function recordIdsOf(terms: readonly Term[], given: Given): readonly string[] {
  const held = new Set(terms.flatMap((term) => recordsOf(term, given)));
  const all = given.knowledge.consultations.filter((each) => held.has(each)).map((consultation) => ({ consultation }));
  return idsOf(all.toReversed()).slice(0, mostRecords);
}

/**
 * From when to when. Without sources of its own a term is what the records show, cited by the first and last of them; `undefined` where
 * neither shows it.
 */
function termLine(term: Term, given: Given): Line | undefined {
  const { person, office } = term;
  const { language, say } = given;
  const records = recordsOf(term, given);
  const ends = [records[0], records.at(-1)].filter((each) => each !== undefined);
  const references = office.sources ?? ends.flatMap(meetingReference);
  if (references.length === 0) return undefined;
  const [name, country] = [person.names[language], countryName(person.country, given)];
  return citing(say.term({ name, country, office: office[language], ...boundsOf(term, given) }), references);
}

/** Of a date, what tells its month. */
const MONTH = '2026-01'.length;

/** The first and last day of a term; where a bound is the day of the first or last record, it is not known to be the term's own. */
export function boundsOf(term: Term, given: Given) {
  const { office } = term;
  const records = recordsOf(term, given);
  // Of a record known to the month alone no day is told, nor of others where all are of that month.
  const isMonth = ({ date }: Consultation) => date.length <= MONTH;
  const isOfOneMonth = records.some(isMonth) && new Set(records.map(({ date }) => date.slice(0, MONTH))).size === 1;
  const bound = (date: string | undefined, record: Consultation | undefined, end: 'from' | 'to') => {
    const shown = record && periodOfEventDate(record.date);
    const isTerm = office.sources !== undefined && date !== undefined && date !== shown?.[end];
    const known = record && (isOfOneMonth || isMonth(record)) ? record.date.slice(0, MONTH) : shown?.[end];
    const day = isTerm ? date : known;
    return day === undefined ? null : { day: formatDate(day, given.language), isTerm };
  };
  return { from: bound(office.from, records[0], 'from'), to: bound(office.to, records.at(-1), 'to') };
}

/** The lines of some terms. */
export function termLines(terms: readonly Term[], given: Given): readonly Line[] {
  return terms.flatMap((term) => termLine(term, given) ?? []);
}

/** An answer on terms: a sentence that rests on the pages of all of them or of those it is `of`, else the first term; then the terms. */
export function termsDraft(terms: readonly Term[], given: Given, text?: string, of = terms): Draft | undefined {
  const lines = termLines(terms, given);
  const references = () => termLines(of, given).flatMap((line) => line.references);
  const [first, ...rest] = text === undefined ? lines : [citing(text, references()), ...lines];
  const focus = [...new Set(terms.map(({ person }) => person.id))];
  return first && answered(first, rest, { consultations: recordIdsOf(terms, given), focus });
}
