import type { CitationView, ConsultationSummary, StatementView } from '../../src/record/index.ts';
import type { Table } from './page.ts';

/** Values within one cell. */
const joined = (values: readonly string[]) => values.join('; ');

/** One row for each consultation. */
export function consultationTable(list: readonly ConsultationSummary[]): Table {
  return {
    columns: [
      'id',
      'date',
      'from',
      'to',
      'title',
      'framework',
      'framework_name',
      'level',
      'format',
      'place',
      'country',
      'participants',
      'topics',
      'outcomes',
      'source_title',
      'source_publisher',
      'source_url',
      'added_on',
      'revised_on',
      'page',
    ],
    rows: list.map((each) => [
      each.id,
      each.date,
      each.from,
      each.to,
      each.title,
      each.framework.id,
      each.framework.name,
      each.level,
      each.format,
      each.place,
      each.country,
      joined(each.participants.map(({ name, office, country }) => `${name} (${office}, ${country})`)),
      joined(each.topics.map(({ id }) => id)),
      each.outcomes,
      each.source?.title ?? null,
      each.source?.publisher ?? null,
      each.source?.url ?? null,
      each.addedOn,
      each.revisedOn,
      each.page,
    ]),
  };
}

type Told = StatementView & {
  readonly consultation?: string | null;
  readonly date?: string;
  readonly act?: string;
  readonly by?: readonly string[] | null;
  readonly topics?: readonly { readonly id: string }[];
};

/** One row for each statement, with the pages that it rests on. */
export function statementTable(statements: readonly Told[], citations: readonly CitationView[]): Table {
  const byNumber = new Map(citations.map((each) => [each.n, each]));
  return {
    columns: ['consultation', 'date', 'act', 'by', 'text', 'topics', 'sources', 'publishers', 'locators', 'urls'],
    rows: statements.map((each) => {
      const cited = each.citations.flatMap((n) => byNumber.get(n) ?? []);
      return [
        each.consultation ?? null,
        each.date ?? null,
        each.act ?? null,
        joined(each.by ?? []),
        each.text,
        joined((each.topics ?? []).map(({ id }) => id)),
        joined(cited.map(({ title }) => title)),
        joined(cited.map(({ publisher }) => publisher)),
        joined(cited.map(({ locator }) => locator ?? '')),
        joined(cited.map(({ url }) => url)),
      ];
    }),
  };
}
