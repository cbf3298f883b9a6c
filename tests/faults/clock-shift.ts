import { readFileSync } from 'node:fs';

/**
 * Loaded before the program (`node --import`): its wall clock is off by as many milliseconds as the file named in `TEST_CLOCK_FILE`
 * says, read anew every 20 ms. Timers and `performance.now` are left alone, as a stepped system clock leaves them.
 */
const file = process.env.TEST_CLOCK_FILE ?? '';
const realNow = Date.now.bind(Date);
const realInstant = Temporal.Now.instant.bind(Temporal.Now);
let offset = 0;
let readAt = Number.NEGATIVE_INFINITY;

function off(): number {
  if (performance.now() - readAt > 20) {
    readAt = performance.now();
    try {
      offset = Number(readFileSync(file, 'utf8'));
    } catch {
      offset = 0;
    }
  }
  return offset;
}

const RealDate = Date;
const shiftedNow = () => realNow() + off();
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [shiftedNow()] : args, newTarget),
  apply: (target) => new target(shiftedNow()).toString(),
  get: (target, name, receiver) => (name === 'now' ? shiftedNow : Reflect.get(target, name, receiver)),
});
Object.assign(Temporal.Now, { instant: () => realInstant().add({ milliseconds: off() }) });
