import type { Evidence } from '../../retrieval/evidence.ts';
import { type Composing, type Draft, idsOf, type Line } from '../draft.ts';
import {
  byDate,
  coverageIn,
  endsOf,
  inOrder,
  isTopical,
  meetingLine,
  outcomeLine,
  outcomesOf,
  sorted,
  spanOf,
  summaryLine,
  wordsFor,
} from './lines.ts';

/** Every consultation that fits, one line each. `evidence` is not empty. */
export function composeList(composing: Composing): Draft {
  const { question, language } = composing;
  const { say, scope } = wordsFor(composing);
  const chosen = question.order === undefined ? byDate(composing.evidence) : inOrder(composing.evidence, question);
  const evidence = sorted(chosen, question);
  const [from, to] = spanOf(evidence, language);
  const text =
    question.order === undefined
      ? say.listed(scope, evidence.length, from, to)
      : say.several(question.order, scope, evidence.length);
  return {
    status: 'answered',
    headline: summaryLine(text, endsOf(evidence)),
    lines: itemLines(evidence, composing),
    notes: [],
    consultations: idsOf(evidence),
  };
}

/** How many are on record, over what coverage, and which. `evidence` is not empty. */
export function composeCount(composing: Composing): Draft {
  const { say, scope } = wordsFor(composing);
  const evidence = byDate(composing.evidence);
  const [from, to] = spanOf(evidence, composing.language);
  return {
    status: 'answered',
    headline: summaryLine(say.counted(scope, evidence.length, from, to), endsOf(evidence)),
    lines: [...byYear(evidence, composing), ...itemLines(evidence, composing)],
    notes: [say.countNote(coverageIn(composing))],
    consultations: idsOf(evidence),
  };
}

/** "How many each year": one line with each year's number, cited by the first and last consultation of each. */
function byYear(evidence: readonly Evidence[], composing: Composing): readonly Line[] {
  if (
    !/\b(?:each|every|per|by|a) year\b|\byearly\b|\bannual(?:ly)?\b|年別|年ごと|年毎|毎年|各年|年に何[回件度]|年何回/i.test(
      composing.question.text,
    )
  )
    return [];
  const years = new Map<string, Evidence[]>();
  for (const each of evidence) {
    const year = each.consultation.date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), each]);
  }
  if (years.size < 2) return [];
  const { say } = wordsFor(composing);
  const counts = [...years].map(([year, all]) => [year, all.length] as const);
  return [summaryLine(say.countedByYear(counts), [...years.values()].flatMap(endsOf))];
}

/** One line a consultation; where a subject was asked about, what was said on it. */
export function itemLines(evidence: readonly Evidence[], composing: Composing): readonly Line[] {
  const { question, language } = composing;
  const { say, tell } = wordsFor(composing);
  return evidence.map((each) => {
    const told = tell(each.consultation);
    const [outcome] = isTopical(question) ? outcomesOf(each, question) : [];
    return outcome === undefined
      ? meetingLine(say.item(told), each.consultation)
      : outcomeLine(say.framed(told, outcome[language]), outcome, each.consultation);
  });
}
