import { type Composing, type Draft, idsOf } from '../draft.ts';
import { byDate, endsOf, isTopical, outcomeLine, outcomesOf, spanOf, summaryLine, wordsFor } from './lines.ts';
import { composeList } from './list.ts';

/** How a topic moved on: every outcome on it in order of date. `evidence` is not empty. */
export function composeDevelopment(composing: Composing): Draft {
  const { question, language } = composing;
  const { say, scope, tell } = wordsFor(composing);
  const evidence = byDate(composing.evidence.filter((each) => outcomesOf(each, question).length > 0));
  if (!isTopical(question) || evidence.length === 0)
    return composeList({ ...composing, evidence: byDate(composing.evidence) });
  const [from, to] = spanOf(evidence, language);
  const subject = scope.topics.length > 0 ? say.names(scope.topics) : (scope.words ?? say.scope(scope));
  return {
    status: 'answered',
    headline: summaryLine(say.developed(subject, evidence.length, from, to), endsOf(evidence)),
    lines: evidence.flatMap((each) =>
      outcomesOf(each, question).map((outcome) =>
        outcomeLine(say.framed(tell(each.consultation), outcome[language]), outcome, each.consultation),
      ),
    ),
    notes: [],
    consultations: idsOf(evidence),
  };
}
