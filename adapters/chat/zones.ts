import { level } from '../../src/text/index.ts';

const all = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** Offered before anything is typed. */
export const USUAL_ZONES = [
  'Asia/Tokyo',
  'America/New_York',
  'America/Los_Angeles',
  'Pacific/Honolulu',
  'Europe/London',
  'UTC',
] as const;

/** IANA time zones that hold what is typed, the standard one first; the usual ones while nothing is. */
export function zonesLike(typed: string, standard: string): readonly string[] {
  const wanted = level(typed).trim().replaceAll(' ', '_');
  const among = wanted === '' ? [...USUAL_ZONES, ...all] : all;
  return [...new Set([standard, ...among])].filter((zone) => zone.toLowerCase().includes(wanted));
}

/** Whether it is a time zone that we know. */
export function isZone(name: string): boolean {
  return all.includes(name);
}
