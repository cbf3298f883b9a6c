import { idsIn } from '../../reading/query.ts';
import { formatPeriod } from '../../time/format.ts';
import { overlaps } from '../../time/spans.ts';
import { citing, type Draft, opened } from '../draft.ts';
import type { Given } from '../given.ts';
import { type Composer, counted } from './lines.ts';
import { beginOf, peopleIn, type Term, termLines, termsDraft, termsIn, termsOf } from './terms.ts';

/** Who held a post. Opens with the latest holder and from when to when, or with all of the period asked about; then the others. */
export const composeHolder: Composer = (given) => counted(holders(given), given);

function holders(given: Given): Draft | undefined {
  const { query } = given;
  const { period } = query;
  const inPost = idsIn(query, 'post').flatMap((post) => termsIn(post, given));
  // "The current ambassador" means one of them; "Is Emanuel the current ambassador?" asks whether it is he.
  const named = query.constraints.filter(({ origin }) => origin !== 'assumed');
  const assumed = query.constraints.filter(({ origin }) => origin === 'assumed');
  const meant = query.yesNo ? [] : idsIn({ constraints: assumed }, 'person');
  const all = latestFirst(
    inPost
      .filter(({ office: { from = null, to = null } }) => period === null || overlaps({ from, to }, period))
      .filter(({ person }) => meant.length === 0 || meant.includes(person.id)),
    given,
  );
  if (all.length === 0) return query.yesNo ? ofPeople(given) : undefined;
  // "Is Kishida no longer prime minister?": who holds it says so without a yes that could be taken either way.
  const people = query.yesNo && query.aspect !== 'until' ? idsIn({ constraints: named }, 'person') : [];
  if (people.length > 0) return isHolder(all, people, given) ?? ofPeople(given);
  const isOfAll = (period !== null || query.measure === 'count') && new Set(all.map(({ person }) => person)).size > 1;
  return isOfAll ? ofAll(all.toReversed(), period ?? given.knowledge.coverage, given) : termsDraft(all, given);
}

/** "Is Emanuel still ambassador?": without a post that the record knows, all that they held, and neither yes nor no. */
function ofPeople(given: Given): Draft | undefined {
  return termsDraft(latestFirst(peopleIn(given).flatMap(termsOf), given), given);
}

function latestFirst(terms: readonly Term[], given: Given): readonly Term[] {
  return terms.toSorted((a, b) => (beginOf(a, given) < beginOf(b, given) ? 1 : -1));
}

/** Everybody of a period, in order of time. */
function ofAll(all: readonly Term[], period: NonNullable<Given['query']['period']>, given: Given): Draft | undefined {
  const { say, language } = given;
  const names = [...new Set(all.map(({ person }) => person.names[language]))];
  // Of the names of one post the shortest is its own: who held another beside it was called by both.
  const [office = ''] = all.map((term) => term.office[language]).sort((a, b) => a.length - b.length);
  const text = say.holders(office, formatPeriod(period, language), names);
  const references = termLines(all, given).flatMap((line) => line.references);
  const draft = termsDraft(all, given, citing(text, references));
  return draft && { ...draft, focus: draft.focus?.toReversed() ?? [] };
}

/** "Is Hegseth still Secretary of Defense?": yes where the latest term is that person's, or one of theirs falls within the time asked about. */
function isHolder(all: readonly Term[], people: readonly string[], given: Given): Draft | undefined {
  const { say, query, knowledge } = given;
  const own = all.filter(({ person }) => people.includes(person.id));
  // Of a title that several countries have, theirs is meant.
  const countries = people.flatMap((id) => knowledge.people.get(id)?.country ?? []);
  const newest = all.filter(({ person }) => countries.includes(person.country)).slice(0, 1);
  const holds = query.period === null ? newest.some((each) => own.includes(each)) : own.length > 0;
  const latest = holds ? own.slice(0, 1) : newest;
  const [line, ...lines] = termLines([...latest, ...own.filter((each) => !latest.includes(each))], given);
  const about = termsDraft(own.length > 0 ? own : latest, given);
  if (latest.length === 0 || line === undefined || about === undefined) return undefined;
  return opened({ ...about, headline: line, lines }, holds ? say.yes : say.no);
}
