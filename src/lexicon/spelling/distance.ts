/** Words longer than this are no slips of each other. */
const LONGEST = 80;
const rows = [new Uint8Array(LONGEST + 2), new Uint8Array(LONGEST + 2), new Uint8Array(LONGEST + 2)] as const;

/** Damerau–Levenshtein distance (adjacent swaps count one); anything above `limit` is `limit + 1`. */
export function distance(one: string, other: string, limit: number): number {
  const far = limit + 1;
  if (Math.abs(one.length - other.length) > limit || Math.max(one.length, other.length) > LONGEST) return far;
  let [before, previous, row]: [Uint8Array, Uint8Array, Uint8Array] = [...rows];
  for (let j = 0; j <= other.length; j += 1) previous[j] = j;
  for (let i = 1; i <= one.length; i += 1) {
    // Only cells near the diagonal can stay within the limit; those beside them count as far.
    const [low, high] = [Math.max(1, i - limit), Math.min(other.length, i + limit)];
    let least = low === 1 ? i : far;
    row[low - 1] = least;
    if (high < other.length) row[high + 1] = far;
    for (let j = low; j <= high; j += 1) {
      const isSame = one.charCodeAt(i - 1) === other.charCodeAt(j - 1);
      let value = Math.min(
        (previous[j - 1] ?? far) + (isSame ? 0 : 1),
        (previous[j] ?? far) + 1,
        (row[j - 1] ?? far) + 1,
      );
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) value = Math.min(value, (before[j - 2] ?? far) + 1);
      row[j] = value;
      if (value < least) least = value;
    }
    if (least > limit) return far;
    [before, previous, row] = [previous, row, before];
  }
  return Math.min(previous[other.length] ?? far, far);
}

/** How many slips a word of this length may hold: none under three letters, one, from seven two. */
export function reachOf(length: number): number {
  if (length < 3) return 0;
  return length < 7 ? 1 : 2;
}
