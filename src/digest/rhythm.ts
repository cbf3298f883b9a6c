import type { Bilingual, Language } from '../text/language.ts';
import { addDays } from '../time/calendar.ts';
import type { PlainDate } from '../time/period.ts';

const Weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** How often a digest comes: each day, Monday to Friday, once a week, or only when something is new; the last looks each day. */
export const Rhythms = ['daily', 'weekdays', ...Weekdays, 'changes'] as const;
export type Rhythm = (typeof Rhythms)[number];

/** The rhythm of that name; `undefined` for any other text. */
export function rhythmNamed(name: string): Rhythm | undefined {
  return Rhythms.find((rhythm) => rhythm === name);
}

/** Whether a digest is looked at on a date. */
export function runsOn(rhythm: Rhythm, date: Temporal.PlainDate): boolean {
  if (rhythm === 'daily' || rhythm === 'changes') return true;
  if (rhythm === 'weekdays') return date.dayOfWeek <= 5;
  return Weekdays[date.dayOfWeek - 1] === rhythm;
}

/** The first day that the digest of `date` speaks of: the day after the one before it. */
export function coveredFrom(rhythm: Rhythm, date: PlainDate): PlainDate {
  let from = date;
  while (!runsOn(rhythm, Temporal.PlainDate.from(from).subtract({ days: 1 }))) from = addDays(from, -1);
  return from;
}

/** As a choice, and as it stands before a time: "Every Monday", 毎週月曜日. */
export function rhythmLabel(rhythm: Rhythm): Bilingual {
  return LABELS[rhythm];
}

/** When a digest comes: "every Monday at 09:00 (Asia/Tokyo)", 毎週月曜日の09:00（Asia/Tokyo）. */
export function rhythmAt(rhythm: Rhythm, { time, zone }: { time: string; zone: string }, language: Language): string {
  if (language === 'ja') return `${rhythm === 'changes' ? '記録が変わった日' : LABELS[rhythm].ja}の${time}（${zone}）`;
  const label = rhythm === 'changes' ? 'on days when the record changes' : LABELS[rhythm].en.replace('Every', 'every');
  return `${label} at ${time} (${zone})`;
}

const LABELS: Readonly<Record<Rhythm, Bilingual>> = {
  daily: { ja: '毎日', en: 'Every day' },
  weekdays: { ja: '平日', en: 'Every weekday' },
  monday: { ja: '毎週月曜日', en: 'Every Monday' },
  tuesday: { ja: '毎週火曜日', en: 'Every Tuesday' },
  wednesday: { ja: '毎週水曜日', en: 'Every Wednesday' },
  thursday: { ja: '毎週木曜日', en: 'Every Thursday' },
  friday: { ja: '毎週金曜日', en: 'Every Friday' },
  saturday: { ja: '毎週土曜日', en: 'Every Saturday' },
  sunday: { ja: '毎週日曜日', en: 'Every Sunday' },
  changes: { ja: '記録が変わったときだけ', en: 'Only when the record changes' },
};
