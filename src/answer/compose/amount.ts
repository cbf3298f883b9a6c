import { ahead } from '../../lists.ts';
import type { Constraint, Query, Role } from '../../reading/query.ts';
import { answered, type Draft, notFound } from '../draft.ts';
import { asking, type Given, isWordDropped } from '../given.ts';
import { type Composer, leadLine, plainLine, statementLines } from './lines.ts';
import { besides, bestOf, type Point, step } from './points.ts';

/** A statement with figures comes before another that holds the question this much better. */
const WORTH_OF_FIGURES = 0.3;

/** How much, how many of a thing. Opens with the statement whose figures answer, official before reported; then the others with figures, then the rest. */
export const composeAmount: Composer = (given) => {
  const { query, say } = given;
  const isOfWhole = query.period === null && query.constraints.every(({ role }) => WIDE.has(role));
  // "How many bases are there in Japan": whatever was held there is no answer.
  if (isOfWhole) return notFound(plainLine(say.noFigure));
  const points = bestOf(given.found.chosen);
  if (points.length === 0) return ofThoseYears(given);
  const draft = ofPoints(points, given);
  // What goes to a part of it is no figure of the whole agreement.
  const isOfPart = query.constraints.some(({ part }) => part);
  if (draft.status === 'answered') return (isOfPart ? ofSubjectAlone(given) : undefined) ?? draft;
  const beside = ofPoints([...points, ...besides(points)], given);
  return beside.status === 'answered' ? beside : (ofSubjectAlone(given) ?? draft);
};

/** What is paid for under an agreement or for a force, where the statements that name these give no figure: those on the thing itself. */
function ofSubjectAlone(given: Given): Draft | undefined {
  const { query } = given;
  const isOwner = ({ role, anyOf }: Constraint) =>
    role === 'mention' && anyOf.every((id) => id.startsWith('document:') || id.startsWith('group:'));
  const constraints = query.constraints.filter((each) => !isOwner(each));
  const hasSubject = constraints.some(({ role }) => role === 'topic');
  if (!hasSubject || constraints.length === query.constraints.length) return undefined;
  const other = asking(given, { ...query, constraints });
  const draft = ofPoints(bestOf(other.found.chosen), other);
  if (draft.status !== 'answered') return undefined;
  return { ...draft, held: given.found.dropped.filter((each) => !other.found.dropped.includes(each)) };
}

/** What says where in the world, and of nothing what it is. */
const WIDE: ReadonlySet<Role> = new Set(['country', 'side', 'member']);

/** Whether the record knows by its name what is counted: what only holds an everyday word of the question tells nothing of it. */
function isNamed({ constraints }: Query): boolean {
  return constraints.some(({ role }) => role !== 'word' && role !== 'mention' && !WIDE.has(role));
}

const hasSubject = ({ constraints }: Query) => constraints.some(({ subject }) => subject);

function ofPoints(points: readonly Point[], given: Given): Draft {
  const { query, found, say } = given;
  const best = points[0]?.fit ?? 0;
  const figuresIn = figuresOf(query);
  const told = points.filter((each) => figuresIn(each) > 0 && each.fit >= best - WORTH_OF_FIGURES);
  const isOfficial = (source: string) => given.knowledge.sources.get(source)?.kind === 'official';
  const official = ({ outcome }: Point) => (outcome.sources.some(({ source }) => isOfficial(source)) ? 1 : 0);
  // "In fiscal 2021": words that only narrow.
  const isNarrowed = query.constraints.some(
    (each) => each.role === 'word' && each.strength === 'soft' && !found.dropped.includes(each),
  );
  const narrowed = ({ score }: Point) => (isNarrowed ? step(score) : 0);
  const ofYear = yearsFirst(query);
  const ordered = told.toSorted(
    (a, b) =>
      ofYear(b) - ofYear(a) ||
      narrowed(b) - narrowed(a) ||
      official(b) - official(a) ||
      b.score - a.score ||
      figuresIn(b) - figuresIn(a),
  );
  const [lead] = ordered;
  const all = [...ordered, ...points.filter((each) => !told.includes(each))];
  if (lead === undefined || !tells(lead, isNarrowed, given))
    return notFound(plainLine(say.noFigure), isNamed(query) ? statementLines(all, given) : []);
  // Of a whole meeting only figures answer; of a subject what else its meeting said comes before the figures of other years.
  const [, ...others] = ahead(
    hasSubject(query) ? all : ordered,
    ({ consultation }) => consultation === lead.consultation,
  );
  return answered(leadLine(lead, given), statementLines(others, given), { held: yearsDropped(given) });
}

/** Whether a figure is of what was asked: a sum of another year is none of the one asked about. */
function tells(lead: Point, isNarrowed: boolean, given: Given): boolean {
  if (yearsFirst(given.query)(lead) > 0) return true;
  if (yearsDropped(given).length > 0) return false;
  // A sum of something else is no area: of the words that say what is measured one must be told of, unless a name says it.
  return isNarrowed || given.query.constraints.some(({ part }) => part) || !isWordDropped(given);
}

const yearsDropped = ({ found }: Given) =>
  found.dropped.filter(({ role, anyOf }) => role === 'word' && anyOf.some((each) => YEAR.test(each)));

/** Puts the sum of the fiscal year asked about first, before sums that only share its agreement. A sum of another year alone comes after what is in force. */
function yearsFirst({ constraints, period }: Query): (point: Point) => number {
  const named = constraints
    .flatMap(({ role, anyOf }) => (role === 'word' ? anyOf : []))
    .filter((each) => YEAR.test(each));
  const years = [...named, period?.from, period?.to].flatMap((each) => each?.replace('fy', '').slice(0, 4) ?? []);
  return ({ outcome: { ja }, consultation: { title } }) => {
    // An item of a sum is of the years that its agreement is named after.
    if (years.some((year) => ja.includes(`${year}年度`) || title.en.includes(`FY${year}`))) return 1;
    return OF_ONE_YEAR.test(ja) ? -1 : 0;
  };
}

/** No meeting of those years speaks of it: then they are the years of the money, and one that names them was held at another time. */
function ofThoseYears(given: Given): Draft | undefined {
  const { query } = given;
  const year = query.period?.from?.slice(0, 4);
  if (year === undefined) return undefined;
  const other = asking(given, { ...query, period: null });
  const naming = bestOf(other.found.chosen).filter(({ outcome }) => outcome.en.includes(year));
  return naming.some((each) => figuresOf(query)(each) > 0) ? ofPoints(naming, other) : undefined;
}

/** How many numbers a statement gives that are more than a year, an article or the name of a thing; asked for a share or an area, how many of these. */
function figuresOf({ measure }: Query): (point: Point) => number {
  const figure = FIGURES.get(measure) ?? FIGURE;
  return ({ outcome }) => outcome.ja.match(figure)?.length ?? 0;
}

/** By the counters that follow a number in Japanese. */
const FIGURE = /(?<![第\d.,])\d[\d,.]*(?:[兆億万%％円人名基機隻発倍回件社]|ドル|か[国所]|GW|km|キロ|トン)|倍増/g;
const OF_ONE_YEAR = /^\d{4}年度の|延長(?:の|する)1年間/;
const YEAR = /^(?:fy)?\d{4}$/;
const FIGURES: ReadonlyMap<Query['measure'], RegExp> = new Map([
  ['share', /\d[%％割]|\d分の\d|半[数分減]/g],
  ['area', /\d(?:平方|ヘクタール|ha)/g],
  ['distance', /\d(?:キロ|km|メートル|海里|マイル)/g],
  ['people', /\d(?:人|名)/g],
  ['companies', /\d社/g],
  ['craft', /\d(?:隻|機|発|基)/g],
  ['things', /\d(?:人|名|社|隻|機|発|基|件|個|か[国所]|つの|施設|倍)|倍増/g],
  ['span', /\d(?:日間|日から|日まで|日〜|週間|か月間|年間)/g],
]);
