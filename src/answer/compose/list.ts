import type { Question } from '../../question/question.ts';
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
  const [most, ...others] = asksForYear(composing.question) ? fullestYears(evidence) : [];
  const counted = say.counted(scope, evidence.length, from, to);
  const headline =
    most === undefined
      ? summaryLine(counted, endsOf(evidence))
      : summaryLine(
          say.mostInYear(
            [most, ...others].map(({ year }) => year),
            most.all.length,
          ),
          [most, ...others].flatMap(({ all }) => endsOf(all)),
        );
  const total = most === undefined ? [] : [summaryLine(counted, endsOf(evidence))];
  return {
    status: 'answered',
    headline,
    lines: [...total, ...byYear(evidence, composing), ...itemLines(evidence, composing)],
    notes: [say.countNote(coverageIn(composing))],
    consultations: idsOf(evidence),
  };
}

/** "Which year had the most summits?" */
export function asksForYear({ text }: Question): boolean {
  return /\b(?:which|what) year\b.{0,60}\bmost\b|\bmost\b.{0,60}\b(?:which|what) year\b|(?:一番|最も|もっとも)多(?:かった|い)年|最多の年/i.test(
    text,
  );
}

/** The year or years with the most of these consultations. */
function fullestYears(
  evidence: readonly Evidence[],
): readonly { readonly year: string; readonly all: readonly Evidence[] }[] {
  const years = [...Map.groupBy(evidence, ({ consultation }) => consultation.date.slice(0, 4))];
  const most = Math.max(...years.map(([, all]) => all.length));
  return years.filter(([, all]) => all.length === most).map(([year, all]) => ({ year, all }));
}

/** "How many each year": one line with each year's number, cited by the first and last consultation of each. */
function byYear(evidence: readonly Evidence[], composing: Composing): readonly Line[] {
  if (
    !asksForYear(composing.question) &&
    !/\b(?:each|every|per|by|a) year\b|\byearly\b|\bannual(?:ly)?\b|年別|年ごと|年毎|毎年|各年|年に何[回件度]|年何回/i.test(
      composing.question.text,
    )
  )
    return [];
  const years = Map.groupBy(evidence, ({ consultation }) => consultation.date.slice(0, 4));
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
