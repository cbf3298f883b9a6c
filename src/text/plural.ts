/** Whether an English name or word ends as a plural does (summits). */
export function isPluralWord(text: string): boolean {
  return /[a-z]s$/iu.test(text);
}

/** A folded English name without the ending of a plural. */
export function withoutPlural(text: string): string {
  return text.replace(/s$/u, '');
}
