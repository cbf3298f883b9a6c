import type { Answer, Statement } from './answer.ts';
import { createCiter } from './cite.ts';
import type { Composing, Draft, Line } from './draft.ts';
import { answerId } from './identity.ts';
import { phrases } from './phrases/phrases.ts';
import { recordNotes } from './record-notes.ts';
import { suggestionsFor } from './suggestions.ts';
import { tell } from './told.ts';

/** More would bury the answer. */
const mostPerhaps = 2;

/** Cuts a draft to one page and numbers what that page cites. A page beyond the last is the last. */
export function assemble(
  draft: Draft,
  composing: Composing,
  options: { readonly page: number; readonly linesPerPage: number },
): Answer {
  const { question, knowledge, language, today } = composing;
  const count = Math.max(1, Math.ceil(draft.lines.length / options.linesPerPage));
  const index = Math.min(Math.max(1, Math.trunc(options.page)), count);
  const shown = draft.lines.slice((index - 1) * options.linesPerPage, index * options.linesPerPage);

  const citer = createCiter(knowledge, language);
  const kindsOf = ({ references }: Line) => references.map(({ source }) => knowledge.sources.get(source)?.kind);
  const isMixed = [draft.headline, ...shown].flatMap(kindsOf).includes('official');
  const statement = (line: Line): Statement => {
    const { text, references, consultation } = line;
    const rests =
      isMixed && consultation !== null && references.length > 0 && kindsOf(line).every((kind) => kind === 'news');
    return { text: rests ? phrases(language).byNews(text) : text, citations: citer.cite(references), consultation };
  };
  const headline = statement(draft.headline);
  const statements = shown.map(statement).filter(({ citations }) => citations.length > 0);
  const citations = citer.list();

  const notes = [
    ...question.understood.map((line) => line[language]),
    ...draft.notes,
    ...(draft.status === 'answered' ? recordNotes([draft.headline, ...shown], composing) : []),
    ...perhapsNotes(composing),
    // A refusal says nothing that rests on the pages it names beside.
    ...(draft.status === 'answered' || headline.citations.length > 0
      ? kindNotes(
          citations.map(({ kind }) => kind),
          composing,
        )
      : []),
  ];
  return {
    id: answerId(question, language, today),
    status: draft.status,
    language,
    question,
    headline,
    statements,
    notes: [...new Set(notes)],
    consultations: draft.consultations,
    citations,
    suggestions: suggestionsFor(draft, composing),
    choices: draft.choices ?? [],
    page: { index, count },
    knowledgeVersion: knowledge.version,
  };
}

/** Records dated to the month alone that may be of the day asked about. */
function perhapsNotes({ perhaps = [], knowledge, language }: Composing): readonly string[] {
  return perhaps.slice(0, mostPerhaps).map((each) => phrases(language).perhaps(tell(each, knowledge, language)));
}

/** Whoever reads an answer without an official page behind it is told so. */
function kindNotes(kinds: readonly Answer['citations'][number]['kind'][], { language }: Composing): readonly string[] {
  if (kinds.length === 0 || kinds.includes('official')) return [];
  const say = phrases(language);
  return [kinds.includes('reprint') ? say.reprintOnly : say.newsOnly];
}
