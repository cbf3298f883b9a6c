import { isNumbered } from '../text/shape.ts';
import { contentTerms } from '../text/tokens.ts';
import type { Facts } from './facts.ts';
import { standNear } from './near.ts';
import type { PassageIndex } from './passage-index.ts';
import { type Spoken, says, wordingOf } from './said.ts';
import type { Grade } from './satisfies.ts';
import { type Other, synonyms } from './synonyms.ts';
import { FEW, WORDS } from './weights.ts';

/** One word of a constraint: its stem, its share of all, what else is said for it, and the passages that hold it or the others. */
type Slot = {
  readonly stem: string;
  readonly share: number;
  readonly others: readonly Other[];
  readonly holders: ReadonlySet<string>;
  /** With the grade that the best of the others gives. */
  readonly otherHolders: ReadonlyMap<string, number>;
};

/**
 * Looks for words that belong together: said as typed, or else each by its stem or by another word for the same thing, side by side or apart. `terms` are
 * stems as `contentTerms` gives them, or words. A meeting holds them by its title, documents and place, less by the offices of those who took part.
 */
export function gradeWords(
  label: string,
  terms: readonly string[],
  index: PassageIndex,
  facts: Facts,
): Required<Grade> {
  const wording = wordingOf(label);
  const saying = facts.statements.saying(wording);
  const called = facts.meetings.saying(wording);
  const ofOffices = facts.offices.saying(wording);
  const slots = slotsOf(label, terms, index, facts);
  const alternatives = slots.map(({ stem, others }) => [
    stem,
    ...others.flatMap(({ phrase }) => contentTerms(phrase)[0] ?? []),
  ]);
  // A phrase that stands for all of the words needs none of them.
  const stems = slots.map(({ stem }) => stem);
  const wholes = synonyms()
    .inside(label)
    .filter(({ phrase }) => stems.every((stem) => phrase.includes(stem)))
    .flatMap(({ others }) => others);
  const whole = graded(wholes, (phrase) => facts.statements.saying(wordingOf(phrase)));
  const wholeCalled = graded(wholes, (phrase) => facts.meetings.saying(wordingOf(phrase)));
  // The Naha robbery: what hardly anything else names is that thing, however far apart its sentence says it.
  const isRare = slots.some(({ holders }) => holders.size > 0 && holders.size <= FEW);
  const holding = new Set(slots.flatMap(({ holders, otherHolders }) => [...holders, ...otherHolders.keys()]));
  const names = numberedIn(label).map(wordingOf);
  const saysNames = (texts: readonly Spoken[]) => names.every((name) => texts.some((text) => says(text, name)));
  function byStems(id: string, texts: readonly Spoken[]): number {
    if (!saysNames(texts)) return 0;
    let share = 0;
    let missing = 0;
    let grade: number = WORDS.near;
    for (const slot of slots) {
      const own = slot.holders.has(id) ? WORDS.near : slot.otherHolders.get(id);
      if (own === undefined) missing += 1;
      else [share, grade] = [share + slot.share, Math.min(grade, own)];
    }
    // Most of the words are not the name: what lacks one falls off fast.
    if (missing > 0) return grade * share ** 2;
    if (slots.length <= 1 || isRare || texts.some(({ normal }) => standNear(alternatives, normal))) return grade;
    return Math.min(grade, slots.length > 2 ? WORDS.scattered : WORDS.apart);
  }
  return {
    rarity: Math.max(0, ...stems.map((stem) => index.rarity(stem))),
    outcome({ text, place, passage }) {
      if (saying.has(place)) return WORDS.said;
      const grade = holding.has(passage) ? byStems(passage, [text]) : 0;
      return Math.max(grade, whole.get(place) ?? 0);
    },
    event({ place, title, documents, offices, consultation }) {
      if (called.has(place)) return WORDS.said;
      if (ofOffices.has(place)) return WORDS.office;
      const grade = holding.has(consultation.id) ? byStems(consultation.id, [title, documents, offices]) : 0;
      return Math.max(grade * WORDS.office, wholeCalled.get(place) ?? 0);
    },
  };
}

/** What a label must say as it stands, for with another number it is another thing: F-22, 第9条, the 5G of 5G networks; "Article 9" as a whole. */
function numberedIn(label: string): readonly string[] {
  const numbered = label.split(' ').filter(isNumbered);
  return numbered.some((part) => /^\d+$/.test(part)) ? [label] : numbered;
}

function slotsOf(label: string, terms: readonly string[], index: PassageIndex, facts: Facts): readonly Slot[] {
  const stems = [...new Set(terms.flatMap((term) => stemsOf(term, index)))];
  const rarities = stems.map((stem) => index.rarity(stem));
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0);
  const phrases = synonyms().inside(label);
  return stems.map((stem, at) => {
    const ofPhrases = phrases.filter(({ phrase }) => phrase.includes(stem)).flatMap(({ others }) => others);
    const others = [...synonyms().ofStem(stem), ...ofPhrases];
    return {
      ...{ stem, others },
      share: total > 0 ? (rarities[at] ?? 0) / total : 1 / stems.length,
      holders: new Set(index.holders(stem)),
      otherHolders: graded(others, (phrase) => sayingPhrase(phrase, facts)),
    };
  });
}

/** What says one of some phrases, with the grade of the best of them. */
function graded<Key>(others: readonly Other[], saying: (phrase: string) => Iterable<Key>): ReadonlyMap<Key, number> {
  const found = new Map<Key, number>();
  for (const { phrase, same } of others)
    for (const key of saying(phrase))
      found.set(key, Math.max(found.get(key) ?? 0, same ? WORDS.synonym : WORDS.related));
  return found;
}

/** Ids of the passages of the statements that say a phrase. */
function sayingPhrase(phrase: string, { statements, outcomes }: Facts): readonly string[] {
  return [...statements.saying(wordingOf(phrase))].flatMap((place) => outcomes[place]?.passage ?? []);
}

/** A word that the index does not know as it is may be one that still has its ending. */
function stemsOf(term: string, index: PassageIndex): readonly string[] {
  if (index.holders(term).length > 0) return [term];
  const stems = contentTerms(term);
  return stems.length > 0 ? stems : [term];
}
