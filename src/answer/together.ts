import type { Draft, Line } from './draft.ts';
import type { Given } from './given.ts';
import { disclosuresOf } from './notes.ts';

/** One question of a text with its answer. */
export type Part = { readonly given: Given; readonly draft: Draft };

/** Lines on a first page, so that each question of a text has some there. */
const FIRST_LINES = 5;

/**
 * Several questions of one text: the answer to the first leads, and each other stands under its question, first the lines that answer most, then
 * the rest of each. What is told of how a question was taken stands below, after the question.
 */
export function together(first: Part, others: readonly Part[]): Draft {
  const { draft, given } = first;
  const told = new Set([draft.headline, ...draft.lines].map(({ text }) => text));
  const isNew = ({ text }: Line) => told.size < told.add(text).size;
  const parts = others.map((part, at) => {
    const heading = given.say.questionHeading(at + 2);
    return { ...part, heading, lines: linesOf(part, heading).filter(isNew) };
  });
  const own = draft.lines.map((line) => ({ ...line, question: given.say.questionHeading(1) }));
  const [ownShare = 0, ...shares] = sharesOf([draft.lines, ...parts.map(({ lines }) => lines)]);
  return {
    ...draft,
    status: [draft, ...others.map((part) => part.draft)].some(({ status }) => status === 'answered')
      ? 'answered'
      : draft.status,
    lines: [
      ...draft.lines.slice(0, ownShare),
      ...parts.flatMap(({ lines }, at) => lines.slice(0, shares[at])),
      ...own.slice(ownShare),
      ...parts.flatMap(({ lines }, at) => lines.slice(shares[at])),
    ],
    notes: [...new Set([...draft.notes, ...parts.flatMap((part) => notesOf(part, given))])],
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

function linesOf({ draft: { headline, lines } }: Part, question: string): readonly Line[] {
  return [headline, ...lines].filter(({ references }) => references.length > 0).map((line) => ({ ...line, question }));
}

/** That something is not on record rests on no page, and is told below like what was given up. */
function notesOf(part: Part & Pick<Draft, 'lines'> & { readonly heading: string }, { say }: Given): readonly string[] {
  const { draft, given, lines, heading } = part;
  const { headline, notes } = draft;
  // What the first answer does not hold, so that the whole record was asked, is told; what was only carried over is plain.
  const isLeft = given.query.left !== undefined;
  const told = disclosuresOf(given, draft).filter(({ kind }) => isLeft || kind !== 'carried');
  const silent = headline.references.length === 0 ? [headline.text] : [];
  const own = [...silent, ...told.map(({ text }) => text)];
  // What only says the first answer again was not understood.
  const isLost = lines.length === 0 && silent.length === 0;
  return isLost ? [say.askApart(heading)] : [...own.map((text) => say.underQuestion(heading, text)), ...notes];
}
