import type { Lexicon, Link } from '../../lexicon/lexicon.ts';
import type { Period } from '../../time/period.ts';
import { shiftDays } from '../../time/spans.ts';
import type { Reading } from '../interpret.ts';

/** A person's time in office named as a period, the link that only named it, and the stretch that does so. */
export type NamedTenure = {
  readonly period: Period;
  readonly link: Link;
  readonly start: number;
  readonly end: number;
};

const BEGINS =
  /^(?:'s)? (?:took (?:office|over|up (?:the|his|her) post)|takes office|taking office|assumed office|became|becoming|was (?:appointed|elected|sworn in|named|inaugurated)|came (?:to power|into office|in)\b|inauguration|appointment|swearing[- ]in|entered office|(?:return(?:ed)?|came back)(?: to (?:office|power|the white house))?\b)/i;
const BEGINS_JAPANESE =
  /^(?:が|の)?(?:(?:防衛|外務|総理|内閣総理)?(?:大臣|首相|長官|大統領|総理|防衛相|外相)に?)?(?:の座に|に)?(?:就任|なっ|復帰|返り咲い|返り咲き)(?:して|する|した|て|た|の)?(?:より)?(?:前|以前|まで|後|以降|以来|から|のあと)/;
const ENDS = /^(?:'s)? (?:left office|stepped down|resigned|departed|departure|resignation)/;
const ENDS_JAPANESE =
  /^(?:が|の)?(?:退任|辞任|退陣)(?:して|する|した|の)?(?:より)?(?:前|以前|まで|後|以降|以来|から|のあと)/;
const LASTS =
  /^(?:'s|’s)? (?:term|tenure|time in office|premiership|presidency|government|cabinet|administration|era|years)\b|^(?:時代|在任中|在職中|の(?:在任中|在職中|任期中|時代)|政権|内閣)/;
const BOUND = /\b(since|after|from|before|until|till|prior to|up to|ahead of)(?: the)?\s*$/i;
const UNDER = /\b(?:under|during|while|in)(?: the)?\s*$/i;
const IN_OFFICE =
  /^ (?:was|is|were) (?:in (?:office|power|charge)|(?:the )?(?:O|prime minister|president|pm|secretary|minister))\b/i;

/** "Since Takaichi took office", "before Koizumi became minister", "during Kishida's term", "under Biden", 高市首相就任後. */
export function namedTenure(reading: Pick<Reading, 'text' | 'links'>, lexicon: Lexicon): NamedTenure | undefined {
  const { text, links } = reading;
  for (const link of links) {
    const person = link.entities.find((entity) => entity.kind === 'person');
    if (!person || link.entities.length !== 1) continue;
    const before = text.slice(Math.max(0, link.start - 12), link.start);
    const after = text.slice(link.end, link.end + 32).replaceAll('’', "'");
    const bound = BOUND.exec(before);
    const english = bound ? (BEGINS.exec(after) ?? ENDS.exec(after)) : null;
    const japanese = BEGINS_JAPANESE.exec(after) ?? ENDS_JAPANESE.exec(after);
    const edge = english ?? japanese;
    const lasts = LASTS.exec(after);
    const under = UNDER.exec(before);
    const isTerm =
      (lasts && (under || !/^[' ]/.test(after))) ||
      /\bunder(?: the)?\s*$/i.test(before) ||
      (/\b(?:while|when)\s*$/i.test(before) && IN_OFFICE.test(after));
    if (!edge && !isTerm) continue;
    const term = termOf(person.id, lexicon);
    if (!term?.from) continue;
    if (!edge) {
      const start = link.start - (under?.[0].length ?? 0);
      return { link, period: term, start, end: link.end + (lasts?.[0].length ?? 0) };
    }
    const isEnd = ENDS.test(after) || ENDS_JAPANESE.test(after);
    const isBefore =
      japanese && !english
        ? /(?:前|まで)$/.test(edge[0])
        : /before|until|till|prior|up to|ahead/i.test(bound?.[1] ?? '');
    const period = beside(term, isEnd, isBefore);
    if (!period) continue;
    const start = link.start - (english ? (bound?.[0].length ?? 0) : 0);
    return { link, period, start, end: link.end + edge[0].length };
  }
  return undefined;
}

/** Before the first day in office; from it on; up to the last day; after it. */
function beside(term: Period, isEnd: boolean, isBefore: boolean): Period | undefined {
  if (!isEnd)
    return isBefore ? { from: null, to: term.from && shiftDays(term.from, -1) } : { from: term.from, to: null };
  if (term.to === null) return undefined;
  return isBefore ? { from: null, to: term.to } : { from: shiftDays(term.to, 1), to: null };
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
