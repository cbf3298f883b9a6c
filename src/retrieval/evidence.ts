import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation, Outcome } from '../knowledge/schema.ts';
import type { Question } from '../question/question.ts';

/** An outcome that speaks to the question. `score` 0..1; 1 when it matches by structure alone. */
export type OutcomeEvidence = { readonly outcome: Outcome; readonly index: number; readonly score: number };

/** A consultation that fits the question's constraints, with the outcomes that speak to it, best first. */
export type Evidence = {
  readonly consultation: Consultation;
  readonly score: number;
  readonly outcomes: readonly OutcomeEvidence[];
};

export type Retrieved = {
  /** Dated to a month that only overlaps the period asked about, so that it may be of another day: never evidence, but told of. */
  readonly perhaps?: readonly Consultation[] | undefined;
  /** Best first for topical questions, by date for lists and timelines. */
  readonly evidence: readonly Evidence[];
  /** When `evidence` is empty: the nearest records, each with the constraint given up to reach it. */
  readonly nearest: readonly {
    readonly consultation: Consultation;
    readonly relaxed: 'period' | 'topics' | 'people' | 'frameworks' | 'places' | 'text';
  }[];
};

export type Retriever = { retrieve(question: Question, knowledge: KnowledgeBase): Retrieved };
