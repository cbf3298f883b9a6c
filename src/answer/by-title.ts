import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation } from '../knowledge/schema.ts';
import type { Question } from '../question/question.ts';
import type { Retrieved } from '../retrieval/evidence.ts';
import { type ClosedPeriod, periodOfEventDate } from '../time/calendar.ts';

/** Shorter titles name too much. */
const leastLength = 6;

/**
 * Retrieval that heeds a meeting called by its very title and day. A title may hold words that mean something else by themselves
 * ("High-Level Talks", "Working Group and Tabletop Exercise"); said whole, with its day, it means that one record.
 */
export function byTitle(
  knowledge: KnowledgeBase,
  retrieve: (question: Question) => Retrieved,
): (question: Question) => Retrieved {
  const titles = knowledge.consultations
    .filter(({ date }) => date.length > 'YYYY-MM'.length)
    .map((consultation) => ({
      consultation,
      days: periodOfEventDate(consultation.date),
      names: [consultation.title.ja, consultation.title.en].flatMap(namesOf),
    }));

  return (question) => {
    const found = retrieve(question);
    const named = titledOn(question, titles);
    if (named.length === 0 || isAnswered(found, named)) return found;
    const ids = named.map(({ id }) => id);
    const only = retrieve({ ...question, consultations: ids, terms: '' });
    // What the title itself was read as must not narrow what was said there.
    return only.evidence.length > 0
      ? only
      : retrieve({
          ...question,
          consultations: ids,
          terms: '',
          topics: [],
          acts: [],
          documents: [],
          countries: [],
          members: undefined,
        });
  };
}

type Titled = {
  readonly consultation: Consultation;
  readonly days: ClosedPeriod;
  readonly names: readonly string[];
};

function isAnswered({ evidence }: Retrieved, named: readonly Consultation[]): boolean {
  return evidence.length === named.length && evidence.every(({ consultation }) => named.includes(consultation));
}

function titledOn(question: Question, titles: readonly Titled[]): readonly Consultation[] {
  const { period } = question;
  if (period === null || question.consultations.length > 0 || question.otherPeriod !== null) return [];
  let text: string | undefined;
  const named: { consultation: Consultation; length: number }[] = [];
  for (const { consultation, days, names } of titles) {
    if (days.from !== period.from || days.to !== period.to) continue;
    text ??= fold(question.text);
    const length = Math.max(0, ...names.filter((name) => text?.includes(name)).map((name) => name.length));
    if (length > 0) named.push({ consultation, length });
  }
  const longest = Math.max(0, ...named.map(({ length }) => length));
  return named.filter(({ length }) => length === longest).map(({ consultation }) => consultation);
}

/** A title whole, and without what brackets at its end add. */
function namesOf(title: string): readonly string[] {
  const whole = fold(title);
  const bare = whole.replace(/ ?\([^()]*\)$/, '');
  return [...new Set([whole, bare])].filter((name) => name.length >= leastLength);
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").replace(/[–—]/g, '-').replace(/[“”]/g, '"');
}
