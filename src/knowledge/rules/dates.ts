import type { PendingFault, Place } from '../parse-records.ts';
import type { Consultation } from '../schema.ts';
import type { Rule } from './index.ts';

/** Dates exist, run forwards, and agree with the id, the file name and the folder. */
export const checkDates: Rule = ({ consultations, collections }) => {
  const faults: PendingFault[] = [];
  const fault = (place: Place, path: readonly PropertyKey[], message: string, fix: string): void => {
    faults.push({ file: place.file, path: [...place.path, ...path], message, fix, severity: 'error' });
  };
  for (const entry of consultations) {
    const { value, file } = entry;
    const expected = `consultations/${value.date.slice(0, 4)}/${value.id}.yaml`;
    if (file !== expected) {
      fault(entry, ['id'], `id "${value.id}" and date ${value.date} do not fit this file`, `name the file ${expected}`);
    }
    for (const day of daysIn(value.date)) {
      if (!isOnCalendar(day)) {
        fault(entry, ['date'], `date ${day} does not exist`, 'give the real day at the venue');
      }
    }
    const [first = '', last] = value.date.split('/');
    if (last !== undefined && last <= first) {
      fault(entry, ['date'], `date ${value.date} ends before it begins`, 'write FIRST/LAST, or one day alone');
    }
    if (!value.id.startsWith(`${first}-`)) {
      fault(
        entry,
        ['id'],
        `id "${value.id}" does not begin with its date ${first}`,
        'let the id begin with the first day',
      );
    }
    checkRevision(value, (path, message, fix) => fault(entry, path, message, fix));
  }
  for (const entry of collections.administrations) {
    const { from, to } = entry.value;
    if (to !== undefined && to < from)
      fault(entry, ['to'], `to ${to} lies before from ${from}`, 'correct one of the two');
  }
  for (const entry of collections.coverage) {
    const { through, inPart } = entry.value;
    if (through === undefined && inPart === undefined)
      fault(entry, [], 'names no day', 'give through, or inPart where pages were read in part');
    if (through !== undefined && inPart !== undefined && inPart < through)
      fault(entry, ['inPart'], `inPart ${inPart} lies before through ${through}`, 'correct one of the two');
  }
  for (const entry of collections.documents) {
    for (const day of daysIn(entry.value.date ?? '')) {
      if (!isOnCalendar(day)) fault(entry, ['date'], `date ${day} does not exist`, 'give the real day');
    }
  }
  return faults;
};

function checkRevision(
  { addedOn, revisedOn, date }: Consultation,
  fault: (path: readonly PropertyKey[], message: string, fix: string) => void,
): void {
  if (revisedOn !== undefined && revisedOn < addedOn) {
    fault(['revisedOn'], `revisedOn ${revisedOn} lies before addedOn ${addedOn}`, 'correct one of the two');
  }
  if (addedOn < date.slice(0, 10)) {
    fault(['addedOn'], `addedOn ${addedOn} lies before the meeting on ${date}`, 'give the day of first publication');
  }
}

const daysIn = (date: string): string[] => date.split('/').filter((part) => part.length > 0);

/** Whether a `YYYY-MM` or `YYYY-MM-DD` exists. */
export function isOnCalendar(date: string): boolean {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = date.length === 7 ? 1 : Number(date.slice(8, 10));
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= last;
}
