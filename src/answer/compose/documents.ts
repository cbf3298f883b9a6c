import { endsOf, idsOf, newestFirst } from '../../knowledge/in-time.ts';
import type { Consultation, Definition } from '../../knowledge/schema.ts';
import { ahead } from '../../lists.ts';
import { idsIn, type Paper } from '../../reading/query.ts';
import { answered, citing, type Draft, draftOf, type Line, notFound } from '../draft.ts';
import type { Given } from '../given.ts';
import { documentName, frameworkName } from '../names.ts';
import { definitionLines, type Entry, entriesIn } from './entries.ts';
import { type Composer, documentLines, meetingLine, plainLine, statementLines, summaryLine } from './lines.ts';
import { latestUses, nearBest, type Point, pointsOf } from './points.ts';
import { composeWhat } from './what.ts';

/** Papers. Of a paper that is known by name: opens with its day where that was asked, else with what it is; of a meeting: what it issued. */
export const composeDocuments: Composer = (given) =>
  ofPapers(given) ?? (given.query.aspect === 'sources' ? (ofSayings(given) ?? composeWhat(given)) : ofMeetings(given));

/** Which papers say something: those on whose pages its statements rest, with the best statement of each meeting. */
function ofSayings(given: Given): Draft | undefined {
  const { found, say, knowledge } = given;
  const papersOf = ({ consultation, outcome }: Point) => {
    const urls = new Set(outcome.sources.map(({ source }) => knowledge.sources.get(source)?.url));
    return consultation.documents.filter(({ url }) => urls.has(url));
  };
  const said = nearBest(pointsOf(found.chosen)).filter((point) => papersOf(point).length > 0);
  const points = newestFirst(
    said.filter((point) => point === said.find((each) => each.consultation === point.consultation)),
  );
  const lines = points.flatMap((point) => documentLines(point.consultation, given, papersOf(point)));
  const [first, ...rest] = lines;
  if (first === undefined) return undefined;
  if (rest.length === 0) return answered(first, statementLines(points, given));
  return answered(summaryLine(say.papersSaying(lines.length), endsOf(points)), lines);
}

/** What is told of papers; `undefined` where the question names none. */
function ofPapers(given: Given): Draft | undefined {
  const { query, found, knowledge } = given;
  const entries = entriesIn(given);
  const papers = entries.filter(({ kind }) => kind === 'document');
  // Article V of the treaty is asked about, not the treaty.
  const isPart = ({ id }: Entry) => papers.some((each) => each.id === knowledge.documents.get(id)?.partOf);
  // Where the white paper deals with DICAS: the part that is called so.
  const names = entries.flatMap(({ kind, id }) =>
    kind === 'framework' ? `(${frameworkName(id, { ...given, language: 'en' })})` : [],
  );
  const parts = [...knowledge.documents.values()]
    .filter((each) => papers.some(({ id }) => id === each.partOf) && names.some((name) => each.names.en.includes(name)))
    .map(({ id }): Entry => ({ kind: 'document', id }));
  const told = [...parts, ...ahead(papers, isPart)].flatMap((entry) => definitionLines(entry, given));
  const held = query.constraints.filter(({ role }) => role === 'mention');
  const uses = told.length === 0 ? [] : statementLines(latestUses(found.findings), given);
  return draftOf([...told, ...uses], { held });
}

/** What each meeting issued, newest first. */
function ofMeetings(given: Given): Draft | undefined {
  const { found, say, scope } = given;
  const fitting = newestFirst(found.chosen);
  const [main] = fitting;
  if (main === undefined) return undefined;
  const { paper } = given.query;
  const issuing = fitting.filter(({ consultation }) => papersOf(consultation, paper).length > 0);
  const papers = issuing.flatMap(({ consultation }) =>
    documentLines(consultation, given, papersOf(consultation, paper)),
  );
  const several = summaryLine(say.documentsOf(scope, issuing.length), endsOf(issuing));
  const [headline, ...rest] = issuing.length > 1 ? [several, ...papers] : papers;
  if (headline !== undefined) return answered(headline, rest);
  const others = fitting.flatMap(({ consultation }) => documentLines(consultation, given));
  return paper !== undefined && others.length > 0
    ? notFound(plainLine(say.noPaper(paper)), others)
    : notFound(meetingLine(main.consultation, given, say.noDocuments), [], { consultations: idsOf(fitting) });
}

/** What titles of papers of a kind say. */
const TITLED: Readonly<Record<Paper, readonly string[]>> = {
  statement: ['statement', '声明', '共同発表', 'ステートメント'],
  'fact-sheet': ['fact sheet', 'ファクトシート'],
  minutes: ['minutes', 'full text', '議事録', '全文'],
};

/** The papers of a meeting that are of the kind asked for, by their titles; all of them where none is. */
function papersOf({ documents }: Consultation, kind: Paper | undefined): Consultation['documents'] {
  if (kind === undefined) return documents;
  return documents.filter(({ title }) =>
    TITLED[kind].some((word) => `${title.ja} ${title.en}`.toLowerCase().includes(word)),
  );
}

/** "What does the white paper say on DICAS": what the entries of that name say by that paper, before the statements that rest on it. */
export function paperLines(given: Given): readonly Line[] {
  const { query, knowledge, language, say } = given;
  const sources = idsIn(query, 'source');
  // Asked of one meeting, what the paper says of that meeting answers.
  const isOfMeeting = query.period !== null && idsIn(query, 'framework').length > 0;
  if (sources.length === 0 || isOfMeeting) return [];
  const ofPaper = [...knowledge.documents.values()].find((each) => each.sources.some((id) => sources.includes(id)));
  const paper = ofPaper === undefined ? '' : documentName(ofPaper.id, given);
  const labels = new Set(query.constraints.filter(({ role }) => role !== 'source').map(({ label }) => label));
  const isCalled = (names: readonly string[]) => names.some((name) => labels.has(name));
  const asked = new Set(query.constraints.flatMap(({ anyOf }) => anyOf.map((id) => id.replace(/^\w+:/, ''))));
  const frameworks = [...knowledge.frameworks.values()].filter(
    ({ id, short, names }) =>
      asked.has(id) || isCalled([short, names].flatMap((each) => (each ? [each.ja, each.en] : []))),
  );
  const isNamed = ({ ja, en }: { readonly ja: string; readonly en: string }) =>
    [...labels].some((label) => ja.includes(`（${label}）`) || en.includes(`(${label})`));
  const documents = [...knowledge.documents.values()].filter(
    ({ id, names, partOf }) => asked.has(id) || (partOf === ofPaper?.id && isNamed(names)),
  );
  const told: readonly Definition[] = [
    ...frameworks.flatMap(({ definition = [], facts = [] }) => [...definition, ...facts]),
    ...documents.flatMap(({ definition = [] }) => definition),
  ];
  return told
    .filter((each) => each.sources.some(({ source }) => sources.includes(source)))
    .map((each, at) =>
      citing(at === 0 ? say.defined(paper, each[language]) : say.explained(each[language]), each.sources),
    );
}
