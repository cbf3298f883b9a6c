import { newestFirst } from '../../knowledge/in-time.ts';
import { ahead } from '../../lists.ts';
import { formatDate } from '../../time/format.ts';
import { answered, citing, type Draft, distinct, draftOf, type Line, notFound } from '../draft.ts';
import type { Given } from '../given.ts';
import { frameworkName } from '../names.ts';
import { endsOf, idsOf } from './dated.ts';
import { definitionLines, documentDate, type Entry, entriesIn } from './entries.ts';
import { type Composer, documentLines, meetingLine, statementLines, summaryLine } from './lines.ts';
import { latestUses } from './points.ts';

/** Papers. Of a paper that is known by name: opens with its day where that was asked, else with what it is; of a meeting: what it issued. */
export const composeDocuments: Composer = (given) => ofPapers(given) ?? ofMeetings(given);

/** What is told of papers; `undefined` where the question names none. */
function ofPapers(given: Given): Draft | undefined {
  const { query, found, knowledge } = given;
  const entries = entriesIn(given);
  const papers = entries.filter(({ kind }) => kind === 'document');
  // Article V of the treaty is asked about, not the treaty.
  const isPart = ({ id }: Entry) => papers.some((each) => each.id === knowledge.documents.get(id)?.partOf);
  const isDated = query.also.includes('when') || query.ask === 'when' || query.aspect === 'since';
  // Where the white paper deals with DICAS: the part that is called so.
  const names = entries.flatMap(({ kind, id }) =>
    kind === 'framework' ? `(${frameworkName(id, { ...given, language: 'en' })})` : [],
  );
  const parts = [...knowledge.documents.values()]
    .filter((each) => papers.some(({ id }) => id === each.partOf) && names.some((name) => each.names.en.includes(name)))
    .map(({ id }): Entry => ({ kind: 'document', id }));
  const told = [...parts, ...ahead(papers, isPart)].flatMap((entry) => {
    const defined = definitionLines(entry, given);
    if (query.aspect === 'until') return termFirst(defined, entry.id, given);
    return isDated ? dayFirst(defined, entry.id, given) : defined;
  });
  const held = query.constraints.filter(({ role }) => role === 'mention');
  const uses = told.length === 0 ? [] : statementLines(latestUses(found.findings), given);
  return draftOf([...told, ...uses], { held });
}

/** A sentence that tells what was done on the day opens; one that has it in brackets tells nothing of it. */
function dayFirst(defined: readonly Line[], id: string, given: Given): readonly Line[] {
  const date = given.knowledge.documents.get(id)?.date;
  if (date === undefined) return defined;
  const days = [formatDate(date, 'ja'), formatDate(date, 'en').replace(/^(\w+) (\d+), /, '$2 $1 ')];
  const tells = ({ text }: Line) =>
    days.some((each) => text.includes(each) && !['（', '('].some((before) => text.includes(before + each)));
  return defined.some(tells) ? ahead(defined, tells) : distinct([...documentDate(id, given), ...defined]);
}

/** Asked until when it is in force: the sentence that tells its term opens; where none does, that it is not on record. */
function termFirst(defined: readonly Line[], id: string, { knowledge, say, language }: Given): readonly Line[] {
  const tells = ({ text }: Line) => TERM[language].test(text);
  const name = knowledge.documents.get(id)?.names[language] ?? '';
  if (defined.length === 0 || defined.some(tells)) return ahead(defined, tells);
  return [citing(say.noTerm(name), defined[0]?.references ?? []), ...defined];
}

/** A term of years, or a last day. */
const TERM = {
  en: /\b(?:\w+ years from|for \w+ years|until \d|through FY?\d|expire)/,
  ja: /年間|年度まで|年まで|失効/,
};

/** What each meeting issued, newest first. */
function ofMeetings(given: Given): Draft | undefined {
  const { found, say, scope } = given;
  const fitting = newestFirst(found.chosen);
  const [main] = fitting;
  if (main === undefined) return undefined;
  const issuing = fitting.filter(({ consultation }) => consultation.documents.length > 0);
  const papers = issuing.flatMap(({ consultation }) => documentLines(consultation, given));
  const several = summaryLine(say.documentsOf(scope, issuing.length), endsOf(issuing));
  const [headline, ...rest] = issuing.length > 1 ? [several, ...papers] : papers;
  if (headline !== undefined) return answered(headline, rest);
  return notFound(meetingLine(main.consultation, given, say.noDocuments), [], { consultations: idsOf(fitting) });
}
