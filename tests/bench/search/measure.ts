import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Passage } from '../../../src/search/passages.ts';
import type { Query } from './collection.ts';

/** Searches what it was built over: at most `limit` ids, best first. */
export type Search = (query: string, limit: number) => readonly string[];
export type Build = (passages: readonly Passage[]) => Search;

/** Quality 0..1, times in milliseconds, heap in MiB. */
export type Measured = {
  readonly 'mrr@10': number;
  readonly 'recall@1': number;
  readonly 'recall@5': number;
  readonly 'ndcg@10': number;
} & Timed;
export type Timed = {
  readonly build_ms: number;
  readonly heap_mb: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
};

const WARM_UP = 200;
const DEPTH = 10;

/** Builds, asks every query, and judges the first ten ids of each answer. */
export function measure(passages: readonly Passage[], queries: readonly Query[], build: Build): Measured {
  const answers: (readonly string[])[] = [];
  const timed = time(passages, queries, build, (ids) => answers.push(ids));
  const sums = { mrr: 0, recall1: 0, recall5: 0, ndcg: 0 };
  for (const [at, { relevant }] of queries.entries()) {
    const wanted = new Set(relevant);
    const hits = (answers[at] ?? []).slice(0, DEPTH).map((id) => wanted.has(id));
    const first = hits.indexOf(true);
    sums.mrr += first < 0 ? 0 : 1 / (first + 1);
    sums.recall1 += share(hits.slice(0, 1), wanted.size);
    sums.recall5 += share(hits.slice(0, 5), wanted.size);
    sums.ndcg += gain(hits) / gain(new Array(Math.min(wanted.size, DEPTH)).fill(true));
  }
  const mean = (sum: number) => round(sum / queries.length, 4);
  return {
    'mrr@10': mean(sums.mrr),
    'recall@1': mean(sums.recall1),
    'recall@5': mean(sums.recall5),
    'ndcg@10': mean(sums.ndcg),
    ...timed,
  };
}

/** Builds and asks every query, each answer handed to `keep` in order; the searches that warm up are not counted. */
export function time(
  passages: readonly Passage[],
  queries: readonly Query[],
  build: Build,
  keep: (ids: readonly string[]) => void = () => {},
): Timed {
  const before = heapUsed();
  const start = performance.now();
  const search = build(passages);
  const built = performance.now() - start;
  const heap = heapUsed() - before;
  for (const { text } of queries.slice(0, WARM_UP)) search(text, DEPTH);
  const times = queries.map(({ text }) => {
    const asked = performance.now();
    const ids = search(text, DEPTH);
    const took = performance.now() - asked;
    keep(ids);
    return took;
  });
  times.sort((one, other) => one - other);
  const percentile = (part: number) =>
    round(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0, 3);
  return {
    build_ms: round(built, 1),
    heap_mb: round(Math.max(0, heap) / 2 ** 20, 1),
    p50_ms: percentile(0.5),
    p99_ms: percentile(0.99),
  };
}

function share(hits: readonly boolean[], wanted: number): number {
  return hits.filter(Boolean).length / wanted;
}

function gain(hits: readonly boolean[]): number {
  return hits.reduce((sum, hit, rank) => sum + (hit ? 1 / Math.log2(rank + 2) : 0), 0);
}

/** After a full collection; the collector is reached this way so that the bench needs no flag of its own. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
