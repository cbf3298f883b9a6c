import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EventFacts, OutcomeFacts } from './facts.ts';

/** The longest beginning of a Japanese sentence that still only tells who speaks: 「岸田総理とバイデン大統領は」. Characters. */
const LONGEST = 28;
/** What may follow a country's name where it stands for its government: 米側, 日本政府, 米国代表. Characters. */
const LONGEST_SIDE = 3;

/** Whose words a statement gives, by how its Japanese sentence opens; the English one is its translation and opens alike. */
export type Openings = {
  /** Whether the sentence opens with the family name of one of these people. */
  byPerson(outcome: OutcomeFacts, people: readonly string[]): boolean;
  /** Whether it opens with the name of the country, or with one of its participants. */
  byCountry(outcome: OutcomeFacts, country: string): boolean;
};

export function createOpenings({ people, countries }: KnowledgeBase): Openings {
  const familyOf = (id: string) => people.get(id)?.family.ja;
  /** A family name means whoever of that name sat there, and anybody where nobody of it did. */
  function isNamed(opening: string, id: string, { people: present }: EventFacts): boolean {
    const family = familyOf(id);
    if (family === undefined || !opening.includes(family)) return false;
    return present.has(id) || ![...present].some((other) => familyOf(other) === family);
  }
  return {
    byPerson({ outcome, event }, ids) {
      const opening = openingOf(outcome.ja);
      return opening !== '' && ids.some((id) => isNamed(opening, id, event));
    },
    byCountry({ outcome, event }, id) {
      const opening = openingOf(outcome.ja);
      const country = countries.get(id);
      const names = country === undefined ? [] : [country.names.ja, country.short?.ja, ...country.aliases.ja];
      const stands = names.some(
        (name) => name !== undefined && opening.startsWith(name) && opening.length <= name.length + LONGEST_SIDE,
      );
      const own = event.consultation.participants.filter(({ country }) => country === id);
      return opening !== '' && (stands || own.some(({ person }) => isNamed(opening, person, event)));
    },
  };
}

/** A sentence up to the particle that marks its subject; nothing where none comes soon. */
function openingOf(sentence: string): string {
  const end = sentence.slice(0, LONGEST).search(/は|が|から|より|、/u);
  return end < 0 ? '' : sentence.slice(0, end);
}
