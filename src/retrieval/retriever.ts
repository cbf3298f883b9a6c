import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation } from '../knowledge/schema.ts';
import type { Question } from '../question/question.ts';
import { createPassageIndex } from '../search/passage-index.ts';
import { consultationOf, isDefinition, outcomePassageId, passagesOf } from '../search/passages.ts';
import type { Snapshot } from '../snapshots.ts';
import { addDays } from '../time/calendar.ts';
import { createCandidates } from './candidates.ts';
import { certainlyWithin, fitOfOutcome, matchesConsultation, narrowsOutcomes } from './constraints.ts';
import type { Evidence, OutcomeEvidence, Retrieved } from './evidence.ts';
import { aliasesIn, type Faceted, facetsOf, topicWordsIn } from './facets.ts';
import { onSubject, sayingAlias, sayingBoth, withNames } from './narrowing.ts';
import { nearestTo } from './nearest.ts';
import { createNearness, type Nearness } from './nearness.ts';

/** Intents that are of everything which fits. */
const WHOLE: ReadonlySet<Question['intent']> = new Set(['list', 'count']);
/** Share of a question's free words that a passage must hold to be about them. */
const LEAST_SHARE = 0.5;
const MOST_HITS = 200;
/** What the date of a record that fits only perhaps is worth. */
const UNSURE = 0.9;
/** Added where the other side raised what is asked about; enough to pass whatever only shares the topic. */
const REPLY = 0.5;
const OTHER_DAY = 0.8;

/** Finds the evidence for a question over one version of the knowledge: structure filters, text ranks. */
export type BoundRetriever = {
  retrieve(question: Question): Retrieved;
  /** Builds the passage index now, so that the first question that needs words does not wait for it. */
  warm(): void;
};

/**
 * Prepares retrieval; `words` is where the words of the passages are kept between starts. The passage index is built at the first question that needs words, or by `warm`: most questions are answered
 * by structure alone.
 */
export function createRetriever(knowledge: KnowledgeBase, words?: Snapshot | undefined): BoundRetriever {
  const all = facetsOf(knowledge);
  const candidates = createCandidates(all);
  const passages = lazily(() => passagesOf(knowledge));
  const index = lazily(() => createPassageIndex(passages(), words));
  const texts = lazily(() => new Map(passages().map(({ id, title, text }) => [id, `${title}\n${text}`])));

  /** Passages that hold enough of the words, with a score of 0..1. */
  function textHits(words: string, among: ((id: string) => boolean) | undefined): Map<string, number> {
    const hits = index().search(words, { limit: MOST_HITS, filter: among });
    const best = hits[0]?.score ?? 1;
    const about = hits.filter(({ share }) => share >= LEAST_SHARE);
    return new Map(about.map(({ id, score }) => [id, score / best]));
  }

  /** Leaves out what holds the words of a name, but not as that name. */
  function dropScattered(hits: Map<string, number>, saysName: Nearness): void {
    for (const id of hits.keys()) if (!saysName(texts().get(id) ?? '')) hits.delete(id);
  }

  function gather(question: Question): Evidence[] {
    const structural = candidates(question).filter((facts) => matchesConsultation(question, facts));
    const named = topicWordsIn(question.text, question.topics, knowledge);
    const words = question.terms;
    if (words === '')
      return sayingAlias(
        onSubject(
          structural.flatMap((facts) => evidenceOf(question, facts, named, undefined, false) ?? []),
          question,
        ),
        aliasesIn(question.text, question.topics, knowledge),
      );
    const ids = structural.length < all.length ? new Set(structural.map(({ consultation: { id } }) => id)) : undefined;
    const hits = textHits(words, (id) => (ids === undefined ? !isDefinition(id) : ids.has(consultationOf(id))));
    // Words beside a linked topic or document only rank; else they are the subject, and decide.
    const decisive = question.topics.length === 0 && question.documents.length === 0;
    if (decisive) dropScattered(hits, createNearness(words, question.text));
    const hit = new Set([...hits.keys()].map(consultationOf));
    const possible = decisive ? structural.filter(({ consultation: { id } }) => hit.has(id)) : structural;
    const found = onSubject(
      possible.flatMap((facts) => evidenceOf(question, facts, named, hits, decisive) ?? []),
      question,
    );
    // Asked how a subject developed or whether it came up, all of it counts.
    if (decisive || question.manner !== 'plain') return found;
    // A list leaves out nothing that a word less would find.
    const both = WHOLE.has(question.intent) ? found : sayingBoth(found, named, words);
    const meant = both === found ? sayingAlias(found, aliasesIn(question.text, question.topics, knowledge)) : both;
    return withNames(meant, words);
  }

  return {
    retrieve(question) {
      const found = order(question, orByWords(question, nearMisses(question, gather), gather));
      if (found.length === 0) return { evidence: found, nearest: nearestTo(question, gather) };
      const evidence = found.filter(({ consultation }) => certainlyWithin(question, consultation));
      const perhaps = found.map(({ consultation }) => consultation).filter((each) => !certainlyWithin(question, each));
      if (evidence.length > 0) return { evidence, nearest: [], perhaps };
      const near = perhaps.map((consultation) => ({ consultation, relaxed: 'period' as const }));
      return { evidence, nearest: [...near, ...nearestTo(question, gather)] };
    },
    warm: () => void index(),
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function evidenceOf(
  question: Question,
  facts: Faceted,
  topicWords: readonly string[],
  hits: ReadonlyMap<string, number> | undefined,
  decisive: boolean,
): Evidence | undefined {
  const { consultation } = facts;
  const narrowed = narrowsOutcomes(question);
  const own = hits?.get(consultation.id);
  const outcomes = consultation.outcomes.flatMap((outcome, index): OutcomeEvidence[] => {
    const outcomeFacts = facts.outcomes[index];
    const fit =
      outcomeFacts === undefined ? 0 : fitOfOutcome(question, topicWords, outcome, outcomeFacts, facts.countries);
    const text = hits?.get(outcomePassageId(consultation.id, index)) ?? 0;
    if (fit === 0 || (decisive && text === 0 && own === undefined)) return [];
    return [{ outcome, index, score: hits === undefined ? fit : 0.6 * fit + 0.4 * text }];
  });
  if (outcomes.length === 0 && (narrowed || (decisive && own === undefined))) return undefined;
  outcomes.sort((a, b) => b.score - a.score || a.index - b.index);
  const best = Math.max(own ?? 0, outcomes[0]?.score ?? (hits === undefined ? 1 : 0));
  const score = isReplyThere(question, consultation) ? best + REPLY : best;
  return { consultation, score: certainlyWithin(question, consultation) ? score : score * UNSURE, outcomes };
}

/** What one side answered is asked for: it need not repeat what the other had raised in the same meeting. */
function isReplyThere({ by, terms, text }: Question, { outcomes }: Consultation): boolean {
  if ((by?.length ?? 0) === 0 || terms === '' || !REPLIES.test(text)) return false;
  return terms.split(' ').every((term) => outcomes.some(({ ja, en }) => `${ja} ${en.toLowerCase()}`.includes(term)));
}

const REPLIES = /答え|回答|応じ|反応|\b(?:repl(?:y|ied)|respon[ds]\w*|answer(?:ed)?|react\w*)\b/i;

/**
 * 「深圳の学校の事件」 is of no incident of U.S. forces: where nothing on a topic fits, but its other words tell of something by themselves, a
 * name within them is what is asked about.
 */
function orByWords(question: Question, found: Evidence[], gather: (question: Question) => Evidence[]): Evidence[] {
  const hasName = /[\p{Lu}]\p{Ll}{3}|\p{Script=Han}{2}|[ァ-ヺ]{3}/u.test(question.terms);
  if (found.length > 0 || question.topics.length === 0 || !question.terms.includes(' ') || !hasName) return found;
  return gather({ ...question, topics: [], oneSubject: undefined });
}

/**
 * A meeting in Washington on the 14th is on the 15th in Japan, and a call on the 15th in Japan is on the 14th in Washington: a day
 * asked for that has nothing finds what was held in America the day before, or by telephone or video the day after.
 */
function nearMisses(question: Question, gather: (question: Question) => Evidence[]): Evidence[] {
  const found = gather(question);
  const day = question.period?.from;
  if (found.length > 0 || day === null || day === undefined || day !== question.period?.to) return found;
  const on = (other: string) => gather({ ...question, period: { from: other, to: other } });
  return [
    ...on(addDays(day, -1)).filter(({ consultation }) => consultation.place?.country === 'US'),
    ...on(addDays(day, 1)).filter(({ consultation: { format } }) => format === 'telephone' || format === 'video'),
  ].map((evidence) => ({ ...evidence, score: evidence.score * OTHER_DAY }));
}

/** What was said at the meeting of two people: at theirs, where they had one, and not where they sat among others. */
function atTheirOwn({ people, text }: Question, evidence: Evidence[]): Evidence[] {
  if (people.length < 2 || !MEETING.test(text)) return evidence;
  const own = evidence.filter(({ consultation: { participants } }) => participants.length === people.length);
  return own.length > 0 ? own : evidence;
}

const MEETING = /会談|懇談|電話|\bmeetings?\b|\btalks\b|\bcalls?\b/i;

/** Best first where words or topics rank, the newer first among equals; else by date. */
function order(question: Question, evidence: Evidence[]): Evidence[] {
  const ranked = narrowsOutcomes(question) || question.terms !== '';
  if (!ranked) return question.intent === 'what' ? atTheirOwn(question, evidence) : evidence;
  return evidence.sort((a, b) => b.score - a.score || b.consultation.date.localeCompare(a.consultation.date));
}
