import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { NotPlain, parsePlain } from './parse-plain.ts';

/** A place in a file, both counted from 1. */
export type Position = { readonly line: number; readonly column: number };

/** What is wrong with the YAML itself. */
export type SyntaxFault = Position & {
  readonly message: string;
  /** What to do, where it is not a matter of indentation, quotes or colons. */
  readonly fix?: string | undefined;
};

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
  const placeAt = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  if (document.errors.length > 0) {
    return {
      ok: false,
      faults: document.errors.map(({ pos, message }) => ({ ...placeAt(pos[0]), message: firstLine(message) })),
    };
  }
  const faults = refusedNodes(document, placeAt);
  return faults.length === 0 ? { ok: true, value: document.toJS() } : { ok: false, faults };
}

/**
 * What the parser takes for sound and only making values of it would trip over, or give something that is no text, number, list or
 * group: aliases (a word that begins with `*`, a nest that grows without bound), their anchors, and tags (`!!binary`). Records need none.
 */
function refusedNodes(document: Yaml.Document.Parsed, placeAt: (offset: number) => Position): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  const refuse = (node: Yaml.Node, message: string, fix: string): void => {
    faults.push({ ...placeAt(rangeStart(node) ?? 0), message, fix });
  };
  yaml().visit(document, {
    Alias: (_, node) => refuse(node, `*${node.source} is an alias`, ALIAS_FIX),
    Value: (_, node) => {
      if (node.anchor !== undefined) refuse(node, `&${node.anchor} is an anchor`, ANCHOR_FIX);
      if (node.tag !== undefined) refuse(node, `${shortTag(node.tag)} is a tag`, TAG_FIX);
    },
  });
  return faults;
}

const ALIAS_FIX = 'put quotes around text that begins with *, or write out what the alias stands for';
const ANCHOR_FIX = 'put quotes around text that begins with &, or take the anchor out';
const TAG_FIX = 'take the tag out, and put quotes around text that begins with !';

const shortTag = (tag: string): string => tag.replace(/^tag:yaml\.org,2002:/, '!!');

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
