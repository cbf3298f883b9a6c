import { describe, expect, it } from 'vitest';
import { fixed, respell, tellOf } from './spelling-fixture.ts';

describe('a slip in one word', () => {
  it.each([
    ['a letter left out', 'what did rubo say about taiwan', 'what did Rubio say about taiwan'],
    ['a letter doubled', 'what did rubbio say about taiwan', 'what did Rubio say about taiwan'],
    ['a wrong letter', 'Iwaia and Rubio meeting', 'Iwaya and Rubio meeting'],
    ['two letters swapped', 'Isihba in Washington', 'Ishiba in Washington'],
    ['two slips in a long name', 'koizummmi hegseth talks', 'Koizumi hegseth talks'],
    ['a short name without its vowel', 'Trmp tariffs', 'Trump tariffs'],
    ['a Japanese family name', 'what did Kihra say', 'what did Kihara say'],
    ['an American family name', 'what did Sulivan discuss', 'what did Sullivan discuss'],
    ['a family name of two vowels in a row', 'Takaichy trump summit', 'Takaichi trump summit'],
    ['an abbreviation', 'DICSA meetings in 2024', 'DICAS meetings in 2024'],
    ['an abbreviation of a missile', 'AMRAM production', 'AMRAAM production'],
    ['a country', 'austrailia defence ministers', 'Australia defence ministers'],
    ['a country at war', 'ukrane war', 'Ukraine war'],
    ['an island', 'Okinwa burden', 'Okinawa burden'],
    ['a base', 'futnma', 'Futenma'],
    ['a city', 'singapour talks', 'Singapore talks'],
    ['a building', 'pentagn meeting', 'Pentagon meeting'],
    ['a weapon', 'tomohawk missiles', 'Tomahawk missiles'],
    ['a subject', 'semicondutors', 'Semiconductors'],
    ['a word of a name', 'defence equiptment', 'defence equipment'],
    ['full-width letters', 'ｒｕｂｂｉｏ in Tokyo', 'Rubio in Tokyo'],
    ['capitals', 'RUBBIO IN TOKYO', 'Rubio IN TOKYO'],
  ])('is fixed: %s', (_, typed, read) => {
    expect(fixed(typed)).toBe(read);
  });

  it.each([
    ['who attnded the summit', 'who attended the summit'],
    ['how many meetigns in 2024', 'how many meetings in 2024'],
    ['what was anounced', 'what was announced'],
    ['reafirmed commitments', 'reaffirmed commitments'],
    ['latets meeting', 'latest meeting'],
    ['agreeement on tariffs', 'Agreement on tariffs'],
  ])('is fixed in a word that asks: %s', (typed, read) => {
    expect(fixed(typed)).toBe(read);
  });

  it('of a given name alone is left: nobody is called so', () => {
    expect(tellOf('yoshimsa at the summit')).toBeUndefined();
  });

  it.each(['what did Iahikawa say', 'what did Kamai say'])(
    'is left where two people are equally near: %s',
    (question) => {
      expect(tellOf(question)).toBeUndefined();
    },
  );
});

describe('slips in a name of several words', () => {
  it.each([
    ['extented deterence dialouge', 'Extended Deterrence Dialogue'],
    ['guidlines for extnded deterence', 'Guidelines for Extended Deterrence'],
    ['camp davd declaration', 'Camp David declaration'],
    ['taiwn strait', 'Taiwan Strait'],
    ['souht china sea', 'South China Sea'],
    ['lloyd austn in singapore', 'Lloyd Austin in singapore'],
    ['Donlad Trump', 'Donald Trump'],
    ['yoshimsa hayashi', 'Yoshimasa Hayashi'],
    ['artifical intelligence', 'Artificial intelligence'],
    ['host nation suport', 'Host nation support'],
    ['comand and control', 'Command and control'],
    ['economic securty', 'Economic security'],
    ['free and open indo pasific', 'Free and open Indo Pacific'],
    ['security consultive committee', 'Security Consultative Committee'],
    ['prime minster ishiba', 'Prime Minister Ishiba'],
    ['white hosue', 'White House'],
    ['kual lumpur', 'Kuala Lumpur'],
  ])('are fixed together: %s', (typed, read) => {
    expect(fixed(typed)).toBe(read);
  });

  it('are told as one', () => {
    expect(tellOf('Kishda Byden camp davd')?.repairs).toEqual([
      { typed: 'Kishda Byden camp davd', read: 'Kishida Biden Camp David' },
    ]);
  });

  it('are told one by one where other words stand between', () => {
    expect(tellOf('nakatni march 2025 amram')?.repairs).toEqual([
      { typed: 'nakatni', read: 'Nakatani' },
      { typed: 'amram', read: 'AMRAAM' },
    ]);
  });
});

describe('words run together or torn apart', () => {
  it.each([
    ['isibatrump summit', 'Ishiba Trump summit'],
    ['hegsethnakatani', 'Hegseth Nakatani'],
    ['kishidasummit in 2023', 'Kishida summit in 2023'],
    ['campdavd', 'Camp David'],
    ['extendeddeterence', 'Extended deterrence'],
    ['hegs ethh in tokyo', 'Hegseth in tokyo'],
  ])('are read as names: %s', (typed, read) => {
    expect(fixed(typed)).toBe(read);
  });
});

describe('what is no slip', () => {
  it.each([
    'What did Kishida say about the alliance in 2023?',
    'Who attended the 2+2 in July 2024?',
    'hegseth nakatani',
  ])('is left as typed: %s', (question) => {
    expect(tellOf(question)).toBeUndefined();
  });

  it('is a word of the record', () => {
    const text = 'the trilateral cooperation';
    expect(respell(text, [{ start: 4, end: 14, text: 'trilateral' }])).toBeUndefined();
  });

  it.each(['Obama', 'Clinton', 'Putin', 'Macron', 'Austria', 'Iraq', 'Niger', 'Fukuda', 'Onodera', 'Mattis'])(
    'is somebody or something else: %s',
    (name) => {
      expect(tellOf(`What did they say about ${name} in 2023?`)).toBeUndefined();
    },
  );
});
