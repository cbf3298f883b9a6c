import { bestKind } from '../knowledge/coverage.ts';
import { idsIn } from '../reading/query.ts';
import type { Answer, Statement } from './answer.ts';
import { createCiter } from './cite.ts';
import type { Draft, Line } from './draft.ts';
import type { Given } from './given.ts';
import { answerId } from './identity.ts';
import { carriedBelow, carriedScope, disclosuresOf, formNotes, openingOf } from './notes.ts';
import { recordNotes } from './record-notes.ts';
import { suggestionsFor } from './suggestions.ts';
import { tell } from './told.ts';

/** More would bury the answer. */
const mostPerhaps = 2;
/** A list of no more lines than these stands on one page where all of it is asked for. */
const mostWhole = 12;
/** People a follow-up's "he" can mean. */
const mostInFocus = 5;

/** Cuts a draft to one page and numbers what that page cites. A page beyond the last is the last. */
export function assemble(
  draft: Draft,
  given: Given,
  options: { readonly page: number; readonly linesPerPage: number },
): Answer {
  const { query, knowledge, language, today, say } = given;
  const lines = draft.lines.filter(({ references }) => references.length > 0);
  const isWhole = query.whole === true && query.ask === 'list' && lines.length <= mostWhole;
  const linesPerPage = isWhole ? mostWhole : options.linesPerPage;
  const count = Math.max(1, Math.ceil(lines.length / linesPerPage));
  const index = Math.min(Math.max(1, Math.trunc(options.page)), count);
  const shown = bySide(lines.slice((index - 1) * linesPerPage, index * linesPerPage));

  const citer = createCiter(knowledge, language);
  const kindsOf = ({ references }: Line) => references.map(({ source }) => knowledge.sources.get(source)?.kind);
  const isMixed = [draft.headline, ...shown].flatMap(kindsOf).includes('official');
  const statement = (line: Line, text: string): Statement => {
    const { references, consultation, side } = line;
    const rests =
      isMixed && consultation !== null && references.length > 0 && kindsOf(line).every((kind) => kind === 'news');
    const sentence = { text: rests ? say.byNews(text) : text, citations: citer.cite(references), consultation };
    return side === undefined ? sentence : { ...sentence, side };
  };
  const disclosures = draft.status === 'clarify' ? [] : disclosuresOf(given, draft);
  const opening = openingOf(disclosures, draft.headline, given);
  const headline = statement(draft.headline, say.opened(opening, draft.headline.text));
  const carried = carriedScope(opening, given);
  const statements = underHeadings(shown, draft.headline).map(({ line, text, heading }) => ({
    ...statement(line, text),
    ...(heading === undefined ? {} : { heading }),
  }));
  const citations = citer.list();

  const isAnswered = draft.status === 'answered';
  const notes = [
    ...disclosures.flatMap(({ kind, text }) => (kind === 'carried' || opening.includes(text) ? [] : text)),
    ...carriedBelow(given),
    ...formNotes(given),
    ...draft.notes,
    ...(isAnswered ? recordNotes([draft.headline, ...shown], given) : []),
    // Records dated to the month alone that may be of the day asked about.
    ...given.found.perhaps.slice(0, mostPerhaps).map((each) => say.perhaps(tell(each, given))),
    // A refusal says nothing that rests on the pages it names beside.
    ...(isAnswered || headline.citations.length > 0 ? kindNotes(citations, draft, given) : []),
  ];
  return {
    id: answerId(query, language, today),
    status: draft.status,
    language,
    question: query,
    headline,
    statements,
    ...(draft.sides === undefined ? {} : { sides: draft.sides }),
    ...(carried === undefined ? {} : { scope: carried }),
    disclosures,
    notes: [...new Set(notes)],
    consultations: draft.consultations,
    focus: (draft.focus ?? peopleOf(draft, given)).slice(0, mostInFocus),
    citations,
    suggestions: suggestionsFor(draft, given),
    choices: draft.choices ?? [],
    page: { index, count },
    knowledgeVersion: knowledge.version,
  };
}

/** The sides of a comparison one after the other, what is common to them last; other lines stay first, in their order. */
function bySide(lines: readonly Line[]): readonly Line[] {
  const from = lines.findIndex(({ side }) => side !== undefined);
  if (from < 0) return lines;
  const place = ({ side }: Line) => side ?? lines.length;
  return [...lines.slice(0, from), ...lines.slice(from).toSorted((a, b) => place(a) - place(b))];
}

type Headed = { readonly line: Line; readonly text: string; readonly heading?: string | undefined };

/**
 * Lines that answer another question of the text stand under that question. Lines of one meeting in a row stand under its name, said once; under the first line of the answer, where that is of the same meeting. Once one
 * heading stands on a page every meeting after it has one, so that no line seems to be of another. A line that stands alone names its
 * meeting itself.
 */
function underHeadings(lines: readonly Line[], headline: Line): readonly Headed[] {
  const at = lines.findIndex(({ question }) => question !== undefined);
  const [lead] = lines.slice(at);
  if (at < 0 || lead === undefined) return underMeetings(lines, headline);
  const next = lines.findIndex((line, place) => place > at && line.question !== lead.question);
  const own = lines.slice(at, next < 0 ? undefined : next);
  const [first, ...rest] = underMeetings(own, lead);
  return [
    ...underMeetings(lines.slice(0, at), headline),
    ...(first === undefined ? [] : [{ line: first.line, text: lead.text, heading: lead.question }, ...rest]),
    ...(next < 0 ? [] : underHeadings(lines.slice(next), headline)),
  ];
}

function underMeetings(lines: readonly Line[], headline: Line): readonly Headed[] {
  const main = headline.consultation;
  const other = lines.findIndex(({ consultation }) => main === null || consultation !== main);
  const led = other < 0 ? lines.length : other;
  const rest = lines.slice(led);
  const heading = (line: Line | undefined) => line?.under?.heading;
  const isRun = rest.some((line, at) => heading(line) !== undefined && heading(line) === heading(rest[at + 1]));
  const isHeaded = rest.some(({ under }) => under?.always) || (isRun && rest.every(({ under }) => under !== undefined));
  return lines.map((line, at) => {
    const { under } = line;
    if (under === undefined || (at >= led && !isHeaded)) return { line, text: line.text };
    const isFirst = at >= led && (at === led || heading(lines[at - 1]) !== under.heading);
    return isFirst ? { line, text: under.text, heading: under.heading } : { line, text: under.text };
  });
}

/** Whoever reads an answer without an official page behind it is told so. */
function kindNotes(
  citations: Answer['citations'],
  { headline, lines, consultations }: Draft,
  { say, knowledge }: Given,
): readonly string[] {
  const kinds = citations.map(({ kind }) => kind);
  if (kinds.length === 0 || kinds.includes('official')) return [];
  if (kinds.includes('reprint')) return [say.reprintOnly];
  const told = new Set([...consultations, ...[headline, ...lines].flatMap(({ consultation }) => consultation ?? [])]);
  // What is cited rests on news; the meeting itself may have official pages that tell of other things.
  const isKnown = knowledge.consultations.some((one) => told.has(one.id) && bestKind(one, knowledge) === 'official');
  return [isKnown ? say.newsCited : say.newsOnly];
}

/** Those asked about, then those who took part in the first consultation. */
function peopleOf({ consultations }: Draft, { query, knowledge }: Given): readonly string[] {
  const asked = idsIn(query, 'person');
  const main = knowledge.consultations.find(({ id }) => id === consultations[0]);
  return [...new Set([...asked, ...(main?.participants ?? []).map(({ person }) => person)])];
}
