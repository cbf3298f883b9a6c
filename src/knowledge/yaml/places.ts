import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';

/** A place in a file, both counted from 1; columns in UTF-16 units, as editors count them. */
export type Position = { readonly line: number; readonly column: number };

/** Turns offsets into `text` into places. */
export function createLineCounter(text: string): (offset: number) => Position {
  const starts = [0];
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + lineBreak.length);
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/**
 * Where the value at `path` stands in `text`; where the path leads nowhere (a missing key), where its nearest parent
 * stands. Of a text that is no sound YAML everything stands at its beginning.
 */
export function createLocator(text: string): (path: readonly PropertyKey[]) => Position {
  const placeAt = createLineCounter(text);
  const root = treeOf(text);
  return (path) => {
    let node = root;
    for (const step of path) {
      const child = node.children?.get(String(step));
      if (child === undefined) break;
      node = child;
    }
    return placeAt(node.start);
  };
}

/** A value's offset, and what it holds by key or index. */
type Tree = { readonly start: number; readonly children?: ReadonlyMap<string, Tree> };

function treeOf(text: string): Tree {
  try {
    const events = parseEvents(text, {}).values();
    events.next(); // the beginning of the document
    return readTree(text, events, 0) ?? { start: 0 };
  } catch {
    return { start: 0 };
  }
}

/** The next value of the stream; `undefined` where what encloses it ends. An empty value stands where its key does: at `otherwise`. */
function readTree(text: string, events: Iterator<Event>, otherwise: number): Tree | undefined {
  const event = events.next().value;
  if (event?.type === EVENT_ID.SCALAR) return { start: scalarStart(event) ?? otherwise };
  if (event?.type === EVENT_ID.ALIAS) return { start: event.anchorStart };
  if (event?.type === EVENT_ID.SEQUENCE) {
    const children = new Map<string, Tree>();
    for (;;) {
      const item = readTree(text, events, event.start);
      if (item === undefined) return { start: event.start, children };
      children.set(String(children.size), item);
    }
  }
  if (event?.type === EVENT_ID.MAPPING) {
    const children = new Map<string, Tree>();
    for (let key = events.next().value; key?.type === EVENT_ID.SCALAR; key = events.next().value) {
      const value = readTree(text, events, scalarStart(key) ?? event.start);
      if (value !== undefined) children.set(getScalarValue(text, key), value);
    }
    return { start: event.start, children };
  }
  return undefined;
}

/** A quoted value stands at its quote. */
function scalarStart({ valueStart, style }: ScalarEvent): number | undefined {
  if (valueStart < 0) return undefined;
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? valueStart - 1 : valueStart;
}
