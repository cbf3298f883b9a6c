/** Last words of the names of buildings and bases: one meets at them, not in them. */
const LAST = [
  ...['house', 'office', 'headquarters', 'base', 'hotel', 'palace', 'residence', 'center', 'centre', 'camp', 'station'],
  ...['embassy', 'academy', 'ministry', 'department', 'pentagon', 'staff', 'staffs', 'kaigisho', 'en'],
];
const FIRST = ['Camp', 'Naval', 'Ministry', 'Department', 'Headquarters'];
/** How the names of sites begin that begin with a common noun, or end with one and name no town or person. */
const WITH_ARTICLE = [
  ...['Ministry', 'Department', 'White House', 'Pentagon', 'Prime Minister', 'Vice President', 'State Guest'],
  ...['Iikura Guest', 'Palace Hotel', 'RIHGA', 'U.S. Indo', 'Joint', 'United States Naval', 'Headquarters'],
  ...['Daniel', 'State Department', 'Foreign Ministry'],
];

function isSite(name: string): boolean {
  const words = name.split(/[^A-Za-z]+/);
  return LAST.includes(words.at(-1)?.toLowerCase() ?? '') || FIRST.includes(words[0] ?? '');
}

/** A place with its preposition: "in Tokyo", "at the White House in Washington, D.C.", "at Camp David". */
export function placed(place: string): string {
  const [, town, inside] = /^([^(]*) \((.+)\)$/.exec(place) ?? [];
  if (town === undefined || inside === undefined) return alone(place);
  // What the brackets hold may itself be a site in a wider area: "Washington, D.C. area (the Pentagon)".
  return `at ${site(inside)} in ${area(town)}`;
}

function alone(place: string): string {
  const [head = place] = place.split(',');
  if (/^the /i.test(place) && isSite(head)) return `at ${place}`;
  if (isSite(head)) return `at ${site(place)}`;
  return `in ${area(place)}`;
}

function site(name: string): string {
  if (/^the /i.test(name)) return name;
  return WITH_ARTICLE.some((start) => name.startsWith(start)) ? `the ${name}` : name;
}

function area(name: string): string {
  return /^(?:United States|Netherlands|Philippines|United Kingdom)$|\barea$/.test(name) ? `the ${name}` : name;
}
