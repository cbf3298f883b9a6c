import type { Consultation, Outcome } from '../../knowledge/schema.ts';
import type { Question } from '../../question/question.ts';
import type { Evidence } from '../../retrieval/evidence.ts';
import { formatDate } from '../../time/format.ts';
import { meetingReference } from '../cite.ts';
import type { Composing, Line } from '../draft.ts';
import { type Phrases, phrases } from '../phrases/phrases.ts';
import { type Scope, scopeOf } from '../scope.ts';
import { type Told, tell } from '../told.ts';

/** What every compose function needs in words. */
export type Words = { readonly say: Phrases; readonly scope: Scope; tell(consultation: Consultation): Told };

/** Sentences and names for one composition. */
export function wordsFor(composing: Composing): Words {
  const { question, knowledge, language, evidence } = composing;
  // Words beside a topic only rank what was found, so that nobody may be told that all of it holds them.
  const isRanked = evidence.length > 0 && question.topics.length + question.documents.length > 0;
  const scope = scopeOf(isRanked ? { ...question, terms: '' } : question, knowledge, language);
  const name = partMeant(composing);
  return {
    say: phrases(language),
    scope: name === undefined ? scope : { ...scope, topics: [name] },
    tell: (consultation) => tell(consultation, knowledge, language),
  };
}

/**
 * The name that a question uses for a part of its one topic (the Strait of Hormuz, of maritime security), where all that was found is on that
 * part: the whole topic would be told a wrong number or first day.
 */
function partMeant({ question, knowledge, language, evidence }: Composing): string | undefined {
  const [id, ...others] = question.topics;
  const topic = id === undefined || others.length > 0 ? undefined : knowledge.topics.get(id);
  if (topic === undefined) return undefined;
  const typed = question.text.normalize('NFKC').toLowerCase();
  const named = (alias: string) =>
    language === 'en' && /\b(?:Strait|Islands|Sea)\b/.test(alias) && !/^the /i.test(alias) ? `the ${alias}` : alias;
  if (typed.includes(topic.labels[language].toLowerCase())) return undefined;
  const outcomes = evidence.flatMap((each) => each.outcomes.map(({ outcome }) => outcome[language]));
  const alias = topic.aliases[language]
    .filter((each) => each.length > 2 && outcomes.length > 0 && typed.includes(each.toLowerCase()))
    .find((each) => outcomes.every((text) => text.toLowerCase().includes(each.toLowerCase())));
  return alias === undefined ? undefined : named(alias);
}

/** A line about the meeting itself: date, place, participants. */
export function meetingLine(text: string, consultation: Consultation): Line {
  return { text, references: meetingReference(consultation), consultation: consultation.id };
}

/** A line over several meetings, cited by each of those it names. */
export function summaryLine(text: string, consultations: readonly Consultation[]): Line {
  return { text, references: consultations.flatMap(meetingReference), consultation: null };
}

/** A line that asserts nothing from the record. */
export function plainLine(text: string): Line {
  return { text, references: [], consultation: null };
}

/** An outcome, cited by its own sources. */
export function outcomeLine(text: string, outcome: Outcome, consultation: Consultation): Line {
  return { text, references: outcome.sources, consultation: consultation.id };
}

/** Whether a question asks about subjects, so that only outcomes on them count. */
export function isTopical(question: Question): boolean {
  return (
    question.topics.length + question.documents.length + question.acts.length > 0 ||
    (question.by?.length ?? 0) > 0 ||
    question.terms !== ''
  );
}

/** The outcomes of a consultation that speak to the question; all of them when it asks about no subject. */
export function outcomesOf(evidence: Evidence, question: Question): readonly Outcome[] {
  if (evidence.outcomes.length > 0) return evidence.outcomes.map(({ outcome }) => outcome);
  return isTopical(question) ? [] : evidence.consultation.outcomes;
}

/** By date, earliest first. */
export function byDate(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...evidence].sort((a, b) => compareDates(a.consultation, b.consultation));
}

/** By date as the asker wants it; the order given where the asker says nothing. */
export function sorted(evidence: readonly Evidence[], { sort }: Question): readonly Evidence[] {
  if (sort === undefined) return evidence;
  return sort === 'oldest' ? byDate(evidence) : [...byDate(evidence)].reverse();
}

/** Intents that a whole day may answer. */
const OF_A_DAY: ReadonlySet<Question['intent']> = new Set(['who', 'where']);

/** Asked for the first and for the last in one breath. */
export const BOTH_ENDS =
  /\b(?:first|earliest) and (?:the )?(?:last|latest|most recent)\b|\b(?:last|latest) and (?:the )?first\b|(?:最初|初回|第1回)と(?:最後|最新|直近|前回)/i;
/** Their sentences tell of one end at a time. */
const ENDS: ReadonlySet<Question['intent']> = new Set(['first', 'latest']);

/** With `order`, the first or latest of what was found; otherwise everything as it came. */
export function inOrder(evidence: readonly Evidence[], question: Question): readonly Evidence[] {
  if (question.order === undefined) return evidence;
  const sorted = question.order === 'first' ? byDate(evidence) : [...byDate(evidence)].reverse();
  const [earliest, newest] = [sorted[0], sorted.at(-1)];
  if (earliest && newest && sorted.length > 1 && !ENDS.has(question.intent) && BOTH_ENDS.test(question.text))
    return byDate([earliest, newest]);
  const skip = question.skip ?? 0;
  const [chosen] = sorted;
  // Whom somebody met first is everyone of that first day: the record does not say in which order.
  const isOfDay = OF_A_DAY.has(question.intent) && question.frameworks.length === 0 && question.limit === undefined;
  if (chosen !== undefined && isOfDay && skip === 0)
    return sorted.filter(({ consultation }) => consultation.date === chosen.consultation.date);
  return sorted.slice(skip, skip + (question.limit ?? 1));
}

/** The dates of the first and last of these consultations, as a reader writes them. */
export function spanOf(evidence: readonly Evidence[], language: Composing['language']): readonly [string, string] {
  const sorted = byDate(evidence);
  const first = sorted[0]?.consultation.date;
  const last = sorted.at(-1)?.consultation.date;
  return [first === undefined ? '' : formatDate(first, language), last === undefined ? '' : formatDate(last, language)];
}

/** First and last consultation by date; one when they are the same. */
export function endsOf(evidence: readonly Evidence[]): readonly Consultation[] {
  const sorted = byDate(evidence).map(({ consultation }) => consultation);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  return first === last ? [first] : [first, last];
}

/** From first to last day on record, and how many. */
export function coverageIn({ knowledge, language }: Composing): {
  readonly from: string;
  readonly to: string;
  readonly consultations: number;
} {
  const { from, to, consultations } = knowledge.coverage;
  return { from: formatDate(from, language), to: formatDate(to, language), consultations };
}

function compareDates(a: Consultation, b: Consultation): number {
  // A month alone sorts before its days, as its first day would.
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
