import type { Bilingual } from '../text/language.ts';
import { type ClosedPeriod, overlaps } from './calendar.ts';
import type { EraName, YearRef } from './expression.ts';

type Era = { readonly from: string; readonly to: string | null; readonly ja: string; readonly en: string };

/** The eras since 1868; year 1 is the year of `from`. An era's last day is the day before the next begins. */
const ERAS: Readonly<Record<EraName, Era>> = {
  meiji: { from: '1868-01-25', to: '1912-07-29', ja: '明治', en: 'Meiji' },
  taisho: { from: '1912-07-30', to: '1926-12-24', ja: '大正', en: 'Taisho' },
  showa: { from: '1926-12-25', to: '1989-01-07', ja: '昭和', en: 'Showa' },
  heisei: { from: '1989-01-08', to: '2019-04-30', ja: '平成', en: 'Heisei' },
  reiwa: { from: '2019-05-01', to: null, ja: '令和', en: 'Reiwa' },
};

const BY_WORD: ReadonlyMap<string, EraName> = new Map([
  ['明治', 'meiji'],
  ['大正', 'taisho'],
  ['昭和', 'showa'],
  ['平成', 'heisei'],
  ['令和', 'reiwa'],
  ['明', 'meiji'],
  ['大', 'taisho'],
  ['昭', 'showa'],
  ['平', 'heisei'],
  ['令', 'reiwa'],
  ['m', 'meiji'],
  ['t', 'taisho'],
  ['s', 'showa'],
  ['h', 'heisei'],
  ['r', 'reiwa'],
  ['meiji', 'meiji'],
  ['taisho', 'taisho'],
  ['taishō', 'taisho'],
  ['taishou', 'taisho'],
  ['showa', 'showa'],
  ['shōwa', 'showa'],
  ['heisei', 'heisei'],
  ['reiwa', 'reiwa'],
]);

/** The era that a folded word or letter names, or `undefined`. */
export function eraNamed(word: string): EraName | undefined {
  return BY_WORD.get(word);
}

/** The Gregorian year that the year `year` of an era falls in. */
export function eraYear(name: EraName, year: number, calendar: YearRef['calendar'] = 'gregorian'): YearRef {
  const first = Number(ERAS[name].from.slice(0, 4));
  return { calendar, year: first + year - 1, era: { name, year }, bare: false, relative: false, assumed: false };
}

/** The whole era; the end is `null` for the present one. */
export function eraPeriod(name: EraName): { readonly from: string; readonly to: string | null } {
  return { from: ERAS[name].from, to: ERAS[name].to };
}

/** What an era year leaves of a whole Gregorian year: 昭和64年 has seven days. Unchanged when they do not meet. */
export function clipToEra(period: ClosedPeriod, name: EraName): ClosedPeriod {
  const { from, to } = ERAS[name];
  if (!overlaps(period, { from, to })) return period;
  return {
    from: period.from < from ? from : period.from,
    to: to !== null && period.to > to ? to : period.to,
  };
}

/** Tells that a date written in an era lies outside it (平成35年), and what it is called; `null` when it lies inside. */
export function outsideEra(period: ClosedPeriod, era: NonNullable<YearRef['era']>): Bilingual | null {
  if (overlaps(period, ERAS[era.name])) return null;
  const proper = properYear(period.from);
  const gregorian = Number(period.from.slice(0, 4));
  return {
    ja: `${eraLabel(era, 'ja')}は${eraLabel(proper, 'ja')}(${gregorian}年)にあたります。`,
    en: `${eraLabel(era, 'en')} corresponds to ${eraLabel(proper, 'en')} (${gregorian}).`,
  };
}

/** 令和7年 / Reiwa 7; the first year is 元年 in Japanese. */
export function eraLabel(era: NonNullable<YearRef['era']>, language: 'ja' | 'en'): string {
  const { ja, en } = ERAS[era.name];
  return language === 'ja' ? `${ja}${era.year === 1 ? '元' : era.year}年` : `${en} ${era.year}`;
}

function properYear(date: string): NonNullable<YearRef['era']> {
  let found: EraName = 'meiji';
  for (const name of ['meiji', 'taisho', 'showa', 'heisei', 'reiwa'] as const) {
    if (ERAS[name].from <= date) found = name;
  }
  return { name: found, year: Number(date.slice(0, 4)) - Number(ERAS[found].from.slice(0, 4)) + 1 };
}
