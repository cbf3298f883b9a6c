import type { Consultation, Outcome } from '../knowledge/schema.ts';
import type { Constraint, Query } from '../reading/query.ts';

/**
 * A statement that speaks to the question, with the consultation at which it was made. `fit` (0..1) is the share of the subject it holds; `score`
 * also ranks among equals: the firmer act, the official source.
 */
export type Statement = {
  readonly consultation: Consultation;
  readonly outcome: Outcome;
  readonly index: number;
  readonly fit: number;
  readonly score: number;
  /** What was asked of statements that neither it nor the title of its consultation holds. */
  readonly lacks: readonly Constraint[];
};

/** A consultation that holds every firm constraint, with its statements that speak to the question, best first. */
export type Finding = {
  readonly consultation: Consultation;
  readonly score: number;
  /** Without a subject: every statement in the order of the record (those of an asked act, side or speaker first). */
  readonly outcomes: readonly Statement[];
};

/** What the record holds for one query. */
export type Found = {
  readonly query: Query;
  /**
   * What holds every firm constraint and the subject. Best first with a subject, else by date, oldest first. Order, number and
   * threshold are not applied: see `chosen`.
   */
  readonly findings: readonly Finding[];
  /** After `order`, `nths` and `among`: what the answer is about; the same as `findings` without them. */
  readonly chosen: readonly Finding[];
  /** What was given up: soft constraints that nothing within the firm ones holds, and firm ones, such as a place, that the records found do not tell. */
  readonly dropped: readonly Constraint[];
  /**
   * Subjects that nothing within the firm constraints holds: why `findings` is empty, or, where nothing is claimed, what they leave open. All of them, where each
   * is held somewhere but nothing holds them together.
   */
  readonly unheld: readonly Constraint[];
  /** What holds the firm constraints and the period, the subject left aside. Empty when the firm ones hold nothing together. */
  readonly within: readonly Consultation[];
  /** When `findings` is empty: the nearest records, each with the one constraint given up to reach it (`null`: the period). */
  readonly nearest: readonly { readonly consultation: Consultation; readonly without: Constraint | null }[];
  /** Dated to a month that only overlaps the period: it may fit too, and is told of. */
  readonly perhaps: readonly Consultation[];
  /** When `findings` is empty: statements that hold most of the words asked about, best first, within the firm constraints where something holds them. */
  readonly alike: readonly Statement[];
  /** Share (0..1) of the question that the best finding holds; what readings are compared by. */
  readonly explained: number;
};

/** Finds what the record holds for a query. Deterministic; reads nothing but the query. */
export type Search = (query: Query) => Found;
