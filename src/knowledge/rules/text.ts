import type { PendingFault, Place } from '../parse-records.ts';
import type { Definition } from '../schema.ts';
import type { Rule } from './index.ts';

/** Japanese stands under `ja`, English under `en`, and sentences are whole. */
export const checkText: Rule = ({ consultations, collections }) => {
  const faults: PendingFault[] = [];
  const report = (place: Place, steps: readonly PropertyKey[], message: string, fix: string): void => {
    faults.push({ file: place.file, path: [...place.path, ...steps], message, fix, severity: 'error' });
  };
  const english = (place: Place, steps: readonly PropertyKey[], text: string): void => {
    if (hasJapanese(text)) report(place, steps, `English text holds Japanese: "${clip(text)}"`, 'write it in English');
  };
  const both = (place: Place, steps: readonly PropertyKey[], text: { ja: string; en: string }): void => {
    if (!hasJapanese(text.ja)) {
      report(place, [...steps, 'ja'], `Japanese text holds no Japanese: "${clip(text.ja)}"`, 'write it in Japanese');
    }
    english(place, [...steps, 'en'], text.en);
  };
  const sentence = (place: Place, steps: readonly PropertyKey[], text: { ja: string; en: string }): void => {
    both(place, steps, text);
    if (!/[。」）]$/u.test(text.ja)) {
      report(place, [...steps, 'ja'], `Japanese sentence is cut off: "…${text.ja.slice(-12)}"`, 'end it with 。');
    }
    if (!/[.”")]$/.test(text.en)) {
      report(
        place,
        [...steps, 'en'],
        `English sentence is cut off: "…${text.en.slice(-24)}"`,
        'end it with a full stop',
      );
    }
  };
  const aliases = (place: Place, { ja, en }: { ja: string[]; en: string[] }): void => {
    for (const [at, alias] of en.entries()) english(place, ['aliases', 'en', at], alias);
    for (const [at, alias] of ja.entries()) {
      if (/^[\x20-\x7e]*$/.test(alias) && /[a-z]{4}/.test(alias) && alias.includes(' ')) {
        report(place, ['aliases', 'ja', at], `Japanese alias is English: "${clip(alias)}"`, 'move it to en');
      }
    }
  };
  const definitions = (place: Place, list: readonly Definition[]): void => {
    for (const [at, definition] of list.entries()) sentence(place, ['definition', at], definition);
  };

  for (const entry of consultations) {
    const { value } = entry;
    both(entry, ['title'], value.title);
    if (value.place !== undefined) both(entry, ['place'], value.place);
    if (value.note !== undefined) sentence(entry, ['note'], value.note);
    for (const [at, { office }] of value.participants.entries()) both(entry, ['participants', at, 'office'], office);
    for (const [at, document] of value.documents.entries()) both(entry, ['documents', at, 'title'], document.title);
    for (const [at, outcome] of value.outcomes.entries()) {
      if (value.status === 'published') sentence(entry, ['outcomes', at], outcome);
      for (const [index, { locator }] of outcome.sources.entries()) {
        if (locator !== undefined) both(entry, ['outcomes', at, 'sources', index, 'locator'], locator);
      }
    }
  }
  for (const entry of collections.people) {
    both(entry, ['names'], entry.value.names);
    both(entry, ['family'], entry.value.family);
    aliases(entry, entry.value.aliases);
    const { kana } = entry.value.names;
    if (kana !== undefined && !/^[\u3041-\u3096ー\s・]+$/u.test(kana)) {
      report(entry, ['names', 'kana'], `reading is not in hiragana: "${kana}"`, 'write it as きし のぶお');
    }
    for (const [at, office] of entry.value.offices.entries()) both(entry, ['offices', at], office);
  }
  for (const entry of [...collections.frameworks, ...collections.documents]) {
    both(entry, ['names'], entry.value.names);
    aliases(entry, entry.value.aliases);
    definitions(entry, entry.value.definition);
  }
  for (const entry of collections.frameworks) {
    for (const [at, side] of entry.value.sides.entries()) both(entry, ['sides', at], side);
    for (const [at, fact] of entry.value.facts.entries()) sentence(entry, ['facts', at], fact);
  }
  for (const entry of collections.topics) {
    const { labels, aliases: others, definition, parts } = entry.value;
    english(entry, ['labels', 'en'], labels.en);
    aliases(entry, others);
    definitions(entry, definition);
    for (const [at, part] of parts.entries()) {
      for (const [index, name] of part.en.entries()) english(entry, ['parts', at, 'en', index], name);
      for (const [index, one] of (part.definition ?? []).entries())
        sentence(entry, ['parts', at, 'definition', index], one);
    }
  }
  for (const entry of collections.titles) aliases(entry, entry.value.aliases);
  for (const entry of collections.groups) {
    english(entry, ['names', 'en'], entry.value.names.en);
    aliases(entry, entry.value.aliases);
    definitions(entry, entry.value.definition);
  }
  for (const entry of collections.occasions) {
    english(entry, ['names', 'en'], entry.value.names.en);
    aliases(entry, entry.value.aliases);
  }
  for (const entry of collections.coverage) both(entry, ['names'], entry.value.names);
  for (const entry of [
    ...collections.administrations,
    ...collections.countries,
    ...collections.places,
    ...collections.posts,
  ]) {
    both(entry, ['names'], entry.value.names);
    aliases(entry, entry.value.aliases);
  }
  for (const entry of collections.words) {
    for (const [at, word] of entry.value.en.entries()) english(entry, ['en', at], word);
  }
  for (const entry of collections.sources) english(entry, ['publisher', 'en'], entry.value.publisher.en);
  return faults;
};

const hasJapanese = (text: string): boolean => /[\u3040-\u30ff\u3400-\u9fff]/u.test(text);
const clip = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
