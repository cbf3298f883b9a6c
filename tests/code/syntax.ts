import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync, Visitor } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** A node of the syntax tree, as far as these tests look at it. */
export type Node = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
};

export type SourceFile = { readonly file: string; readonly text: string; readonly program: Node };

const files = new Map<string, SourceFile>();

/** The TypeScript files below these folders or files, parsed; paths from the root. */
export function sources(...places: readonly string[]): readonly SourceFile[] {
  return places
    .flatMap((place) => (place.endsWith('.ts') ? [place] : globSync(`${place}/**/*.ts`, { cwd: root })))
    .sort()
    .map((file) => {
      const known = files.get(file);
      if (known !== undefined) return known;
      const text = readFileSync(join(root, file), 'utf8');
      const { program, errors } = parseSync(file, text);
      if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`);
      // The tree is plain data; only the fields named in the checks are read.
      const parsed: SourceFile = { file, text, program: program as unknown as Node };
      files.set(file, parsed);
      return parsed;
    });
}

/** Every node below `node`, itself first, outer ones before inner ones. `skip` leaves a node out with all below it. */
export function* nodes(node: Node, skip: (node: Node) => boolean = () => false): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child) && !skip(child)) yield* nodes(child, skip);
    }
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Where a node stands, from 1. */
export function lineOf({ text }: Pick<SourceFile, 'text'>, { start }: Pick<Node, 'start'>): number {
  return text.slice(0, start).split('\n').length;
}

/** A regular expression that is written out: `/…/u` as it stands. */
export type Pattern = { readonly file: string; readonly line: number; readonly text: string };

export function patternsIn(...places: readonly string[]): readonly Pattern[] {
  return sources(...places).flatMap((source) => {
    const found: Pattern[] = [];
    new Visitor({
      Literal(node) {
        if (!('regex' in node)) return;
        found.push({
          file: source.file,
          line: lineOf(source, node),
          text: `/${node.regex.pattern}/${node.regex.flags}`,
        });
      },
    }).visit(parseSync(source.file, source.text).program);
    return found;
  });
}

/** A regular expression that is put together from strings. */
export function madePatternsIn(
  ...places: readonly string[]
): readonly { readonly file: string; readonly line: number }[] {
  return sources(...places).flatMap((source) =>
    [...nodes(source.program)]
      .filter(
        (node) => (node.type === 'NewExpression' || node.type === 'CallExpression') && nameOf(node.callee) === 'RegExp',
      )
      .map((node) => ({ file: source.file, line: lineOf(source, node) })),
  );
}

/** The name of an identifier, else `undefined`. */
export function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' && typeof node.name === 'string' ? node.name : undefined;
}

export type FunctionSize = {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly lines: number;
  readonly branches: number;
};

const BRANCHES = new Set([
  'IfStatement',
  'ConditionalExpression',
  'LogicalExpression',
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'WhileStatement',
  'DoWhileStatement',
  'CatchClause',
]);

/**
 * Every function that has a name, with its lines and its branches: if, ?:, &&, ||, ??, loops, cases and catches, those of its callbacks
 * included, those of functions that it names itself not.
 */
export function functionsIn(...places: readonly string[]): readonly FunctionSize[] {
  return sources(...places).flatMap((source) =>
    namedFunctions(source.program).map(({ name, node }) => ({
      file: source.file,
      line: lineOf(source, node),
      name,
      lines: source.text.slice(node.start, node.end).split('\n').length,
      branches: branchesOf(node),
    })),
  );
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function namedFunctions(program: Node): readonly { readonly name: string; readonly node: Node }[] {
  return [...nodes(program)].flatMap((node) => {
    if (node.type === 'FunctionDeclaration') return [{ name: nameOf(node.id) ?? '', node }];
    const [key, value] =
      node.type === 'VariableDeclarator'
        ? [node.id, node.init]
        : node.type === 'Property' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition'
          ? [node.key, node.value]
          : [undefined, undefined];
    return isNode(value) && FUNCTIONS.has(value.type) ? [{ name: nameOf(key) ?? '', node: value }] : [];
  });
}

function branchesOf(named: Node): number {
  const inner = new Set(namedFunctions(named).map(({ node }) => node));
  inner.delete(named);
  return [...nodes(named, (node) => inner.has(node))].filter(
    (node) => BRANCHES.has(node.type) || (node.type === 'SwitchCase' && node.test !== null),
  ).length;
}

/** String literals of the program, not those of imports and types. */
export function stringsIn(...places: readonly string[]): readonly { file: string; line: number; text: string }[] {
  const isAside = (node: Node) => node.type.startsWith('TS') || /^(?:Import|Export(?:All|Named))/.test(node.type);
  return sources(...places).flatMap((source) =>
    [...nodes(source.program, (node) => isAside(node) && node.type !== 'ExportNamedDeclaration')].flatMap((node) =>
      node.type === 'Literal' && typeof node.value === 'string'
        ? [{ file: source.file, line: lineOf(source, node), text: node.value }]
        : [],
    ),
  );
}
