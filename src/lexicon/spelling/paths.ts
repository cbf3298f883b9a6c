/** One piece of a text: where it ends and what it costs to read it so. */
export type Step<Value> = { readonly from: number; readonly to: number; readonly cost: number; readonly value: Value };

/** The cheapest way to cut `from`..`to` into pieces; empty where the steps do not lead to the end. Linear in the number of steps. */
export function cheapestPath<Value>(
  from: number,
  to: number,
  stepsAt: (at: number) => Iterable<Omit<Step<Value>, 'from'>>,
): readonly Step<Value>[] {
  const costs = new Map<number, number>([[from, 0]]);
  const arrivals = new Map<number, Step<Value>>();
  for (let at = from; at < to; at += 1) {
    const sum = costs.get(at);
    if (sum === undefined) continue;
    for (const step of stepsAt(at)) {
      const cost = sum + step.cost;
      if (step.to > to || cost >= (costs.get(step.to) ?? Number.POSITIVE_INFINITY)) continue;
      costs.set(step.to, cost);
      arrivals.set(step.to, { ...step, from: at });
    }
  }
  const path: Step<Value>[] = [];
  for (let at = to; at > from; ) {
    const step = arrivals.get(at);
    if (step === undefined) return [];
    path.unshift(step);
    at = step.from;
  }
  return path;
}
