import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { buildLexicon } from '../../src/lexicon/lexicon.ts';
import { askRows } from '../../src/reading/asks.ts';
import { cues, inflections } from '../../src/reading/cues.ts';
import { followUpTable } from '../../src/reading/follow-up/table.ts';
import { meantRows } from '../../src/reading/implied.ts';
import { shapeRows } from '../../src/reading/modifiers.ts';
import { Asks, Roles } from '../../src/reading/query.ts';
import { ToldFacts } from '../../src/reading/situation.ts';
import { foldKey } from '../../src/text/fold.ts';
import { isNode, lineOf, type Node, nameOf, nodes, sources } from '../code/syntax.ts';

const root = resolve(import.meta.dirname, '../..');
const { tables } = cues();
const lexicon = buildLexicon(loadKnowledge(resolve(root, 'knowledge')));
const ids = Object.keys(tables.en);
/** What a row may be told by that is no cue. */
const OTHER_ATOMS = new Set([
  'word',
  'time',
  'name',
  'number',
  'edge',
  'ordinal',
  'figure',
  'numbered',
  'capital',
  'undated',
  'soon',
  'undated',
  'size',
  'partner',
  'bilateral',
  'trilateral',
  'foreign',
]);
const Rows = z.object({ rows: z.array(z.looseObject({ mark: z.string().default(''), fact: z.string().default('') })) });
const rowsOf = (name: string) =>
  Rows.parse(table(name)).rows.map(({ mark, fact, in: _, as, with: __, tells, given, unless, ...around }) => ({
    name: mark || fact,
    marks: [given, unless].flat().flatMap((one) => (one === undefined ? [] : [String(one)])),
    atoms: atomsIn(around),
  }));
const marks = rowsOf('marks');
const factRows = [...rowsOf('facts'), ...rowsOf('rewrites'), ...rowsOf('terms'), ...rowsOf('anchors')];
const listed = atomsIn(table('lists'));

function table(name: string): unknown {
  return parse(readFileSync(resolve(root, `src/reading/tables/${name}.yaml`), 'utf8'));
}

/** Every cue id that a row of the tables of marks and facts names. */
function atomsIn(value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(atomsIn);
  if (typeof value === 'boolean') return [];
  const atom = String(value).replace(/^!/, '');
  return /^(?:name:|=|~|\^|_)/.test(atom) || OTHER_ATOMS.has(atom) ? [] : [atom];
}

describe('the tables of wordings', () => {
  test('have the same ids in both languages, in the same order', () => {
    expect(Object.keys(tables.ja)).toEqual(ids);
  });

  test.each(['en', 'ja'] as const)('hold no phrase twice under one id: %s', (language) => {
    const twice = Object.entries(tables[language]).flatMap(([id, phrases]) => {
      const keys = phrases.map(foldKey);
      return keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${id}: ${key}`);
    });
    expect(twice).toEqual([]);
  });

  /** Phrases that are names as well, and why the name does not take the phrase's place. */
  const BOTH: Readonly<Record<string, string>> = {
    の: 'a kana alone is never read as a family name',
  };

  test.each(['en', 'ja'] as const)(
    'hold no phrase that is a name or an alias on record, for the name would win: %s',
    (language) => {
      const clashes = Object.entries(tables[language]).flatMap(([id, phrases]) =>
        phrases.flatMap(inflections).flatMap((phrase) => {
          const named = BOTH[phrase] === undefined ? lexicon.surfaces.get(foldKey(phrase)) : undefined;
          return named === undefined
            ? []
            : [`${id}: “${phrase}” is ${named.map(({ entity }) => `${entity.kind} ${entity.id}`).join(', ')}`];
        }),
      );
      expect(clashes).toEqual([]);
    },
  );
});

describe('an id of a cue that is used', () => {
  const facts = new Set([...ToldFacts, ...factRows.map(({ name }) => name), ...factNames('src/reading/situation.ts')]);
  const followUps = conditionsOf(Object.values(followUpTable()).flat());

  test('by the table of asks is in the tables, or a fact of the question', () => {
    const conditions = conditionsOf([...askRows(), ...shapeRows(), ...meantRows()]);
    const unknown = conditions.filter((one) => !one.startsWith('name:') && !facts.has(one) && !isKnown(one));
    expect([...new Set(unknown)]).toEqual([]);
  });

  test('by the table of follow-ups is in the tables, or a fact of the turn, of which each is used', () => {
    const told = factNames('src/reading/follow-up/facts.ts');
    const asks = Asks.flatMap((ask) => [`own:${ask}`, `before:${ask}`]);
    const known = [...asks, ...told, ...factRows.map(({ name }) => name)];
    expect(followUps.filter((one) => !known.includes(one) && !isKnown(one))).toEqual([]);
    expect([...told].filter((one) => !followUps.includes(one))).toEqual([]);
  });

  test('by the code is in the tables', () => {
    const unknown = usedInCode().filter(({ id }) => !facts.has(id) && !isKnown(id));
    expect(unknown.map(({ id, file, line }) => `${file}:${line} ${id}`)).toEqual([]);
  });

  test('by the tables of marks, facts and lists is in the tables, as the marks are', () => {
    const given = new Set(marks.map(({ name }) => name));
    const atoms = [...[...marks, ...factRows].flatMap((row) => row.atoms), ...listed];
    const unknown = atoms.filter((atom) => !isKnown(atom));
    const missing = marks.flatMap((row) => row.marks.filter((mark) => !given.has(mark)));
    expect([...unknown, ...missing]).toEqual([]);
  });

  test('is every one that the tables have', () => {
    const used = [
      ...[...marks, ...factRows].flatMap(({ atoms }) => atoms),
      ...listed,
      ...usedInCode().map(({ id }) => id),
      ...conditionsOf([...askRows(), ...shapeRows(), ...meantRows()]),
      ...followUps,
      // Verbs and acts are taken by their ids as a whole; the words of passing over are used by being no words.
      'verb.*',
      'act.*',
      'noise',
    ];
    const isUsed = (id: string) =>
      used.some(
        (one) =>
          one === id ||
          (one.endsWith('*') && id.startsWith(one.slice(0, -1))) ||
          (one.endsWith('.') && id.startsWith(one)),
      );
    expect(ids.filter((id) => !isUsed(id))).toEqual([]);
  });
});

describe('the licences of names', () => {
  const Licences = z.record(
    z.string(),
    z.array(
      z.strictObject({
        role: z.string(),
        prior: z.number(),
        marks: z.record(z.string(), z.number()).default({}),
        needs: z.array(z.string()).default([]),
      }),
    ),
  );
  const licences = Licences.parse(table('licences'));

  test('name only marks that the table of marks gives', () => {
    const given = new Set(marks.map(({ name }) => name));
    const named = Object.values(licences).flatMap((rows) =>
      rows.flatMap(({ marks, needs }) => [...Object.keys(marks), ...needs]),
    );
    expect([...new Set(named)].filter((mark) => !given.has(mark))).toEqual([]);
  });

  test('give only parts that a query has', () => {
    const parts: readonly string[] = [...Roles, 'ignore', 'addressee'];
    expect(
      Object.values(licences)
        .flatMap((rows) => rows.map(({ role }) => role))
        .filter((role) => !parts.includes(role)),
    ).toEqual([]);
  });
});

/** Cues that stand for a sign and not for words, given while annotating. */
const SIGNS = ['mark.question'];

function isKnown(id: string): boolean {
  if (id.endsWith('*') || id.endsWith('.')) return ids.some((one) => one.startsWith(id.replace('*', '')));
  return ids.includes(id) || SIGNS.includes(id);
}

type Conditions = { readonly [Key in 'all' | 'any' | 'none']: readonly string[] };

function conditionsOf(rows: readonly Conditions[]): readonly string[] {
  return rows.flatMap(({ all, any, none }) => [...all, ...any, ...none]);
}

/** The facts that conditions may name besides cues and those of facts.yaml: the keys of what `factsOf` returns in a file. */
function factNames(file: string): ReadonlySet<string> {
  const [source] = sources(file);
  const declared =
    source === undefined ? [] : [...nodes(source.program)].filter((node) => nameOf(node.id)?.startsWith('factsOf'));
  const returned = declared.flatMap((node) =>
    [...nodes(node)].flatMap((each) => (each.type === 'ReturnStatement' ? [each.argument] : [])),
  );
  return new Set(returned.flatMap(keysOf));
}

function keysOf(node: unknown): readonly string[] {
  if (!isNode(node) || !Array.isArray(node.properties)) return [];
  return node.properties.filter(isNode).flatMap(({ key }) => {
    if (!isNode(key)) return [];
    return typeof key.value === 'string' ? [key.value] : [nameOf(key) ?? ''];
  });
}

/** Ids of cues in the code: what functions that look for cues are given, and strings that look like an id of the tables. */
function usedInCode(): readonly { readonly id: string; readonly file: string; readonly line: number }[] {
  const groups = new Set(ids.filter((id) => id.includes('.')).map((id) => id.slice(0, id.indexOf('.') + 1)));
  return sources('src/reading').flatMap((source) =>
    [...nodes(source.program)].flatMap((node) => {
      if (node.type === 'CallExpression' && nameOf(node.callee) === 'isCue' && Array.isArray(node.arguments)) {
        return node.arguments.filter(isNode).flatMap((one) => literal(source, one));
      }
      const own = literal(source, node);
      return own.filter(
        ({ id }) =>
          [...groups].some((group) => id.startsWith(group) && id.length > group.length - 1) || ids.includes(id),
      );
    }),
  );

  function literal(source: { readonly file: string; readonly text: string }, node: Node) {
    return node.type === 'Literal' && typeof node.value === 'string'
      ? [{ id: node.value, file: source.file, line: lineOf(source, node) }]
      : [];
  }
}
