import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Ask } from '../reading/query.ts';
import type { Language } from '../text/language.ts';
import { type Offer, offersOf } from './offers.ts';

/** The kinds of question that examples are of, in their order. */
const KINDS: readonly Ask[] = ['who', 'what', 'when', 'list', 'yes-no', 'where', 'develop', 'define', 'compare'];

/** Questions that the record answers, one of each kind before a second, no two in a row about the same; at most `limit`. */
export function examples(knowledge: KnowledgeBase, language: Language, limit: number): readonly string[] {
  const ofKind = Map.groupBy(
    offersOf(knowledge, language).filter(({ sure }) => sure),
    ({ ask }) => ask,
  );
  const rest = KINDS.map((kind) => [...(ofKind.get(kind) ?? [])]);
  const found: Offer[] = [];
  let told = new Set<string>();
  while (found.length < limit && rest.some((offers) => offers.length > 0)) {
    for (const offers of rest) {
      const at = Math.max(
        0,
        offers.findIndex(({ names }) => !told.has(subjectOf(names))),
      );
      const [offer] = offers.splice(at, 1);
      if (offer === undefined) continue;
      found.push(offer);
      told.add(subjectOf(offer.names));
    }
    told = new Set();
  }
  return found.slice(0, limit).map(({ text }) => text);
}

function subjectOf(names: ReadonlySet<string>): string {
  const [first = ''] = names;
  return first;
}
