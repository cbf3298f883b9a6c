import { z } from 'zod';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { termOf } from '../lexicon/offices.ts';
import { range } from '../lists.ts';
import { isJapaneseText } from '../text/shape.ts';
import type { Period } from '../time/period.ts';
import { shiftDays } from '../time/spans.ts';
import { type Annotation, asNothing, idsOf, isCue, isName } from './annotation.ts';
import { Around, fits, fitsWhole, listed, reached, tableOf, viewOf } from './patterns.ts';
import { besideEvent, withinOf } from './times.ts';

/** A person's time in office told as a period ("since Takaichi took over"), and the annotations that only say so. */
export type ToldTenure = {
  readonly period: Period;
  /** That of a second holder, whose time is set beside it. */
  readonly otherPeriod?: Period;
  readonly used: ReadonlySet<number>;
  /** The first day in office, where the question counts from it. */
  readonly begin?: string | undefined;
  /** Right after that day. */
  readonly isSoon?: boolean;
  /** The whole of the term is meant. */
  readonly isDuring?: boolean;
};

const Row = z.strictObject({
  tells: z.enum(['held', 'on', 'beside', 'before', 'after', 'during']),
  apart: z.boolean().default(false),
  ...Around,
});
const table = tableOf('terms', z.object({ rows: z.array(Row) }));

/** The term that the text names to tell a time; `undefined` where it names none, or one whose days are not on record. */
export function tenureIn(all: readonly Annotation[], knowledge: KnowledgeBase): ToldTenure | undefined {
  const told = firstTenure(all, knowledge);
  if (told?.isDuring !== true) return told;
  // 石破さんの時と高市さんの時: two terms side by side.
  const other = firstTenure(
    all.map((one, at) => (told.used.has(at) ? asNothing(one) : one)),
    knowledge,
  );
  if (other?.isDuring !== true) return told;
  return { period: told.period, otherPeriod: other.period, used: told.used.union(other.used) };
}

function firstTenure(all: readonly Annotation[], knowledge: KnowledgeBase): ToldTenure | undefined {
  for (const [at, one] of all.entries()) {
    const [person, ...others] = idsOf(one, 'person');
    const own = knowledge.administrations.get(idsOf(one, 'administration')[0] ?? '');
    const term = person === undefined ? own && { from: own.from, to: own.to ?? null } : termOf(person, knowledge);
    if (term?.from == null || others.length > 0) continue;
    const view = viewOf(one, all, at);
    for (const row of table().rows) {
      const isFit = fitsWhole(row, all) && fits(row, view) && !(own && row.tells === 'during');
      const told = isFit ? toldBy(row, all, at, term, knowledge) : undefined;
      if (told !== undefined) return told;
    }
  }
  return undefined;
}

/** What a row that fits tells; `undefined` where the day is not on record, or the word for taking or leaving office is none. */
function toldBy(
  row: z.infer<typeof Row>,
  all: readonly Annotation[],
  at: number,
  term: Period,
  knowledge: KnowledgeBase,
): ToldTenure | undefined {
  const { tells, apart, back, ahead } = row;
  const [first, last] = [reached(back, all, at, -1) ?? at, reached(ahead, all, at, 1) ?? at];
  const spoken = range(first, last + 1);
  if (tells === 'during') return { period: term, used: new Set(spoken), isDuring: true };
  if (tells === 'held') return whileHolding(all, at, clauseOf(row, spoken, all, at), knowledge);
  const mark = spoken.find((place) => place !== at && isCue(all[place], 'tenure.begin', 'tenure.end'));
  if (mark === undefined) return undefined;
  const from = apart ? spoken.findLast((place) => place < mark && opensTerm(all[place])) : first;
  const to = mark < at ? mark + 1 : pastMark(all, mark, last);
  const used = range(from ?? mark, to).filter((place) => !isKept(all[place]));
  const isEnd = isCue(all[mark], 'tenure.end');
  const day = dayOf(term, isEnd);
  if (day === null) return undefined;
  const told = { all, at, first, mark, used, isEnd, day };
  if (tells === 'beside') return closeTo(told, apart ? range(from ?? mark, last + 1) : spoken);
  return tells === 'on' ? onDay(told) : besideDay(told, tells);
}

/** The clause on the post, without what stands between a person further off and it. */
function clauseOf(
  { apart, ahead }: z.infer<typeof Row>,
  spoken: readonly number[],
  all: readonly Annotation[],
  at: number,
): readonly number[] {
  const from = apart ? (reached(ahead?.slice(0, 1), all, at, 1) ?? at) : 0;
  return spoken.filter((place) => place >= from);
}

const dayOf = ({ from, to }: Period, isEnd: boolean) => (isEnd ? to : from);

/** What stands for taking or leaving office (`mark`), and what is used up by it. */
type ToldDay = {
  readonly all: readonly Annotation[];
  readonly at: number;
  readonly first: number;
  readonly mark: number;
  readonly used: readonly number[];
  readonly isEnd: boolean;
  readonly day: string;
};

/** "The ambassador when Ishiba took office": the holder of a post named beside is asked for. */
function onDay({ all, used, day }: ToldDay): ToldTenure | undefined {
  const isOfHolder = all.some((one, place) => isName(one, 'office') && !used.includes(place));
  return isOfHolder ? { period: { from: day, to: day }, used: new Set(used) } : undefined;
}

/** The day after it, the weeks after it, within a month of it; on that day, where none of these is said. */
function closeTo({ all, at, used, day }: ToldDay, spoken: readonly number[]): ToldTenure {
  const span = spoken.map((place) => all[place]).find((one) => one?.kind === 'time');
  const [, relation = 'at'] = CLOSE.find(([cue]) => spoken.some((place) => isCue(all[place], cue))) ?? [];
  const isSubject = isCue(all[at + 1], 'rel.by') && all[at + 1]?.text !== 'が';
  return {
    period: span === undefined ? besideEvent({ from: day, to: day }, relation) : withinOf(span, day),
    used: new Set([...used, ...spoken].filter((place) => place !== at || !isSubject)),
  };
}

const CLOSE = [
  ['rel.dayafter', 'day-after'],
  ['rel.daybefore', 'day-before'],
  ['rel.runup', 'run-up'],
  ['rel.daysafter', 'days-after'],
  ['rel.weeksafter', 'weeks-after'],
] as const;

/** All that was before or after the day. */
function besideDay(told: ToldDay, tells: 'before' | 'after'): ToldTenure {
  const { all, at, first, mark, used, isEnd } = told;
  const day = isEnd ? shiftDays(told.day, 1) : told.day;
  // 高市総理は就任後: the sentence is about him, too; 小泉さんが防衛相になる前, ヘグセス長官が就任してからの会談 only tell the time.
  const isClause = all[at + 1]?.text === 'が' && (tells === 'before' || isCue(all[used.at(-1) ?? mark], 'rel.of'));
  const isSubject = isCue(all[at + 1], 'rel.by') && !isClause;
  const period = tells === 'before' ? { from: null, to: shiftDays(day, -1) } : { from: day, to: null };
  return {
    period,
    used: new Set(used.filter((place) => place !== at || !isSubject)),
    begin: isEnd ? undefined : day,
    isSoon: [first, mark - 1, mark + 1].some((place) => isCue(all[place], 'order.rightafter')) || isRight(all[mark]),
  };
}

const isRight = (mark: Annotation | undefined) => mark?.text.endsWith('直後') === true;

/** What stands before a clause on taking office: "whom did he call the day after he took office". */
const opensTerm = listed('opens-term');

/** What asks or orders beside a term, and tells no time. */
const isKept = listed('kept-of-term');

/** "Took office as Secretary of Defense" names the post after it; 就任前の国防長官 asks for somebody in that post. */
function pastMark(all: readonly Annotation[], mark: number, last: number): number {
  if (isJapaneseText(all[mark]?.text ?? '') && isName(all[mark + 1], 'office')) return mark + 1;
  let next = mark + 1;
  while (isCue(all[next], 'rel.after', 'rel.before', 'rel.of') || isName(all[next], 'office')) next += 1;
  return Math.max(next, last + 1);
}

/** The days in the post named beside alone. */
function whileHolding(
  all: readonly Annotation[],
  at: number,
  told: readonly number[],
  knowledge: KnowledgeBase,
): ToldTenure | undefined {
  const posts = told.flatMap((place) => idsOf(all[place], 'office'));
  const person = knowledge.people.get(idsOf(all[at], 'person')[0] ?? '');
  const held = person?.offices.filter(({ post }) => posts.includes(post)) ?? [];
  const [first, last] = [held[0], held.at(-1)];
  if (first?.from === undefined) return undefined;
  const isHis = [told[0], told.at(-1)].includes(at) && meetsSomebody(all.slice((told.at(-1) ?? at) + 1));
  const used = told.filter((place) => place !== at || !isHis);
  return { period: { from: first.from, to: last?.to ?? null }, used: new Set(used) };
}

/** 菅さんが総理のときトランプさんとは会談しましたか: whoever held the post is who met, where nobody else is said to have. */
function meetsSomebody(rest: readonly Annotation[]): boolean {
  const isOther = (one: Annotation, at: number) => isName(one, 'person', 'office') && isCue(rest[at + 1], 'rel.by');
  const isOfOthers = rest.some((one, at) => isName(one, 'framework') || isOther(one, at));
  const isWith = (one: Annotation, at: number) => isName(one, 'person') && isCue(rest[at + 1], 'rel.with');
  return rest.some((one, at) => isCue(one, 'meet.meet') || isWith(one, at)) && !isOfOthers;
}
