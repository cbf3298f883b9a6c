import { isOfStatement, type Query } from '../reading/query.ts';
import type { EventFacts } from './facts.ts';
import type { Statement } from './found.ts';
import type { PassageIndex } from './passage-index.ts';

/** Share of the question's words that a statement must hold, rare ones counting more. */
const LEAST_SHARE = 0.6;
const MOST = 3;

/**
 * Statements of some meetings that hold most of what a question is about by its words alone, best first: what a reader may have meant where
 * nothing holds all that was read. At most three.
 */
export function alikeIn(
  events: readonly EventFacts[],
  { constraints }: Query,
  index: PassageIndex,
): readonly Statement[] {
  const said = new Map(events.flatMap(({ outcomes }) => outcomes.map((one) => [one.passage, one] as const)));
  const asked = constraints.filter((each) => isOfStatement(each) && !each.negated);
  const words = [...new Set(asked.map(({ label }) => label))].join(' ');
  const found = index.search(words, { limit: MOST, filter: (id) => said.has(id) });
  return found.flatMap(({ id, score, share }): readonly Statement[] => {
    const facts = said.get(id);
    if (facts === undefined || share < LEAST_SHARE) return [];
    const { event, outcome, index: at } = facts;
    return [{ consultation: event.consultation, outcome, index: at, fit: score, score, lacks: [] }];
  });
}
