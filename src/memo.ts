/** Makes a value when it is first asked for, and never again. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Remembers what `make` gives, `by` a key that what is asked alike has in common. Once `most` were asked for those are forgotten that were not among the
 * last so many: up to twice as many are held.
 */
export function remembered<Asked, Value extends NonNullable<unknown>>(
  make: (asked: Asked) => Value,
  most: number,
  by: (asked: Asked) => unknown = (asked) => asked,
): (asked: Asked) => Value {
  let recent = new Map<unknown, Value>();
  let before = new Map<unknown, Value>();
  return (asked) => {
    const key = by(asked);
    const known = recent.get(key);
    if (known !== undefined) return known;
    const value = before.get(key) ?? make(asked);
    if (recent.size >= most) [before, recent] = [recent, new Map()];
    recent.set(key, value);
    return value;
  };
}

/** Remembers what `make` gives for an object, for as long as there is that object. */
export function rememberedOf<Key extends object, Value extends NonNullable<unknown>>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}
