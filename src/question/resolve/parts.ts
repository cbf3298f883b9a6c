import type { Link } from '../../lexicon/lexicon.ts';
import type { TimeMention } from '../../time/time-mention.ts';
import type { Question } from '../question.ts';

/** Joins two equal parts of a sentence. */
const JOIN = /^[\s,、・]*(?:and|or|plus|&|と|や|および|及び|並びに|また)?[\s、]*(?:the )?$/iu;
/** Stands between a framework and its period. */
const WITHIN =
  /^(?: ?(?:meetings?|talks|held))?(?: (?:in|of|during|for|from))?\s?(?:the )?$|^の?$|^(?:に(?:開かれた|行われた))?の?$/i;

/**
 * "Defense ministerials in 2023 and summits in 2024": two frameworks, each with a period of its own right beside it. `undefined` where
 * the text is not built so.
 */
export function partsOf(text: string, links: readonly Link[], mentions: readonly TimeMention[]): Question['parts'] {
  const named = links.filter((link) => link.entities.every(({ kind }) => kind === 'framework'));
  const times = mentions.filter(({ period, relation }) => period !== null && relation === 'in');
  const [one, other] = named;
  const [first, second] = times;
  if (named.length !== 2 || times.length !== 2 || !one || !other || !first || !second) return undefined;
  const pairs = [
    { link: one, time: first },
    { link: other, time: second },
  ].map(({ link, time }) => {
    const [left, right] = link.start < time.start ? [link, time] : [time, link];
    return { link, time, start: left.start, end: right.end, gap: text.slice(left.end, right.start) };
  });
  const [a, b] = pairs;
  if (!a || !b || !pairs.every(({ gap }) => WITHIN.test(gap)) || !JOIN.test(text.slice(a.end, b.start)))
    return undefined;
  const parts = pairs.flatMap(({ link, time: { period } }) =>
    period ? [{ frameworks: link.entities.map(({ id }) => id), period }] : [],
  );
  const isSame = JSON.stringify(parts[0]?.frameworks) === JSON.stringify(parts[1]?.frameworks);
  return parts.length === 2 && !isSame ? parts : undefined;
}
