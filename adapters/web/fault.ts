import type { FaultKind } from './phrases.ts';

const STATUS: Readonly<Record<FaultKind, number>> = {
  'not-found': 404,
  'unknown-filter': 400,
  'unknown-parameter': 400,
  'bad-period': 400,
  'bad-page': 404,
  'no-question': 400,
  'too-long': 400,
  'too-many': 429,
  'bad-format': 404,
  'bad-request': 400,
  method: 405,
  failed: 500,
};

/** A request that is not answered, and why; `detail` completes the sentence of its kind and is shown as text. */
export class RequestFault extends Error {
  override readonly name = 'RequestFault';
  readonly kind: FaultKind;
  readonly status: number;
  readonly detail: string;

  constructor(kind: FaultKind, detail = '') {
    super(`${kind} ${detail}`);
    this.kind = kind;
    this.status = STATUS[kind];
    this.detail = detail;
  }
}
