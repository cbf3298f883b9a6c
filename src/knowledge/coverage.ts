import type { KnowledgeBase } from './knowledge-base.ts';
import { restsOnPoorPages } from './quality.ts';
import type { Consultation, ReadThrough, Source } from './schema.ts';

/** How well a set of consultations is covered. */
export type Tally = {
  readonly consultations: number;
  readonly outcomes: number;
  /** With at least one official page among the sources. */
  readonly official: number;
  /** With no official page, but with an official text on somebody else's page. */
  readonly reprint: number;
  /** Resting on news alone. */
  readonly newsOnly: number;
  /** Outcomes that rest on poor pages alone. */
  readonly poor: number;
  readonly from: string;
  readonly to: string;
};

export type Coverage = {
  readonly total: Tally;
  readonly years: ReadonlyMap<string, Tally>;
  /** Per framework, the whole and then by year; frameworks without any record come with `null`. */
  readonly frameworks: ReadonlyMap<
    string,
    { readonly total: Tally; readonly years: ReadonlyMap<string, Tally> } | null
  >;
  /** Months (`YYYY-MM`) between the first and the last record that hold none. */
  readonly emptyMonths: readonly string[];
  /** Published records without a single outcome. */
  readonly withoutOutcomes: readonly string[];
  /** Through which day each class of sources has been read. */
  readonly readThrough: readonly ReadThrough[];
};

/** Counts what is on record, and names what is not. */
export function measureCoverage(knowledge: KnowledgeBase): Coverage {
  const { consultations } = knowledge;
  const tally = (list: readonly Consultation[]): Tally => {
    const kinds = list.map((consultation) => bestKind(consultation, knowledge));
    return {
      consultations: list.length,
      outcomes: list.reduce((sum, { outcomes }) => sum + outcomes.length, 0),
      official: kinds.filter((kind) => kind === 'official').length,
      reprint: kinds.filter((kind) => kind === 'reprint').length,
      newsOnly: kinds.filter((kind) => kind === 'news').length,
      poor: list.flatMap(({ outcomes }) => outcomes).filter((outcome) => restsOnPoorPages(outcome, knowledge.sources))
        .length,
      from: list[0]?.date ?? '',
      to: list.at(-1)?.date ?? '',
    };
  };
  const byYear = (list: readonly Consultation[]): Map<string, Tally> =>
    new Map([...Map.groupBy(list, ({ date }) => date.slice(0, 4))].map(([year, members]) => [year, tally(members)]));
  const groups = Map.groupBy(consultations, ({ framework }) => framework);
  const frameworks = [...knowledge.frameworks.keys()].map((id) => {
    const members = groups.get(id);
    return [id, members === undefined ? null : { total: tally(members), years: byYear(members) }] as const;
  });
  return {
    total: tally(consultations),
    years: byYear(consultations),
    frameworks: new Map(frameworks),
    emptyMonths: emptyMonths(consultations),
    withoutOutcomes: consultations.filter(({ outcomes }) => outcomes.length === 0).map(({ id }) => id),
    readThrough: [...knowledge.readThrough.values()],
  };
}

/** The best kind of page that a consultation or one of its outcomes rests on. */
export function bestKind({ sources, outcomes }: Consultation, knowledge: KnowledgeBase): Source['kind'] {
  const ids = [...sources, ...outcomes.flatMap((outcome) => outcome.sources.map(({ source }) => source))];
  const kinds = new Set(ids.map((id) => knowledge.sources.get(id)?.kind));
  return kinds.has('official') ? 'official' : kinds.has('reprint') ? 'reprint' : 'news';
}

function emptyMonths(consultations: readonly Consultation[]): string[] {
  const months = new Set(consultations.map(({ date }) => date.slice(0, 7)));
  const last = consultations.at(-1)?.date.slice(0, 7) ?? '';
  const empty: string[] = [];
  let [year = 0, month = 1] = (consultations[0]?.date ?? '').split('-').map(Number);
  for (;;) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (name >= last || last === '') return empty;
    if (!months.has(name)) empty.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}
