import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Annotation, idsOf, isCue, isName } from './annotation.ts';
import { typed } from './blank.ts';
import type { Constraint, Query } from './query.ts';

/**
 * Two things asked apart: "defense ministerials in 2023 and summits in 2024", "compare Kishida and Ishiba", "the 2+2 and the economic
 * 2+2". Undefined where the question has one object.
 */
export function askParts(rest: readonly Annotation[], lexicon: Lexicon): Query['parts'] {
  return tablesInTimes(rest, lexicon) ?? comparedNames(rest, lexicon);
}

function tablesInTimes(rest: readonly Annotation[], lexicon: Lexicon): Query['parts'] {
  const row = rest.filter((one) => one.kind === 'time' || isName(one, 'framework'));
  if (row.length !== 4 || row[0]?.kind === row[1]?.kind || row[1]?.kind === row[2]?.kind) return undefined;
  const names = row.filter((one) => isName(one, 'framework'));
  const times = row.flatMap((one) => (one.kind === 'time' && one.mention.period !== null ? [one.mention.period] : []));
  if (names.length !== 2 || times.length !== 2 || sameIds(names[0], names[1])) return undefined;
  return names.map((one, at) => ({ ...partOf(one, 'framework', lexicon), period: times[at] ?? null }));
}

/** Two people, frameworks or topics of which the question wants the difference. */
function comparedNames(rest: readonly Annotation[], lexicon: Lexicon): Query['parts'] {
  if (!rest.some((one) => isCue(one, 'ask.compare', 'cmp.earlier'))) return undefined;
  for (const kind of ['framework', 'person', 'topic', 'document'] as const) {
    const names = rest.filter((one) => isName(one, kind));
    if (names.length === 2 && !sameIds(names[0], names[1]))
      return names.map((one) => ({ ...partOf(one, kind, lexicon), period: null }));
  }
  return undefined;
}

function sameIds(one: Annotation | undefined, other: Annotation | undefined): boolean {
  return (
    idsOf(one, 'framework').join() === idsOf(other, 'framework').join() &&
    idsOf(one, 'person').join() === idsOf(other, 'person').join() &&
    idsOf(one, 'topic').join() === idsOf(other, 'topic').join() &&
    idsOf(one, 'document').join() === idsOf(other, 'document').join()
  );
}

function partOf(
  one: Annotation,
  kind: 'framework' | 'person' | 'topic' | 'document',
  lexicon: Lexicon,
): { label: { ja: string; en: string }; constraints: Constraint[] } {
  const ids = idsOf(one, kind);
  const constraint =
    kind === 'document'
      ? typed(
          one,
          'mention',
          ids.map((id) => `document:${id}`),
          { subject: true },
        )
      : typed(one, kind, ids, { subject: kind === 'topic' });
  return { label: { ...lexicon.label({ kind, id: ids[0] ?? '' }) }, constraints: [constraint] };
}
