import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Framework } from '../knowledge/schema.ts';
import { type EntityKind, type Surface, surface } from './surface.ts';
import { everydayWords, wordsOf } from './words.ts';

/** Prefixes that say only that it is between Japan and the United States. */
const ALLIANCE: readonly RegExp[] = [
  /^(?:日米|米日)(?![韓豪比印])/,
  /^(?:the )?japan(?:ese)?[-–— ]+(?:and )?(?:the )?(?:u\.?s\.?a?|american) /i,
  /^(?:the )?japan(?:ese)?[-–— ]+(?:and )?(?:the )?united states /i,
  /^(?:the )?(?:u\.?s\.?|united states|america)[-–— ]+(?:and )?japan(?:ese)? /i,
];

function withoutAlliance(name: string): string {
  const prefix = ALLIANCE.find((pattern) => pattern.test(name));
  return prefix === undefined ? name : name.replace(prefix, '');
}

/** Frameworks, topics, documents and administrations by every name and alias. */
export function namedSurfaces(knowledge: KnowledgeBase): readonly Surface[] {
  const everyday = everydayWords(knowledge);
  const named = (kind: EntityKind, id: string, forms: Iterable<string>, part?: number) =>
    [...forms].map((form) =>
      surface(form, { kind, id }, { rule: ruleFor(form, everyday), ...(part === undefined ? {} : { part }) }),
    );
  return [
    ...[...knowledge.frameworks.values()].flatMap((framework) => {
      const { id, names, short, aliases } = framework;
      const forms = [names.ja, names.en, short?.ja ?? '', short?.en ?? '', ...aliases.ja, ...aliases.en];
      return named('framework', id, [...spread(forms), ...pairForms(framework, knowledge)]);
    }),
    ...fieldSurfaces(knowledge),
    ...[...knowledge.topics.values()].flatMap(({ id, labels, aliases, parts }) => [
      ...parts.flatMap((part, index) =>
        named('topic', id, [...spread([...part.ja, ...part.en])].flatMap(withSingular), index),
      ),
      ...named('topic', id, [...spread([labels.ja, labels.en, ...aliases.ja, ...aliases.en])].flatMap(withSingular)),
    ]),
    ...[...knowledge.documents.values()].flatMap(({ id, names, aliases }) =>
      named('document', id, spread([names.ja, names.en, ...aliases.ja, ...aliases.en])),
    ),
    ...[...knowledge.administrations.values()].flatMap(({ id, names, aliases }) =>
      [...spread([names.ja, names.en, ...aliases.ja, ...aliases.en])].map((form) =>
        surface(form, { kind: 'administration', id }),
      ),
    ),
  ];
}

/** 日米の首脳: the holders of a post on all sides say between whom, not any meeting of one of them. */
function pairForms({ pairs, countries }: Framework, knowledge: KnowledgeBase): readonly string[] {
  const members = countries.map((code) => knowledge.countries.get(code)?.letters[0] ?? '').join('');
  return members.length < countries.length
    ? []
    : pairs.flatMap((post) => [`${members}の${post}`, `${members}両${post}`, `${members}両国の${post}`]);
}

/** 「防衛当局間の協議」 are the frameworks of the two that are that field's business and no other ministry's. */
function fieldSurfaces(knowledge: KnowledgeBase): readonly Surface[] {
  return wordsOf(knowledge, 'field').flatMap(({ value, ja, en }) => {
    const own = [...knowledge.frameworks.values()].filter(
      ({ countries, fields }) => countries.length === 2 && fields[0] === value,
    );
    return own.flatMap(({ id }) => [...ja, ...en].map((form) => surface(form, { kind: 'framework', id })));
  });
}

/** Each form, without its bracketed part, that part alone, and without a leading "Japan–U.S.". */
function spread(forms: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const form of forms) {
    for (const one of [
      form,
      form.replace(/(?<!\s)\s*[(\uFF08][^()\uFF08\uFF09]*[)\uFF09]\s*/gu, ' '),
      /[(\uFF08]([^()\uFF08\uFF09]{2,})[)\uFF09]/u.exec(form)?.[1] ?? '',
    ]) {
      const trimmed = one.trim();
      if (trimmed.length < 2) continue;
      for (const spelling of spellingsOf(trimmed)) all.add(spelling);
      const bare = withoutAlliance(trimmed).trim();
      // 日米外相 leaves 外相, which is a post.
      if (bare.length >= 4) for (const spelling of spellingsOf(bare)) all.add(spelling);
      if (/^the /i.test(trimmed)) all.add(trimmed.slice(4));
    }
  }
  return all;
}

/** As America and as Britain spell it: "defense dialog", "defence dialogue". */
function spellingsOf(form: string): ReadonlySet<string> {
  return new Set([form, ...SPELLINGS.map(([one, other]) => form.replace(one, other))]);
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/dialogue/giu, 'dialog'],
  [/defense/giu, 'defence'],
  [/defence/giu, 'defense'],
];

/** "Counterstrike capabilities" are asked about as "counterstrike capability" too; a plural of any name is heard anyway. */
function withSingular(form: string): readonly string[] {
  const singular = /[a-z]{4}ies$/.test(form) ? form.replace(/ies$/, 'y') : form.replace(/(?<=[a-z]{4}[^aius])s$/, '');
  return singular === form ? [form] : [form, singular];
}

function ruleFor(form: string, everyday: ReadonlySet<string>): Surface['rule'] {
  return everyday.has(form.toLowerCase()) ? 'cased' : 'plain';
}
