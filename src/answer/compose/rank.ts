import { endsOf, newestFirst } from '../../knowledge/in-time.ts';
import type { Finding } from '../../search/found.ts';
import { answered, type Draft } from '../draft.ts';
import type { Given } from '../given.ts';
import { type Told, tell } from '../told.ts';
import { lengthLine, lengthsDraft, minutesOf } from './duration.ts';
import { type Composer, coverageIn, itemLines, meetingLine, summaryLine } from './lines.ts';
import { breakdownLine, tally } from './tally.ts';

/** Of the longest or shortest, how many are told. */
const mostTimed = 5;
/** Named together where they share the place. */
const mostTied = 5;

/** The longest or shortest, the one with the most people, or the year, person, place with the most or fewest. Opens with it and its number; then those next to it. */
export const composeRank: Composer = (given) => {
  const { query, found } = given;
  if (found.chosen.length === 0) return undefined;
  if (query.measure === 'participants') return byPeople(given);
  return query.measure === 'duration' || query.by === undefined ? byLength(given) : byNumber(query.by, given);
};

function byLength(given: Given): Draft | undefined {
  const { say, scope, query } = given;
  const { direction = 'most' } = query;
  const linesOf = ([first, ...rest]: readonly Finding[]) => {
    if (first === undefined) return [];
    const tied = [first, ...rest.filter((each) => minutesOf(each) === minutesOf(first))];
    if (tied.length > 1 && tied.length <= mostTied) {
      const dates = tied.toReversed().map(({ consultation }) => tell(consultation, given).date);
      const text = say.longestOf(direction, dates, minutesOf(first), scope);
      const lines = [first, ...rest].slice(0, mostTimed).map((each) => lengthLine(each, given));
      return [summaryLine(text, endsOf(tied)), ...lines];
    }
    const longest = (told: Told) => say.longest(direction, told, minutesOf(first), scope);
    const others = rest.slice(0, mostTimed - 1).map((each) => lengthLine(each, given));
    return [meetingLine(first.consultation, given, longest), ...others];
  };
  return lengthsDraft(given, linesOf, query.direction);
}

/** The meetings with the most people on record, who need not be all that were there. */
function byPeople(given: Given): Draft | undefined {
  const { found, say, scope } = given;
  const sorted = newestFirst(found.chosen).toSorted((a, b) => peopleOf(b) - peopleOf(a));
  const [first, ...rest] = sorted;
  if (first === undefined || peopleOf(first) === 0) return undefined;
  const headline = meetingLine(first.consultation, given, (told) => say.mostPeople(told, peopleOf(first), scope));
  const others = rest
    .slice(0, mostTimed - 1)
    .map((each) => meetingLine(each.consultation, given, (told) => say.peopleAt(told, peopleOf(each))));
  return answered(headline, others, { notes: [say.peopleCounted] });
}

const peopleOf = ({ consultation }: Finding) => consultation.participants.length;

function byNumber(by: NonNullable<Given['query']['by']>, given: Given): Draft | undefined {
  const { found, say, query, scope } = given;
  const { direction = 'most' } = query;
  const groups = tally(by, found.chosen, given);
  const numbers = groups.map(({ all }) => all.length);
  const count = direction === 'least' ? Math.min(...numbers) : Math.max(...numbers);
  const top = groups.filter(({ all }) => all.length === count);
  if (top.length === 0) return undefined;
  const named = top.slice(0, mostTied);
  const names = named.map(({ name }) => name);
  const isInTime = by === 'year' || by === 'month';
  const shown = direction === 'least' && !isInTime ? groups.toSorted((a, b) => a.all.length - b.all.length) : groups;
  const all = newestFirst([...new Set(top.flatMap((group) => group.all))]);
  const ends = named.flatMap((group) => endsOf(group.all));
  const text = say.ranked(by, direction, { names, more: top.length - named.length, count }, scope);
  return answered(summaryLine(text, ends), [...breakdownLine(by, shown, given), ...itemLines(all, given)], {
    notes: [say.countNote(coverageIn(given))],
  });
}
