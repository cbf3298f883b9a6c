/** What one check found. `mend` says what to do about anything but `ok`; secrets are never part of it. */
export type Finding = {
  readonly check: string;
  readonly status: 'ok' | 'warn' | 'fail';
  readonly detail: string;
  readonly mend: string | null;
};

export const ok = (check: string, detail: string): Finding => ({ check, status: 'ok', detail, mend: null });
export const warn = (check: string, detail: string, mend: string): Finding => ({ check, status: 'warn', detail, mend });
export const fail = (check: string, detail: string, mend: string): Finding => ({ check, status: 'fail', detail, mend });

/** Runs one check; a fault nobody foresaw is a finding too, not the end of the others. */
export async function examine(
  check: string,
  look: () => Promise<Finding[]> | Finding[],
  mend = 'see the message',
): Promise<Finding[]> {
  try {
    return await look();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [fail(check, detail, mend)];
  }
}
