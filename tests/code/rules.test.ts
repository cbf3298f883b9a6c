import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import {
  functionsIn,
  isNode,
  lineOf,
  madePatternsIn,
  type Node,
  nameOf,
  nodes,
  patternsIn,
  sources,
  stringsIn,
} from './syntax.ts';

const READS = ['src/text', 'src/time', 'src/lexicon', 'src/reading'] as const;
const SHAPED = ['src/reading', 'src/search', 'src/answer/compose'] as const;

const at = ({ file, line }: { readonly file: string; readonly line: number }) => `${file}:${line}`;

describe('a question is read once', () => {
  /** Outside the folders that read, the typed text is only shown, kept or compared whole. */
  const SHOWN: Readonly<Record<string, string>> = {
    'src/answer/suggestions.ts': 'a question is not suggested to whoever just asked it',
    'src/answer/together.ts': 'shown as a heading over its answer',
    'src/conversation/asking.ts': 'kept with a gap, where the operator has it kept',
    'src/conversation/feedback.ts': 'kept with what a person reports',
    'src/explain.ts': 'shown above its explanation',
  };

  test('nothing after reading takes its text but to show it', () => {
    const places = sources('src')
      .filter(({ file }) => !READS.some((folder) => file.startsWith(`${folder}/`)))
      .flatMap((source) =>
        textReads(source.program).map((node) => ({ file: source.file, line: lineOf(source, node) })),
      );
    expect(places.filter(({ file }) => SHOWN[file] === undefined).map(at)).toEqual([]);
  });

  test('no regular expression and no search of strings meets its text after reading', () => {
    const wrong = sources('src/search', 'src/answer', 'src/digest', 'src/timeline', 'src/conversation').flatMap(
      (source) =>
        textReads(source.program).flatMap((node) =>
          isSearched(source.program, node) ? [{ file: source.file, line: lineOf(source, node) }] : [],
        ),
    );
    expect(wrong.map(at)).toEqual([]);
  });

  /** Where the search looks for what was typed in the words of the record; to anything else in it a constraint is its ids alone. */
  const LOOKED_FOR: Readonly<Record<string, string>> = {
    'src/search/nearest.ts': 'compared with the words of statements',
    'src/search/grades.ts': 'part of the key under which grades are remembered',
    'src/search/satisfies.ts': 'titles and sentences that say a name or word',
    'src/search/subjects.ts': 'sentences that say a subject as it was typed',
  };

  test('what a constraint was typed as is looked for in the record, and not interpreted again by the search', () => {
    const wrong = sources('src/search').flatMap((source) =>
      [...nodes(source.program)]
        .filter((node) => isLabelRead(node))
        .map((node) => ({ file: source.file, line: lineOf(source, node) })),
    );
    expect(wrong.filter(({ file }) => LOOKED_FOR[file] === undefined).map(at)).toEqual([]);
    const there = new Set(wrong.map(({ file }) => file));
    expect(Object.keys(LOOKED_FOR).filter((file) => !there.has(file))).toEqual([]);
  });
});

describe('regular expressions', () => {
  test('that read text are at most 80 characters long', () => {
    const wrong = patternsIn(...READS).filter(({ text }) => text.length > 80);
    expect(wrong.map((one) => `${at(one)} (${one.text.length}) ${one.text}`)).toEqual([]);
  });

  /** Files whose patterns never meet a question. */
  const OF_THE_RECORD: Readonly<Record<string, string>> = {
    'src/lexicon/countries.ts': 'over names of the record, when the lexicon is built',
    'src/lexicon/named.ts': 'over names of the record, when the lexicon is built',
    'src/lexicon/offices.ts': 'over names of the record, when the lexicon is built',
    'src/lexicon/people.ts': 'over names of the record, when the lexicon is built',
    'src/lexicon/places.ts': 'over names of the record, when the lexicon is built',
    'src/lexicon/romaji.ts': 'over the readings of names, when the lexicon is built',
    'src/lexicon/spelling/latin-names.ts': 'over names of the record, when words near them are gathered',
    'src/lexicon/spelling/slips.ts': 'over its own table',
    'src/lexicon/complete.ts': 'over what is being typed into a field, to complete its last name',
  };
  /** Patterns that do meet a question, and why no table and no function of `src/text` says the same. */
  const ALLOWED: readonly (readonly [file: string, pattern: string, why: string])[] = [
    ['src/lexicon/lexicon.ts', '/\\p{Lu}/u', 'capitals tell the US from us'],
    ['src/lexicon/lexicon.ts', '/\\p{Ll}/u', 'capitals tell the US from us'],
    ['src/lexicon/lexicon.ts', '/^[a-z]+$/i', 'over a name of the record'],
  ];

  test('over questions stand in src/text and src/time alone', () => {
    const wrong = patternsIn('src/lexicon', 'src/reading').filter(
      ({ file, text }) =>
        OF_THE_RECORD[file] === undefined && !ALLOWED.some(([where, pattern]) => where === file && pattern === text),
    );
    expect(wrong.map((one) => `${at(one)} ${one.text}`)).toEqual([]);
  });

  test('are nowhere put together from strings, except from the words of the time grammar', () => {
    const wrong = madePatternsIn(...READS, 'src/search', 'src/answer').filter(
      ({ file }) => !file.startsWith('src/time/') && file !== 'src/answer/topic-name.ts',
    );
    expect(wrong.map(at)).toEqual([]);
  });

  test('that are allowed are there', () => {
    const there = patternsIn('src/lexicon', 'src/reading');
    const stale = ALLOWED.filter(([file, pattern]) => !there.some((one) => one.file === file && one.text === pattern));
    expect(stale).toEqual([]);
    expect(Object.keys(OF_THE_RECORD).filter((file) => !there.some((one) => one.file === file))).toEqual([]);
  });
});

describe('functions that read, search and compose', () => {
  const all = functionsIn(...SHAPED);
  const shown = (one: (typeof all)[number]) => `${at(one)} ${one.name}: ${one.lines} lines, ${one.branches} branches`;

  test('have at most 60 lines', () => {
    expect(all.filter(({ lines }) => lines > 60).map(shown)).toEqual([]);
  });

  test('have at most 15 branches', () => {
    expect(all.filter(({ branches }) => branches > 15).map(shown)).toEqual([]);
  });
});

describe('what is on record stands in the record', () => {
  const knowledge = loadKnowledge(resolve(import.meta.dirname, '../../knowledge'));
  const ids = new Set([
    ...knowledge.consultations.map(({ id }) => id),
    ...knowledge.frameworks.keys(),
    ...knowledge.people.keys(),
    ...knowledge.topics.keys(),
    ...knowledge.documents.keys(),
    ...knowledge.sources.keys(),
  ]);

  test('no id of a meeting, framework, person, topic, document or source stands in the code that understands and answers', () => {
    const bare = (text: string) => text.replace(/^(?:framework|person|topic|document):/, '');
    const wrong = stringsIn('src/lexicon', 'src/reading', 'src/search', 'src/answer').filter(({ text }) =>
      ids.has(bare(text)),
    );
    expect(wrong.map((one) => `${at(one)} ${one.text}`)).toEqual([]);
  });
});

const HOLDERS = new Set(['query', 'question', 'asked', 'previous']);

/** Whether a node is a query by its name: `query`, `answer.question`. */
function isQuery(node: unknown): boolean {
  if (!isNode(node)) return false;
  if (node.type === 'MemberExpression') return HOLDERS.has(nameOf(node.property) ?? '');
  return HOLDERS.has(nameOf(node) ?? '');
}

/** Every place where the text of a query is taken: `query.text`, `const { text } = query`. */
function textReads(program: Node): readonly Node[] {
  return [...nodes(program)].flatMap((node): readonly Node[] => {
    if (node.type === 'MemberExpression' && nameOf(node.property) === 'text' && isQuery(node.object)) return [node];
    if (node.type === 'VariableDeclarator' && isQuery(node.init)) return properties(node.id, 'text');
    return isTypedQuery(node) ? properties(node, 'text') : [];
  });
}

/** `({ text }: Query) =>`, `({ text }: Pick<Query, …>) =>`. */
function isTypedQuery(node: Node): boolean {
  if (node.type !== 'ObjectPattern' || !isNode(node.typeAnnotation)) return false;
  return [...nodes(node.typeAnnotation)].some((one) => nameOf(one) === 'Query');
}

/** The properties of that name which a pattern takes apart. */
function properties(pattern: unknown, name: string): readonly Node[] {
  if (!isNode(pattern) || pattern.type !== 'ObjectPattern' || !Array.isArray(pattern.properties)) return [];
  return pattern.properties.filter((one): one is Node => isNode(one) && nameOf(one.key) === name);
}

const SEARCHES = new Set([
  'test',
  'exec',
  'match',
  'matchAll',
  'search',
  'replace',
  'replaceAll',
  'split',
  'includes',
  'indexOf',
  'startsWith',
  'endsWith',
]);

/** Whether a call that searches strings has this node in it, as what is searched or as what is looked for. */
function isSearched(program: Node, read: Node): boolean {
  return [...nodes(program)].some(
    (node) =>
      node.type === 'CallExpression' &&
      isNode(node.callee) &&
      node.callee.type === 'MemberExpression' &&
      SEARCHES.has(nameOf(node.callee.property) ?? '') &&
      [...nodes(node)].includes(read),
  );
}

/** Whether a node takes `label` of something that is no lexicon: `constraint.label`, `({ label }) =>`. */
function isLabelRead(node: Node): boolean {
  if (node.type === 'MemberExpression') return nameOf(node.property) === 'label' && nameOf(node.object) !== 'lexicon';
  return properties(node, 'label').length > 0;
}
