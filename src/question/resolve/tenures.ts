import type { Period } from '../../language/period.ts';
import type { Reading } from '../interpret.ts';
import type { Lexicon, Link } from '../lexicon.ts';

/** A person's time in office named as a period, and the link that only named it. */
export type NamedTenure = { readonly period: Period; readonly link: Link };

const BEGINS =
  /^(?:'s)? (?:took office|takes office|became|was (?:appointed|elected|sworn in|named)|came (?:to power|into office))|^が?就任(?:して)?(?:後|以降|以来|してから|から)/;
const LASTS =
  /^(?:'s|’s)? (?:term|tenure|time in office|premiership|presidency|government|cabinet|administration|era)\b|^(?:時代|在任中|の(?:在任中|任期中|時代)|政権|内閣)/;
const SINCE = /\b(?:since|after)(?: the)?\s*$/i;
const UNDER = /\b(?:under|during|while)(?: the)?\s*$/i;

/** "Since Takaichi took office", "during Kishida's term", "under Biden", 高市首相就任後. */
export function namedTenure(reading: Pick<Reading, 'text' | 'links'>, lexicon: Lexicon): NamedTenure | undefined {
  const { text, links } = reading;
  for (const link of links) {
    const person = link.entities.find((entity) => entity.kind === 'person');
    if (!person || link.entities.length !== 1) continue;
    const before = text.slice(Math.max(0, link.start - 12), link.start);
    const after = text.slice(link.end, link.end + 24).replaceAll('’', "'");
    const begins = BEGINS.test(after) && (SINCE.test(before) || !/^[' ]/.test(after));
    const lasts =
      (LASTS.test(after) && (UNDER.test(before) || !/^[' ]/.test(after))) || /\bunder(?: the)?\s*$/i.test(before);
    if (!begins && !lasts) continue;
    const term = termOf(person.id, lexicon);
    if (term) return { link, period: begins ? { from: term.from, to: null } : term };
  }
  return undefined;
}

/** The dated government that bears the person's name, or else the first to the last day of the offices on record. */
function termOf(id: string, lexicon: Lexicon): Period | undefined {
  const person = lexicon.knowledge.people.get(id);
  if (!person) return undefined;
  const named = [...lexicon.knowledge.administrations.values()].filter((one) =>
    one.names.ja.includes(person.family.ja),
  );
  const last = named.at(-1);
  if (last) return { from: named[0]?.from ?? last.from, to: last.to ?? null };
  const from = person.offices
    .map((office) => office.from ?? '')
    .filter((date) => date !== '')
    .sort()[0];
  const to = person.offices
    .map((office) => office.to ?? '')
    .sort()
    .at(-1);
  return from ? { from, to: to || null } : undefined;
}
