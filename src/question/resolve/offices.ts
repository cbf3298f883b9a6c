import type { Lexicon, Link } from '../../lexicon/lexicon.ts';
import { holders } from '../../lexicon/offices.ts';
import type { Period } from '../../time/period.ts';
import { consultationSpan, overlaps } from '../../time/spans.ts';

/** Posts named, whoever alone held one in the period, and the country links that only told whose post it was. */
export type ResolvedOffices = {
  readonly offices: readonly string[];
  readonly people: readonly string[];
  readonly used: readonly Link[];
  /** True when a post stands beside a name that is not on record (大平首相): it tells nothing of its other holders. */
  readonly isUnknown: boolean;
  /** The posts of each stretch that names one. */
  readonly groups: readonly (readonly string[])[];
};

/** Japan's post is meant where the text does not say whose ("the defense minister"), then the United States'. */
const PREFERENCE = ['JP', 'US'];

/** Resolves posts: "the U.S. defense secretary", 韓国の外相, "the defense minister in 2023". */
export function resolveOffices(
  text: string,
  links: readonly Link[],
  period: Period | null,
  lexicon: Lexicon,
): ResolvedOffices {
  const offices: string[] = [];
  const groups: (readonly string[])[] = [];
  const people: string[] = [];
  const used: Link[] = [];
  let isUnknown = false;
  links.forEach((link, index) => {
    const posts = link.entities
      .filter((entity) => entity.kind === 'office')
      .flatMap((entity) => lexicon.posts.get(entity.id) ?? []);
    if (posts.length === 0 || link.entities.some((entity) => entity.kind === 'person')) return;
    if (besideUnknownName(text, link, links[index - 1], links[index + 1])) {
      isUnknown = true;
      return;
    }
    const before = links[index - 1];
    const country = before && ownerOf(text, before, link);
    if (before && country && posts.some((post) => post.country === country)) used.push(before);
    const owner =
      [country, ...PREFERENCE].find((one) => posts.some((post) => post.country === one)) ?? posts[0]?.country;
    const meant = posts.filter((post) => post.country === owner);
    offices.push(...meant.map((post) => post.id));
    groups.push(meant.map((post) => post.id));
    if (!period) return;
    const held = [...new Set(meant.flatMap((post) => holders(post, period)))];
    const seen = held.filter((id) => tookPart(lexicon, id, period));
    const only = seen.length > 0 ? seen : held;
    if (only.length === 1 && only[0]) people.push(only[0]);
  });
  return { offices: [...new Set(offices)], people: [...new Set(people)], used, isUnknown, groups };
}

/** 大平首相, "Prime Minister Ohira": the title of somebody whom no link covers. */
function besideUnknownName(text: string, link: Link, before: Link | undefined, after: Link | undefined): boolean {
  const written = text.slice(link.start, link.end);
  if (/^\p{Script=Latin}/u.test(written)) {
    const next = /^ (\p{Lu}\p{Ll}{2,})/u.exec(text.slice(link.end, link.end + 30));
    return (
      next !== null &&
      after?.start !== link.end + 1 &&
      !/^(?:Who|What|When|Where|Did|And|Meet|Meeting|Visit|Talks)/.test(next[1] ?? '')
    );
  }
  if (before?.end === link.start) return false;
  const name = /([\p{Script=Han}\p{Script=Katakana}ー・]{1,12})$/u
    .exec(text.slice(before?.end ?? 0, link.start))?.[1]
    // 安倍元首相 is still a name beside a post, 元首相 alone is none.
    ?.replace(/(?<=[\p{Script=Han}\p{Script=Katakana}ー]{2})[元前故現]$/u, '');
  return (
    name !== undefined &&
    !/^(?:.*(?:日|米|韓|豪|比|両|元|前|現|新|各|年|月|時|間|内閣|政権|政府|回|歴代|次期|初代|女性|同国))$/u.test(name)
  );
}

/** The country named right before the post. */
function ownerOf(text: string, before: Link, link: Link): string | undefined {
  if (!/^(?:の|'s|’s|[\s.-])*$/u.test(text.slice(before.end, link.start))) return undefined;
  return before.entities.find((entity) => entity.kind === 'country')?.id;
}

function tookPart(lexicon: Lexicon, person: string, period: Period): boolean {
  return lexicon.knowledge.consultations.some(
    (consultation) =>
      overlaps(consultationSpan(consultation), period) &&
      consultation.participants.some((one) => one.person === person),
  );
}
