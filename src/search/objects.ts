import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Topic } from '../knowledge/schema.ts';
import { rememberedOf } from '../memo.ts';
import { normalise } from '../text/normalise.ts';
import { contentTerms } from '../text/tokens.ts';
import { spaced, type Wording } from './said.ts';

/**
 * The powers that a sentence says a verb of: "condemned Russia's war on Ukraine and China's launches near Japan" of Russia and China, and neither of
 * whom it was done to nor of where.
 */
export function objectsIn(english: string, verb: readonly Wording[], names: readonly Name[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const clause of english.split(CLAUSES)) {
    const words = spaced(normalise(clause.replaceAll(',', ' and ')));
    for (const form of verb.flatMap((each) => each.words)) {
      // What opposes may be no verb: “against”.
      if (BARS.test(`${form} `)) continue;
      const [, ...after] = words.split(form);
      for (const part of after.flatMap((said) => said.replace(LEADS, ' ').split(JOINS)))
        for (const id of namedIn(part.split(BARS)[0] ?? '', names)) found.add(id);
    }
  }
  return found;
}

type Name = { readonly name: string; readonly id: string };

/**
 * Whether what a verb is said of is called by one of `names`, or stands before it: "strongly supported this", "voiced strong support". Who supports tariff
 * talks supports no tariffs.
 */
export function isSaidOf(english: string, verb: readonly Wording[], names: readonly (readonly string[])[]): boolean {
  return english.split(CLAUSES).some((clause) => {
    const words = spaced(normalise(clause.replaceAll(',', ' and ')));
    return verb
      .flatMap((each) => each.words)
      .flatMap((form) => words.split(form).slice(1))
      .some((after) => {
        const [whole = ''] = ` ${after.trim()} `.replace(LEADS_IN, ' ').split(JOINS);
        const [object = ''] = `${whole} `.split(BARS);
        const terms = contentTerms(object);
        const isOfTalks = TALKS.includes(terms.at(-1) ?? '');
        const isCalled = (name: readonly string[]) =>
          isOfTalks
            ? name.at(-1) === terms.at(-1) && name.every((term) => terms.includes(term))
            : name.some((term) => terms.includes(term));
        return terms.length === 0 || POINTS.test(object) || names.some(isCalled);
      });
  });
}

/** What a topic is called in English, each name as its stems. */
export const namesOfTopic = rememberedOf(({ labels, aliases }: Topic) =>
  [labels.en, ...aliases.en].map((name) => contentTerms(name)),
);

/** What powers are called in English, longer names first: North Korea is no Korea. */
export const namesOfPowers = rememberedOf(({ countries }: KnowledgeBase): readonly Name[] =>
  [...countries.values()]
    .flatMap(({ id, names, short, aliases, cased = [] }) =>
      [names.en, short?.en ?? names.en, ...aliases.en, ...cased].map((name) => ({ name: spaced(normalise(name)), id })),
    )
    .sort((a, b) => b.name.length - a.name.length),
);

function namedIn(text: string, names: readonly Name[]): readonly string[] {
  let rest = ` ${text} `;
  return names.flatMap(({ name, id }) => {
    if (!rest.includes(name)) return [];
    rest = rest.replaceAll(name, ' | ');
    return [id];
  });
}

/** Another verb begins a clause of its own: ", voiced concern", "and confirmed". */
const CLAUSES = /[;:]|\.(?= |$)|,? and (?=[a-z]+ed )|, (?=[a-z]+(?:ed|(?<!includ)ing) )/;
/** The rest of the verb, and the preposition that belongs to it: "support for". */
const LEADS = /^[a-z]* (?:for |of |to |with |the )*/;
const JOINS = / and | by /;
/** What is held on a thing, and is not the thing. */
const TALKS = contentTerms('talks negotiations agreement consultations meeting resolution deal');
const POINTS = /^ *(?:this|that|these|it|them)(?: |$)/;
const LEADS_IN = /^ (?:for |of |to |the )*/;
const BARS =
  / (?:across|against|around|as|at|for|from|in|inside|near|of|on|over|that|to|toward|towards|under|which|with) /;
