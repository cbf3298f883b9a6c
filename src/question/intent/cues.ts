import type { Intent, Manner, Threshold } from '../question.ts';

/** What the wording of a question asks for. */
export type Cues = {
  /** `null` when no question word, verb or noun tells. */
  readonly intent: Intent | null;
  readonly also: readonly Intent[];
  readonly manner: Manner;
  readonly order: 'first' | 'latest' | null;
  readonly limit: number | null;
  /** With `order`, how many come before the one meant. */
  readonly skip: number;
  readonly threshold: Threshold | null;
  readonly acts: readonly string[];
  /** "Who else?", 他には？ */
  readonly more: boolean;
  /** The question leans on what was said before: "there", その会談, "and in 2024?". */
  readonly leans: Lean;
};

/**
 * How a text points back. `subject`: "it", その会談 — the same records. `extends`: "what about …", "and in …" — the same
 * question with a part changed. `narrows`: "only …" — the same question with a part added. `before`/`after`: the meeting next to it.
 */
export type Lean = 'none' | 'subject' | 'extends' | 'narrows' | 'before' | 'after';

/**
 * Lower-cased text in which every linked stretch stands as one capital letter, so that cue rules read "did P ever meet P":
 * P person, F framework, T topic, C country, D document, A administration, O office, L place, V visit, M format, K level, X time.
 */
export type MaskedText = string;

/** One cue: `pattern` must be free of nested repetition, so that matching stays linear. */
export type Rule = { readonly intent: Intent; readonly pattern: RegExp };

/** The first place where each intent is asked for, in order of place; at one place the earlier rule wins. */
export function intentsInOrder(masked: MaskedText, rules: readonly Rule[]): readonly Intent[] {
  const found: { intent: Intent; at: number; rank: number }[] = [];
  rules.forEach(({ intent, pattern }, rank) => {
    const at = masked.search(pattern);
    if (at >= 0) found.push({ intent, at, rank });
  });
  found.sort((a, b) => a.at - b.at || a.rank - b.rank);
  return [...new Set(found.map((one) => one.intent))];
}

/** The acts whose telling verb occurs. */
export function actsIn(masked: MaskedText, rules: readonly (readonly [string, RegExp])[]): readonly string[] {
  return rules.filter(([, pattern]) => pattern.test(masked)).map(([act]) => act);
}
