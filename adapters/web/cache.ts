/** What was sent for an address; `name` is what it is saved as. */
export type Kept = { readonly body: string; readonly type: string; readonly name?: string | undefined };

/** Pages once made, the least recently read going first past `mostBytes`. Keys hold the version of everything they depend on. */
export function createCache(mostBytes: number) {
  const kept = new Map<string, Kept>();
  let bytes = 0;
  const sizeOf = (key: string, { body }: Kept) => 2 * (key.length + body.length);

  return {
    get(key: string): Kept | undefined {
      const found = kept.get(key);
      if (found !== undefined) {
        kept.delete(key);
        kept.set(key, found);
      }
      return found;
    },
    set(key: string, value: Kept): void {
      // One that would push out most of the others is made anew each time.
      if (sizeOf(key, value) > mostBytes / 8) return;
      const before = kept.get(key);
      if (before !== undefined) bytes -= sizeOf(key, before);
      kept.delete(key);
      kept.set(key, value);
      bytes += sizeOf(key, value);
      for (const [oldest, each] of kept) {
        if (bytes <= mostBytes) break;
        kept.delete(oldest);
        bytes -= sizeOf(oldest, each);
      }
    },
    get bytes(): number {
      return bytes;
    },
  };
}
