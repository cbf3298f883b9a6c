import { z } from 'zod';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { isPluralWord } from '../text/plural.ts';
import { termsOf } from '../text/words.ts';
import { isMonthAtMost } from '../time/spans.ts';
import {
  type Annotated,
  type Annotation,
  figuresIn,
  idsAfter,
  idsOf,
  isCue,
  isName,
  type TimeAnnotation,
} from './annotation.ts';
import { assumed, typed } from './blank.ts';
import { marksOf } from './marks.ts';
import type { Outline } from './outline.ts';
import { listed, tableOf } from './patterns.ts';
import { type Ask, Asks, type Constraint, Roles } from './query.ts';
import { areMet, Conditions } from './situation.ts';
import { yearOf } from './times.ts';

const OF_ONE_MEETING: ReadonlySet<Ask> = new Set(['what', 'who', 'when', 'where', 'list', 'yes-no', 'between']);

/**
 * What nobody says and everybody means: that people who "first met" sat in one room, and that "the October 2025 summit" is the meeting rather
 * than the telephone call of that month. Soft, and given up without a word.
 */
export function impliedFormat(
  { rest, modifiers: { order, nths }, period, times: { otherPeriod } }: Outline,
  ask: Ask,
  named: readonly Constraint[],
): readonly Constraint[] {
  if (named.some(({ role }) => role === 'format') || rest.some((one) => isName(one, 'format'))) return [];
  const asksWho = rest.some((one) => isCue(one, 'ask.who'));
  const call = rest.find((one, at) => calls(one) && (rest[at + 1] === undefined ? asksWho : isCalled(rest[at + 1])));
  if (call !== undefined) return [typed(call, 'format', ['telephone'])];
  const inPerson = [assumed('format', ['in-person'], { strength: 'soft' })];
  const people = named.filter(({ role }) => role === 'person').length;
  const isOrdered = (order !== undefined && order.side !== 'latest') || nths !== undefined;
  if (isOrdered && people > 0 && rest.some((one) => isCue(one, 'meet.face'))) return inPerson;
  const isOne = OF_ONE_MEETING.has(ask) && order === undefined && isOneTable(rest, named);
  // A longer time may hold several of a kind.
  return isOne && [period, otherPeriod ?? period].every(isMonthAtMost) ? inPerson : [];
}

/** "Did Kishida call Biden?", and not "what did he call it?" */
const calls = listed('calls');
const isCalled = listed('called');

/** Whether a table is named, and not all its meetings are asked for. */
function isOneTable(rest: readonly Annotation[], named: readonly Constraint[]): boolean {
  const isTable = named.some(({ role, negated }) => (role === 'framework' || role === 'kind') && !negated);
  const isAll = rest.some((one) => isCue(one, 'ask.list', 'ask.count', 'each', 'ask.howmany', 'ask.which'));
  return isTable && !isAll && !rest.some((one) => isName(one, 'framework') && isPluralWord(one.text));
}

/** What a question asks for beside its names and words, by its wording and by what is asked. */
export function impliedBy(annotated: Annotated, outline: Outline, ask: Ask, lexicon: Lexicon): readonly Constraint[] {
  const { rest } = outline;
  return [
    ...calledPosts(rest, ask, lexicon),
    ...meantIn(outline, ask, lexicon),
    ...fieldsIn(annotated, rest, ask),
    ...yearsOfSum(rest, ask),
    ...multiplesIn(rest),
    ...sizesIn(rest),
  ];
}

/** "Which U.S. commanders", 米国の司令官: those whose posts are called so, where people are asked for. */
function calledPosts(
  rest: readonly Annotation[],
  ask: Ask,
  { knowledge, postsCalled }: Lexicon,
): readonly Constraint[] {
  if (ask !== 'who' && ask !== 'list' && ask !== 'when') return [];
  return rest.flatMap((one, at) => {
    if (!isCue(one, 'noun.person')) return [];
    const country = [rest[at - 1], rest[at - 2]].flatMap((each) => idsOf(each, 'country'))[0];
    const posts = postsCalled(one.text).filter(
      (id) => country === undefined || knowledge.posts.get(id)?.country === country,
    );
    const strength = rest.slice(0, at).some((each) => isCue(each, 'ask.which')) ? 'firm' : 'soft';
    return posts.length === 0 ? [] : [typed(one, 'post', posts, { strength })];
  });
}

const Meant = z.strictObject({
  ...Conditions,
  ask: z.enum(Asks).optional(),
  role: z.enum(Roles),
  of: z.enum(['places', 'frameworks', 'occasions']),
  with: z.record(z.string(), z.union([z.string(), z.boolean()])).default({}),
  negated: z.boolean().default(false),
});
export const meantRows = tableOf('implied', z.array(Meant));

/** What the rows of `tables/implied.yaml` demand. @throws ZodError naming the row. */
function meantIn({ situation }: Outline, asked: Ask, { knowledge }: Lexicon): readonly Constraint[] {
  const fitting = meantRows().filter((row) => (row.ask ?? asked) === asked && areMet(row, situation));
  return fitting.map(({ role, of, with: fields, negated }) => {
    const entries = [...knowledge[of].values()] as readonly Entry[];
    const meant = entries.filter((one) => Object.entries(fields).every(([field, value]) => one[field] === value));
    return assumed(
      role,
      meant.map(({ id }) => id),
      { strength: 'soft', negated },
    );
  });
}

type Entry = { readonly id: string; readonly [field: string]: unknown };

/**
 * A fiscal year, several whole years, the year of an agreement or in which it began: the time of a sum is seldom that of a meeting. Where a sum is
 * claimed, a fiscal year is the year that it was for.
 */
export function timesOfSum(rest: readonly Annotation[], ask: Ask): readonly TimeAnnotation[] {
  const isOfDeal = (at: number) =>
    isName(rest[at + 1], 'document') || [rest[at - 2], rest[at + 2]].some((each) => isCue(each, 'aspect.since'));
  const isOfSum = ({ granularity, period }: TimeAnnotation['mention'], at: number): boolean => {
    if (granularity === 'fiscal-year') return ask === 'amount' || rest.some(isSum);
    const isOfYears = period?.from?.endsWith('-01-01') === true && yearOf(period) === undefined;
    return ask === 'amount' && (isOfYears || (granularity === 'year' && isOfDeal(at)));
  };
  if (ask !== 'amount' && ask !== 'yes-no') return [];
  return rest.flatMap((one, at) => (one.kind === 'time' && isOfSum(one.mention, at) ? [one] : []));
}

const isSum = listed('sum');

/**
 * "How much was paid in FY2021" looks for the year in what was said, "over the five years" for the number of years, both of which the Japanese half of
 * a statement writes in figures. Soft, and the number is given up without a word.
 */
function yearsOfSum(rest: readonly Annotation[], ask: Ask): readonly Constraint[] {
  const ofOne = timesOfSum(rest, ask).filter(({ mention }) => mention.granularity.endsWith('year'));
  const named = ofOne.map((one) =>
    typed(one, 'word', termsOf(`${one.mention.period?.from?.slice(0, 4)}年度`), { strength: 'soft' }),
  );
  if (ask !== 'amount') return named;
  const counted = rest.flatMap((one, at) => {
    const years = one.kind === 'number' && listed('years')(rest[at + 1]) ? `${one.value}年間` : undefined;
    return years === undefined ? [] : [assumed('word', termsOf(years), { strength: 'soft', label: years })];
  });
  return [...named, ...counted];
}

/** 「生産4倍」: a multiple is looked for as one word. */
const multiplesIn = (rest: readonly Annotation[]): readonly Constraint[] =>
  rest.flatMap((one, at) => {
    const multiple = one.kind === 'number' && listed('multiple')(rest[at + 1]) ? `${one.value}倍` : undefined;
    return multiple === undefined ? [] : [assumed('word', termsOf(multiple), { strength: 'soft', label: multiple })];
  });

/** 五カ国の会談, "four-way meetings": that so many countries sat there, beside what has a name of its own or just met; 「4か国のほう」 names nothing else. */
function sizesIn(rest: readonly Annotation[]): readonly Constraint[] {
  const isMet = rest.some((one) => isCue(one, 'meet.meet', 'noun.meeting') || isName(one, 'framework', 'format'));
  if (!isMet && rest.some(({ kind }) => kind === 'name' || kind === 'word')) return [];
  return figuresIn(rest)
    .filter((one) => one.value > 3 && (countsCountries(one) || isOfCountries(rest[rest.indexOf(one) + 1])))
    .map((one) => typed(one, 'size', [String(one.value)]));
}

const countsCountries = listed('counts-countries');
const isOfCountries = listed('of-countries');

/** "Defense telephone talks", 防衛当局間の協議: a field of business. Beside no meeting only the structure of all of them has one. */
function fieldsIn(annotated: Annotated, rest: readonly Annotation[], ask: Ask): readonly Constraint[] {
  return rest.flatMap((one) => {
    if (one.kind !== 'cue' || !isField(one)) return [];
    const isAsked = ask === 'structure' || marksOf(annotated, one).has('of-meeting');
    return isAsked ? [typed(one, 'field', idsAfter(one, 'field.'))] : [];
  });
}

const isField = listed('field');
