import type { Lexicon, Link } from '../../lexicon/lexicon.ts';

/** What the countries in a question say: partners, an exact combination, a venue, or one side. */
export type ResolvedCountries = {
  readonly countries: readonly string[];
  readonly members: readonly string[];
  readonly venueCountries: readonly string[];
  readonly by: readonly string[];
};

const VISIT_BEFORE =
  /\b(?:visit(?:s|ed|ing)?|trips?|travel(?:s|led|ed)?|went|go|goes|going|came|come|coming|fl(?:y|ew)|arrived?|held|hosted|in|inside|within)(?: (?:held|to|in|over to|by))?(?: the)?\W*$/i;
const VISIT_AFTER = /^(?:で(?!は)|での|国内|にて|を?訪|に行|へ行|へ来|に来|開催)/;
const SIDE_AFTER =
  /^(?:\W{0,2}side\b|['’]s? (?:position|view|views|side|stance|commitment|statement|statements|message|demand|demands|request)|側|の(?:立場|主張|姿勢|発言|要求)|が(?:何|どう|表明|約束|要求|求め)|は(?:何|どう))/i;
/** "Who represented the Philippines", 豪州の出席者: those who came from there. */
const SENT_BEFORE =
  /\b(?:represent(?:s|ed|ing)?|(?:spoke|speaking) for|delegat(?:es?|ion) (?:of|from)|(?:attended|came|took part|participated|there|present) (?:from|for|on behalf of))(?: the)? $/i;
const SENT_AFTER =
  /^(?:['’]s?)? (?:participants?|attendees?|representatives?|delegat(?:es?|ion))\b|^\.? (?:officials|secretaries|ministers|commanders|generals|admirals|dignitaries)\b|^(?:から)?の?(?:出席者|参加者|代表(?:者|団)?は|メンバー|閣僚|要人|高官|(?<=の)司令官|人は)|^からは?(?:誰|だれ|どなた)/i;
const DID_BEFORE = /\b(?:did|does|has|have|do)(?: the)? $/i;
const SAYING_AFTER =
  /^ (?:say|commit|announce|agree|promise|offer|pledge|welcome|express|ask|request|state|raise|want|propose)/i;
const JOIN = /^(?:[\s\-‐–—/・,、&とや]|\band\b|\bthe\b|\bplus\b|\bwith\b|米軍と)*$/iu;

/** Reads the country links of `text`. `skip` are links already used (whose post it was). */
export function resolveCountries(
  text: string,
  links: readonly Link[],
  skip: readonly Link[],
  lexicon: Lexicon,
): ResolvedCountries {
  const out = {
    countries: new Set<string>(),
    members: new Set<string>(),
    venue: new Set<string>(),
    by: new Set<string>(),
  };
  const relevant = links.filter((link) => !skip.includes(link) && codesOf(link).length > 0);
  for (const run of runsOf(text, relevant)) {
    const codes = [...new Set(run.flatMap(codesOf))];
    const third = codes.filter((code) => code !== 'JP' && code !== 'US');
    const first = run[0];
    const last = run.at(-1);
    if (!first || !last) continue;
    if (first.entities.some((entity) => entity.kind === 'visit')) {
      for (const code of codes) out.venue.add(code);
      continue;
    }
    if (codes.length > 1) {
      for (const code of third) out.countries.add(code);
      if (third.length > 0 && codes.includes('JP') && codes.includes('US'))
        for (const code of codes) out.members.add(code);
      continue;
    }
    readAlone(text, first, codes[0] ?? '', out, lexicon);
  }
  const trilateral = links.some((link) => link.entities.some((one) => one.kind === 'level' && one.id === 'trilateral'));
  if (trilateral && out.countries.size === 1 && out.members.size === 0) {
    for (const code of ['JP', 'US', ...out.countries]) out.members.add(code);
  }
  for (const code of out.venue) out.countries.add(code);
  const order = [...lexicon.knowledge.countries.keys()];
  const sorted = (codes: ReadonlySet<string>) => [...codes].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return {
    countries: sorted(out.countries),
    members: sorted(out.members),
    venueCountries: sorted(out.venue),
    by: sorted(out.by),
  };
}

const OUTSIDE = /\boutside(?: of)?(?: both)?(?: the)? $/i;
/** "Us" in small letters is a word elsewhere. */
const US_AFTER = /^ (?:and|or) (?:the )?us\b/;
const EXCEPT = /^(?:両国)?(?:国)?以外(?:の(?:国|場所|第三国))?(?:で|の)/;

/** The countries that "outside Japan and the United States", 「日米以外の国で」 and "in third countries" leave out, and their links. */
export function outsideOf(
  text: string,
  links: readonly Link[],
): { readonly codes: readonly string[]; readonly links: readonly Link[] } {
  if (/\bin (?:a )?third countr(?:y|ies)\b|第三国で|日米(?:両国)?以外の(?:国|場所)?で/i.test(text))
    return { codes: ['JP', 'US'], links: [] };
  for (const run of runsOf(
    text,
    links.filter((link) => codesOf(link).length > 0),
  )) {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) continue;
    if (
      OUTSIDE.test(text.slice(Math.max(0, first.start - 24), first.start)) ||
      EXCEPT.test(text.slice(last.end, last.end + 12))
    )
      return {
        codes: [...new Set([...run.flatMap(codesOf), ...(US_AFTER.test(text.slice(last.end)) ? ['US'] : [])])],
        links: run,
      };
  }
  return { codes: [], links: [] };
}

function readAlone(
  text: string,
  link: Link,
  code: string,
  out: { countries: Set<string>; venue: Set<string>; by: Set<string> },
  lexicon: Lexicon,
): void {
  const before = text.slice(Math.max(0, link.start - 30), link.start);
  const after = text.slice(link.end, link.end + 20);
  const written = text.slice(link.start, link.end);
  // A country that never took part can only be where others met.
  if (VISIT_BEFORE.test(before) || VISIT_AFTER.test(after) || !lexicon.partners.has(code)) {
    out.venue.add(code);
    return;
  }
  if (
    /(?:側|\bside)$/i.test(written) ||
    SIDE_AFTER.test(after) ||
    SENT_BEFORE.test(before) ||
    SENT_AFTER.test(after) ||
    (DID_BEFORE.test(before) && SAYING_AFTER.test(after))
  )
    out.by.add(code);
  if (code !== 'JP' && code !== 'US') out.countries.add(code);
}

function codesOf(link: Link): readonly string[] {
  return link.entities.flatMap((entity) => {
    if (entity.kind === 'country' || entity.kind === 'visit') return [entity.id];
    return entity.kind === 'members' ? entity.id.split('+') : [];
  });
}

/** Links joined by nothing but a hyphen, a comma or "and": Japan–U.S.–ROK. */
function runsOf(text: string, links: readonly Link[]): readonly (readonly Link[])[] {
  const runs: Link[][] = [];
  for (const link of links) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const isVisit = link.entities.some((entity) => entity.kind === 'visit');
    if (run && last && !isVisit && JOIN.test(text.slice(last.end, link.start))) run.push(link);
    else runs.push([link]);
  }
  return runs;
}
