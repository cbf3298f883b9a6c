import type { Relation, Surround } from '../relations.ts';

/** Longest first. 以降, 以前, から and まで include the unit named; より前, より後 and の後 leave it out. */
const SUFFIXES: readonly (readonly [RegExp, Relation])[] = [
  [/^ ?(?:以降|以後|以来|いこう|からこちら|から今まで|から現在まで|から今日まで|から現在に至る)(?:で|に)?/, 'since'],
  [/^ ?(?:より前|よりも前|よりまえ|の前(?=[にのは、。?!)」』 ]|$)|前に|前の(?!半|期))/, 'before'],
  [/^ ?(?:以前|いぜん)/, 'until'],
  [/^ ?(?:より後|よりも後|よりあと|の後(?!半|期)|のあと|後に|を過ぎて)/, 'after'],
  [/^ ?(?:までに|まで)/, 'until'],
  [/^ ?(?:からは|から)/, 'since'],
  [/^ ?より(?=[、。,]|$)/, 'since'],
  [/^に入って(?:から|以降|以来)/, 'since'],
  [
    /^(?:いっぱい|を通[じし]て|内(?=[のではも、。?!)」』 ]|$)|中に|中(?=[のではも、。?!)」』 ]|$)|の間に?|じゅうに?|内に)/,
    'in',
  ],
];
const APPROXIMATE = /^ ?(?:頃|ごろ|ころ|あたり|前後|付近)/;

/** The relation written right after an expression (2025年3月以降, 2024年末頃まで). */
export function japaneseRelation(after: string): Surround | null {
  const about = APPROXIMATE.exec(after)?.[0] ?? '';
  const rest = after.slice(about.length);
  for (const [pattern, relation] of SUFFIXES) {
    const match = pattern.exec(rest);
    if (match !== null) {
      return { lead: 0, tail: about.length + match[0].length, relation, approximate: about !== '' };
    }
  }
  return about === '' ? null : { lead: 0, tail: about.length, relation: 'in', approximate: true };
}
