import { type Dated, idsOf, newestFirst } from '../../knowledge/in-time.ts';
import { ahead, only } from '../../lists.ts';
import { answered, type Draft, notFound } from '../draft.ts';
import type { Given } from '../given.ts';
import { type Composer, closestDraft, meetingLine, statementLines, summaryLine } from './lines.ts';
import { meant, saidOn } from './points.ts';

/** Venues named in a first line; the rest are counted. */
const mostPlaces = 7;

/** By telephone or video, which has no place. */
const isApart = ({ consultation: { format = 'in-person' } }: Dated) => format !== 'in-person';

/** Where it was held. Opens with the place; a telephone talk has none, and that is the answer. Then each meeting with its place. */
export const composeWhere: Composer = (given) => withoutOccasion(given) ?? places(given);

/** Asked on the margins of what one meeting was held, of which the record knows nothing: that, and where it was. */
function withoutOccasion(given: Given): Draft | undefined {
  const meeting = only(meant(given.found.chosen, given.query))?.consultation;
  if (given.query.measure !== 'occasion' || meeting === undefined || meeting.occasion !== undefined) return undefined;
  const { say } = given;
  return notFound(meetingLine(meeting, given, say.noOccasion), [meetingLine(meeting, given, say.heldAt)]);
}

function places(given: Given): Draft | undefined {
  const { query, found, say, scope, language } = given;
  const all = newestFirst(meant(found.chosen, query));
  const placed = all.filter(({ consultation }) => consultation.place !== undefined);
  const fitting = ahead(all, (each) => placed.includes(each));
  const linesOf = (some: typeof all) => some.map(({ consultation }) => meetingLine(consultation, given, say.heldAt));
  const [main, ...others] = fitting;
  const [headline, ...rest] = linesOf(fitting);
  if (main === undefined || headline === undefined) return undefined;
  if (others.length === 0 || placed.length === 0) {
    const said = others.length === 0 ? [saidOn(main, query) ?? []].flat() : [];
    const { place, format = 'in-person' } = main.consultation;
    const [own] = place === undefined ? said : [];
    // Where a thing is that no meeting place is on record for, what was said of it may tell.
    if (own !== undefined && format === 'in-person') return closestDraft([own], given);
    const status = place === undefined && format === 'in-person' ? 'not-found' : 'answered';
    return { ...answered(headline, [...statementLines(said, given), ...rest]), status };
  }
  const places = [...Map.groupBy(placed, ({ consultation }) => consultation.place?.[language] ?? '')];
  const sorted = places.toSorted(([, a], [, b]) => b.length - a.length);
  const shown = sorted.slice(0, mostPlaces);
  const counted = shown.map(([name, at]) => ({ name, count: at.length }));
  const text = say.places(scope, counted, sorted.length - shown.length);
  const newest = shown.flatMap(([, at]) => at.slice(0, 1).map(({ consultation }) => consultation));
  // That a place is not on record tells nothing beside those that are.
  const lines = linesOf(fitting.filter((each) => placed.includes(each) || isApart(each)));
  return answered(summaryLine(text, newest), lines, { consultations: idsOf(fitting) });
}
