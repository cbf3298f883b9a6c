import type { Reference } from '../knowledge/schema.ts';
import type { Constraint } from '../reading/query.ts';
import type { Statement } from '../search/found.ts';
import type { Answer } from './answer.ts';

/** A sentence before its citations are numbered. Without references it asserts nothing from the record. */
export type Line = {
  /** Stands alone: names its meeting where it has one. */
  readonly text: string;
  readonly references: readonly Reference[];
  readonly consultation: string | null;
  /** Of a comparison: whose it is, as an index into the sides. */
  readonly side?: number;
  /** Of several questions in one text: the heading over those that answer the same one; absent for the first. */
  readonly question?: string;
  /** The statement that it gives. */
  readonly point?: Statement;
  /** How it reads under a heading. Without one it never stands under any. */
  readonly under?: Under | undefined;
};

export type Under = {
  readonly heading: string;
  readonly text: string;
  /** The heading stands over a single line too; else only over two or more in a row, or where the first line has named it. */
  readonly always?: boolean;
};

/** A whole answer before it is cut into pages. */
export type Draft = {
  readonly status: Answer['status'];
  readonly headline: Line;
  /** Every line of every page, most relevant first. */
  readonly lines: readonly Line[];
  readonly notes: readonly string[];
  /** Of a comparison: the names of its sides, in order. */
  readonly sides?: readonly string[];
  /** Ids the answer rests on, best first. */
  readonly consultations: readonly string[];
  /** People whom a follow-up's "he" can mean, likeliest first; else those who took part in the first consultation. */
  readonly focus?: readonly string[];
  /** What search gave up and this answer holds after all: nothing is told of it. */
  readonly held?: readonly Constraint[];
  /** Questions that fit this answer better than those made from its first consultation. */
  readonly suggestions?: readonly string[];
  readonly choices?: Answer['choices'];
};

/** A draft that answers; it rests on the consultations of its lines where no others are named, on each once. */
export function answered(headline: Line, lines: readonly Line[] = [], rest: Partial<Draft> = {}): Draft {
  const { consultations = [headline, ...lines].flatMap(({ consultation }) => consultation ?? []) } = rest;
  return { status: 'answered', notes: [], ...rest, headline, lines, consultations: [...new Set(consultations)] };
}

/** A draft of lines of which the first answers; `undefined` without any. */
export function draftOf(lines: readonly Line[], rest: Partial<Draft> = {}): Draft | undefined {
  const [headline, ...others] = lines;
  return headline && answered(headline, others, rest);
}

/** Each once; a statement is the same whether it leads or stands in a list. */
export function distinct(lines: readonly Line[]): readonly Line[] {
  const keyOf = ({ text, under }: Line) => (under === undefined ? text : `${under.heading}\n${under.text}`);
  const seen = new Set<string>();
  return lines.filter((line) => !seen.has(keyOf(line)) && seen.add(keyOf(line)));
}

/** A draft that says what the record does not hold, and what is near. */
export function notFound(headline: Line, lines: readonly Line[] = [], rest: Partial<Draft> = {}): Draft {
  return { ...answered(headline, lines, rest), status: 'not-found' };
}

/** A sentence that rests on these places and is of no one consultation; without any it asserts nothing from the record. */
export function citing(text: string, references: readonly Reference[]): Line {
  return { text, references, consultation: null };
}

/** A line under a heading that stands over it even where it is alone. */
export function headed(line: Line, heading: string, text = line.text): Line {
  return { ...line, under: { heading, text, always: true } };
}

/** The same with a first line that is put otherwise: after a yes or a no. */
export function opened<T extends Draft | undefined>(draft: T, by: (sentence: string) => string): T {
  return draft && { ...draft, headline: { ...draft.headline, text: by(draft.headline.text) } };
}
