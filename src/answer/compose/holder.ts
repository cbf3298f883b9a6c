import { formatPeriod } from '../../time/format.ts';
import { answered, type Draft } from '../draft.ts';
import type { Given } from '../given.ts';
import type { Composer } from './lines.ts';
import { idsIn, recordIdsOf, type Term, termLine, termLines, termsIn } from './terms.ts';

/** Who held a post. Opens with the latest holder and from when to when, or with all of the period asked about; then the others. */
export const composeHolder: Composer = (given) => {
  const { query } = given;
  const { period } = query;
  const people = idsIn(given, 'person');
  const all = idsIn(given, 'post')
    .flatMap((post) => termsIn(post, given))
    .filter(({ office }) => period === null || isWithin(office, period))
    .sort((a, b) => ((a.office.from ?? '') < (b.office.from ?? '') ? 1 : -1));
  const [latest] = all;
  if (latest === undefined) return undefined;
  if (query.yesNo && people.length > 0) return isHolder(all, people, given);
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

/** "Is Hegseth still Secretary of Defense?": yes where the latest term is that person's. */
function isHolder(all: readonly Term[], people: readonly string[], given: Given): Draft | undefined {
  const { say } = given;
  const own = all.filter(({ person }) => people.includes(person.id));
  const [latest] = all;
  const line = latest && termLine(latest, given);
  if (latest === undefined || line === undefined) return undefined;
  const holds = people.includes(latest.person.id);
  const others = termLines(holds ? own.filter((each) => each !== latest) : own, given);
  return answered({ ...line, text: holds ? say.yes(line.text) : say.no(line.text) }, others, {
    consultations: recordIdsOf(own.length > 0 ? own : all, given),
    focus: peopleOf(own.length > 0 ? own : all),
  });
}

function isWithin({ from, to }: Term['office'], period: NonNullable<Given['query']['period']>): boolean {
  return (period.to === null || (from ?? '') <= period.to) && (period.from === null || (to ?? '9') >= period.from);
}

function peopleOf(all: readonly Term[]): readonly string[] {
  return [...new Set(all.map(({ person }) => person.id))];
}
