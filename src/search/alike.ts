import { isOfStatement, type Query } from '../reading/query.ts';
import type { EventFacts } from './facts.ts';
import type { Statement } from './found.ts';
import type { PassageIndex } from './passage-index.ts';
import { isDefinition } from './passages.ts';

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
  const asked = constraints.filter((each) => isOfStatement(each) && !each.negated);
  const words = [...new Set(asked.map(({ label }) => label))].join(' ');
  const byId = new Map(events.map((event) => [event.consultation.id, event.consultation]));
  const consultationOf = (passage: string) => byId.get(passage.slice(0, passage.lastIndexOf('#')));
  const isStatement = (passage: string) => !isDefinition(passage) && consultationOf(passage) !== undefined;
  return index
    .search(words, { limit: MOST, filter: isStatement })
    .filter(({ share }) => share >= LEAST_SHARE)
    .flatMap(({ id, score }): Statement[] => {
      const consultation = consultationOf(id);
      const at = Number(id.slice(id.lastIndexOf('#') + 1));
      const outcome = consultation?.outcomes[at];
      if (consultation === undefined || outcome === undefined) return [];
      return [{ consultation, outcome, index: at, fit: score, score, lacks: [] }];
    });
}
