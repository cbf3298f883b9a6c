import type { Consultation } from '../../knowledge/schema.ts';
import { answered } from '../draft.ts';
import { type Composer, idsOf, meetingLine, newestFirst, statementLine, summaryLine, toldOf } from './lines.ts';
import { meant, saidOn } from './points.ts';

/** Venues named in a first line; the rest are counted. */
const mostPlaces = 7;

/** Where it was held. Opens with the place; a telephone talk has none, and that is the answer. Then each meeting with its place. */
export const composeWhere: Composer = (given) => {
  const { query, found, say, scope, language } = given;
  const all = newestFirst(meant(found.chosen, query));
  const isPlaced = ({ consultation }: (typeof all)[number]) => consultation.place !== undefined;
  const fitting = [...all.filter(isPlaced), ...all.filter((each) => !isPlaced(each))];
  const [main, ...others] = fitting;
  if (main === undefined) return undefined;
  const lines = fitting.map(({ consultation }) => meetingLine(say.heldAt(toldOf(given, consultation)), consultation));
  const placed = fitting.map(({ consultation }) => consultation).filter(({ place }) => place !== undefined);
  const consultations = idsOf(fitting);
  const [headline, ...rest] = lines;
  if (headline === undefined) return undefined;
  if (others.length === 0 || placed.length === 0) {
    const { place, format } = main.consultation;
    const point = others.length === 0 ? saidOn(main, given) : undefined;
    const said = point === undefined ? [] : [statementLine(point, given)];
    const isKnown = place !== undefined || format === 'telephone' || format === 'video';
    return { ...answered(headline, [...said, ...rest], { consultations }), status: isKnown ? 'answered' : 'not-found' };
  }
  const places = [...Map.groupBy(placed, ({ place }: Consultation) => place?.[language] ?? '')];
  const sorted = places.sort(([, a], [, b]) => b.length - a.length);
  const shown = sorted.slice(0, mostPlaces);
  return answered(
    summaryLine(
      say.places(
        scope,
        shown.map(([name, at]) => ({ name, count: at.length })),
        sorted.length - shown.length,
      ),
      shown.flatMap(([, at]) => at.slice(0, 1)),
    ),
    lines,
    { consultations },
  );
};
