import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { OutcomeFacts } from './facts.ts';

/** The longest beginning of a Japanese sentence that still only tells who speaks: 「岸田総理とバイデン大統領は」. Characters. */
const LONGEST = 28;
/** What may follow a country's name where it stands for its government: 米側, 日本政府, 米国代表. Characters. */
const LONGEST_SIDE = 3;

/**
 * Whether a statement gives a country's words: its Japanese sentence opens with the country's name or the family name of one of its participants;
 * the English one is its translation and opens alike.
 */
export type Opens = (outcome: OutcomeFacts, country: string) => boolean;

export function createOpenings({ people, countries }: KnowledgeBase): Opens {
  return ({ outcome, event }, id) => {
    const opening = openingOf(outcome.ja);
    if (opening === '') return false;
    const country = countries.get(id);
    const names = country === undefined ? [] : [country.names.ja, country.short?.ja ?? [], country.aliases.ja].flat();
    const own = event.consultation.participants.filter(({ country }) => country === id);
    return (
      names.some((name) => opening.startsWith(name) && opening.length <= name.length + LONGEST_SIDE) ||
      own.some(({ person }) => opening.includes(people.get(person)?.family.ja ?? '\n'))
    );
  };
}

/** A sentence up to the particle that marks its subject; nothing where none comes soon. */
function openingOf(sentence: string): string {
  const end = sentence.slice(0, LONGEST).search(/は|が|から|より|、/u);
  return end < 0 ? '' : sentence.slice(0, end);
}
