/** A prefix tree from strings to values; looking up at a place costs the length of what is found there. */
export class Trie<Value> {
  readonly #root: Node<Value> = { next: new Map(), values: [] };

  /** Adds one more value under `key`; the empty key is ignored. */
  add(key: string, value: Value): void {
    if (key === '') return;
    let node = this.#root;
    for (let at = 0; at < key.length; at += 1) {
      const unit = key.charCodeAt(at);
      let next = node.next.get(unit);
      if (!next) {
        next = { next: new Map(), values: [] };
        node.next.set(unit, next);
      }
      node = next;
    }
    node.values.push(value);
  }

  /** Every key that begins at `at` in `text`, shortest first. */
  matches(text: string, at: number): { readonly end: number; readonly values: readonly Value[] }[] {
    const found: { end: number; values: readonly Value[] }[] = [];
    let node: Node<Value> | undefined = this.#root;
    for (let index = at; index < text.length; index += 1) {
      node = node.next.get(text.charCodeAt(index));
      if (!node) break;
      if (node.values.length > 0) found.push({ end: index + 1, values: node.values });
    }
    return found;
  }
}

type Node<Value> = { readonly next: Map<number, Node<Value>>; readonly values: Value[] };
