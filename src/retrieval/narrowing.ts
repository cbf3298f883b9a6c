import { VERBS } from '../question/intent/verbs.ts';
import type { Question } from '../question/question.ts';
import type { Bilingual } from '../text/language.ts';
import type { Evidence, OutcomeEvidence } from './evidence.ts';

/**
 * 「統合作戦司令部の創設」: where sentences name the topic in the question's own word and hold its other words whole, they are what is asked for,
 * and the rest of the topic is not.
 */
export function sayingBoth(found: Evidence[], topicWords: readonly string[], terms: string): Evidence[] {
  const words = terms.toLowerCase().split(' ');
  const exact = only(found, ({ outcome }) => {
    const text = plain(outcome);
    return topicWords.some((word) => text.includes(word)) && words.every((word) => text.includes(word));
  });
  return exact.length > 0 ? exact : found;
}

/**
 * The Strait of Hormuz is a part of maritime security: where a proper name within a topic is asked for and no more than half of what was found
 * says it, that is what is asked for.
 */
export function sayingAlias(found: Evidence[], aliases: readonly string[]): Evidence[] {
  if (aliases.length === 0) return found;
  const exact = only(found, ({ outcome }) => aliases.some((alias) => plain(outcome).includes(alias)));
  return exact.length > 0 && exact.length * 2 <= found.length ? exact : found;
}

/** Of words beside a topic, those in capitals or with figures (GDP, F-35) are names that must be said, where anything says them. */
export function withNames(found: Evidence[], terms: string): Evidence[] {
  const names = terms.split(' ').filter((word) => /^[A-Z]{2,}|\d/.test(word));
  if (names.length === 0) return found;
  const exact = only(found, ({ outcome: { ja, en } }) => names.every((name) => ja.includes(name) || en.includes(name)));
  return exact.length > 0 ? exact : found;
}

/** What is on the subject asked about, in the verb asked for. */
export function onSubject(found: Evidence[], question: Question): Evidence[] {
  return inItsVerb(onOneSubject(found, question), question);
}

/** Where topics make up one subject, only what speaks of all of them is on it. Asked what was said, the rest still ranks below. */
function onOneSubject(found: Evidence[], { topics, oneSubject, intent, manner }: Question): Evidence[] {
  if (oneSubject !== true || (intent === 'what' && manner === 'plain')) return found;
  const exact = only(found, ({ outcome }) => topics.every((topic) => outcome.topics.includes(topic)));
  return exact.length > 0 ? exact : found;
}

/** 「北朝鮮を非難した会合」: only what was condemned. */
function inItsVerb(found: Evidence[], { verb }: Question): Evidence[] {
  if (verb === undefined) return found;
  const pattern = VERBS[verb];
  return only(found, ({ outcome }) => pattern.test(outcome.ja) || pattern.test(outcome.en));
}

/** The evidence with those outcomes alone, without what has none of them. */
function only(found: readonly Evidence[], holds: (evidence: OutcomeEvidence) => boolean): Evidence[] {
  return found.flatMap((evidence): Evidence[] => {
    const outcomes = evidence.outcomes.filter(holds);
    return outcomes.length === 0 ? [] : [{ ...evidence, outcomes }];
  });
}

const plain = ({ ja, en }: Bilingual): string => `${ja}\n${en.toLowerCase()}`;
