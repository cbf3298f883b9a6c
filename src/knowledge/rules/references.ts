import { nearestWord } from '../../text/nearest.ts';
import type { CollectionName, Entry, PendingFault } from '../parse-records.ts';
import type { Definition, Reference } from '../schema.ts';
import type { Rule } from './index.ts';

/** Every id that is referred to exists once; every person, post, title and source is referred to. */
export const checkReferences: Rule = ({ consultations, collections, leftOut, unreadable, complete }) => {
  const faults: PendingFault[] = [];
  const known = new Map<CollectionName, Set<string>>();
  for (const name of Object.keys(collections) as CollectionName[]) {
    known.set(name, idsOf(collections[name], faults));
  }
  idsOf(consultations, faults);
  const used = new Map<CollectionName, Set<string>>();

  const refer = (name: CollectionName, id: string, file: string, path: readonly PropertyKey[]): void => {
    const ids = known.get(name) ?? new Set();
    if (ids.has(id)) {
      const seen = used.get(name) ?? new Set();
      used.set(name, seen.add(id));
      return;
    }
    if (leftOut.has(id) || unreadable.has(name)) return;
    const near = nearestWord(id, ids);
    const fix =
      near === undefined
        ? `add it to ${name}.yaml or correct the id`
        : `did you mean "${near}"? Else add it to ${name}.yaml`;
    faults.push({ file, path, message: `"${id}" is not in ${name}.yaml`, fix, severity: 'error' });
  };
  const referSources = (references: readonly Reference[], file: string, path: readonly PropertyKey[]): void => {
    for (const [at, { source }] of references.entries()) refer('sources', source, file, [...path, at, 'source']);
  };
  const referDefinitions = (entry: Entry<{ definition: Definition[] }>): void => {
    for (const [at, definition] of entry.value.definition.entries()) {
      referSources(definition.sources, entry.file, [...entry.path, 'definition', at, 'sources']);
    }
  };

  for (const { value, file } of consultations) {
    refer('frameworks', value.framework, file, ['framework']);
    if (value.place !== undefined) refer('countries', value.place.country, file, ['place', 'country']);
    if (value.place?.source !== undefined) refer('sources', value.place.source, file, ['place', 'source']);
    if (value.occasion !== undefined) refer('occasions', value.occasion, file, ['occasion']);
    for (const [at, { person, country }] of value.participants.entries()) {
      refer('people', person, file, ['participants', at, 'person']);
      refer('countries', country, file, ['participants', at, 'country']);
    }
    for (const [at, outcome] of value.outcomes.entries()) {
      for (const [index, topic] of outcome.topics.entries())
        refer('topics', topic, file, ['outcomes', at, 'topics', index]);
      for (const [index, country] of (outcome.by ?? []).entries()) {
        refer('countries', country, file, ['outcomes', at, 'by', index]);
      }
      referSources(outcome.sources, file, ['outcomes', at, 'sources']);
    }
    for (const [at, source] of value.sources.entries()) refer('sources', source, file, ['sources', at]);
  }
  for (const { value, file, path } of collections.people) {
    refer('countries', value.country, file, [...path, 'country']);
    for (const [at, office] of value.offices.entries()) {
      refer('posts', office.post, file, [...path, 'offices', at, 'post']);
      for (const [index, post] of office.also.entries())
        refer('posts', post, file, [...path, 'offices', at, 'also', index]);
      referSources(office.sources ?? [], file, [...path, 'offices', at, 'sources']);
    }
  }
  const referCountries = (codes: readonly string[], file: string, path: readonly PropertyKey[]): void => {
    for (const [at, code] of codes.entries()) refer('countries', code, file, [...path, at]);
  };
  for (const { value, file, path } of collections.countries) {
    if (value.topic !== undefined) refer('topics', value.topic, file, [...path, 'topic']);
  }
  for (const entry of collections.groups) {
    referCountries(entry.value.countries, entry.file, [...entry.path, 'countries']);
    referDefinitions(entry);
  }
  for (const { value, file, path } of collections.occasions) {
    if (value.group !== undefined) refer('groups', value.group, file, [...path, 'group']);
    if (value.topic !== undefined) refer('topics', value.topic, file, [...path, 'topic']);
  }
  for (const { value, file, path } of collections.places) {
    referCountries(value.countries, file, [...path, 'countries']);
    if (value.governmentOf !== undefined) refer('countries', value.governmentOf, file, [...path, 'governmentOf']);
    if (value.within !== undefined)
      refer(/^[A-Z]/.test(value.within) ? 'countries' : 'places', value.within, file, [...path, 'within']);
  }
  for (const { value, file, path } of collections.posts) {
    refer('countries', value.country, file, [...path, 'country']);
    for (const [at, title] of value.titles.entries()) refer('titles', title, file, [...path, 'titles', at]);
  }
  for (const entry of collections.frameworks) {
    const { value, file, path } = entry;
    referDefinitions(entry);
    for (const key of ['parent', 'under'] as const) {
      if (value[key] !== undefined) refer('frameworks', value[key], file, [...path, key]);
    }
    referCountries(value.countries, file, [...path, 'countries']);
    for (const [at, { posts }] of value.sides.entries()) {
      for (const [index, post] of posts.entries()) refer('posts', post, file, [...path, 'sides', at, 'posts', index]);
    }
    for (const key of ['sides', 'facts'] as const) {
      for (const [at, { sources }] of value[key].entries()) referSources(sources, file, [...path, key, at, 'sources']);
    }
  }
  for (const entry of collections.topics) {
    referDefinitions(entry);
    if (entry.value.parent !== undefined) refer('topics', entry.value.parent, entry.file, [...entry.path, 'parent']);
    for (const [at, { definition }] of entry.value.parts.entries()) {
      for (const [index, { sources }] of (definition ?? []).entries())
        referSources(sources, entry.file, [...entry.path, 'parts', at, 'definition', index, 'sources']);
    }
  }
  for (const entry of collections.documents) {
    const { value, file, path } = entry;
    referDefinitions(entry);
    if (value.partOf !== undefined) refer('documents', value.partOf, file, [...path, 'partOf']);
    for (const [at, source] of value.sources.entries()) refer('sources', source, file, [...path, 'sources', at]);
  }
  for (const { value, file, path } of collections.administrations)
    referSources(value.sources, file, [...path, 'sources']);

  if (!complete) return faults;
  // A framework or topic that people ask about may be defined before any record speaks of it.
  for (const name of ['people', 'posts', 'titles', 'sources'] as const) {
    for (const { value, file, path } of collections[name]) {
      // Somebody without an office sat at no table, and is there to be told so; so is whoever heads a force.
      const isAskedFor = 'offices' in value ? value.offices.length === 0 : 'heads' in value;
      if (used.get(name)?.has(value.id) === true || isAskedFor) continue;
      faults.push({
        file,
        path: [...path, 'id'],
        message: `"${value.id}" is not used by any record`,
        fix: 'use it or remove the entry',
        severity: 'untidy',
      });
    }
  }
  return faults;
};

function idsOf(entries: readonly Entry<{ id: string }>[], faults: PendingFault[]): Set<string> {
  const ids = new Set<string>();
  for (const { value, file, path } of entries) {
    if (ids.has(value.id)) {
      faults.push({
        file,
        path: [...path, 'id'],
        message: `"${value.id}" is used twice`,
        fix: 'give each entry an id of its own, or merge the two',
        severity: 'error',
      });
    }
    ids.add(value.id);
  }
  return ids;
}
