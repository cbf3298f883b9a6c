import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { NotPlain, parsePlain } from './parse-plain.ts';

/** A place in a file, both counted from 1. */
export type Position = { readonly line: number; readonly column: number };

/** What is wrong with the YAML itself. */
export type SyntaxFault = Position & { readonly message: string };

export type ParsedYaml =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly faults: readonly SyntaxFault[] };

let loaded: typeof Yaml | undefined;

/** The full parser costs a start fifty milliseconds and is wanted only for a file that is faulty or oddly written. */
function yaml(): typeof Yaml {
  // require gives the module itself; its types are those of the import.
  loaded ??= createRequire(import.meta.url)('yaml') as typeof Yaml;
  return loaded;
}

/** The value of one YAML document, or every syntax fault in it with its place. */
export function parseYaml(text: string): ParsedYaml {
  const plain = parsePlain(text);
  if (plain !== NotPlain) return { ok: true, value: plain };
  const counter = new (yaml().LineCounter)();
  const document = yaml().parseDocument(text, { lineCounter: counter, prettyErrors: false });
  if (document.errors.length === 0) return { ok: true, value: document.toJS() };
  const faults = document.errors.map((error) => {
    const { line, col } = counter.linePos(error.pos[0]);
    return { line, column: col, message: firstLine(error.message) };
  });
  return { ok: false, faults };
}

/**
 * Where the value at `path` stands in `text`; where the path leads nowhere (a missing key), where its nearest parent
 * stands. Costs a full parse, so it is asked for faulty files only.
 */
export function createLocator(text: string): (path: readonly PropertyKey[]) => Position {
  const counter = new (yaml().LineCounter)();
  const document = yaml().parseDocument(text, { lineCounter: counter, prettyErrors: false });
  return (path) => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      const start = rangeStart(node);
      if (start !== null) {
        const { line, col } = counter.linePos(start);
        return { line, column: col };
      }
    }
    return { line: 1, column: 1 };
  };
}

function rangeStart(node: unknown): number | null {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return null;
  const start: unknown = node.range[0];
  return typeof start === 'number' ? start : null;
}

const firstLine = (message: string): string => message.split('\n')[0] ?? message;
