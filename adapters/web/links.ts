import type { Language } from '../../src/text/index.ts';

/** What a page can be taken as. */
export const FORMATS = ['html', 'json', 'csv', 'atom', 'ics', 'svg'] as const;
export type Format = (typeof FORMATS)[number];

/** Pairs in the order in which they stand in an address. */
export type Query = readonly (readonly [name: string, value: string])[];

/** Where things are. Addresses are absolute paths below `base`; `absolute` puts the public address before them. */
export type Links = {
  /** A page of the record in a language; `path` is `''` for the home page. */
  page(language: Language, path: string, query?: Query): string;
  /** The same as data or a feed. */
  as(format: Exclude<Format, 'html'>, language: Language, path: string, query?: Query): string;
  asset(name: string): string;
  /** Anything else below the base, such as `api/openapi.json`. */
  other(path: string): string;
  /** With scheme and host, as feeds need it. */
  absolute(path: string): string;
  /** As a page's head names it: absolute where the public address is known. */
  named(path: string): string;
  /** Whether the pages stand alone, without a server that could ask or filter. */
  readonly isStatic: boolean;
};

export type LinksOptions = {
  /** Public address, such as `https://example.org/kyogi`; absent: addresses start at the root. */
  readonly publicUrl?: string | undefined;
  /** Scheme and host for feeds where there is no public address. */
  readonly localUrl: string;
  readonly isStatic?: boolean | undefined;
  /** Version of the assets, by which browsers may keep them. */
  readonly assetsVersion: string;
};

export function createLinks({ publicUrl, localUrl, isStatic = false, assetsVersion }: LinksOptions): Links {
  const address = publicUrl === undefined ? undefined : new URL(publicUrl);
  const base = (address?.pathname ?? '').replace(/\/$/, '');
  const ending = isStatic ? '.html' : '';
  return {
    isStatic,
    page: (language, path, query) =>
      `${base}/${language}/${path === '' ? '' : `${encodePath(path)}${ending}`}${encodeQuery(query)}`,
    as: (format, language, path, query) =>
      `${base}/${language}/${encodePath(path === '' ? 'index' : path)}.${format}${encodeQuery(query)}`,
    asset: (name) => `${base}/assets/${name}?v=${assetsVersion}`,
    other: (path) => `${base}/${path}`,
    absolute: (path) => `${(address ?? new URL(localUrl)).origin}${path}`,
    named: (path) => (address === undefined ? path : `${address.origin}${path}`),
  };
}

export function encodeQuery(query: Query | undefined): string {
  if (query === undefined || query.length === 0) return '';
  return `?${new URLSearchParams(query.map(([name, value]) => [name, value]))}`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
