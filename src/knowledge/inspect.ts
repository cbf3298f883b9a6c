import { basename } from 'node:path';
import { compareFaults, type Fault } from './fault.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { type Entry, type ParsedRecords, type PendingFault, parseRecords } from './parse-records.ts';
import { type KnowledgeFile, readKnowledgeFiles, unreadFiles, versionOf } from './read-files.ts';
import { checkRules } from './rules/index.ts';
import type { Topic } from './schema.ts';
import { withTerms } from './terms.ts';
import { createLocator } from './yaml/places.ts';

/** What a folder of records amounts to. `knowledge` is `null` when any fault is an error. */
export type Inspection = {
  readonly knowledge: KnowledgeBase | null;
  readonly faults: readonly Fault[];
  readonly counts: { readonly consultations: number; readonly drafts: number; readonly sources: number };
};

/**
 * Reads `folder` once and holds every record against its schema and against the others. All faults are reported at once,
 * in file order. Throws a `knowledge` fault only when the folder itself cannot be read.
 */
export function inspectKnowledge(folder: string): Inspection {
  const inspection = inspectFiles(readKnowledgeFiles(folder));
  const faults = [...inspection.faults, ...unreadFiles(folder).map(unread)].sort(compareFaults);
  return { ...inspection, faults };
}

/** A record under another ending is not in service, and nothing else would say so. */
function unread(file: string): Fault {
  const wanted = basename(file).replace(/\.ya?ml(?:\.txt)?$/i, '.yaml');
  const isRecord = wanted.endsWith('.yaml');
  const fix =
    isRecord && wanted !== basename(file)
      ? `rename it to ${wanted}`
      : isRecord
        ? 'move it to consultations/YEAR/'
        : 'move it out of the folder';
  return { file, line: 1, column: 1, message: 'is not read', fix, severity: 'untidy' };
}

/** The same for files already read; without `notes` for those who only want to know whether the records are sound. */
export function inspectFiles(files: readonly KnowledgeFile[], { notes = true } = {}): Inspection {
  const records = parseRecords(files);
  // Finding the line of a note costs a full parse of its file.
  const pending = [...records.faults, ...checkRules(records)].filter(({ severity }) => notes || severity !== 'note');
  const faults = locate(pending, files);
  const sound = !faults.some(({ severity }) => severity === 'error');
  return {
    knowledge: sound ? buildKnowledge(records, versionOf(files)) : null,
    faults,
    counts: {
      consultations: records.consultations.length,
      drafts: records.consultations.filter(({ value }) => value.status === 'draft').length,
      sources: records.collections.sources.length,
    },
  };
}

function locate(pending: readonly PendingFault[], files: readonly KnowledgeFile[]): Fault[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const locators = new Map<string, ReturnType<typeof createLocator>>();
  const faults = pending.map(({ file, path, at, message, fix, severity }): Fault => {
    if (at !== undefined) return { file, line: at.line, column: at.column, message, fix, severity };
    const locator = locators.get(file) ?? createLocator(texts.get(file) ?? '');
    locators.set(file, locator);
    return { file, ...locator(path), message, fix, severity };
  });
  return faults.sort(compareFaults);
}

function buildKnowledge({ consultations, collections }: ParsedRecords, version: string): KnowledgeBase {
  const published = consultations
    .map(({ value }) => value)
    .filter(({ status }) => status === 'published')
    .sort((a, b) => compareText(firstDay(a.date), firstDay(b.date)) || compareText(a.id, b.id));
  return {
    version,
    consultations: published,
    frameworks: byId(collections.frameworks),
    people: new Map(withTerms(valuesOf(collections.people), published).map((person) => [person.id, person])),
    posts: byId(collections.posts),
    titles: byId(collections.titles),
    topics: new Map(collections.topics.map(({ value }) => [value.id, withPartNames(value)])),
    documents: byId(collections.documents),
    administrations: byId(collections.administrations),
    countries: byId(collections.countries),
    groups: byId(collections.groups),
    occasions: byId(collections.occasions),
    places: byId(collections.places),
    words: byId(collections.words),
    readThrough: byId(collections.coverage),
    sources: byId(collections.sources),
    coverage: {
      from: firstDay(published[0]?.date ?? ''),
      to: published.map(({ date }) => lastDay(date)).reduce((a, b) => (a > b ? a : b), ''),
      consultations: published.length,
    },
  };
}

/** Who names a part of a topic speaks of the topic. */
function withPartNames(topic: Topic): Topic {
  const { ja, en } = topic.aliases;
  const parts = topic.parts.map((part) => ({ ...part, en: part.en.flatMap(writtenOut) }));
  const aliases = {
    ja: [...ja.flatMap(writtenOut), ...parts.flatMap((part) => part.ja)],
    en: [...en.flatMap(writtenOut), ...parts.flatMap((part) => part.en)],
  };
  return { ...topic, parts, aliases };
}

/** "{pay, paying} for {US, American} troops": a name with each of the words in braces. */
function writtenOut(name: string): readonly string[] {
  const [from, to] = [name.indexOf('{'), name.indexOf('}')];
  if (from < 0 || to < from) return [name];
  const words = name.slice(from + 1, to).split(',');
  return words.flatMap((word) => writtenOut(name.slice(0, from) + word.trim() + name.slice(to + 1)));
}

const byId = <T extends { readonly id: string }>(entries: readonly Entry<T>[]): ReadonlyMap<string, T> =>
  new Map(entries.map(({ value }) => [value.id, value]));

const valuesOf = <T>(entries: readonly Entry<T>[]): readonly T[] => entries.map(({ value }) => value);

/** A month-only date begins on its first day and is held to end there too, so that coverage never claims too much. */
const firstDay = (date: string): string => (date.length === 7 ? `${date}-01` : date.slice(0, 10));
const lastDay = (date: string): string => (date.includes('/') ? date.slice(11) : firstDay(date));
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
