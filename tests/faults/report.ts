import type { DigestTally } from './digests.ts';
import type { LogLine, Stage } from './stage.ts';
import { type Asked, type Tally, tally, WAYS } from './trickle.ts';

/** What a fault came to. `wrong` is empty when nothing was lost or doubled that should not have been. */
export type Outcome = {
  readonly fault: string;
  readonly questions: Tally;
  readonly digests: DigestTally;
  /** What else was watched, by name. */
  readonly seen: Readonly<Record<string, unknown>>;
  readonly wrong: readonly string[];
};

/** A fault that can be brought about; resolves with what came of it. */
export type FaultCase = { readonly name: string; readonly run: () => Promise<Outcome> };

/** Log sentences of warnings and errors, and how often each came. */
export function complaints(lines: readonly LogLine[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { level, msg } of lines) if (level >= 40) counts[msg] = (counts[msg] ?? 0) + 1;
  return counts;
}

/** What no fault may bring about. */
export function broken(stage: Stage, questions: Tally, digests: DigestTally): string[] {
  const wrong: string[] = [];
  if (questions['answered twice'] > 0) wrong.push(`${questions['answered twice']} questions answered twice`);
  if (questions['left without a word'] > 0) wrong.push(`${questions['left without a word']} questions without a word`);
  if (digests['posted twice'] > 0) wrong.push(`${digests['posted twice']} digests posted twice`);
  if (digests['not posted'] > 0) wrong.push(`${digests['not posted']} digests not posted`);
  if (stage.stray().length > 0) wrong.push(`printed beside the log: ${stage.stray().slice(0, 3).join(' | ')}`);
  if (stage.discord.violations.length > 0) wrong.push(`Discord would have refused: ${stage.discord.violations[0]}`);
  return wrong;
}

/** A sample of the metrics, by name and labels as exposed; 0 when there is none. */
export async function metric(stage: Stage, name: string): Promise<number> {
  const { body } = await stage.get('/metrics');
  let sum = 0;
  for (const line of body.split('\n')) if (line.startsWith(name)) sum += Number(line.split(' ').at(-1));
  return sum;
}

/** The counts by the way that questions were asked. */
export function byWay(asked: readonly Asked[]): Record<string, Tally> {
  return Object.fromEntries(WAYS.map((way) => [`  by ${way}`, tally(asked.filter((each) => each.way === way))]));
}
