import type { Link } from '../../lexicon/lexicon.ts';

/** What may stand between two topics where the one is said of the other. */
const OF_EACH_OTHER =
  /^(?:での?|[\p{Script=Han}\p{Script=Katakana}ー]{0,4}の|に(?:関する|ついての)|に係る|\s+|[-–]|\s+(?:for|of|on|under|in)\s+(?:the\s+)?)$/iu;

/** 「アムラームの共同生産」, "AMRAAM co-production": topics of one subject, not several subjects. Links are in order of the text. */
export function areOneSubject(text: string, topics: readonly Link[]): boolean {
  if (topics.length < 2) return false;
  return topics.every((link, index) => {
    const before = topics[index - 1];
    return before === undefined || OF_EACH_OTHER.test(text.slice(before.end, link.start));
  });
}

/** 「日米豪印とは」「日米豪印について」: a group of countries that is a topic too is spoken of, rather than said to have met. */
export function asSubject(link: Link, text: string): Link {
  const topics = link.entities.filter(({ kind }) => kind === 'topic');
  const isGroup = link.entities.some(({ kind }) => kind === 'members');
  const isSpokenOf = /^(?:とは|って何|に(?:ついて|関し|関する|触れ|言及))/.test(text.slice(link.end));
  return isGroup && isSpokenOf && topics.length > 0 ? { ...link, entities: topics } : link;
}
