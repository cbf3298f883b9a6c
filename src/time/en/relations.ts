import type { Relation, Surround } from '../relations.ts';

/** "From" after one of these tells where a thing comes from, not when a stretch begins ("the statement from July 2024"). */
const DATED =
  'statements?|documents?|communiqu[eé]s?|sheets?|releases?|meetings?|summits?|talks|calls?|' +
  'readouts?|transcripts?|records?|2\\+2|agreements?|reports?|remarks|outcomes?|notes?|texts?|' +
  'ones?|guidelines|consultations?|dialogues?|visits?|sessions?|speech|conferences?|news|' +
  'results?|takeaways?|highlights?|deliverables?|decisions?|commitments?|points|quotes?|anything|those|that';
const DATED_THING = new RegExp(`(?:${DATED}) $`);

/** "Since", "until" and "by" include the unit named; "after" and "before" leave it out. */
const PREFIXES: readonly (readonly [RegExp, Relation])[] = [
  [/(?:\bever )?\bsince (?:about |around )?(?:the )?$/, 'since'],
  [/\b(?:on or after|no earlier than|not earlier than|not before) (?:the )?$/, 'since'],
  [/\b(?:starting|beginning)(?: from| in| on| with)? (?:the )?$/, 'since'],
  [/\b(?:on or before|no later than|not later than|not after) (?:the )?$/, 'until'],
  [/(?:\bany ?time |\b)(?:after|later than|more recent than|newer than) (?:the )?$/, 'after'],
  [/\bpost-$/, 'after'],
  [/(?:\bany ?time |\b)(?:before|prior to|earlier than|older than) (?:the )?$/, 'before'],
  [/\bpre-$/, 'before'],
  [/\b(?:until|till|up to(?: and including)?|up until|through|by) (?:the )?$/, 'until'],
];
/** "From the April summit": the date says which summit, and nothing begins. */
const EVENTS =
  'summit|meeting|talks|2\\+2|scc|ministerial|statement|joint|visit|call|consultation|dialogue|' + 'session';
const EVENT = new RegExp(`^ (?:${EVENTS})`);
/** With the article, whatever follows is what the date belongs to: "from the February 2025 Ishiba–Trump talks". */
const NOT_ITS_OWN =
  'to|until|till|through|and|or|on|onwards?|forward|how|what|who|which|when|where|did|do|was|were|is|are|has|have|please';
const BELONGING = new RegExp(`^ (?!(?:${NOT_ITS_OWN})\\b)[^\\s,.?!–-]`);
const FROM_OR_IN = /\b(?:from|in) (?:the )?$/;
const FROM = /\bfrom (?:the )?$/;
const SUFFIXES: readonly (readonly [RegExp, Relation])[] = [
  [/^,? and (?:later|after|onwards?|beyond|since)\b/, 'since'],
  [/^,? (?:or (?:later|after)|onwards?|forward)\b/, 'since'],
  [/^,? (?:and|or) (?:earlier|before)\b/, 'until'],
];
const APPROXIMATE = /\b(?:around|circa|roughly|approximately|some ?time in|ca\.) (?:the )?$/;

/** The relation written before an expression ("since March 2025"), or after it ("2024 or earlier"). */
export function englishRelation(before: string, after: string): Surround | null {
  const around = APPROXIMATE.exec(before)?.[0].length ?? 0;
  const approximate = around > 0;
  const rest = before.slice(0, before.length - around);
  for (const [pattern, relation] of SUFFIXES) {
    const match = pattern.exec(after);
    if (match === null) continue;
    const from = FROM_OR_IN.exec(rest)?.[0].length ?? 0;
    return { lead: around + from, tail: match[0].length, relation, approximate };
  }
  for (const [pattern, relation] of PREFIXES) {
    const match = pattern.exec(rest);
    if (match !== null) return { lead: around + match[0].length, tail: 0, relation, approximate };
  }
  const from = FROM.exec(rest);
  if (from !== null) {
    const on = /^ on(?= |$|[.?!,)])/.exec(after)?.[0].length ?? 0;
    const belonging = from[0].endsWith('the ') ? BELONGING : EVENT;
    const dated = DATED_THING.test(rest.slice(0, from.index)) || belonging.test(after);
    if (on > 0 || !dated) {
      return { lead: around + from[0].length, tail: on, relation: 'since', approximate };
    }
  }
  return approximate ? { lead: around, tail: 0, relation: 'in', approximate } : null;
}
