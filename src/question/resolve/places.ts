import type { Reading } from '../interpret.ts';
import type { Lexicon } from '../lexicon.ts';

/** Offices that are also venues: a place only where the text says "at" or で. */
const INSTITUTIONS = new Set([
  'ministryofdefense',
  'ministryofforeignaffairs',
  'statedepartment',
  'primeministersoffice',
]);

/** The records' own spellings of every place named. */
export function resolvePlaces(reading: Pick<Reading, 'text' | 'links'>, lexicon: Lexicon): readonly string[] {
  const spellings = reading.links.flatMap((link) =>
    link.entities.flatMap((entity) => {
      if (entity.kind !== 'place') return [];
      if (INSTITUTIONS.has(entity.id) && !isVenue(reading.text, link.start, link.end)) return [];
      return lexicon.places.spellings.get(entity.id) ?? [];
    }),
  );
  return [...new Set(spellings)];
}

function isVenue(text: string, start: number, end: number): boolean {
  return (
    /\b(?:at|in|inside|held)(?: the)? $/i.test(text.slice(Math.max(0, start - 12), start)) ||
    /^(?:で|にて|内)/.test(text.slice(end, end + 3))
  );
}
