import { type Annotated, hasCue } from '../annotation.ts';
import { type Constraint, isOfStatement, type Query, type Role } from '../query.ts';
import type { Counted } from './counted.ts';
import { hasSubject, isOfPeople, scopeOf } from './scope.ts';

/** What a turn may take of the one before, and how much less likely than all of it; `isTimeLeft`: that its time was given up is told. */
export type Left = {
  readonly left: Query;
  readonly less: number;
  readonly isTimeLeft?: boolean;
};

/** What the turn before leaves: all of it; where others or another table are named, less likely a part. */
export function leftBy(
  previous: Query,
  own: Query,
  counted: Counted | undefined,
  annotated: Annotated,
): readonly Left[] {
  const whole: Query = { ...previous, ...scopeOf(previous), behind: undefined };
  const is = namedIn(own, whole);
  const without = (leaves: (one: Constraint) => boolean) => ({
    ...whole,
    constraints: whole.constraints.filter((one) => !leaves(one)),
  });
  return [
    { left: previous, less: 0 },
    // "How about Kishida?" after what Ishiba said in 2025, "and the foreign ministers?" after what the leaders said then of AUKUS.
    ...((is.otherPerson || is.tableOnSubject) && own.period === null && counted === undefined
      ? [{ left: { ...whole, period: null }, less: 0.8, isTimeLeft: whole.period !== null }]
      : []),
    // 「防衛相は？」 after what the leaders said: others met, at that time and on that subject.
    ...(is.tableOfOthers ? [{ left: without(isOfPeople), less: 0.8 }] : []),
    ...(is.othersOnSubject ? [{ left: without(({ subject }) => !subject), less: 0.6 }] : []),
    // "And when was the last one?" after there was none since then.
    ...(is.lastBeforeNone ? [{ left: { ...whole, period: null }, less: 0.2 }] : []),
    // "Anything similar in 2026?" after what somebody said of it: others may have, and in other words.
    ...(hasCue(annotated, 'similar') && hasSubject(whole)
      ? [isOfPeople, isOfPeopleOrWord].map((leaves) => ({ left: without(leaves), less: 0.2 }))
      : []),
    // "If not, when was it?": of what was claimed, whatever was said of when, where and by whom; of a meeting, at any time.
    ...(hasCue(annotated, 'otherwise')
      ? [{ left: { ...(hasSubject(whole) ? without(isOfMeeting) : whole), period: null }, less: 0.2 }]
      : []),
    // 「じゃあラオスは？」 after a word that no record holds.
    ...(is.besideUnheld ? [{ left: without(({ role }) => role === 'word'), less: 0.8 }] : []),
  ];
}

/** What names those who meet by what they are. */
const OF_TABLE: ReadonlySet<Role> = new Set(['framework', 'kind', 'level', 'members', 'post']);

const isOfTable = ({ role }: Constraint) => OF_TABLE.has(role);
const isOfMeeting = (one: Constraint) => !isOfStatement(one);
const isOfPeopleOrWord = (one: Constraint) => isOfPeople(one) || one.role === 'word';
const isOfPerson = ({ role }: Constraint) => role === 'person';

function namedIn({ constraints, order }: Query, whole: Query) {
  const isTable = constraints.some(isOfTable) && !constraints.some(isOfPerson);
  const isNone = (whole.answered ?? []).length === 0;
  return {
    otherPerson: constraints.some(isOfPerson) && whole.constraints.some(isOfPerson),
    tableOnSubject: isTable && hasSubject(whole) && whole.period !== null,
    tableOfOthers: isTable && whole.constraints.some(isOfPerson),
    othersOnSubject: hasSubject(whole) && constraints.some(isOfPeople),
    besideUnheld: isNone && constraints.length > 0 && whole.constraints.some(({ role }) => role === 'word'),
    lastBeforeNone: isNone && constraints.length === 0 && order?.side === 'latest' && whole.period !== null,
  };
}
