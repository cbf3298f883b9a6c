import type { Reference } from '../../knowledge/schema.ts';
import { formatDate } from '../../time/format.ts';
import { meetingReference } from '../cite.ts';
import { answered, type Line } from '../draft.ts';
import type { Given } from '../given.ts';
import { type Composer, idsOf, newestFirst, toldOf } from './lines.ts';
import { isTopical, pointsOf } from './points.ts';

/** Meetings whose pages are told. */
const mostMeetings = 20;

/** Where it says so. Opens with how many pages; then each page once, linked. */
export const composeSource: Composer = (given) => {
  const { found, query, say } = given;
  const fitting = (isTopical(query) ? found.chosen : newestFirst(found.chosen)).slice(0, mostMeetings);
  if (fitting.length === 0) return undefined;
  const lines = fitting.flatMap((finding): readonly Line[] => {
    const { consultation } = finding;
    const points = isTopical(query) ? pointsOf([finding]) : [];
    const references =
      points.length > 0
        ? points.flatMap(({ outcome }) => outcome.sources)
        : [...meetingReference(consultation), ...consultation.outcomes.flatMap(({ sources }) => sources)];
    return pagesOf(references).flatMap((reference) => pageLine(reference, finding, given));
  });
  return answered(
    {
      text: say.rests(lines.length),
      references: lines.slice(0, 1).flatMap(({ references }) => references),
      consultation: null,
    },
    lines,
    { consultations: idsOf(fitting) },
  );
};

function pageLine(
  reference: Reference,
  { consultation }: Given['found']['chosen'][number],
  given: Given,
): readonly Line[] {
  const { knowledge, language, say } = given;
  const page = knowledge.sources.get(reference.source);
  if (page === undefined) return [];
  const told = toldOf(given, consultation);
  const text = say.source({
    title: page.title,
    language: page.language,
    publisher: page.publisher[language],
    published: page.published === undefined ? null : formatDate(page.published, language),
    locator: reference.locator?.[language] ?? null,
  });
  return [
    {
      text: say.framed(told, text),
      references: [reference],
      consultation: null,
      under: { heading: say.heading(told), text },
    },
  ];
}

/** Each page once, however many of its paragraphs are cited; a single one is named, as it helps to find the statement. */
function pagesOf(references: readonly Reference[]): readonly Reference[] {
  return [...Map.groupBy(references, ({ source }) => source)].map(([source, cited]) => {
    const [locator, ...others] = new Map(
      cited.flatMap((one) => (one.locator ? [[one.locator.en, one.locator] as const] : [])),
    ).values();
    return locator !== undefined && others.length === 0 ? { source, locator } : { source };
  });
}
