import type { html } from 'hono/html';
import type { Desk } from '../../src/desk.ts';
import type { ListFilters, View } from '../../src/record/index.ts';
import type { Language } from '../../src/text/index.ts';
import type { Clock, PlainDate } from '../../src/time/index.ts';
import type { Links, Query } from './links.ts';
import type { WebPhrases } from './phrases.ts';

/** Markup in which every text was escaped. */
export type Html = ReturnType<typeof html>;

/** What a page is made from: one desk, one language, one day. */
export type Context = {
  readonly desk: Desk;
  readonly view: View;
  readonly language: Language;
  readonly clock: Clock;
  readonly today: PlainDate;
  readonly links: Links;
  readonly say: WebPhrases;
  /** Where errors in the record can be reported, when the operator says so. */
  readonly contact: string | undefined;
};

/** What a CSV file holds. */
export type Table = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

/** One page: its address and what it is in each format. The functions are called only for the format asked for. */
export type Page = {
  /** Below the language, without a format; `''` for the home page. */
  readonly path: string;
  /** The part of the query that makes the address stable. */
  readonly query: Query;
  readonly title: string;
  /** For previews and search results. */
  readonly description: string;
  /** The steps above it, nearest last; without the home page. */
  readonly trail: readonly { readonly title: string; readonly path: string }[];
  body(): Html;
  data(): unknown;
  table(): Table;
  /** Which records its feeds and its picture hold; absent: it has none. */
  readonly filters?: ListFilters | undefined;
  /** Its feeds are the anniversaries of the day rather than what is new. */
  readonly anniversaries?: true;
  /** JSON-LD. */
  linked?(): unknown;
  /** What was asked, and whether it was answered: counted, and nothing else. */
  readonly asked?: { readonly intent: string; readonly status: string } | undefined;
  /** Kept away from search engines: there is no end of such pages. */
  readonly unlisted?: true;
};

/** Makes a page of what stands in the address after its first part; `undefined` where there is none. */
export type PageMaker = (context: Context, rest: readonly string[], query: URLSearchParams) => Page | undefined;
