import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { foldKey } from '../text/fold.ts';
import { REGIONS } from './regions.ts';
import { type Surface, surface } from './surface.ts';

/** Other ways to name a place on record: any of the row's forms finds every record that has one of them. */
const SYNONYMS: readonly (readonly string[])[] = [
  [
    'Washington, D.C.',
    'Washington DC',
    'Washington',
    'DC',
    'D.C.',
    'ワシントンDC',
    'ワシントン',
    'ワシントンD.C.',
    '華盛頓',
    '米首都',
  ],
  ['Pentagon', 'The Pentagon', 'U.S. Department of Defense', 'ペンタゴン', '米国防総省', '米国防省', '国防総省'],
  ['White House', 'the White House', 'ホワイトハウス'],
  ['State Department', '国務省', 'Department of State', '米国務省'],
  ['Hawaii', 'ハワイ', '米国ハワイ', 'Honolulu', 'ホノルル'],
  ['New York', 'NYC', 'ニューヨーク', '米国ニューヨーク', '国連本部'],
  [
    'Singapore',
    'シンガポール',
    'Shangri-La Dialogue',
    'Shangri-La',
    'シャングリラ会合',
    'シャングリラ',
    'シャングリラ・ダイアローグ',
  ],
  ['Tokyo', '東京', '東京都内', '都内'],
  ['Ministry of Defense', '防衛省'],
  ['Ministry of Foreign Affairs', '外務省', '霞が関'],
  ["Prime Minister's Office", '総理大臣官邸', '首相官邸', '官邸', 'Kantei'],
  ['Camp David', 'キャンプ・デービッド', 'キャンプデイビッド', 'キャンプ・デイビッド'],
  ['Kuala Lumpur', 'クアラルンプール'],
  ['State Guest House', 'Akasaka Palace', '迎賓館', '赤坂離宮', '迎賓館赤坂離宮'],
  ['Gyeongju', '慶州', 'キョンジュ'],
  ['San Francisco', 'サンフランシスコ'],
  ['Delaware', 'Wilmington', 'デラウェア', 'ウィルミントン', 'デラウェア州'],
];

export type PlaceTable = {
  readonly surfaces: readonly Surface[];
  /** Place key → the records' own spellings (`place.en`) it stands for. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
  readonly names: ReadonlyMap<string, { readonly ja: string; readonly en: string }>;
};

/** Places as records name them, whole and by part ("Washington, D.C. (White House)" is also Washington and the White House). */
export function collectPlaces(knowledge: KnowledgeBase): PlaceTable {
  const countryNames = new Set<string>();
  for (const country of knowledge.countries.values()) {
    for (const name of [country.names.ja, country.names.en, ...country.aliases.ja, ...country.aliases.en])
      countryNames.add(foldKey(name));
    if (country.short) for (const name of [country.short.ja, country.short.en]) countryNames.add(foldKey(name));
  }
  const synonyms = new Map<string, string>();
  for (const row of SYNONYMS) for (const form of row) synonyms.set(foldKey(form), foldKey(row[0] ?? form));

  const spellings = new Map<string, Set<string>>();
  const names = new Map<string, { ja: string; en: string }>();
  const surfaces = new Map<string, Surface>();
  const addForm = (form: string, spelling: string) => {
    const folded = foldKey(form);
    const key = synonyms.get(folded) ?? folded;
    if (folded.length < 2) return;
    (spellings.get(key) ?? spellings.set(key, new Set()).get(key))?.add(spelling);
    // A country's own name links as the country.
    if (countryNames.has(folded)) return;
    surfaces.set(
      `${key}|${folded}`,
      surface(form, { kind: 'place', id: key }, { rule: /^[A-Z]{2}$/.test(form) ? 'cased' : 'plain' }),
    );
  };
  const different = new Map(
    knowledge.consultations.flatMap(({ place }) => (place ? [[place.en, place] as const] : [])),
  );
  for (const place of different.values()) {
    const english = parts(place.en);
    const japanese = parts(place.ja);
    for (const form of [...english, ...japanese]) addForm(form, place.en);
    for (const form of english) {
      const key = synonyms.get(foldKey(form)) ?? foldKey(form);
      const isWhole = english.length === 1;
      const name = isWhole ? { ja: place.ja, en: place.en } : { ja: japanese.at(-1) ?? place.ja, en: form };
      if (!names.has(key) || isWhole) names.set(key, name);
    }
  }
  for (const row of SYNONYMS) {
    const key = foldKey(row[0] ?? '');
    if (!spellings.has(key)) continue;
    for (const form of row) {
      if (countryNames.has(foldKey(form))) continue;
      surfaces.set(
        `${key}|${foldKey(form)}`,
        surface(form, { kind: 'place', id: key }, { rule: /^[A-Z]{2}$/.test(form) ? 'cased' : 'plain' }),
      );
    }
    names.set(key, { en: row[0] ?? '', ja: row.find((form) => /[^ -~]/.test(form)) ?? row[0] ?? '' });
  }
  for (const { forms, countries } of REGIONS) {
    const key = foldKey(forms[0] ?? '');
    const within = [...different.values()].filter(
      ({ country }) => country !== undefined && countries.includes(country),
    );
    if (within.length === 0) continue;
    spellings.set(key, new Set(within.map(({ en }) => en)));
    for (const form of forms)
      surfaces.set(`${key}|${foldKey(form)}`, surface(form, { kind: 'place', id: key }, { rule: 'venue' }));
    names.set(key, { en: forms[0] ?? '', ja: forms.find((form) => /[^ -~]/.test(form)) ?? '' });
  }
  return {
    surfaces: [...surfaces.values()],
    spellings: new Map([...spellings].map(([key, set]) => [key, [...set].sort()])),
    names,
  };
}

/** "Washington, D.C. (White House)" → Washington, D.C.; White House. "東京・防衛省ほか" → 東京; 防衛省. */
function parts(place: string): readonly string[] {
  const pieces = place
    .replaceAll('D.C.', 'D_C_')
    .replaceAll('キャンプ・', 'キャンプ_')
    .split(/[(),、・]|\band\b/u)
    .map((piece) => piece.replaceAll('D_C_', 'D.C.').replaceAll('キャンプ_', 'キャンプ・').replace(/ほか$/u, '').trim())
    .filter(
      (piece) => piece !== '' && !/^(?:elsewhere|near .*|.* area|virtual|オンライン|D\.C\.|U\.S\.|U\.S)$/i.test(piece),
    );
  return pieces;
}
