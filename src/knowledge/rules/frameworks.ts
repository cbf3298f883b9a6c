import type { Entry, PendingFault } from '../parse-records.ts';
import type { Framework } from '../schema.ts';
import type { Rule } from './index.ts';

/** Frameworks of one kind differ by their members, sides are members, and nothing stands above itself. */
export const checkFrameworks: Rule = ({ collections: { frameworks, topics } }) => [
  ...circleFaults(frameworks, 'parent'),
  ...circleFaults(frameworks, 'under'),
  ...circleFaults(topics, 'parent'),
  ...twinFaults(frameworks),
  ...memberFaults(frameworks),
];

type Ranked = { readonly id: string; readonly parent?: string | undefined; readonly under?: string | undefined };

/** One fault for each entry from which following `key` leads back to it. */
function circleFaults(entries: readonly Entry<Ranked>[], key: 'parent' | 'under'): PendingFault[] {
  const above = new Map(entries.map(({ value }) => [value.id, value[key]]));
  return entries.flatMap(({ value, file, path }) => {
    const line = new Set<string>();
    for (let at = value[key]; at !== undefined && !line.has(at); at = above.get(at)) line.add(at);
    if (!line.has(value.id)) return [];
    return [
      {
        file,
        path: [...path, key],
        message: `${key} of "${value.id}" leads back to it: ${[value.id, ...line].join(' → ')}`,
        fix: 'take out the one that is not true',
        severity: 'error' as const,
      },
    ];
  });
}

/** Two tables of one kind with the same members are one framework, or of two kinds. */
function twinFaults(frameworks: readonly Entry<Framework>[]): PendingFault[] {
  const first = new Map<string, string>();
  return frameworks.flatMap(({ value, file, path }) => {
    const key = `${value.kind} ${[...value.countries].sort().join(' ')}`;
    const twin = first.get(key);
    if (twin === undefined) {
      first.set(key, value.id);
      return [];
    }
    return [
      {
        file,
        path: [...path, 'kind'],
        message: `"${value.id}" is of the kind ${value.kind} with the same countries as "${twin}"`,
        fix: 'give it a kind of its own, or correct the countries',
        severity: 'error' as const,
      },
    ];
  });
}

function memberFaults(frameworks: readonly Entry<Framework>[]): PendingFault[] {
  return frameworks.flatMap(({ value, file, path }) => {
    const twice = value.countries.flatMap((code, at) =>
      value.countries.indexOf(code) === at
        ? []
        : [{ path: ['countries', at], message: `${code} is a member twice`, fix: 'name it once' }],
    );
    const strange = value.sides.flatMap(({ country }, at) =>
      value.countries.includes(country)
        ? []
        : [
            {
              path: ['sides', at, 'country'],
              message: `seats a side of ${country}, which is no member`,
              fix: 'correct the side, or add the country to countries',
            },
          ],
    );
    return [...twice, ...strange].map((fault) => ({
      ...fault,
      file,
      path: [...path, ...fault.path],
      severity: 'error' as const,
    }));
  });
}
