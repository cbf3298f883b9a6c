import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { CountryEntry, Group, Occasion } from '../knowledge/schema.ts';
import { type Entity, type Surface, surface } from './surface.ts';

/** The two whose alliance this is: every combination that is a table has both. */
export const ALLIES = ['JP', 'US'] as const;

export const isAlly = (country: string | undefined) => ALLIES.some((id) => id === country);

/** Countries alone and combined, going to one, and groups of them. */
export function countrySurfaces(knowledge: KnowledgeBase): readonly Surface[] {
  const countries = [...knowledge.countries.values()];
  const venues = new Set(knowledge.consultations.map(({ place }) => place?.country));
  return [
    ...countries.flatMap((country) =>
      nameSurfaces(country, country.outside === true && !venues.has(country.id) ? 'outsider' : 'country'),
    ),
    ...countries.flatMap(visitSurfaces),
    ...combinationSurfaces(countries),
    ...[...knowledge.groups.values()].flatMap((group) => eventSurfaces(group, [{ kind: 'group', id: group.id }])),
    ...[...knowledge.occasions.values()].flatMap((one) => eventSurfaces(one, meantBy(one))),
  ];
}

function nameSurfaces(
  { id, names, short, aliases, cased }: CountryEntry,
  kind: 'country' | 'outsider',
): readonly Surface[] {
  const plain = new Set([names.ja, names.en, short?.ja ?? '', short?.en ?? '', ...aliases.ja, ...aliases.en]);
  return [
    ...[...plain].filter((form) => form.length > 1).map((form) => surface(form, { kind, id })),
    ...cased.map((form) => surface(form, { kind, id }, { rule: 'cased' })),
  ];
}

/** Whoever names an event may speak of those who hold it. */
function meantBy({ id, group, topic }: Occasion): readonly Entity[] {
  return [
    { kind: 'occasion', id },
    ...(group === undefined ? [] : [{ kind: 'group', id: group } as const]),
    ...(topic === undefined ? [] : [{ kind: 'topic', id: topic } as const]),
  ];
}

function eventSurfaces({ names, aliases }: Group | Occasion, entities: readonly Entity[]): readonly Surface[] {
  const forms = [names.ja, names.en.replace(/^the /, ''), ...aliases.ja, ...aliases.en].flatMap((form) => [
    form,
    form.replace(/(?<!\s)\s*[(\uFF08][^()\uFF08\uFF09]*[)\uFF09]$/u, ''),
  ]);
  return [...new Set(forms)].flatMap((form) =>
    entities.map((entity) => surface(form, entity, { rule: /^[A-Z.]{2,4}$/.test(form) ? 'cased' : 'plain' })),
  );
}

function visitSurfaces({ id, visits }: CountryEntry): readonly Surface[] {
  return visits.map((form) => surface(form, { kind: 'visit', id }));
}

/**
 * 日米韓, 日豪米, 日米豪比 … in every order people use, the pairs 日韓, 米豪 …, and combinations that are no table, 日中 and 日中韓: a
 * question about their meeting is about none on record.
 */
function combinationSurfaces(countries: readonly CountryEntry[]): readonly Surface[] {
  const [japan, america] = ALLIES;
  const third = countries.filter(({ id, letters }) => id !== japan && id !== america && letters.length > 0);
  const inside = third.filter(({ outside }) => outside !== true);
  const [allies, others, partners] = [[japan, america], third.map(({ id }) => id), inside.map(({ id }) => id)];
  const members: (readonly string[])[] = [
    ...others.flatMap((one) => [[japan, one], [america, one], ...permutations([...allies, one])]),
    ...others.flatMap((one) => others.filter((other) => other !== one).map((other) => [japan, one, other])),
    ...partners.flatMap((one) =>
      others
        .filter((other) => other !== one)
        .flatMap((other) => permutations([america, one, other]).map((order) => [japan, ...order])),
    ),
    ...partners
      .flatMap((one) => partners.flatMap((two) => partners.map((three) => [...allies, one, two, three])))
      .filter((five) => new Set(five).size === five.length),
  ];
  const letters = new Map(countries.map((country) => [country.id, country.letters]));
  return [
    ...members.flatMap((codes) =>
      spelt(codes.map((code) => letters.get(code) ?? [])).map((text) => combined(text, codes)),
    ),
    ...inside.flatMap((country) => latinCombinations(countries, country)),
  ];
}

const combined = (text: string, members: readonly string[]): Surface =>
  surface(text, { kind: 'members', id: members.join('+') });

/** Every way to write a row of countries, each with any of its letters. */
function spelt(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.reduce<readonly string[]>(
    (texts, row) => texts.flatMap((text) => row.map((letter) => text + letter)),
    [''],
  );
}

/** jp-us-ph, us-japan-rok. */
function latinCombinations(countries: readonly CountryEntry[], third: CountryEntry): readonly Surface[] {
  const [japan, america] = ALLIES;
  const codes = (code: string) => countries.find(({ id }) => id === code)?.codes ?? [];
  return codes(japan).flatMap((a) =>
    codes(america).flatMap((b) =>
      third.codes.flatMap((c) =>
        [`${a}-${b}-${c}`, `${b}-${a}-${c}`].map((text) => combined(text, [japan, america, third.id])),
      ),
    ),
  );
}

function permutations(codes: readonly string[]): readonly (readonly string[])[] {
  if (codes.length <= 1) return [codes];
  return codes.flatMap((code, index) =>
    permutations([...codes.slice(0, index), ...codes.slice(index + 1)]).map((rest) => [code, ...rest]),
  );
}
