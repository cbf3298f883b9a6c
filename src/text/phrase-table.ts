/**
 * Values by phrase, looked up at a place in a text. A table of whole phrases rather than a tree of characters: building it costs one
 * entry a phrase, and a look-up tries only the lengths that phrases with the same beginning have.
 */
export class PhraseTable<Value> {
  readonly #values = new Map<string, Value[]>();
  /** First two units of a phrase → the lengths of such phrases, ascending: the first alone is shared by hundreds. */
  readonly #lengths = new Map<number, number[]>();

  /** Adds one more value under `phrase`; the empty phrase is ignored. */
  add(phrase: string, value: Value): void {
    if (phrase === '') return;
    const values = this.#values.get(phrase);
    if (values !== undefined) {
      values.push(value);
      return;
    }
    this.#values.set(phrase, [value]);
    const beginning = beginningAt(phrase, 0);
    const lengths = this.#lengths.get(beginning);
    if (lengths === undefined) this.#lengths.set(beginning, [phrase.length]);
    else if (!lengths.includes(phrase.length)) insert(lengths, phrase.length);
  }

  /** Every phrase that begins at `at` in `text`, shortest first. */
  matches(text: string, at: number): { readonly end: number; readonly values: readonly Value[] }[] {
    const found: { end: number; values: readonly Value[] }[] = [];
    const single = this.#values.get(text.charAt(at));
    if (single !== undefined) found.push({ end: at + 1, values: single });
    for (const length of this.#lengths.get(beginningAt(text, at)) ?? []) {
      if (length === 1) continue;
      const end = at + length;
      if (end > text.length) break;
      const values = this.#values.get(text.slice(at, end));
      if (values !== undefined) found.push({ end, values });
    }
    return found;
  }
}

/** Two units as one number; a second one that is not there counts as zero. */
function beginningAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x1_0000 + (at + 1 < text.length ? text.charCodeAt(at + 1) : 0);
}

function insert(ascending: number[], length: number): void {
  let at = ascending.length;
  while (at > 0 && (ascending[at - 1] ?? 0) > length) at -= 1;
  ascending.splice(at, 0, length);
}
