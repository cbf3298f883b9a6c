/** Work in small steps, so that whoever takes them may do other things in between; it returns what the work comes to. */
export type Steps<T> = Generator<undefined, T>;

/** Takes all the steps at once. Throws what a step throws. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
