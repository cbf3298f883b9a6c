import type { Consultation, Person } from '../knowledge/schema.ts';
import { only } from '../lists.ts';
import type { Query } from '../reading/query.ts';
import { consultationSpan, overlaps } from '../time/spans.ts';
import { meetingLine, statementLines } from './compose/lines.ts';
import { allOf } from './compose/points.ts';
import { peopleIn } from './compose/terms.ts';
import { answered, type Draft } from './draft.ts';
import { asking, type Given } from './given.ts';

/** Statements of the talk that are shown. */
const mostStatements = 3;

/**
 * "Have Koizumi and Hegseth spoken in September 2026?" when the one talk of that time is on record without names: told as one of those who then
 * held the posts that sit there, and as neither yes nor no.
 */
export function byPost(given: Given): Draft | undefined {
  const { query, say, language } = given;
  const people = peopleIn(given);
  const isDenied = query.constraints.some(({ role, negated }) => role === 'person' && negated);
  if (people.length === 0 || query.period === null || isDenied) return undefined;
  const rest: Query = {
    ...query,
    constraints: query.constraints.filter(({ role }) => role !== 'person'),
    yesNo: false,
  };
  const other = asking(given, { ...rest, ask: 'list', order: undefined, nths: undefined });
  const unnamed = other.found.chosen.filter(
    ({ consultation }) => consultation.participants.length === 0 && isTableOf(people, consultation, given),
  );
  const consultation = only(unnamed)?.consultation;
  if (consultation === undefined) return undefined;
  const names = people.map((each) => each.names[language]);
  const lines = statementLines(allOf(consultation).slice(0, mostStatements), given);
  const headline = meetingLine(consultation, given, (told) => say.byPost(told, names));
  return answered(headline, lines, { consultations: [consultation.id] });
}

/** Whether all of `people` held a post that sits at the table at that time. */
function isTableOf(people: readonly Person[], consultation: Consultation, { knowledge }: Given): boolean {
  const sides = knowledge.frameworks.get(consultation.framework)?.sides ?? [];
  const posts = sides.flatMap((side) => side.posts);
  const span = consultationSpan(consultation);
  const isInPost = ({ post, from, to }: Person['offices'][number]) =>
    from !== undefined && posts.includes(post) && overlaps({ from, to: to ?? null }, span);
  return people.every(({ offices }) => offices.some(isInPost));
}
