import type { Person } from '../../knowledge/schema.ts';
import { type Constraint, demandsIn, idsIn, type Query } from '../../reading/query.ts';
import { periodOfEventDate } from '../../time/calendar.ts';
import { formatDate, formatPeriod } from '../../time/format.ts';
import { overlaps } from '../../time/spans.ts';
import { meetingReference } from '../cite.ts';
import { answered, citing, type Draft, distinct, type Line, notFound, opened } from '../draft.ts';
import type { Given } from '../given.ts';
import { postName } from '../names.ts';
import { type Composer, coverageIn, plainLine } from './lines.ts';
import { beginOf, boundsOf, peopleIn, recordsOf, type Term, termLines, termsDraft, termsIn, termsOf } from './terms.ts';
import { counted } from './who.ts';

/** Who held a post. Opens with the latest holder and from when to when, or with all of the period asked about; then the others. */
export const composeHolder: Composer = (given) => counted(holders(given), given);

function holders(given: Given): Draft | undefined {
  const { query } = given;
  const { period } = query;
  // "The current ambassador" means one of them; "Is Emanuel the current ambassador?" asks whether it is he.
  const named = query.constraints.filter(({ origin }) => origin !== 'assumed');
  const assumed = query.constraints.filter(({ origin }) => origin === 'assumed');
  const meant = query.yesNo ? [] : idsIn({ constraints: assumed }, 'person');
  const all = latestFirst(
    idsIn(query, 'post')
      .flatMap((post) => thenIn(post, given))
      .filter(({ person }) => meant.length === 0 || meant.includes(person.id)),
    given,
  );
  const asked = demandsIn(query, 'post');
  if (asked.length > 1 && !query.yesNo) return ofEach(asked, meant, given);
  if (all.length === 0) return query.yesNo || query.aspect === 'until' ? ofPeople(given) : undefined;
  // "Is Kishida no longer prime minister?": who holds it says so without a yes that could be taken either way.
  const people = query.yesNo && query.aspect !== 'until' ? idsIn({ constraints: named }, 'person') : [];
  if (people.length > 0) return isHolder(all, people, given) ?? ofPeople(given);
  return areMeant(all, query)
    ? ofAll(all.toReversed(), period ?? given.knowledge.coverage, given)
    : ofLatest(all, given);
}

/** Whether all of several holders are asked about; before a day, whoever held it last is meant first of all. */
function areMeant(all: readonly Term[], { period, measure }: Query): boolean {
  const isOfSome = measure === 'count' || (period !== null && period.from !== null);
  return isOfSome && new Set(all.map(({ person }) => person)).size > 1;
}

/** Where no source tells the term, the days of its records are no bounds of it: the latest holder on record leads without them. */
function ofLatest(all: readonly Term[], given: Given): Draft | undefined {
  const [latest] = all;
  const isKnown = latest === undefined || Object.values(boundsOf(latest, given)).some((each) => each?.isTerm);
  if (isKnown || given.query.period !== null)
    return termsDraft(given.query.period === null ? fromFirst(all, given) : all, given);
  return termsDraft(all, given, holding([[latest]], null, given), [latest]);
}

/** "Is Emanuel still ambassador?": without a post that the record knows, all that they held, and neither yes nor no. */
function ofPeople(given: Given): Draft | undefined {
  return termsDraft(latestFirst(peopleIn(given).flatMap(termsOf), given), given);
}

/** The terms in a post that fall within the time asked about; where none does, those next to it whose bounds on that side no source gives. */
function thenIn(post: string, given: Given): readonly Term[] {
  const { period } = given.query;
  const terms = termsIn(post, given);
  const then = terms.filter(isThen(given.query));
  const isCovered = (period?.to ?? '~') >= given.knowledge.coverage.from;
  if (then.length > 0 || period === null || !isCovered) return then;
  const before = terms.findLast((term) => beginOf(term, given) <= (period.to ?? ''));
  const after = terms.find((term) => beginOf(term, given) > (period.from ?? ''));
  return [
    ...(before && boundsOf(before, given).to?.isTerm !== true ? [before] : []),
    ...(after && boundsOf(after, given).from?.isTerm !== true ? [after] : []),
  ];
}

/**
 * Whether a term falls within the time asked about; without one every term does. On the day on which a post changes hands a longer time begins
 * with the new holder, and ends with the old one.
 */
function isThen({ period }: Given['query']): (term: Term) => boolean {
  return ({ office: { from = null, to = null } }) =>
    period === null ||
    (overlaps({ from, to }, period) &&
      (period.from === period.to || (to !== (period.from ?? '') && from !== (period.to ?? ''))));
}

function latestFirst(terms: readonly Term[], given: Given): readonly Term[] {
  return terms.toSorted((a, b) => (beginOf(a, given) < beginOf(b, given) ? 1 : -1));
}

/** Several posts asked about: who held each of them in the period, or last. `undefined` where nobody is on record in any. */
function ofEach(asked: readonly Constraint[], meant: readonly string[], given: Given): Draft | undefined {
  const { query } = given;
  const groups = asked
    .map(({ anyOf }) => {
      const terms = anyOf.flatMap((post) => termsIn(post, given)).filter(isThen(query));
      const own = terms.filter(({ person }) => meant.includes(person.id));
      const sorted = latestFirst(own.length > 0 ? own : terms, given);
      return query.period === null ? sorted.slice(0, 1) : sorted.toReversed();
    })
    .filter((terms) => terms.length > 0);
  return groups.length === 0 ? undefined : termsDraft(groups.flat(), given, holding(groups, query.period, given));
}

/** Who held each of some posts in a period, or last: a first line. */
function holding(groups: readonly (readonly Term[])[], period: Query['period'], given: Given): string {
  const { say, language } = given;
  const posts = groups.map((terms) => ({
    // Of the names of one post the shortest is its own: who held another beside it was called by both.
    office: terms.map(({ office }) => office[language]).sort((a, b) => a.length - b.length)[0] ?? '',
    names: [...new Set(terms.map(({ person }) => person.names[language]))],
  }));
  return say.holders(posts, period === null ? null : formatPeriod(period, language));
}

/** Everybody of a period, in order of time. */
function ofAll(all: readonly Term[], period: Query['period'], given: Given): Draft | undefined {
  const draft = termsDraft(all, given, holding([all], period, given));
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

type Side = 'before' | 'after';

/**
 * Who came before or after somebody in a post; without a name, before or after its latest holder. Opens with the name; then both terms.
 */
export const composeSuccession: Composer = (given) => {
  const { succession = 'before' } = given.query;
  if (succession !== 'both') return ofSide(succession, given);
  const [before, after] = [ofSide('before', given), ofSide('after', given)];
  if (before?.status !== 'answered' || after?.status !== 'answered')
    return before?.status === 'answered' ? before : after;
  return answered(before.headline, distinct([after.headline, ...before.lines, ...after.lines]), {
    consultations: [...before.consultations, ...after.consultations],
    focus: before.focus ?? [],
  });
};

function ofSide(side: Side, given: Given): Draft | undefined {
  const { say, language, query } = given;
  const asked = idsIn(query, 'post');
  const about = peopleIn(given)[0] ?? asked.flatMap((post) => termsIn(post, given)).findLast(isThen(query))?.person;
  if (about === undefined) return undefined;
  const own = termsOf(about).filter(({ office }) => asked.length === 0 || asked.includes(office.post));
  const posts = [...new Set((own.length > 0 ? own : termsOf(about)).map(({ office }) => office.post))].reverse();
  const found = posts.flatMap((post) => neighbours(post, about, side, given));
  const [first] = found;
  const name = postName(first?.office.post ?? posts[0] ?? '', given);
  if (first === undefined)
    return notFound(plainLine(say.noNeighbour(side, name, about.names[language])), termLines(own, given), {
      notes: [say.covers(coverageIn(given))],
    });
  const terms = found.flatMap(({ person, office }) =>
    termsOf(person).filter((each) => each.office.post === office.post),
  );
  const text = say.neighbour(side, name, first.person.names[language], about.names[language]);
  const draft = termsDraft(found, given, text, [first]);
  return draft && { ...draft, lines: termLines([...terms, ...own], given) };
}

/** The terms of others next to each of this person's in the post; the latest first, each person once. */
function neighbours(post: string, about: Person, side: Side, given: Given): readonly Term[] {
  const terms = termsIn(post, given);
  const found = terms.flatMap((term, index) => {
    const next = terms[index + (side === 'before' ? -1 : 1)];
    return term.person !== about || next === undefined || next.person === about ? [] : [next];
  });
  const latest = found.toReversed();
  return latest.filter(({ person }, at) => latest.findIndex((other) => other.person === person) === at);
}

/** From when to when somebody held a post. Opens with the term in the post asked about, else with the latest; then the others. */
export const composeTenure: Composer = (given) => {
  const { query } = given;
  const posts = idsIn(query, 'post');
  const terms = peopleIn(given).flatMap((person) => {
    const asked = termsOf(person).filter(({ office }) => posts.includes(office.post));
    return asked.length > 0 ? asked : termsOf(person);
  });
  const sorted = latestFirst(terms, given);
  const handover = query.succession === undefined ? undefined : handedOver(sorted, given);
  if (handover !== undefined) return handover;
  if (query.aspect !== 'until') return termsDraft(fromFirst(sorted, given), given);
  const draft = termsDraft(sorted, given);
  const lastOf = (term: Term) => recordsOf(term, given).at(-1)?.date ?? '';
  const [last] = terms.toSorted((a, b) => (lastOf(a) < lastOf(b) ? 1 : -1));
  const headline = endUnknown(last, given);
  return draft && headline ? { ...draft, headline } : draft;
};

/** Where no source tells when the term began that leads, one that does leads, of the same post with nobody else's between: it went on under another name. */
function fromFirst(terms: readonly Term[], given: Given): readonly Term[] {
  const [last] = terms;
  if (last === undefined || last.office.sources !== undefined) return terms;
  const all = termsIn(last.office.post, given).filter((term) => beginOf(term, given) <= beginOf(last, given));
  const others = all.findLastIndex(({ person }) => person !== last.person);
  const first = all.slice(others + 1).find(({ office }) => office.sources !== undefined);
  const lead = terms.find(({ office }) => office === first?.office);
  return lead === undefined ? terms : [lead, ...terms.filter((term) => term !== lead)];
}

/** "When did it pass from Emanuel to Glass": the end of the one and the begin of the other in the same post, as the record has them. */
function handedOver(terms: readonly Term[], given: Given): Draft | undefined {
  const { say, language } = given;
  const [after, ...others] = terms.filter(({ person, office }) =>
    terms.some((each) => each.person !== person && each.office.en === office.en),
  );
  const before = others.find(({ person }) => person !== after?.person);
  if (after === undefined || before === undefined || peopleIn(given).length !== 2) return undefined;
  const text = say.handedOver(
    after.office[language],
    { name: before.person.names[language], bound: boundsOf(before, given).to },
    { name: after.person.names[language], bound: boundsOf(after, given).from },
  );
  return termsDraft(terms, given, text, [before, after]);
}

/** Asked until when somebody held a post whose end no source gives: that, and the last record of it. */
function endUnknown(term: Term | undefined, given: Given): Line | undefined {
  const last = term && recordsOf(term, given).at(-1);
  if (term === undefined || last === undefined) return undefined;
  const { person, office } = term;
  const { to } = periodOfEventDate(last.date);
  if (office.sources !== undefined && office.to !== undefined && office.to !== to) return undefined;
  const { language, say } = given;
  const text = say.endUnknown(person.names[language], office[language], formatDate(last.date, language));
  return citing(text, meetingReference(last));
}
