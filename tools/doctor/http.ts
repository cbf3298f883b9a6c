/** The part of `fetch` that checks use: an argument, so that tests answer from a local server. */
export type Fetch = typeof globalThis.fetch;

export type Reply = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  /** Server clock minus ours in milliseconds, from the `Date` header; `undefined` when there was none. */
  readonly skewMs: number | undefined;
};

const TIMEOUT_MS = 10_000;

/**
 * One JSON request.
 * @throws Error with the host (never the headers) when nothing answered in 10 s.
 */
export async function request(fetch: Fetch, url: string, init: RequestInit, nowMs: () => number): Promise<Reply> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (cause) {
    throw new Error(`no answer from ${new URL(url).host}`, { cause });
  }
  const date = Date.parse(response.headers.get('date') ?? '');
  const parsed: unknown = await response.json().catch(() => ({}));
  return {
    status: response.status,
    headers: response.headers,
    body: isRecord(parsed) ? parsed : {},
    skewMs: Number.isNaN(date) ? undefined : date - nowMs(),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
