import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Bilingual } from '../../text/language.ts';
import type { Period } from '../../time/period.ts';
import { overlaps } from '../../time/spans.ts';
import type { Question } from '../question.ts';

const BEFORE =
  /前任|先代|\bpredecessors?\b|\bpreceded\b|\b(?:was|held|served|came)[^?]{0,40}\b(?:before|prior to) (?!(?:the|a|\d|january|february|march|april|may|june|july|august|september|october|november|december)\b)|の前(?:の|は|に)?(?:[^?？。]{0,8})(?:誰|だれ|どなた)/i;
const AFTER =
  /後任|後継|\bsuccessors?\b|\bsucceed(?:ed|s)\b|\breplaced\b|\btook over from\b|\bcame after\b|の(?:次|後)(?:の|は|に)?(?:[^?？。]{0,8})(?:誰|だれ|どなた)/i;
/** "Whom did Kihara succeed", 木原氏は誰の後任: the one named came later. */
const INVERTED =
  /\bwho(?:m)? did .{1,60} (?:succeed|replace|take over from)\b|誰の後任|\bsuccessor (?:to|of) whom\b|\breplaced by\b|誰と交代|\bsucceeded by\b/i;
const MEETING = /\b(?:meet|met|meetings?|talks|attend\w*|call(?:ed)?|visit\w*)\b|会談|会合|協議|会っ|出席|訪/i;

/** Somebody else in a post, and the line that says who is meant. */
export type Neighbour = { readonly person: string; readonly understood: Bilingual };

/** Whether more is asked than who the other holder is: "who did Kihara's predecessor meet?". */
export function asksOfNeighbour(text: string): boolean {
  return MEETING.test(text);
}

/**
 * Who held the post before or after `person` by the terms on record: in one of `posts`, else in this person's latest, unless only the
 * neighbour in an earlier one held it in `period`.
 */
export function neighbourOf(
  person: string | undefined,
  posts: readonly string[],
  side: 'before' | 'after',
  { posts: all, knowledge }: Lexicon,
  period: Period | null = null,
): Neighbour | undefined {
  let latest: Neighbour | undefined;
  const own = person === undefined ? [] : (knowledge.people.get(person)?.offices.map(({ post }) => post) ?? []);
  for (const id of posts.length > 0 ? posts : [...own].reverse()) {
    const tenures = [...(all.get(id)?.tenures ?? [])].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    const about = person ?? tenures.at(-1)?.person;
    const at = tenures.findLastIndex((tenure) => tenure.person === about);
    const found = (side === 'before' ? tenures.slice(0, Math.max(0, at)).reverse() : tenures.slice(at + 1)).find(
      (tenure) => tenure.person !== about,
    );
    const [names, others] = [about, found?.person].map((one) => knowledge.people.get(one ?? '')?.names);
    if (at < 0 || !found || !names || !others) continue;
    const neighbour = {
      person: found.person,
      understood: {
        ja: `記録で${names.ja}氏の${side === 'before' ? '前任' : '後任'}に当たるのは、${others.ja}氏です。`,
        en: `By the record, ${names.en}’s ${side === 'before' ? 'predecessor' : 'successor'} is ${others.en}.`,
      },
    };
    if (period === null || overlaps(found, period)) return neighbour;
    latest ??= neighbour;
  }
  return latest;
}

/** Whether the holder of a post before or after somebody is asked for. */
export function successionIn(text: string): Question['succession'] {
  const told = /前任|後任|先代|後継|predecess|success|succeed|preceded|replaced|took over/i.test(text);
  if (!told && MEETING.test(text)) return undefined;
  const inverted = INVERTED.exec(text)?.[0];
  if (inverted !== undefined) return /by|交代/.test(inverted) ? 'after' : 'before';
  if (BEFORE.test(text)) return 'before';
  return AFTER.test(text) ? 'after' : undefined;
}
