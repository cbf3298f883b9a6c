import { parseUsage, runCli, usageFault } from '../../src/command-line.ts';
import { createPassageIndex } from '../../src/search/passage-index.ts';
import { readPassages, readQueries } from './search/collection.ts';
import { growth } from './search/grow.ts';
import { measure } from './search/measure.ts';
import { peers } from './search/peers.ts';

const usage = `Usage: npm run --silent bench -- --passages P.jsonl --queries Q.jsonl [--peers] [--grow]

  --passages   one {"id", "title"?, "text"} a line
  --queries    one {"text", "relevant": [id, …]} a line
  --peers      the same for MiniSearch as shipped, SQLite FTS5 and flexsearch, under "peers"
  --grow       build and search times at 1,000, 10,000 and 100,000 passages made of these sentences, under "growth"
  --help       print this

Builds the passage index over P and prints one JSON object: mrr@10, recall@1, recall@5, ndcg@10, build_ms, heap_mb, p50_ms, p99_ms.
heap_mb is what the index adds to the heap; times are wall time, searches after up to 200 that warm up.`;

await runCli(async (args) => {
  const { values } = parseUsage(
    {
      args,
      options: {
        passages: { type: 'string' },
        queries: { type: 'string' },
        peers: { type: 'boolean', default: false },
        grow: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    },
    usage,
  );
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  if (values.passages === undefined) throw usageFault('--passages is missing: the file of passages to search.', usage);
  if (values.queries === undefined) throw usageFault('--queries is missing: the file of questions to ask.', usage);
  const passages = readPassages(values.passages, '--passages');
  const queries = readQueries(values.queries, '--queries');

  const known = new Set(passages.map(({ id }) => id));
  const lost = queries.filter(({ relevant }) => !relevant.some((id) => known.has(id))).length;
  if (lost > 0)
    process.stderr.write(`${lost} queries have no relevant passage in ${values.passages}: they count as not found.\n`);

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
  return 0;
});
