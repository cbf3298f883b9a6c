import type { Bilingual } from '../text/language.ts';

/** Parts of the world that somebody may ask about as venues, by the countries in them. */
export const REGIONS: readonly { readonly forms: readonly string[]; readonly countries: readonly string[] }[] = [
  {
    forms: ['Europe', '欧州', 'ヨーロッパ'],
    countries: 'GB FR DE IT BE NL ES PT CH AT PL CZ SE NO FI DK IE GR RO HU LT LV EE UA'.split(' '),
  },
  {
    forms: ['Southeast Asia', 'South-East Asia', '東南アジア'],
    countries: 'SG MY ID TH VN PH LA KH BN MM'.split(' '),
  },
  { forms: ['South America', 'Latin America', '南米', '中南米'], countries: 'BR PE AR CL CO MX'.split(' ') },
  { forms: ['North America', '北米'], countries: 'US CA MX'.split(' ') },
];

/** The region that several countries lie in; `undefined` for one country, or where no region holds them all. */
export function regionOf(countries: ReadonlySet<string>): Bilingual | undefined {
  const region =
    countries.size < 2
      ? undefined
      : REGIONS.find((one) => [...countries].every((code) => one.countries.includes(code)));
  const [en = '', ...others] = region?.forms ?? [];
  return region === undefined ? undefined : { en, ja: others.find((form) => /[^ -~]/.test(form)) ?? en };
}
