import { formatDate } from '../../time/format.ts';
import { answered, citing, type Draft, type Line, notFound } from '../draft.ts';
import type { Given } from '../given.ts';
import { endsOf, idsOf, newestFirst } from './dated.ts';
import { definitionLines, documentDate, type Entry, entriesIn } from './entries.ts';
import { type Composer, documentLines, meetingLine, statementLines, summaryLine } from './lines.ts';
import { latestUses } from './points.ts';

/** Papers. Of a paper that is known by name: opens with its day where that was asked, else with what it is; of a meeting: what it issued. */
export const composeDocuments: Composer = (given) => ofPaper(given) ?? ofMeetings(given);

/** What is told of a paper; `undefined` where the question names none. */
export function ofPaper(given: Given): Draft | undefined {
  const { query, found } = given;
  const papers = entriesIn(given).filter(({ kind }) => kind === 'document');
  const isDated = query.also.includes('when') || query.ask === 'when' || query.aspect === 'since';
  const [headline, ...rest] = partsFirst(papers, given).flatMap((entry) => {
    const [defined, day] = [definitionLines(entry, given), documentDate(entry.id, given)];
    if (query.aspect === 'until') return termFirst(defined, entry.id, given);
    if (isDated) return dayFirst(defined, day, entry.id, given);
    // A sentence that tells the day needs no line that says it again.
    const year = given.knowledge.documents.get(entry.id)?.date?.slice(0, 4) ?? '';
    return defined.some(({ text }) => text.includes(year)) ? defined : [...defined, ...day];
  });
  const uses = latestUses(found.findings);
  const held = query.constraints.filter(({ role }) => role === 'mention');
  return headline && answered(headline, [...rest, ...statementLines(uses, given)], { held });
}

/** A sentence that tells what was done on the day opens; one that has it in brackets tells nothing of it. */
function dayFirst(defined: readonly Line[], day: readonly Line[], id: string, { knowledge }: Given): readonly Line[] {
  const date = knowledge.documents.get(id)?.date;
  if (date === undefined) return defined;
  const days = [formatDate(date, 'ja'), formatDate(date, 'en').replace(/^(\w+) (\d+), /, '$2 $1 ')];
  const tells = ({ text }: Line) =>
    days.some((each) => text.includes(each) && !['（', '('].some((before) => text.includes(before + each)));
  const telling = defined.filter(tells);
  return telling.length > 0 ? [...new Set([...telling, ...defined])] : [...day, ...defined];
}

/** Asked until when it is in force: the sentence that tells its term opens; where none does, that it is not on record. */
function termFirst(defined: readonly Line[], id: string, { knowledge, say, language }: Given): readonly Line[] {
  const telling = defined.filter(({ text }) => TERM.test(text));
  const name = knowledge.documents.get(id)?.names[language] ?? '';
  const unknown =
    telling.length > 0 || defined.length === 0 ? [] : [citing(say.noTerm(name), defined[0]?.references ?? [])];
  return [...new Set([...telling, ...unknown, ...defined])];
}

/** A term of years, or a last day. */
const TERM = /\b(?:\w+ years from|for \w+ years|until \d|through FY?\d|expire)|年間|年度まで|年まで|失効/;

/** Article V of the treaty is asked about, not the treaty. */
function partsFirst(papers: readonly Entry[], { knowledge }: Given): readonly Entry[] {
  const isPart = ({ id }: Entry) => papers.some((each) => each.id === knowledge.documents.get(id)?.partOf);
  return [...papers.filter(isPart), ...papers.filter((each) => !isPart(each))];
}

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
