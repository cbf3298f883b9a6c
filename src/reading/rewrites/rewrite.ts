import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Language } from '../../text/language.ts';
import type { Annotation, Place } from '../annotation.ts';

/** What a rewrite may look at beside the annotations. */
export type Written = {
  /** As typed: what the annotations stand in. */
  readonly text: string;
  readonly language: Language;
  readonly lexicon: Lexicon;
  /** Words of everyday things, which mark a question as none of this record, are words like any other. */
  readonly takesThings: boolean;
};

/** Tells some annotations otherwise, joins several to one or takes some out, by what stands around them. In order, as before. */
export type Rewrite = (all: readonly Annotation[], written: Written) => readonly Annotation[];

/** A run of annotations that is one thing: where it ends, and what it is; nothing, where it is left out. */
export type Run = { readonly last: Annotation; readonly made?: (place: Place) => Annotation };

/** Puts what each run is in its place, from left to right; `runAt` tells of a place which run begins there, if any. */
export function withRuns(
  all: readonly Annotation[],
  text: string,
  runAt: (at: number) => Run | undefined,
): readonly Annotation[] {
  const found: Annotation[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const [first, run] = [all[at], runAt(at)];
    if (first === undefined) continue;
    if (run === undefined) found.push(first);
    else {
      const span = [first.span[0], run.last.span[1]] as const;
      if (run.made) found.push(run.made({ from: first.from, to: run.last.to, span, text: text.slice(...span) }));
      at = all.indexOf(run.last);
    }
  }
  return found;
}
