import { SAME_SUBJECT } from './compose/points.ts';
import type { Draft, Line } from './draft.ts';
import type { Given } from './given.ts';
import { disclosuresOf } from './notes.ts';

/** One question of a text with its answer. */
export type Part = { readonly given: Given; readonly draft: Draft };

/** Lines on a first page, so that each question of a text has some there. */
const FIRST_LINES = 5;

/**
 * Several questions of one text: the answer to the first leads, then the lines that answer most of each other, then the rest of each. Where one has
 * several lines beside those of another, each but the first stands under its question. What is told of how a question was taken stands below, after
 * the question.
 */
export function together({ draft, given }: Part, others: readonly Part[]): Draft {
  const told = new Set([draft.headline, ...draft.lines].map(saidIn));
  const isNew = (line: Line) => told.size < told.add(saidIn(line)).size;
  const parts = others.map((part, at) => {
    const heading = given.say.questionHeading(at + 2);
    return { ...part, heading, lines: linesOf(onSubject(part.draft)).filter(isNew) };
  });
  const groups = [draft.lines, ...parts.map(({ lines }) => lines)].filter(({ length }) => length > 0);
  const isApart = groups.length > 1 && groups.some(({ length }) => length > 1);
  const under = (lines: readonly Line[], question: string) =>
    isApart ? lines.map((line) => ({ ...line, question })) : lines;
  const [ownShare = 0, ...shares] = sharesOf([draft.lines, ...parts.map(({ lines }) => lines)]);
  return {
    ...draft,
    status: [draft, ...others.map((part) => part.draft)].some(({ status }) => status === 'answered')
      ? 'answered'
      : draft.status,
    lines: [
      ...draft.lines.slice(0, ownShare),
      ...parts.flatMap(({ lines, heading }, at) => under(lines.slice(0, shares[at]), heading)),
      ...under(draft.lines.slice(ownShare), given.say.questionHeading(1)),
      ...parts.flatMap(({ lines, heading }, at) => under(lines.slice(shares[at]), heading)),
    ],
    notes: [...new Set([...draft.notes, ...parts.flatMap((part) => notesOf(part, draft, given))])],
    consultations: [...new Set([draft, ...others.map((part) => part.draft)].flatMap((one) => one.consultations))],
  };
}

/** How many lines of each stand on the first page: as many each, and what one does not need goes to those after it. The first has its headline besides. */
function sharesOf(all: readonly (readonly Line[])[]): readonly number[] {
  let left = FIRST_LINES;
  const shares = all.map(() => 0);
  while (left > 0 && all.some((lines, at) => lines.length > (shares[at] ?? 0)))
    for (const at of [...all.keys().drop(1), 0])
      if (left > 0 && (all[at]?.length ?? 0) > (shares[at] ?? 0)) {
        shares[at] = (shares[at] ?? 0) + 1;
        left -= 1;
      }
  return shares;
}

/** What a line says, which is the same whether it leads or stands in a list. */
const saidIn = ({ text, point }: Line) => point?.outcome ?? text;

/** Beside the first question another keeps to its subject: what holds clearly less of it than the statement that leads stays out. */
function onSubject(draft: Draft): Draft {
  const lead = draft.headline.point ?? draft.lines.find(({ point }) => point !== undefined)?.point;
  if (lead === undefined) return draft;
  return {
    ...draft,
    lines: draft.lines.filter(({ point }) => point === undefined || point.fit > lead.fit - SAME_SUBJECT),
  };
}

/** What answers another question stands alone, with its yes and its meeting. */
const linesOf = ({ headline, lines }: Draft) =>
  [{ ...headline, under: undefined }, ...lines].filter(({ references }) => references.length > 0);

/** That something is not on record rests on no page, and is told below like what was given up. */
function notesOf(
  part: Part & Pick<Draft, 'lines'> & { readonly heading: string },
  first: Draft,
  { say, query }: Given,
): readonly string[] {
  const { draft, given, lines, heading } = part;
  const { headline, notes } = draft;
  // What the first answer does not hold, so that the whole record was asked, is told where that holds it; what was only carried over is plain.
  const isLeft = given.query.left !== undefined && lines.length > 0;
  const told = disclosuresOf(given, draft).filter(({ kind }) => isLeft || kind !== 'carried');
  const silent = headline.references.length === 0 ? [headline.text] : [];
  const own = [...silent, ...told.map(({ text }) => text)];
  // What stands below the first line answers this one, too; what only says that line again was not understood.
  const isTold = first.lines.map(saidIn).includes(saidIn(headline));
  // One sentence may tell since when there is such a thing and what it does.
  const isOther = given.query.aspect !== undefined && given.query.aspect !== query.aspect;
  const isLost = lines.length === 0 && silent.length === 0 && !isTold && !isOther;
  return isLost ? [say.askApart(heading)] : [...own.map((text) => say.underQuestion(heading, text)), ...notes];
}
