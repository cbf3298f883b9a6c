import type { Constraint } from '../reading/query.ts';
import type { FoundEntry } from './found.ts';
import type { PassageIndex } from './passage-index.ts';
import { isDefinition } from './passages.ts';

/** Share of the words that a definition must hold, rare ones counting more, to explain them. */
const LEAST_SHARE = 0.5;
const MOST = 5;
/** Definitions come several to an entry. */
const MOST_PASSAGES = 15;

/** The entries whose definitions hold the words of the subjects among `constraints`, best first, each once. */
export function entriesFor(constraints: readonly Constraint[], index: PassageIndex): readonly FoundEntry[] {
  const subjects = constraints.filter(({ subject, negated }) => subject && !negated);
  const words = subjects.map(({ label }) => label).join(' ');
  const found = new Map<string, FoundEntry>();
  for (const { id: passage, score, share } of index.search(words, { limit: MOST_PASSAGES, filter: isDefinition })) {
    const [name = ''] = passage.split('#');
    const [kind, id] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)];
    if (share < LEAST_SHARE || !isKind(kind) || found.has(name)) continue;
    found.set(name, { kind, id, score });
  }
  return [...found.values()].slice(0, MOST);
}

function isKind(kind: string): kind is FoundEntry['kind'] {
  return kind === 'framework' || kind === 'topic' || kind === 'document';
}
