import { idsOf, newestFirst } from '../../knowledge/in-time.ts';
import { idsIn } from '../../reading/query.ts';
import { answered, type Draft, notFound, opened } from '../draft.ts';
import type { Given } from '../given.ts';
import { personName } from '../names.ts';
import { attendedLine, summaryLine } from './lines.ts';
import type { Side } from './sides.ts';

/** Who took part on each of several sides: whether they were the same people, and who of them were. Then who was at each meeting. */
export function atBoth(sides: readonly Side[], given: Given): Draft | undefined {
  const { query, say } = given;
  const meetings = newestFirst(sides.flatMap(({ findings }) => findings)).map(({ consultation }) => consultation);
  const present = sides.map(({ findings, query: { constraints } }) => {
    const asked = idsIn({ constraints }, 'side');
    const all = findings.flatMap(({ consultation }) => consultation.participants);
    return all.filter(({ country }) => asked.length === 0 || asked.includes(country));
  });
  if (sides.some(({ findings }) => findings.length === 0)) return undefined;
  const lines = meetings.map((each) => attendedLine(each, given));
  const [unnamed] = meetings.filter(({ participants }) => participants.length === 0);
  // Whom the record does not name may have been there.
  if (unnamed !== undefined) return notFound(attendedLine(unnamed, given), lines);
  const people = present.map((all) => new Map(all.map((each) => [each.person, each])));
  const [first = new Map()] = people;
  const shared = [...first.values()].filter(({ person }) => people.every((all) => all.has(person)));
  const names = shared.map(({ person }) => personName(person, given));
  const isSame = people.every(({ size }) => size === shared.length);
  const text = say.atBoth(
    sides.map(({ name }) => name),
    names,
    isSame,
  );
  const consultations = idsOf(meetings.map((consultation) => ({ consultation })));
  const focus = shared.map(({ person }) => person);
  const draft = answered(summaryLine(text, meetings.slice(0, sides.length)), lines, { consultations, focus });
  return query.yesNo ? opened(draft, isSame ? say.yes : say.no) : draft;
}
