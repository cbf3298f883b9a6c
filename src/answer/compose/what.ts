import type { Consultation, Outcome } from '../../knowledge/schema.ts';
import type { Question } from '../../question/question.ts';
import type { Evidence } from '../../retrieval/evidence.ts';
import type { Bilingual } from '../../text/language.ts';
import { type Composing, type Draft, idsOf, type Line } from '../draft.ts';
import { inOrder, isTopical, meetingLine, outcomeLine, outcomesOf, sorted, wordsFor } from './lines.ts';

/** What was settled rather than talked about, the firmest first. */
const settled: readonly Outcome['act'][] = ['signed', 'agreed', 'announced'];
const rankOf = (act: Outcome['act']): number => (settled.includes(act) ? settled.indexOf(act) : settled.length);

type Point = { readonly outcome: Outcome; readonly consultation: Consultation };

/** What was agreed, said or welcomed, each in the verb of its record; the best outcome first. `evidence` is not empty. */
export function composeWhat(composing: Composing): Draft {
  const { question, language } = composing;
  const { say, tell } = wordsFor(composing);
  const evidence = inOrder(composing.evidence, question);
  const points =
    question.sort === undefined
      ? saidFirst(settledFirst(pointsOf(evidence, question), question), composing)
      : inTime(sorted(evidence, question), question);
  const [best, ...rest] = points;
  if (best === undefined) return withoutOutcomes(composing, evidence);

  const isOne = new Set(points.map(({ consultation }) => consultation.id)).size === 1;
  const documents = isOne && asksForDocuments(question) ? documentLines(best.consultation, composing) : [];
  if (documents[0] !== undefined)
    return { status: 'answered', headline: documents[0], lines: [], notes: [], consultations: [best.consultation.id] };
  const told = tell(best.consultation);
  const lines: readonly Line[] = rest.map(({ outcome, consultation }) => {
    const text = outcome[language];
    return outcomeLine(isOne ? say.outcome(text) : say.framed(tell(consultation), text), outcome, consultation);
  });
  const asksForAgreement =
    isTopical(question) && /\bagree|合意|一致/i.test(question.text) && question.acts.length === 0;
  const isAgreed = points.some(({ outcome }) => settled.includes(outcome.act));
  return {
    status: 'answered',
    headline: outcomeLine(
      say.said(told, best.outcome[language], best.outcome.by === undefined ? told.pair : null),
      best.outcome,
      best.consultation,
    ),
    lines: [...lines, ...(isOne && !isTopical(question) ? documentLines(best.consultation, composing) : [])],
    notes: asksForAgreement && !isAgreed ? [say.noAgreement] : [],
    consultations: [...new Set(points.map(({ consultation }) => consultation.id))],
  };
}

/** One from each of many consultations before the second of any, so that a first page shows the breadth. */
function pointsOf(evidence: readonly Evidence[], question: Question): readonly Point[] {
  const columns = evidence.map((each) =>
    outcomesOf(each, question).map((outcome) => ({ outcome, consultation: each.consultation })),
  );
  if (columns.length <= 2) return columns.flat();
  const depth = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: depth }, (_, row) => columns.flatMap((column) => column.slice(row, row + 1))).flat();
}

/** In the order of time, with what was settled alone where that is asked for and there is any. */
function inTime(evidence: readonly Evidence[], question: Question): readonly Point[] {
  const points = evidence.flatMap((each) =>
    outcomesOf(each, question).map((outcome) => ({ outcome, consultation: each.consultation })),
  );
  const firm = wantsAgreement(question) ? points.filter(({ outcome }) => settled.includes(outcome.act)) : [];
  return firm.length > 0 ? firm : points;
}

/** Asked what was agreed, what was signed comes first, the newest of it before what it replaced, and mere talk last; the order is otherwise kept. */
function settledFirst(points: readonly Point[], question: Question): readonly Point[] {
  if (!wantsAgreement(question)) return points;
  const isOnAll = ({ topics }: Outcome) => question.topics.every((topic) => topics.includes(topic));
  const rank = ({ outcome }: Point) =>
    outcome.act === 'signed' && !isOnAll(outcome) ? settled.indexOf('agreed') : rankOf(outcome.act);
  const newer = (a: Point, b: Point) =>
    a.outcome.act === 'signed' ? b.consultation.date.localeCompare(a.consultation.date) : 0;
  const first = points.slice(0, 12).sort((a, b) => rank(a) - rank(b) || newer(a, b));
  return [...first, ...points.slice(12)];
}

const WORDS_ASKED =
  /\b(?:say|said|says|state[ds]?|tell|told|remark\w*|express\w*|promise[ds]?|pledge[ds]?|respond\w*|react\w*|ask(?:ed)?|request\w*|urge[ds]?|demand\w*)\b|言|述べ|発言|表明|語|答え|反応|求め|要請|申し入れ|申入れ/i;
const REQUEST_ASKED = /\b(?:ask(?:ed)?|request\w*|urge[ds]?|demand\w*)\b|求め|要請|申し入れ|申入れ/i;
const REQUEST_MADE = /求め|要請|促し|申し入れ/;

/** "What did Biden say": what the record gives as his own words comes before what both said. */
function saidFirst(points: readonly Point[], { question, knowledge }: Composing): readonly Point[] {
  if (!WORDS_ASKED.test(question.text)) return points;
  const people = question.people.flatMap((id) => knowledge.people.get(id) ?? []);
  const speaker = people.length === 1 ? people[0] : people.find(({ family }) => subjectOf(family)(question.text));
  if (speaker === undefined) return points;
  const { family, country } = speaker;
  const isHis = subjectOf(family);
  // On a subject, the meeting that is most about it stays first, whoever spoke there.
  const lead = isTopical(question) ? points[0]?.consultation : undefined;
  const isOwn = ({ outcome, consultation }: Point) =>
    (lead === undefined || consultation === lead) &&
    (outcome.by === undefined || outcome.by.some((side) => side === country)) &&
    isHis(outcome.ja);
  const found = points.filter(isOwn);
  // "How did he respond to …": his reply need not repeat the subject that was put to him.
  const asksForRequest = REQUEST_ASKED.test(question.text);
  const also = (lead === undefined ? [] : lead.outcomes.map((outcome) => ({ outcome, consultation: lead })))
    .filter((point) => isOwn(point) && !found.some(({ outcome }) => outcome === point.outcome))
    .filter(({ outcome }) => (asksForRequest ? REQUEST_MADE.test(outcome.ja) : found.length === 0));
  const own = [...found, ...also];
  const requests = asksForRequest ? own.filter(({ outcome }) => REQUEST_MADE.test(outcome.ja)) : [];
  const first = [...requests, ...own.filter((point) => !requests.includes(point))];
  return [...first, ...points.filter((point) => !isOwn(point))];
}

/** Tells whether a sentence is of what that person did: 高市総理は…, "what did Takaichi …". */
function subjectOf(family: Bilingual): (sentence: string) => boolean {
  const japanese = new RegExp(`(?:^|[、。：「のは])${family.ja}[^、。とのにを]{0,12}[はが]`, 'u');
  const english = new RegExp(`\\b(?:did|does|has|had) (?:[\\w.]+ ){0,4}?${family.en}\\b`, 'iu');
  return (sentence) => japanese.test(sentence) || english.test(sentence);
}

function wantsAgreement({ text, acts }: Question): boolean {
  return acts.length === 0 && /\bagree|\bdecid|\bdeals?\b|合意|一致|決ま|決め|取り決め/i.test(text);
}

/** "What documents were issued", 共同発表の文書は. */
export const asksForDocuments = ({ text }: Question): boolean => ASKS_FOR_DOCUMENTS.test(text);

const ASKS_FOR_DOCUMENTS =
  /\b(?:what|which) (?:joint )?(?:documents?|statements?)\b|\bdocuments? (?:were |was )?(?:issued|released|published|adopted)|\b(?:was|were|is|are) (?:there )?(?:a |any |the )?(?:joint )?(?:statements?|documents?|communiqu[eé]s?)\b|(?:文書|共同声明|共同発表)(?:は|を|が|の名)(?!.{0,12}(?:台湾|中国|言及|触れ|何))/i;

function documentLines(consultation: Consultation, composing: Composing): readonly Line[] {
  const { say, tell } = wordsFor(composing);
  const titles = consultation.documents.map(({ title }) => title[composing.language]);
  return titles.length === 0 ? [] : [meetingLine(say.documents(tell(consultation), titles), consultation)];
}

/** The meetings are on record, what was said there is not. */
function withoutOutcomes(composing: Composing, evidence: readonly Evidence[]): Draft {
  const { say, tell } = wordsFor(composing);
  const [main, ...others] = evidence;
  if (main === undefined) throw new RangeError('composeWhat needs evidence');
  return {
    status: 'not-found',
    headline: meetingLine(say.noOutcomes(tell(main.consultation)), main.consultation),
    lines: [main, ...others].map(({ consultation }) => meetingLine(say.item(tell(consultation)), consultation)),
    notes: [],
    consultations: idsOf(evidence),
  };
}
