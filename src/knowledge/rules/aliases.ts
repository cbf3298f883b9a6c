import { foldKey } from '../../text/fold.ts';
import { level } from '../../text/level.ts';
import type { PendingFault, Place } from '../parse-records.ts';
import type { Rule } from './index.ts';

/**
 * No two entries answer to the same name: a question that used it would be ambiguous. Frameworks of one kind may share one:
 * "the three leaders" are of whichever three; so may a power and the topic that speaks of it.
 */
export const checkAliases: Rule = ({ collections }) => {
  const faults: PendingFault[] = [];
  const owners = new Map<string, { readonly owner: string; readonly file: string }>();
  const told = new Set<string>();
  const kinds = new Map(collections.frameworks.map(({ value }) => [value.id, value.kind]));
  const spokenOf = new Map(collections.countries.map(({ value }) => [value.id, value.topic]));
  const mayShare = (one: string, other: string): boolean =>
    (kinds.get(one) !== undefined && kinds.get(one) === kinds.get(other)) ||
    spokenOf.get(one) === other ||
    spokenOf.get(other) === one;
  const claim = (owner: string, name: string, { file, path }: Place, isAlias: boolean): void => {
    const key = foldKey(name);
    const first = owners.get(key);
    const isRepeated = told.has(plainName(name));
    told.add(plainName(name));
    if (first === undefined) {
      owners.set(key, { owner, file });
    } else if (first.owner !== owner) {
      if (mayShare(first.owner, owner)) return;
      faults.push({
        file,
        path,
        message: `"${name}" already names "${first.owner}" in ${first.file}`,
        fix: 'keep it for the entry that people mean by it, or make it longer',
        severity: 'error',
      });
    } else if (isAlias && isRepeated) {
      faults.push({
        file,
        path,
        message: `"${name}" repeats another name of "${owner}" (case, width, kana kind, spaces and forms of kanji make no difference)`,
        fix: 'remove it',
        severity: 'untidy',
      });
    }
  };
  for (const name of [
    'people',
    'frameworks',
    'topics',
    'documents',
    'administrations',
    'countries',
    'groups',
  ] as const) {
    for (const { value, file, path } of collections[name]) {
      const place = (...steps: PropertyKey[]): Place => ({ file, path: [...path, ...steps] });
      const namesKey = 'labels' in value ? 'labels' : 'names';
      const names = 'labels' in value ? value.labels : value.names;
      claim(value.id, names.ja, place(namesKey, 'ja'), false);
      claim(value.id, names.en, place(namesKey, 'en'), false);
      const kana = 'family' in value ? value.names.kana : undefined;
      if (kana !== undefined) claim(value.id, kana, place(namesKey, 'kana'), false);
      if ('short' in value && value.short !== undefined) {
        claim(value.id, value.short.ja, place('short', 'ja'), false);
        claim(value.id, value.short.en, place('short', 'en'), false);
      }
      for (const language of ['ja', 'en'] as const) {
        for (const [at, alias] of value.aliases[language].entries()) {
          claim(value.id, alias, place('aliases', language, at), true);
        }
        for (const [at, part] of ('parts' in value ? value.parts : []).entries()) {
          for (const [index, name] of part[language].entries())
            claim(value.id, name, place('parts', at, language, index), true);
        }
      }
    }
  }
  return faults;
};

/** As the linker reads a name, but with the hyphens, accents and long-vowel marks that the text search tells apart. */
function plainName(name: string): string {
  return level(name)
    .replace(/[\u30a1-\u30f6]/g, (katakana) => String.fromCharCode(katakana.charCodeAt(0) - 0x60))
    .replace(/[\s・.'’-]/g, '');
}
