import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Reference } from '../knowledge/schema.ts';
import type { Question } from '../question/question.ts';
import type { Evidence, Retrieved } from '../retrieval/evidence.ts';
import type { Language } from '../text/language.ts';
import type { PlainDate } from '../time/period.ts';
import type { Answer } from './answer.ts';

/** A sentence before its citations are numbered. Without references it asserts nothing from the record. */
export type Line = {
  readonly text: string;
  readonly references: readonly Reference[];
  readonly consultation: string | null;
};

/** A whole answer before it is cut into pages. */
export type Draft = {
  readonly status: Answer['status'];
  readonly headline: Line;
  /** Every line of every page, most relevant first. */
  readonly lines: readonly Line[];
  readonly notes: readonly string[];
  /** Ids the answer rests on, best first. */
  readonly consultations: readonly string[];
  /** Questions that fit this answer before those made from its first consultation. */
  readonly suggestions?: readonly string[];
  readonly choices?: Answer['choices'];
};

/** What a compose function works from. `evidence` is never empty where a function says it needs some. */
export type Composing = {
  readonly question: Question;
  readonly language: Language;
  readonly knowledge: KnowledgeBase;
  readonly evidence: readonly Evidence[];
  readonly nearest: Retrieved['nearest'];
  /** Records that may fit too; see `Retrieved`. */
  readonly perhaps?: Retrieved['perhaps'];
  /** The asker's day. */
  readonly today: PlainDate;
  /** Retrieves for a question that differs from the one asked: the other side of a comparison. */
  readonly retrieve: (question: Question) => readonly Evidence[];
};

/** The ids of evidence, in its order. */
export function idsOf(evidence: readonly Evidence[]): readonly string[] {
  return evidence.map(({ consultation }) => consultation.id);
}
