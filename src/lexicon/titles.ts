/** A way to call the holder of a post. `fits` tells whether an office, by its two names, is that post. */
export type Title = {
  readonly ja: readonly string[];
  readonly en: readonly string[];
  readonly fits: (office: { readonly ja: string; readonly en: string }) => boolean;
  /** False for 氏, Mr. and bare ranks: they mark a name but name no post. */
  readonly post: boolean;
};

/** Titles that name a post by themselves come first; bare ones (長官, Secretary) only narrow down a name beside them. */
export const TITLES: readonly Title[] = [
  post(
    ['首相', '総理', '総理大臣', '内閣総理大臣'],
    ['prime minister', 'pm', 'premier'],
    (o) => o.ja.includes('総理大臣') || (/^prime minister\b/i.test(o.en) && !o.ja.includes('副首相')),
  ),
  post(['副大統領'], ['vice president', 'vp'], (o) => /^副大統領/.test(o.ja) || /^vice president\b/i.test(o.en)),
  post(['大統領'], ['president'], (o) => o.ja === '大統領' || /^president\b/i.test(o.en)),
  post(
    ['外相', '外務大臣', '外務相', '外交部長官'],
    [
      'foreign minister',
      'fm',
      'minister for foreign affairs',
      'minister of foreign affairs',
      'foreign secretary',
      'secretary for foreign affairs',
    ],
    (o) => /^外務大臣|外交部長官$/.test(o.ja) || /^(?:minister|secretary) (?:for|of) foreign affairs/i.test(o.en),
  ),
  post(
    ['国務副長官'],
    ['deputy secretary of state'],
    (o) => o.ja.startsWith('国務副長官') || /^deputy secretary of state/i.test(o.en),
  ),
  post(
    ['国務長官', '米国務長官'],
    ['secretary of state', 'secstate', 'sec state', 'state secretary'],
    (o) => o.ja.startsWith('国務長官') || /^secretary of state/i.test(o.en),
  ),
  post(
    ['防衛相', '防衛大臣', '防衛トップ'],
    [
      'defense minister',
      'defence minister',
      'minister of defense',
      'minister of defence',
      'minister for defense',
      'japanese defense chief',
      'japan defense chief',
    ],
    (o) => o.ja.startsWith('防衛大臣') || /^minister of defen[cs]e/i.test(o.en),
  ),
  post(
    ['国防長官', '米国防長官', '戦争長官'],
    [
      'secretary of defense',
      'secretary of war',
      'defense secretary',
      'defence secretary',
      'war secretary',
      'secdef',
      'sec def',
      'secwar',
      'pentagon chief',
      'us defense chief',
      'us defence chief',
      'american defense chief',
    ],
    (o) => /^(?:国防長官|戦争長官)/.test(o.ja) || /^secretary of (?:defense|war)/i.test(o.en),
  ),
  post(
    ['国防副長官'],
    ['deputy secretary of defense', 'deputy defense secretary'],
    (o) => o.ja.startsWith('国防副長官') || /^deputy secretary of defense/i.test(o.en),
  ),
  post(
    ['国防相', '国防大臣', '国防部長官'],
    [
      'defense minister',
      'defence minister',
      'minister of national defense',
      'secretary of national defense',
      'minister for defence',
    ],
    (o) =>
      /国防部長官|国防大臣|国防相/.test(o.ja) ||
      /(?:minister|secretary) (?:of national|for) defen[cs]e(?! industry)/i.test(o.en),
  ),
  post(
    ['外務次官', '外務事務次官', '外交部第1次官', '外交部第一次官'],
    [
      'vice minister for foreign affairs',
      'vice foreign minister',
      'vice-minister of foreign affairs',
      'first vice minister of foreign affairs',
    ],
    (o) => /外務事務次官|外務次官|外交部第.次官/.test(o.ja) || /vice[- ]minister (?:for|of) foreign/i.test(o.en),
  ),
  post(
    ['防衛事務次官', '防衛次官'],
    ['administrative vice minister of defense', 'vice minister of defense', 'vice defense minister'],
    (o) => o.ja.startsWith('防衛事務次官') || /vice[- ]minister of defense/i.test(o.en),
  ),
  post(
    ['統合幕僚長', '統幕長', '自衛隊トップ', '自衛隊の制服組トップ'],
    ['chief of staff joint staff', 'chief of the joint staff', 'chief of joint staff', 'joint staff chief'],
    (o) => o.ja.startsWith('統合幕僚長') || /^chief of staff, joint staff/i.test(o.en),
  ),
  post(
    ['統合参謀本部議長', '米統合参謀本部議長', '合同参謀議長', '合同参謀本部議長'],
    ['chairman of the joint chiefs of staff', 'chairman of the joint chiefs', 'joint chiefs chairman', 'cjcs'],
    (o) => /統合参謀本部議長|合同参謀/.test(o.ja) || /chairman.*joint chiefs/i.test(o.en),
  ),
  post(
    ['国家安全保障局長', '国家安保局長'],
    [
      'national security secretariat head',
      'secretary general of the national security secretariat',
      'national security advisor',
      'national security adviser',
    ],
    (o) => o.ja.includes('国家安全保障局長'),
  ),
  post(
    ['国家安全保障担当大統領補佐官', '大統領補佐官', '安全保障担当補佐官'],
    ['national security advisor', 'national security adviser'],
    (o) => o.ja.includes('大統領補佐官') || /^national security advis/i.test(o.en),
  ),
  post(
    ['インド太平洋軍司令官', '米インド太平洋軍司令官'],
    [
      'indopacom commander',
      'indopacom chief',
      'head of indopacom',
      'commander of indopacom',
      'indo-pacific commander',
      'commander of the us indo-pacific command',
      'indo-pacific command chief',
    ],
    (o) => o.ja.includes('インド太平洋軍司令官') || /indo-pacific command/i.test(o.en),
  ),
  post(
    ['在日米軍司令官'],
    ['usfj commander', 'commander of us forces japan', 'commander us forces japan'],
    (o) => o.ja.includes('在日米軍司令官') || /forces japan/i.test(o.en),
  ),
  post(['官房長官', '内閣官房長官'], ['chief cabinet secretary'], (o) => o.ja.includes('官房長官')),
  post(['防衛装備庁長官'], ['atla commissioner', 'commissioner of atla'], (o) => o.ja.includes('防衛装備庁長官')),
  post(
    ['駐日大使', '駐日米大使', '駐日米国大使', '米国大使', '米大使', 'アメリカ大使', '駐日アメリカ大使'],
    ['us ambassador', 'american ambassador', 'ambassador to japan', 'ambassador in tokyo', 'envoy to japan'],
    (o) => o.ja.endsWith('駐日米国大使'),
  ),
  post(
    ['臨時代理大使', '駐日臨時代理大使', '駐日米国臨時代理大使'],
    ["chargé d'affaires", 'us chargé', 'or chargé', 'acting ambassador'],
    (o) => o.ja.includes('臨時代理大使'),
  ),
  bare(['長官'], ['secretary', 'sec'], (o) => o.ja.includes('長官') || /secretary/i.test(o.en)),
  bare(['大臣', '閣僚'], ['minister'], (o) => o.ja.includes('大臣') || /minister/i.test(o.en)),
  bare(
    ['次官', '事務次官'],
    ['vice minister', 'vice-minister', 'under secretary', 'undersecretary', 'deputy secretary'],
    (o) => /次官|副長官/.test(o.ja),
  ),
  bare(['副長官'], ['deputy secretary'], (o) => o.ja.includes('副長官')),
  bare(['議長'], ['chairman', 'chair'], (o) => o.ja.includes('議長')),
  bare(['司令官'], ['commander', 'admiral', 'adm'], (o) => o.ja.includes('司令官')),
  bare(['幕僚長', '陸将', '大将', '将軍'], ['general', 'gen'], (o) => /幕僚長|参謀|司令官/.test(o.ja)),
  bare(['局長'], ['director-general', 'director general', 'director'], (o) => o.ja.includes('局長')),
  bare(['補佐官'], ['advisor', 'adviser'], (o) => o.ja.includes('補佐官')),
  bare(['大使', '臨時代理大使'], ['ambassador'], (o) => o.ja.includes('大使')),
  bare(['氏', 'さん', '様', '側'], ['mr', 'ms', 'mrs', 'dr', 'former', 'then'], () => true),
];

function post(ja: readonly string[], en: readonly string[], fits: Title['fits']): Title {
  return { ja, en, fits, post: true };
}

function bare(ja: readonly string[], en: readonly string[], fits: Title['fits']): Title {
  return { ja, en, fits, post: false };
}
