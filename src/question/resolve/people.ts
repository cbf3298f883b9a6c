import type { Lexicon, Link } from '../../lexicon/lexicon.ts';
import { titleFits } from '../../lexicon/offices.ts';
import type { Bilingual } from '../../text/language.ts';
import type { Period } from '../../time/period.ts';
import { consultationSpan, overlaps } from '../../time/spans.ts';

/** Who is meant, or between whom to choose. */
export type ResolvedPeople = {
  readonly people: readonly string[];
  readonly choices: readonly { readonly label: Bilingual; readonly question: string }[];
};

/**
 * Resolves every linked name. A family name shared by several is settled by the title beside it, then by the period, then by
 * who met whom else is named; only when two readings remain are they offered as choices.
 */
export function resolvePeople(
  text: string,
  links: readonly Link[],
  period: Period | null,
  lexicon: Lexicon,
): ResolvedPeople {
  const people: string[] = [];
  let choices: ResolvedPeople['choices'] = [];
  const named = links.map((link) => ({ link, ids: idsOf(link) })).filter(({ ids }) => ids.length > 0);
  const certain = named.filter(({ ids }) => ids.length === 1).flatMap(({ ids }) => ids);
  for (const { link, ids } of named) {
    const left = narrow(ids, link, period, certain, lexicon);
    const only = left.length === 1 ? left[0] : undefined;
    if (only) people.push(only);
    else if (choices.length === 0) choices = left.slice(0, 5).map((id) => choice(text, link, id, lexicon));
  }
  return { people: [...new Set(people)], choices };
}

function idsOf(link: Link): readonly string[] {
  return link.entities.filter((entity) => entity.kind === 'person').map((entity) => entity.id);
}

function narrow(
  ids: readonly string[],
  link: Link,
  period: Period | null,
  certain: readonly string[],
  lexicon: Lexicon,
): readonly string[] {
  let left = ids;
  const keep = (fits: (id: string) => boolean) => {
    const kept = left.filter(fits);
    if (kept.length > 0) left = kept;
  };
  const { knowledge } = lexicon;
  if (left.length > 1 && link.titles.length > 0) {
    keep((id) => link.titles.some((title) => titleFits(knowledge, id, title, period)));
    keep((id) => link.titles.some((title) => titleFits(knowledge, id, title, null)));
  }
  if (left.length > 1) keep((id) => records(lexicon, id, period, []) > 0);
  if (left.length > 1 && certain.length > 0) keep((id) => records(lexicon, id, period, certain) > 0);
  return left;
}

/** Consultations of `id` in `period` with all of `others`. */
function records(lexicon: Lexicon, id: string, period: Period | null, others: readonly string[]): number {
  return lexicon.knowledge.consultations.filter((consultation) => {
    const present = consultation.participants.map((one) => one.person);
    const inTime = !period || overlaps(consultationSpan(consultation), period);
    return inTime && present.includes(id) && others.every((other) => present.includes(other));
  }).length;
}

function choice(text: string, link: Link, id: string, lexicon: Lexicon): { label: Bilingual; question: string } {
  const names = lexicon.label({ kind: 'person', id });
  const office = lexicon.knowledge.people.get(id)?.offices.at(-1);
  const label = office
    ? { ja: `${names.ja}(${office.ja})`, en: `${names.en} (${office.en})` }
    : { ja: names.ja, en: names.en };
  const isJapanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text.slice(link.start, link.end));
  return { label, question: text.slice(0, link.start) + (isJapanese ? names.ja : names.en) + text.slice(link.end) };
}
