/**
 * The candidate that `word` was most likely meant to be, or `null` when none is near: at most a third of its letters may
 * differ (insertions, deletions, replacements), or one is the other cut off (`hegseth` for `hegseth-pete`).
 */
export function nearestWord(word: string, candidates: Iterable<string>): string | null {
  const all = [...candidates];
  return nearestSpelling(word, all) ?? nearestWhole(word, all);
}

/** The shortest candidate that goes on where the word ends, else the longest one that the word goes on from. */
function nearestWhole(word: string, candidates: readonly string[]): string | null {
  if (word.length < SHORTEST_PREFIX) return null;
  const byLength = candidates.toSorted((a, b) => a.length - b.length);
  const longer = byLength.find((candidate) => candidate.startsWith(word));
  const shorter = byLength.findLast((candidate) => candidate.length >= SHORTEST_PREFIX && word.startsWith(candidate));
  return longer ?? shorter ?? null;
}

/** Fewer letters than these begin too many words to say which was meant. */
const SHORTEST_PREFIX = 3;

function nearestSpelling(word: string, candidates: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
