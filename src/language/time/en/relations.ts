import type { Relation } from '../relations.ts';

/** How far before an expression its relation may begin. */
const REACH = 40;

/** "From" after one of these tells where a thing comes from, not when a stretch begins ("the statement from July 2024"). */
const DATED_THING =
  /(?:statements?|documents?|communiqu[eé]s?|sheets?|releases?|meetings?|summits?|talks|calls?|readouts?|transcripts?|records?|2\+2|agreements?|reports?|remarks|outcomes?|notes?|texts?|ones?|guidelines|consultations?|dialogues?|visits?|sessions?|speech|conferences?|news|results?|those|that) $/;

/** "Since", "until" and "by" include the unit named; "after" and "before" leave it out. */
const PREFIXES: readonly (readonly [RegExp, Relation])[] = [
  [/(?:\bever )?\bsince (?:about |around )?(?:the )?$/, 'since'],
  [/\b(?:on or after|no earlier than|not earlier than|not before) (?:the )?$/, 'since'],
  [/\b(?:starting|beginning)(?: from| in| on| with)? (?:the )?$/, 'since'],
  [/\b(?:on or before|no later than|not later than|not after) (?:the )?$/, 'until'],
  [/(?:\bany ?time |\b)(?:after|later than|more recent than|newer than) (?:the )?$|\bpost-$/, 'after'],
  [/(?:\bany ?time |\b)(?:before|prior to|earlier than|older than) (?:the )?$|\bpre-$/, 'before'],
  [/\b(?:until|till|up to(?: and including)?|up until|through|by) (?:the )?$/, 'until'],
];
const FROM = /\bfrom (?:the )?$/;
const SUFFIXES: readonly (readonly [RegExp, Relation])[] = [
  [/^,? (?:and (?:later|after|onwards?|beyond|since)|or (?:later|after)|onwards?|forward)\b/, 'since'],
  [/^,? (?:and|or) (?:earlier|before)\b/, 'until'],
];
const APPROXIMATE = /\b(?:around|circa|roughly|approximately|sometime in|some time in|ca\.) (?:the )?$/;

/** The relation written before an expression ("since March 2025"), or after it ("2024 or earlier"). */
export function englishRelation(
  folded: string,
  start: number,
  end: number,
): { start: number; end: number; relation: Relation | 'in'; approximate: boolean } | null {
  const around = APPROXIMATE.exec(folded.slice(Math.max(0, start - REACH), start))?.[0] ?? '';
  const approximate = around !== '';
  const at = start - around.length;
  const before = folded.slice(Math.max(0, at - REACH), at);
  const after = folded.slice(end, end + REACH);
  for (const [pattern, relation] of SUFFIXES) {
    const match = pattern.exec(after);
    if (match === null) continue;
    const from = /\b(?:from|in) (?:the )?$/.exec(before)?.[0] ?? '';
    return { start: at - from.length, end: end + match[0].length, relation, approximate };
  }
  for (const [pattern, relation] of PREFIXES) {
    const match = pattern.exec(before);
    if (match !== null) return { start: at - match[0].length, end, relation, approximate };
  }
  const from = FROM.exec(before);
  if (from !== null) {
    const on = /^ on(?= |$|[.?!,])/.exec(after)?.[0] ?? '';
    if (on !== '' || !DATED_THING.test(before.slice(0, from.index))) {
      return { start: at - from[0].length, end: end + on.length, relation: 'since', approximate };
    }
  }
  return approximate ? { start: at, end, relation: 'in', approximate } : null;
}
