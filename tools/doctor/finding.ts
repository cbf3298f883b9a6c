/** What one check found. `fix` says what to do about anything but `ok`; secrets are never part of it. */
export type Finding = {
  readonly check: string;
  readonly status: 'ok' | 'warn' | 'fail';
  readonly detail: string;
  readonly fix: string | null;
};

export const ok = (check: string, detail: string): Finding => ({ check, status: 'ok', detail, fix: null });
export const warn = (check: string, detail: string, fix: string): Finding => ({ check, status: 'warn', detail, fix });
export const fail = (check: string, detail: string, fix: string): Finding => ({ check, status: 'fail', detail, fix });

/** Runs one check; a fault nobody foresaw is a finding too, not the end of the others. */
export async function examine(
  check: string,
  look: () => Promise<Finding[]> | Finding[],
  fix = 'see the message',
): Promise<Finding[]> {
  try {
    return await look();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [fail(check, detail, fix)];
  }
}
