import type { Bilingual } from '../text/language.ts';

/**
 * What a subscription command can be refused for. `nothing`: a change that names no setting. `which`: the channel has several and none was named. `not-yours`: somebody else subscribed,
 * and the person does not manage the channel.
 */
export type DigestFaultCode =
  | 'time'
  | 'zone'
  | 'filter'
  | 'backfill'
  | 'exists'
  | 'too-many'
  | 'none'
  | 'which'
  | 'nothing'
  | 'not-yours';

/** A refusal that a person can act on, in both languages. */
export type DigestFault = { readonly code: DigestFaultCode; readonly message: Bilingual };

/** A value, or why there is none; faults of ours or the database's are thrown instead. */
export type DigestResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: DigestFault };

/** The value of a command that was carried out. */
export function done<T>(value: T): DigestResult<T> {
  return { ok: true, value };
}

/** The refusal of a command. */
export function refused(code: DigestFaultCode, ja: string, en: string): DigestResult<never> {
  return { ok: false, fault: { code, message: { ja, en } } };
}
