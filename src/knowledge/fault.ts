/** One thing wrong in the knowledge folder, and how to fix it. */
export type Fault = {
  /** Path inside the knowledge folder, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fix: string;
  /**
   * `error`: answers would be wrong or impossible, so the knowledge is refused. `untidy`: answers stay right, but a curator
   * should fix it before publishing (an unused id). `note`: nothing is wrong; what a curator may want to go on with (a draft).
   */
  readonly severity: Severity;
};

export type Severity = 'error' | 'untidy' | 'note';

/** `file:line:col message — fix`, as editors and terminals link it. */
export const describeFault = (fault: Fault): string =>
  `${fault.file}:${fault.line}:${fault.column} ${fault.message} — ${fault.fix}`;

/** By file, then by place. */
export function compareFaults(a: Fault, b: Fault): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
