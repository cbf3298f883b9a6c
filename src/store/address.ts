/** The path of a `sqlite:` address, or `undefined` for PostgreSQL. */
export function sqlitePath(databaseUrl: string): string | undefined {
  if (!databaseUrl.startsWith('sqlite:')) return undefined;
  const path = databaseUrl.slice('sqlite:'.length);
  return path.startsWith('//') ? path.slice(2) : path;
}

/** An address fit for messages and logs. */
export function withoutPassword(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl) || sqlitePath(databaseUrl) !== undefined) return databaseUrl;
  const url = new URL(databaseUrl);
  return `${url.protocol}//${url.host}${url.pathname}`;
}
