import type { Reading } from '../interpret.ts';
import type { Lexicon, Link } from '../lexicon.ts';

/** Offices that are also venues: a place only where the text says "at" or で. */
const INSTITUTIONS = new Set([
  'ministryofdefense',
  'ministryofforeignaffairs',
  'statedepartment',
  'primeministersoffice',
]);

/** The records' own spellings of every place named. */
export function resolvePlaces(reading: Pick<Reading, 'text' | 'links'>, lexicon: Lexicon): readonly string[] {
  const links = reading.links.flatMap((link) => [link, ...placesWithin(reading.text, link, lexicon)]);
  const spellings = links.flatMap((link) =>
    link.entities.flatMap((entity) => {
      if (entity.kind !== 'place') return [];
      if (INSTITUTIONS.has(entity.id) && !isVenue(reading.text, link.start, link.end)) return [];
      return lexicon.places.spellings.get(entity.id) ?? [];
    }),
  );
  return [...new Set(spellings)];
}

/** "Camp David summit" is a framework's alias that names a place too. */
function placesWithin(text: string, link: Link, lexicon: Lexicon): readonly Link[] {
  if (!link.entities.some((entity) => entity.kind === 'framework')) return [];
  const head = text.slice(link.start, link.end).replace(/(?:首脳|外相|防衛相|summit|meeting).*$/iu, '');
  const found = head === '' ? [] : lexicon.link(head);
  return found.filter((one) => one.entities.some((entity) => entity.kind === 'place' && !INSTITUTIONS.has(entity.id)));
}

function isVenue(text: string, start: number, end: number): boolean {
  return (
    /\b(?:at|in|inside|held)(?: the)? $/i.test(text.slice(Math.max(0, start - 12), start)) ||
    /^(?:で|にて|内)/.test(text.slice(end, end + 3))
  );
}
