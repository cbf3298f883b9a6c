import { globSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseSync, Visitor } from 'vite';

/** A regular expression of the program, and where it stands: `src/desk.ts:12`. */
export type Pattern = { readonly source: string; readonly flags: string; readonly place: string };

const root = resolve(import.meta.dirname, '../..');

/** Every regular expression that is written out in the program's files. */
export function writtenPatterns(): Pattern[] {
  return globSync('{src,adapters}/**/*.{ts,js,cjs}', { cwd: root }).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const found: Pattern[] = [];
    new Visitor({
      Literal(node) {
        if (!('regex' in node)) return;
        const line = text.slice(0, node.start).split('\n').length;
        found.push({ source: node.regex.pattern, flags: node.regex.flags, place: `${file}:${line}` });
      },
    }).visit(parseSync(file, text).program);
    return found;
  });
}

/** Every regular expression that the program makes out of strings while `work` runs; it must import the program itself. */
export async function madePatterns(work: () => Promise<void>): Promise<Pattern[]> {
  const found = new Map<string, Pattern>();
  const note = (made: RegExp) => {
    const key = String(made);
    if (found.has(key)) return;
    const frame = (new Error().stack ?? '')
      .split('\n')
      .find((line) => /\/(?:src|adapters)\/(?!.*node_modules)/.test(line));
    const file = /((?:file:\/\/)?\/[^\s()]+?):(\d+):\d+/.exec(frame ?? '');
    const path = relative(root, (file?.[1] ?? '').replace('file://', ''));
    if (/^(?:src|adapters)\//.test(path)) {
      found.set(key, { source: made.source, flags: made.flags, place: `${path}:${file?.[2]}` });
    }
  };
  const real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(real, {
    construct(target, args, self) {
      const made: RegExp = Reflect.construct(target, args, self);
      note(made);
      return made;
    },
    apply(target, self, args) {
      const made: RegExp = Reflect.apply(target, self, args);
      note(made);
      return made;
    },
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = real;
  }
  return [...found.values()];
}

/**
 * Each pattern once, and without those that are nothing but others in a row: an alternation of linear patterns is linear, and too long for
 * a checker to see through.
 */
export function distinct(patterns: readonly Pattern[]): Pattern[] {
  const sources = new Set(patterns.map(({ source }) => source));
  const isJoined = ({ source }: Pattern) => {
    const parts = source.slice(1, -1).split(/\)\|\((?!\?)/);
    return parts.length > 1 && parts.every((part) => sources.has(part));
  };
  return [...Map.groupBy(patterns, ({ source, flags }) => `${source}/${flags}`).values()].flatMap(([first]) =>
    first === undefined || isJoined(first) ? [] : [first],
  );
}
