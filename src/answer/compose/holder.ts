import { formatPeriod } from '../../time/format.ts';
import { answered, type Draft } from '../draft.ts';
import type { Given } from '../given.ts';
import type { Composer } from './lines.ts';
import { beginOf, idsIn, peopleIn, recordIdsOf, type Term, termLine, termLines, termsIn } from './terms.ts';

/** Who held a post. Opens with the latest holder and from when to when, or with all of the period asked about; then the others. */
export const composeHolder: Composer = (given) => {
  const { query } = given;
  const { period } = query;
  const people = idsIn(given, 'person');
  const all = idsIn(given, 'post')
    .flatMap((post) => termsIn(post, given))
    .filter(({ office }) => period === null || isWithin(office, period))
    .sort((a, b) => (beginOf(a, given) < beginOf(b, given) ? 1 : -1));
  const [latest] = all;
  if (latest === undefined) return query.yesNo ? ofPeople(given) : undefined;
  // "Is Kishida no longer prime minister?": who holds it says so without a yes that could be taken either way.
  if (query.yesNo && people.length > 0 && query.aspect !== 'until')
    return isHolder(all, people, given) ?? ofPeople(given);
  return period === null || new Set(all.map(({ person }) => person)).size < 2
    ? ofLatest(all, given)
    : ofAll(all, given);
};

function ofLatest(all: readonly Term[], given: Given): Draft | undefined {
  const [headline, ...lines] = termLines(all, given);
  return headline && answered(headline, lines, { consultations: recordIdsOf(all, given), focus: peopleOf(all) });
}

function ofAll(all: readonly Term[], given: Given): Draft | undefined {
  const { say, query, language } = given;
  const [latest] = all;
  if (latest === undefined || query.period === null) return undefined;
  const lines = termLines([...all].reverse(), given);
  const names = [...new Set([...all].reverse().map(({ person }) => person.names[language]))];
  return answered(
    {
      text: say.holders(latest.office[language], formatPeriod(query.period, language), names),
      references: lines.flatMap(({ references }) => references),
      consultation: null,
    },
    lines,
    { consultations: recordIdsOf(all, given), focus: peopleOf(all) },
  );
}

/** "Is Emanuel still ambassador?": without a post that the record knows, all that they held, and neither yes nor no. */
function ofPeople(given: Given): Draft | undefined {
  const all = peopleIn(given)
    .flatMap((person) => person.offices.map((office) => ({ person, office })))
    .sort((a, b) => (beginOf(a, given) < beginOf(b, given) ? 1 : -1));
  return ofLatest(all, given);
}

/** "Is Hegseth still Secretary of Defense?": yes where the latest term is that person's, or one of theirs falls within the time asked about. */
function isHolder(all: readonly Term[], people: readonly string[], given: Given): Draft | undefined {
  const { say } = given;
  const own = all.filter(({ person }) => people.includes(person.id));
  // Of a title that several countries have, theirs is meant.
  const countries = people.flatMap((id) => given.knowledge.people.get(id)?.country ?? []);
  const [newest] = all.filter(({ person }) => countries.includes(person.country));
  const holds = given.query.period === null ? newest !== undefined && own.includes(newest) : own.length > 0;
  const latest = holds ? own[0] : newest;
  const line = latest && termLine(latest, given);
  if (latest === undefined || line === undefined) return undefined;
  const others = termLines(holds ? own.filter((each) => each !== latest) : own, given);
  return answered({ ...line, text: holds ? say.yes(line.text) : say.no(line.text) }, others, {
    consultations: recordIdsOf(own.length > 0 ? own : [latest], given),
    focus: peopleOf(own.length > 0 ? own : [latest]),
  });
}

function isWithin({ from, to }: Term['office'], period: NonNullable<Given['query']['period']>): boolean {
  return (period.to === null || (from ?? '') <= period.to) && (period.from === null || (to ?? '9') >= period.from);
}

function peopleOf(all: readonly Term[]): readonly string[] {
  return [...new Set(all.map(({ person }) => person.id))];
}
