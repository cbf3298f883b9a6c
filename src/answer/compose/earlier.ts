import { byDate } from '../../knowledge/in-time.ts';
import type { Reference } from '../../knowledge/schema.ts';
import { periodOfEventDate } from '../../time/calendar.ts';
import { formatDate } from '../../time/format.ts';
import { meetingReference } from '../cite.ts';
import { answered, citing, type Draft } from '../draft.ts';
import type { Given } from '../given.ts';
import { frameworkName } from '../names.ts';
import { begun } from './framework-lines.ts';
import { itemLines } from './lines.ts';
import type { Side } from './sides.ts';

type Begun = {
  readonly name: string;
  readonly day: string;
  readonly onRecord: boolean;
  readonly from: readonly Reference[];
};

/**
 * Which of several came first: by the day since when each has been held, or by the first on record of each. What is known to be older than the
 * record is not set against what the record alone tells, and of two on one day neither came first.
 */
export function earlier(sides: readonly Side[], given: Given): Draft | undefined {
  const known = sides.map((side) => sinceOf(side, given));
  const isKnownOfAll = known.every((each) => each !== undefined);
  const isOlder = (begun: Begun | undefined) => begun !== undefined && startOf(begun) < given.knowledge.coverage.from;
  const all = sides.flatMap((side, at) => {
    const begun = isKnownOfAll || isOlder(known[at]) ? known[at] : undefined;
    return begun ?? firstOf(side);
  });
  const sorted = all.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  const [first, second] = sorted;
  if (first === undefined || second === undefined || all.length < sides.length) return undefined;
  const told = sorted.map(({ name, day, onRecord }) => ({ name, date: formatDate(day, given.language), onRecord }));
  const isKnown = all.every(({ onRecord }) => onRecord === first.onRecord) && startOf(first) !== startOf(second);
  const meetings =
    first.onRecord && isKnown ? byDate(sides.flatMap(({ findings }) => byDate(findings).slice(0, 1))) : [];
  const pages = sorted.flatMap(({ from }) => from);
  return answered(citing(given.say.earlier(told, isKnown), pages), itemLines(meetings, given));
}

const startOf = ({ day }: Begun) => periodOfEventDate(day).from;

/** A framework may have begun before the record does. */
function sinceOf({ of }: Side, given: Given): Begun | undefined {
  const [id = '', ...others] = of?.role === 'framework' ? of.anyOf : [];
  const entry = others.length === 0 ? given.knowledge.frameworks.get(id) : undefined;
  if (entry?.since === undefined) return undefined;
  const from = begun(entry, given)[0]?.references ?? [];
  return { name: frameworkName(id, given), day: entry.since, onRecord: false, from };
}

function firstOf({ name, findings }: Side): readonly Begun[] {
  return byDate(findings)
    .slice(0, 1)
    .map(({ consultation }) => ({
      ...{ name, day: consultation.date, onRecord: true },
      from: meetingReference(consultation),
    }));
}
