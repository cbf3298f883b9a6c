import type { Command, OptionValues } from '@commander-js/extra-typings';
import type { Filters } from '../knowledge/filter.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { type NamedFilters, resolveFilters, type Unresolved } from '../knowledge/resolve.ts';
import { usageFault } from './command.ts';

const OPTIONS = { frameworks: 'framework', topics: 'topic', people: 'person', countries: 'country' } as const;

type FilterValues = { readonly [Option in (typeof OPTIONS)[keyof typeof OPTIONS]]?: readonly string[] | undefined };

/** Adds the options that narrow what is shown. Each takes an id or a name in either language, and may be given several times. */
export function withFilters<Args extends unknown[], Opts extends OptionValues, Global extends OptionValues>(
  command: Command<Args, Opts, Global>,
) {
  const add = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];
  return command
    .optionsGroup('Filters (an id or a name, in English or Japanese; each may be repeated):')
    .option('--framework <name>', 'such as "2+2", scc or 防衛相会談', add)
    .option('--topic <name>', 'such as AMRAAM or 拡大抑止', add)
    .option('--person <name>', 'such as "Nakatani Gen" or 中谷元', add)
    .option('--country <name>', 'such as US, Korea or 米国', add);
}

/**
 * The filters as ids.
 * @throws KyogiError `usage` for a name that nothing on record goes by, or more than one thing, with the nearest names.
 */
export function filtersOf(values: FilterValues, knowledge: KnowledgeBase): Filters {
  const named: NamedFilters = {
    frameworks: values.framework,
    topics: values.topic,
    people: values.person,
    countries: values.country,
  };
  const { filters, unresolved } = resolveFilters(named, knowledge);
  if (unresolved.length > 0) throw usageFault(unresolved.map(described).join('\n'));
  return filters;
}

function described({ kind, name, isAmbiguous, nearest }: Unresolved): string {
  const given = `--${OPTIONS[kind]} "${name}"`;
  const names = nearest.map(({ id, en }) => `${en} (${id})`).join(' or ');
  if (isAmbiguous) return `${given} can be ${names}: use the id.`;
  const fix = names === '' ? `knowledge/${kind}.yaml lists what there is.` : `Did you mean ${names}?`;
  return `${given} is not on record. ${fix}`;
}
