import { DatabaseSync } from 'node:sqlite';
import { Charset, Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { Passage } from '../../../src/search/passages.ts';
import { normalise } from '../../../src/text/normalise.ts';
import { contentTerms, indexTerms } from '../../../src/text/tokens.ts';
import type { Build } from './measure.ts';

/** Other ways to search the same passages from Node, each set up as its documentation advises for Japanese. */
export const peers: readonly { readonly name: string; readonly build: Build }[] = [
  { name: 'minisearch-as-shipped', build: miniSearch },
  { name: 'sqlite-fts5-trigram', build: (passages) => fts5(passages, "tokenize='trigram'", (text) => text, trigrams) },
  {
    name: 'sqlite-fts5-our-terms',
    build: (passages) =>
      fts5(passages, "tokenize='unicode61'", (text) => indexTerms(normalise(text)).join(' '), contentTerms),
  },
  { name: 'flexsearch-cjk', build: flexsearch },
];

function miniSearch(passages: readonly Passage[]) {
  const engine = new MiniSearch<Passage>({ fields: ['title', 'text'] });
  engine.addAll(passages);
  return (query: string, limit: number) =>
    engine
      .search(query)
      .slice(0, limit)
      .map(({ id }) => String(id));
}

function flexsearch(passages: readonly Passage[]) {
  const index = new Index({ tokenize: 'forward', encoder: Charset.CJK });
  for (const [at, { title, text }] of passages.entries()) index.add(at, `${title}\n${text}`);
  // `suggest` lets a passage match without holding every character of the question.
  return (query: string, limit: number) =>
    index.search(query, { limit, suggest: true }).flatMap((at) => passages[Number(at)]?.id ?? []);
}

function fts5(
  passages: readonly Passage[],
  tokenizer: string,
  stored: (text: string) => string,
  terms: (query: string) => readonly string[],
) {
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, text, ${tokenizer})`);
  const insert = database.prepare('INSERT INTO passages VALUES (?, ?)');
  database.exec('BEGIN');
  for (const { id, title, text } of passages) insert.run(id, stored(`${title}\n${text}`));
  database.exec('COMMIT');
  const select = database.prepare('SELECT id FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?');
  return (query: string, limit: number) => {
    const wanted = [...new Set(terms(query))].map((term) => `"${term.replaceAll('"', '""')}"`);
    return wanted.length === 0 ? [] : select.all(wanted.join(' OR '), limit).map(({ id }) => String(id));
  };
}

function trigrams(query: string): string[] {
  return (query.match(/[\p{L}\p{N}ー]{3,}/gu) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 2 }, (_, at) => run.slice(at, at + 3)),
  );
}
