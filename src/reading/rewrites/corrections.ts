import { type Annotation, isCue } from '../annotation.ts';
import type { Rewrite } from './rewrite.ts';

/**
 * 「日米韓の外相が…じゃなくて日米比の外相」, "the ROK, no wait, the Philippine ministers": where something of the same kind is named after a correction, what
 * was named before it is taken back, and every other word stays.
 */
export const withoutCorrected: Rewrite = (all) => {
  const at = all.findLastIndex((one) => isCue(one, 'correction'));
  if (at < 0) return all;
  const [before, after] = [all.slice(0, at), all.slice(at + 1)];
  const kinds = new Set(after.flatMap(kindsOf));
  const kept = before.filter((one) => !kindsOf(one).some((kind) => kinds.has(kind)));
  // With nothing to put in its place it is no correction: 東京ではなく is left out as such.
  return kept.length === before.length ? all : [...kept, ...after];
};

/** What a stretch names, as far as another may stand in its place; what it asks or in which order. */
function kindsOf(one: Annotation): readonly string[] {
  if (one.kind === 'name') return one.entities.map(({ kind }) => kind);
  if (one.kind === 'cue') return one.ids.filter((id) => id.startsWith('ask.') || id.startsWith('order.'));
  return one.kind === 'time' ? ['time'] : [];
}
