import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { rememberedOf } from '../memo.ts';
import { normalise } from '../text/normalise.ts';
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
const BARS =
  / (?:across|against|around|as|at|for|from|in|inside|near|of|on|over|that|to|toward|towards|under|which|with) /;
