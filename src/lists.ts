/** The only one of a list; `undefined` where there is none or another. */
export function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}

/** Those that come first, then the others, each in their order. */
export function ahead<T>(all: readonly T[], comes: (each: T) => boolean): readonly T[] {
  return [...all.filter(comes), ...all.filter((each) => !comes(each))];
}

/** Each once, the most frequent first; of equals the earlier. */
export function byFrequency(ids: readonly string[]): readonly string[] {
  return [...Map.groupBy(ids, (id) => id)].sort(([, a], [, b]) => b.length - a.length).map(([id]) => id);
}

/** The first of each list, then the second of each, and so on. */
export function byTurns<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

/** The whole numbers from one on, up to another and without it. */
export const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place);
