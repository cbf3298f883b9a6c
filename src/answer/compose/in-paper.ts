import type { Definition } from '../../knowledge/schema.ts';
import { idsIn } from '../../reading/query.ts';
import { citing, type Line } from '../draft.ts';
import type { Given } from '../given.ts';
import { documentName } from '../names.ts';

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
