import { idsOf, newestFirst } from '../../knowledge/in-time.ts';
import type { Reference } from '../../knowledge/schema.ts';
import { ahead } from '../../lists.ts';
import type { Finding } from '../../search/found.ts';
import { formatDate } from '../../time/format.ts';
import { meetingReference } from '../cite.ts';
import { answered, citing, type Line } from '../draft.ts';
import type { Given } from '../given.ts';
import { tell } from '../told.ts';
import type { Composer } from './lines.ts';
import { isTopical } from './points.ts';
import { composePages } from './talk.ts';

/** Meetings whose pages are told. */
const mostMeetings = 20;

/** Where it says so. Opens with how many pages; then each page once, linked. Where nothing is named, what pages the record rests on. */
export const composeSource: Composer = (given) => {
  const { found, query, say, knowledge } = given;
  if (query.frame === 'alone' && query.constraints.length === 0 && query.period === null) return composePages(given);
  const fitting = (isTopical(query) ? found.chosen : newestFirst(found.chosen)).slice(0, mostMeetings);
  if (fitting.length === 0) return undefined;
  const lines = fitting.flatMap((finding) => {
    const { consultation, outcomes } = finding;
    const isSaid = isTopical(query) && outcomes.length > 0;
    const said = isSaid ? outcomes.map(({ outcome }) => outcome) : consultation.outcomes;
    const references = [...(isSaid ? [] : meetingReference(consultation)), ...said.flatMap(({ sources }) => sources)];
    return pagesOf(references).flatMap((reference) => pageLine(reference, finding, given));
  });
  const isOfficial = ({ references }: Line) =>
    references.some(({ source }) => knowledge.sources.get(source)?.kind === 'official');
  const ordered = query.aspect === 'official' ? ahead(lines, isOfficial) : lines;
  const text =
    query.aspect === 'official' ? say.official(lines.filter(isOfficial).length, lines.length) : say.rests(lines.length);
  return answered(citing(text, ordered[0]?.references ?? []), ordered, { consultations: idsOf(fitting) });
};

function pageLine(reference: Reference, { consultation }: Finding, given: Given): readonly Line[] {
  const { knowledge, language, say } = given;
  const page = knowledge.sources.get(reference.source);
  if (page === undefined) return [];
  const told = tell(consultation, given);
  const text = say.source({
    title: page.title,
    language: page.language,
    publisher: page.publisher[language],
    published: page.published === undefined ? null : formatDate(page.published, language),
    locator: reference.locator?.[language] ?? null,
  });
  return [{ ...citing(say.framed(told, text), [reference]), under: { heading: say.heading(told), text } }];
}

/** Each page once, however many of its paragraphs are cited; a single one is named, as it helps to find the statement. */
function pagesOf(references: readonly Reference[]): readonly Reference[] {
  return [...Map.groupBy(references, ({ source }) => source)].map(([source, cited]) => {
    const locators = new Map(cited.flatMap(({ locator }) => (locator ? [[locator.en, locator] as const] : [])));
    const [locator, ...others] = locators.values();
    return locator !== undefined && others.length === 0 ? { source, locator } : { source };
  });
}
