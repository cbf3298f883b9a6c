/** Buildings and bases: one meets at them, not in them. */
const SITE =
  /\b(?:House|Office|Headquarters|headquarters|Base|base|Hotel|Palace|Residence|residence|Center|Centre|Camp|Station|Embassy|Academy|Ministry|Department|Pentagon|Staff|Staffs|Kaigisho|en)$|^(?:Camp|Naval|Ministry|Department|Headquarters)\b/;
/** Sites whose names begin with a common noun, or end with one and name no town or person. */
const WITH_ARTICLE =
  /^(?:Ministry|Department|White House|Pentagon|Prime Minister|Vice President|State Guest|Iikura Guest|Palace Hotel|RIHGA|UN Head|U\.S\. Indo|Joint |United States Naval|Headquarters|Daniel|State Department|Foreign Ministry)\b/;

/** A place with its preposition: "in Tokyo", "at the White House in Washington, D.C.", "at Camp David". */
export function placed(place: string): string {
  const [, town, inside] = /^([^(]*) \((.+)\)$/.exec(place) ?? [];
  if (town === undefined || inside === undefined) return alone(place);
  // What the brackets hold may itself be a site in a wider area: "Washington, D.C. area (the Pentagon)".
  return `at ${site(inside)} in ${area(town)}`;
}

function alone(place: string): string {
  const [head = place] = place.split(',');
  if (/^the /i.test(place) && SITE.test(head)) return `at ${place}`;
  if (SITE.test(head)) return `at ${site(place)}`;
  return `in ${area(place)}`;
}

function site(name: string): string {
  if (/^the /i.test(name)) return name;
  return WITH_ARTICLE.test(name) ? `the ${name}` : name;
}

function area(name: string): string {
  return /^(?:United States|Netherlands|Philippines|United Kingdom)$|\barea$/.test(name) ? `the ${name}` : name;
}
