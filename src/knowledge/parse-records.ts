import type { z } from 'zod';
import type { Severity } from './fault.ts';
import type { KnowledgeFile } from './read-files.ts';
import {
  Administration,
  AllianceDocument,
  Consultation,
  CountryEntry,
  Framework,
  Group,
  Occasion,
  Person,
  PlaceEntry,
  PostEntry,
  ReadThrough,
  Source,
  TitleEntry,
  Topic,
  Word,
} from './schema.ts';
import { explainIssue } from './schema-issue.ts';
import { parseYaml, type SyntaxFault } from './yaml/parse-yaml.ts';

/** The list files at the top of the folder, and what each holds. */
export const Collections = {
  frameworks: Framework,
  people: Person,
  posts: PostEntry,
  titles: TitleEntry,
  topics: Topic,
  documents: AllianceDocument,
  administrations: Administration,
  countries: CountryEntry,
  groups: Group,
  occasions: Occasion,
  places: PlaceEntry,
  words: Word,
  coverage: ReadThrough,
  sources: Source,
} as const;
export type CollectionName = keyof typeof Collections;

/** Where a fault stands: a path inside the parsed value, turned into line and column only when it is reported. */
export type Place = { readonly file: string; readonly path: readonly PropertyKey[] };

export type PendingFault = Place & {
  readonly message: string;
  readonly fix: string;
  readonly severity: Severity;
  /** Known already for faults of the YAML itself. */
  readonly at?: SyntaxFault;
};

/** A record and where it was written. */
export type Entry<T> = Place & { readonly value: T };

export type ParsedRecords = {
  readonly consultations: readonly Entry<Consultation>[];
  readonly collections: { readonly [N in CollectionName]: readonly Entry<z.infer<(typeof Collections)[N]>>[] };
  /** Ids of entries that were left out for a fault of their own: referring to them is no second fault. */
  readonly leftOut: ReadonlySet<string>;
  /** Lists that could not be read at all. */
  readonly unreadable: ReadonlySet<CollectionName>;
  /** False when anything was left out, so that what seems unused may well be used. */
  readonly complete: boolean;
  readonly faults: readonly PendingFault[];
};

/** Parses every file and holds it against its schema. Faulty records are left out and reported. */
export function parseRecords(files: readonly KnowledgeFile[]): ParsedRecords {
  const faults: PendingFault[] = [];
  const consultations: Entry<Consultation>[] = [];
  const leftOut = new Set<string>();
  const unreadable = new Set<CollectionName>();
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const file of files) {
    if (!file.path.startsWith('consultations/')) continue;
    const value = parseFile(file, faults);
    if (value !== undefined) hold(Consultation, value, { file: file.path, path: [] }, consultations, faults, leftOut);
  }
  const list = <S extends z.ZodType>(name: CollectionName, schema: S): Entry<z.infer<S>>[] => {
    const path = `${name}.yaml`;
    const entries: Entry<z.infer<S>>[] = [];
    const file = byPath.get(path);
    if (file === undefined) {
      faults.push(missingFile(path));
      unreadable.add(name);
      return entries;
    }
    const value = parseFile(file, faults);
    if (!Array.isArray(value)) unreadable.add(name);
    if (value === undefined) return entries;
    if (!Array.isArray(value)) {
      faults.push({ file: path, path: [], ...notAList });
      return entries;
    }
    for (const [index, item] of value.entries())
      hold(schema, item, { file: path, path: [index] }, entries, faults, leftOut);
    return entries;
  };
  const collections = {
    frameworks: list('frameworks', Framework),
    people: list('people', Person),
    posts: list('posts', PostEntry),
    titles: list('titles', TitleEntry),
    topics: list('topics', Topic),
    documents: list('documents', AllianceDocument),
    administrations: list('administrations', Administration),
    countries: list('countries', CountryEntry),
    groups: list('groups', Group),
    occasions: list('occasions', Occasion),
    places: list('places', PlaceEntry),
    words: list('words', Word),
    coverage: list('coverage', ReadThrough),
    sources: list('sources', Source),
  };
  for (const file of files) {
    const name = file.path.slice(0, -'.yaml'.length);
    if (!file.path.startsWith('consultations/') && !Object.hasOwn(Collections, name)) faults.push(strayFile(file.path));
  }
  return {
    consultations,
    collections,
    leftOut,
    unreadable,
    complete: !faults.some(({ severity }) => severity === 'error'),
    faults,
  };
}

function parseFile(file: KnowledgeFile, faults: PendingFault[]): unknown {
  const parsed = parseYaml(file.text);
  if (parsed.ok) return parsed.value;
  const { fault } = parsed;
  faults.push({
    file: file.path,
    path: [],
    at: fault,
    message: `is not valid YAML: ${fault.message}`,
    fix: fault.fix ?? 'check the indentation, the quotes and the colons on this line',
    severity: 'error',
  });
  return undefined;
}

function hold<S extends z.ZodType>(
  schema: S,
  value: unknown,
  place: Place,
  into: Entry<z.infer<S>>[],
  faults: PendingFault[],
  leftOut: Set<string>,
): void {
  const result = schema.safeParse(value);
  if (result.success) {
    into.push({ ...place, value: result.data });
    return;
  }
  if (typeof value === 'object' && value !== null && 'id' in value) leftOut.add(String(value.id));
  for (const issue of result.error.issues) {
    for (const { path, message, fix } of explainIssue(issue, schema, value)) {
      faults.push({ file: place.file, path: [...place.path, ...path], message, fix, severity: 'error' });
    }
  }
}

const notAList = {
  message: 'must be a list of entries',
  fix: 'begin each entry with "- id: …"',
  severity: 'error',
} as const;

const missingFile = (file: string): PendingFault => ({
  file,
  path: [],
  message: 'is missing',
  fix: 'restore it; an empty list is written []',
  severity: 'error',
});

const strayFile = (file: string): PendingFault => ({
  file,
  path: [],
  message: 'is not a file that is read',
  fix: `move it out of the folder; the names are ${Object.keys(Collections).join('.yaml, ')}.yaml`,
  severity: 'untidy',
});
