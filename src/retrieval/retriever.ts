import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { addDays } from '../language/time/calendar.ts';
import { contentTerms } from '../language/tokens.ts';
import type { Question } from '../question/question.ts';
import { fitOfOutcome, matchesConsultation, narrowsOutcomes } from './constraints.ts';
import type { Evidence, OutcomeEvidence, PassageIndex, Retrieved } from './evidence.ts';
import { type Faceted, facetsOf } from './facets.ts';
import { nearestTo } from './nearest.ts';
import { createPassageIndex } from './passage-index.ts';
import { outcomePassageId, passagesOf } from './passages.ts';

/** Share of a question's free words that a passage must hold to be about them. */
const LEAST_SHARE = 0.5;
const MOST_HITS = 200;

/** Finds the evidence for a question: structure filters, text ranks. */
export type BoundRetriever = {
  retrieve(question: Question): Retrieved;
  /** Definitions that a text is about, best first: `framework:scc#0`. */
  findDefinitions(text: string, limit: number): readonly string[];
};

/**
 * Prepares retrieval over one version of the knowledge. The passage index is built at the first question that needs words, or by
 * `warm`: most questions are answered by structure alone.
 */
export function createRetriever(knowledge: KnowledgeBase): BoundRetriever & { warm(): void } {
  const all = facetsOf(knowledge);
  let index: PassageIndex | undefined;
  const texts = new Map<string, string>();
  const passageIndex = () => {
    if (index === undefined) {
      const passages = passagesOf(knowledge);
      for (const { id, title, text } of passages) texts.set(id, `${title}\n${text}`);
      index = createPassageIndex(passages);
    }
    return index;
  };

  /** Passages that hold enough of the words, with a score of 0..1. */
  function textHits(words: string, among: (id: string) => boolean): Map<string, number> {
    const wanted = [...new Set(contentTerms(words))];
    if (wanted.length === 0) return new Map();
    const hits = passageIndex().search(words, { limit: MOST_HITS, filter: among });
    const best = hits[0]?.score ?? 1;
    const about = hits.filter(({ id }) => {
      const held = new Set(contentTerms(texts.get(id) ?? ''));
      return wanted.filter((term) => held.has(term)).length / wanted.length >= LEAST_SHARE;
    });
    return new Map(about.map(({ id, score }) => [id, score / best]));
  }

  function gather(question: Question): Evidence[] {
    const structural = all.filter((facts) => matchesConsultation(question, facts));
    const words = wordsOf(question, knowledge);
    const ids = new Set(structural.map(({ consultation }) => consultation.id));
    const hits = words === '' ? undefined : textHits(words, (id) => ids.has(id.split('#')[0] ?? ''));
    // Words beside a linked topic only rank; alone they decide.
    const decisive = hits !== undefined && !narrowsOutcomes(question);
    return structural.flatMap((facts) => evidenceOf(question, facts, hits, decisive) ?? []);
  }

  return {
    retrieve(question) {
      const evidence = order(question, nearMisses(question, gather));
      return evidence.length > 0 ? { evidence, nearest: [] } : { evidence, nearest: nearestTo(question, gather) };
    },
    findDefinitions(text, limit) {
      return [...textHits(text, (id) => id.includes(':')).keys()].slice(0, limit);
    },
    warm: () => void passageIndex().search('日米 alliance'),
  };
}

/** Free words, and the names of documents that no topic stands for. */
function wordsOf(question: Question, knowledge: KnowledgeBase): string {
  const documents =
    question.topics.length > 0
      ? []
      : question.documents.map((id) => knowledge.documents.get(id)?.names[question.language] ?? '');
  return [question.terms, ...documents].filter((part) => part !== '').join(' ');
}

function evidenceOf(
  question: Question,
  facts: Faceted,
  hits: ReadonlyMap<string, number> | undefined,
  decisive: boolean,
): Evidence | undefined {
  const { consultation } = facts;
  const narrowed = narrowsOutcomes(question);
  const own = hits?.get(consultation.id);
  const outcomes = consultation.outcomes.flatMap((outcome, index): OutcomeEvidence[] => {
    const outcomeFacts = facts.outcomes[index];
    const fit = outcomeFacts === undefined ? 0 : fitOfOutcome(question, outcome, outcomeFacts, facts.countries);
    const text = hits?.get(outcomePassageId(consultation.id, index)) ?? 0;
    if (fit === 0 || (decisive && text === 0 && own === undefined)) return [];
    return [{ outcome, index, score: hits === undefined ? fit : 0.6 * fit + 0.4 * text }];
  });
  if (outcomes.length === 0 && (narrowed || (decisive && own === undefined))) return undefined;
  outcomes.sort((a, b) => b.score - a.score || a.index - b.index);
  const score = Math.max(own ?? 0, outcomes[0]?.score ?? (hits === undefined ? 1 : 0));
  return { consultation, score, outcomes };
}

/**
 * A meeting in Washington on the 14th is on the 15th in Japan: a day asked for that has nothing finds what was held the day
 * before in the Americas.
 */
function nearMisses(question: Question, gather: (question: Question) => Evidence[]): Evidence[] {
  const found = gather(question);
  const day = question.period?.from;
  if (found.length > 0 || day === null || day === undefined || day !== question.period?.to) return found;
  const before = addDays(day, -1);
  return gather({ ...question, period: { from: before, to: before } })
    .filter(({ consultation }) => consultation.place?.country === 'US')
    .map((evidence) => ({ ...evidence, score: evidence.score * 0.8 }));
}

/** Best first where words or topics rank, the newer first among equals; else by date. */
function order(question: Question, evidence: Evidence[]): Evidence[] {
  const ranked = narrowsOutcomes(question) || question.terms !== '';
  if (!ranked) return evidence;
  return evidence.sort((a, b) => b.score - a.score || b.consultation.date.localeCompare(a.consultation.date));
}
