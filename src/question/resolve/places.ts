import type { Lexicon, Link } from '../../lexicon/lexicon.ts';
import type { Reading } from '../interpret.ts';

/** Offices that are also venues: a place only where the text says "at" or で. */
const INSTITUTIONS = new Set([
  'ministryofdefense',
  'ministryofforeignaffairs',
  'statedepartment',
  'primeministersoffice',
]);

/** "Has Washington reaffirmed Article V?": a capital that acts is its government. */
const CAPITALS = new Set(['washingtondc', 'tokyo', 'seoul', 'manila', 'canberra']);
const SPEAKS = /\b(?:did|has|have|had|does|do|will|would) $/i;

/** The records' own spellings of every place named. */
export function resolvePlaces(reading: Pick<Reading, 'text' | 'links'>, lexicon: Lexicon): readonly string[] {
  const links = reading.links.flatMap((link) => [link, ...placesWithin(reading.text, link, lexicon)]);
  const spellings = links
    .map((link) =>
      link.entities.flatMap((entity) => {
        if (entity.kind !== 'place') return [];
        if (CAPITALS.has(entity.id) && SPEAKS.test(reading.text.slice(0, link.start))) return [];
        if (INSTITUTIONS.has(entity.id) && !isVenue(reading.text, link.start, link.end)) return [];
        return lexicon.places.spellings.get(entity.id) ?? [];
      }),
    )
    .filter(({ length }) => length > 0);
  // "The Ministry of Defense in Tokyo" is one place told in two parts.
  const [first = [], ...rest] = spellings;
  const common = first.filter((one) => rest.every((other) => other.includes(one)));
  return common.length > 0 ? common : [...new Set(spellings.flat())];
}

/** Topics that are also places where somebody could have met. */
const REGIONS: ReadonlySet<string> = new Set([
  'russia-ukraine',
  'okinawa',
  'guam',
  'taiwan-strait',
  'china',
  'north-korea',
  'middle-east',
]);
const HELD_IN =
  /\b(?:meetings?|met|meet|talks|summits?|consultations?|held|took place|take place|gather(?:ed)?|visit(?:s|ed)?|trips?|travell?(?:ed)?|went|was|were|anyone|anything)(?: held)? (?:in|to) (?:the )?$|\bvisit(?:s|ed|ing)? (?:the )?$/i;
const HELD_AT =
  /^で(?:の(?:会談|会合|協議|会議|首脳|外相|防衛相)|(?:会談|会合|協議|会議|首脳|開か|開催|行わ|会っ|会い|実施))|^(?:を訪|訪問(?!団)|に行っ|へ行っ)/;

/** "Meetings in Ukraine": a region that is a topic elsewhere and here the venue; as typed, for no record was held by that name alone. */
export function venueTopics(
  text: string,
  links: readonly Link[],
): readonly { readonly link: Link; readonly name: string }[] {
  return links.flatMap((link) => {
    const isRegion = link.entities.some(({ kind, id }) => kind === 'topic' && REGIONS.has(id));
    const isVenue =
      HELD_IN.test(text.slice(Math.max(0, link.start - 40), link.start)) ||
      HELD_AT.test(text.slice(link.end, link.end + 8));
    if (!isRegion || !isVenue) return [];
    const typed = text.slice(link.start, link.end);
    return [{ link, name: typed.charAt(0).toUpperCase() + typed.slice(1) }];
  });
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
    /\b(?:at|in|inside|held|visit(?:s|ed|ing)?)(?: the)? $/i.test(text.slice(Math.max(0, start - 14), start)) ||
    /^(?:で|にて|内)/.test(text.slice(end, end + 3))
  );
}
