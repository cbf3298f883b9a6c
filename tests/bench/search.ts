import { command, required, run } from '../../src/command-line/command.ts';
import { createPassageIndex } from '../../src/search/passage-index.ts';
import { readPassages, readQueries } from './search/collection.ts';
import { growth } from './search/grow.ts';
import { measure } from './search/measure.ts';
import { peers } from './search/peers.ts';

const bench = command(
  'bench',
  `Builds the passage index over the passages and prints one JSON object: mrr@10, recall@1, recall@5, ndcg@10, build_ms, heap_mb,
p50_ms, p99_ms. heap_mb is what the index adds to the heap; times are wall time, searches after up to 200 that warm up.`,
  { isPiped: true },
)
  .usage('--passages <file> --queries <file> [options]')
  .option('--passages <file>', 'passages, one {"id", "title"?, "text"} a line')
  .option('--queries <file>', 'questions, one {"text", "relevant": [id, …]} a line')
  .option('--peers', 'the same for MiniSearch as shipped, SQLite FTS5 and flexsearch, under "peers"')
  .option(
    '--grow',
    'build and search times at 1,000, 10,000 and 100,000 passages made of these sentences, under "growth"',
  )
  .action((values) => {
    const files = {
      passages: required('--passages', values.passages),
      queries: required('--queries', values.queries),
    };
    const passages = readPassages(files.passages, '--passages');
    const queries = readQueries(files.queries, '--queries');

    const known = new Set(passages.map(({ id }) => id));
    const lost = queries.filter(({ relevant }) => !relevant.some((id) => known.has(id))).length;
    if (lost > 0)
      process.stderr.write(
        `${lost} queries have no relevant passage in ${values.passages}: they count as not found.\n`,
      );

    const own = measure(passages, queries, (all) => {
      const index = createPassageIndex(all);
      return (query, limit) => index.search(query, { limit }).map(({ id }) => id);
    });
    const result = {
      ...own,
      ...(values.peers
        ? { peers: Object.fromEntries(peers.map(({ name, build }) => [name, measure(passages, queries, build)])) }
        : {}),
      ...(values.grow ? { growth: growth(passages, queries) } : {}),
    };
    process.stdout.write(`${JSON.stringify(result)}\n`);
  });

await run(bench);
