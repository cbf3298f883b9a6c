import type { Constraint } from '../../reading/query.ts';
import { isJapaneseText } from '../../text/shape.ts';
import { isPast, stemEnglish } from '../../text/stem.ts';
import type { Given } from '../given.ts';

/** A text in both languages. */
export type Both = { readonly ja: string; readonly en: string };

/** What a constraint is called: as it was typed, and a topic by all its names. */
export function wordingsOf(
  { role, anyOf, label }: Pick<Constraint, 'role' | 'anyOf' | 'label'>,
  { knowledge }: Given,
): readonly string[] {
  if (role === 'act' && anyOf.includes('agreed')) return [label, 'agreement', 'deal', '合意'];
  if (role === 'verb' && anyOf.includes('requested')) return [label, 'request', 'demand', '要求', '要請', '求め'];
  if (role !== 'topic') return [label];
  const topics = anyOf.flatMap((id) => knowledge.topics.get(id) ?? []);
  return [label, ...topics.flatMap(({ labels, aliases }) => [labels.ja, labels.en, ...aliases.ja, ...aliases.en])];
}

/** Whether a text says something, whatever the endings: 要求し in 要求はなかった, "demands" in "no demand". */
export function stands(wording: string, { ja, en }: Both): boolean {
  if (isJapaneseText(wording)) return ja.includes(withoutEnding(wording));
  const stems = new Set(stemsIn(en));
  const asked = stemsIn(wording);
  return asked.length > 0 && asked.every((stem) => stems.has(stem));
}

/**
 * Whether a text tells a deed as done: "Kihara visited", 取得した, and not "the return of", "would acquire", 返還を進める, of which most of what is
 * agreed speaks.
 */
export function tellsDone(label: string, { ja, en }: Both): boolean {
  if (isJapaneseText(label)) {
    const [, ...after] = ja.split(withoutEnding(label));
    return after.some((text) => DONE.test(text));
  }
  const words = en.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const [deed] = stemsIn(label);
  return words.some((word, at) => stemEnglish(word) === deed && isPast(word) && !FORESEEN.has(words[at - 1] ?? ''));
}

/** The ending of what was done, right after the verb. */
const DONE = /^[しさせっいえきけげじちてべみめりれんわらか]?[ぁ-ん]{0,2}た(?![いめ])/;

/** Before a verb: what is not done yet, or names it only. */
const FORESEEN: ReadonlySet<string> = new Set(
  'a an be being can could for its may might must not of on should the their to toward will would'.split(' '),
);

function stemsIn(text: string): readonly string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map(stemEnglish);
}

/** 要求し → 要求. */
const withoutEnding = (japanese: string) => japanese.replace(/(?<=[^ぁ-ん])[ぁ-ん]+$/u, '');
