import { answered, type Draft } from '../draft.ts';
import type { Given } from '../given.ts';
import { definitionLines, documentDate, type Entry, entriesIn } from './entries.ts';
import {
  type Composer,
  documentLines,
  endsOf,
  idsOf,
  meetingLine,
  newestFirst,
  statementLine,
  summaryLine,
  toldOf,
} from './lines.ts';
import { bestFirst, isTopical, pointsOf } from './points.ts';

/** Uses shown below a paper. */
const mostUses = 2;

/** Papers. Of a paper that is known by name: opens with its day where that was asked, else with what it is; of a meeting: what it issued. */
export const composeDocuments: Composer = (given) => ofPaper(given) ?? ofMeetings(given);

function ofPaper(given: Given): Draft | undefined {
  const { query, found } = given;
  const papers = partsFirst(
    entriesIn(given).filter(({ kind }) => kind === 'document'),
    given,
  );
  const lines = papers.flatMap((entry) => {
    const defined = definitionLines(entry, given);
    const day = documentDate(entry.id, given);
    return query.also.includes('when') || query.ask === 'when' || query.aspect === 'since'
      ? [...day, ...defined]
      : [...defined, ...day];
  });
  const [headline, ...rest] = lines;
  if (headline === undefined) return undefined;
  const uses = newestFirst(found.findings)
    .slice(0, mostUses)
    .flatMap((each) => bestFirst(pointsOf([each]), given).slice(0, 1));
  return answered(headline, [...rest, ...uses.map((each) => statementLine(each, given))], {
    consultations: idsOf(uses),
  });
}

/** Article V of the treaty is asked about, not the treaty. */
function partsFirst(papers: readonly Entry[], { knowledge }: Given): readonly Entry[] {
  const isPart = ({ id }: Entry) => papers.some((each) => each.id === knowledge.documents.get(id)?.partOf);
  return [...papers.filter(isPart), ...papers.filter((each) => !isPart(each))];
}

/** What each meeting issued, newest first, with what was said on the subject asked about. */
function ofMeetings(given: Given): Draft | undefined {
  const { found, query, say, scope } = given;
  const fitting = newestFirst(found.chosen);
  const [main] = fitting;
  if (main === undefined) return undefined;
  const issuing = fitting.filter(({ consultation }) => consultation.documents.length > 0);
  const papers = issuing.flatMap(({ consultation }) => documentLines(consultation, given));
  const said = isTopical(query) ? bestFirst(pointsOf(fitting), given).map((each) => statementLine(each, given)) : [];
  const several = summaryLine(say.documentsOf(scope, issuing.length), endsOf(issuing));
  const [headline, ...rest] = issuing.length > 1 ? [several, ...papers] : papers;
  if (headline !== undefined) return answered(headline, [...said, ...rest], { consultations: idsOf(issuing) });
  const none = meetingLine(say.noDocuments(toldOf(given, main.consultation)), main.consultation);
  return {
    ...answered(none, said, { consultations: idsOf(fitting) }),
    status: said.length > 0 ? 'answered' : 'not-found',
  };
}
