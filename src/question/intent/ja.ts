import type { Intent, Manner } from '../question.ts';
import { actsIn, type Cues, intentsInOrder, type Lean, type MaskedText, type Rule } from './cues.ts';
import { placeJapanese, thresholdJapanese } from './numbers.ts';

const COMPARE: Rule = {
  intent: 'compare',
  pattern: /比較|比べ|くらべ|違い|ちがい|相違|どう違|対比|異なる点|差は|見比/,
};
const COUNT: Rule = {
  intent: 'count',
  pattern:
    /何回(?!目)|何度(?!目)|何件|なんかい|なんど|いくつ|回数|件数|頻度|どれくらいの頻度|幾つ|幾度|(?:一番|最も|もっとも)多(?:かった|い)年|最多の年/,
};
const WHO: Rule = {
  intent: 'who',
  pattern:
    /誰|だれ|どなた|出席者|参加者|列席者|出席した(?:の|人|閣僚|K|メンバー)|参加した(?:の|人|閣僚|K|メンバー)|メンバー|会っ(?:た|ている)(?:C側?の?)?(?:K|O|人|相手|要人|高官)(?:は|を|[?？。\s]*$)|Fした(?:C側?の?)?(?:K|要人|高官|人|司令官)(?:は|を|[?？。\s]*$)|(?:V|来)し(?:た|ていた|ている)(?:C側?の?)?(?:K|要人|高官|人)(?:は|を|[?？。\s]*$)|顔ぶれ|顔触れ|面々|どの(?:閣僚|大臣|人|K|O)|会ったのは(?=[?？。\s]*$)|参加した国|参加国|出席した国|どの国が(?:参加|出席)|出た人|相手(?:は|を|が|って|[?？。\s]*$)|O(?:は|って)[?？。\s]*$/,
};
const WHEN: Rule = {
  intent: 'when',
  pattern:
    /いつ(?!から.{0,8}いつまで|も)|何時(?!間)|何月|何日(?!間|ぶり|前)|何年(?!間|ぶり|前|度も)|日付|日程|開催日|日にち|時期|年月日|何曜日|た日(?:を|は|って)/,
};
const WHERE: Rule = {
  intent: 'where',
  pattern: /どこ(?!に.{0,4}(?:書|載|記)|まで)|何処|場所|開催地|会場|どの(?:都市|国|街|町|場所)|ドコ/,
};
const LIST: Rule = {
  intent: 'list',
  pattern:
    /一覧|リスト|列挙|すべて|全て|全部|ぜんぶ|年表|時系列|タイムライン|並べ|何があ(?:った|りました|る)|なにがあ(?:った|りました)|どんな(?:会談|会合|協議|会議|対話|F|動き|やり?取り)|どの(?:会談|会合|協議|会議|F)|どういう(?:会談|会合|協議)|(?:会談|会合|協議|会議|F|M|電話)(?:は|が)(?:あ(?:った|りました)|開かれ|行われ|どれ|どんな(?!内容|こと|合意|成果|結果))|(?:開かれた|行われた|あった|開催された|実施された)(?:会談|会合|協議|会議|F|もの|M)|何が(?:行われ|開かれ|開催)|(?:した|された|あった|ある|いた)(?:会談|会合|協議|会議|F|M)(?:は(?!い|ど|誰|何)|を|[?？。\s]*$)/,
};
const WHAT: Rule = {
  intent: 'what',
  pattern:
    /何(?!回|度|件|月|日|年|時|処|曜)|なに|なん(?:です|て|と)|どんな|どのよう|どう(?:い|なっ|述|言|話|し|発言|評|扱|語)|内容|中身|成果|結果|要点|概要|要約|まとめて|議題|論点|合意|一致し|議論|話し合|話題|協議し|協議され|発言|述べ|言及|触れ|歓迎し|歓迎され|発表し|発表され|確認し|確認され|再確認|指示|約束|表明|言った|言って|言いました|決ま|決め|について|に関して|に関する|をめぐ|なぜ|どうして|合意事項|決定事項/,
};
const PRIMARY: readonly Rule[] = [COMPARE, COUNT, LIST, WHO, WHEN, WHERE, WHAT];

const HELP =
  /^[\s\p{P}]*(?:ヘルプ|へるぷ|help|使い方|使いかた|つかいかた|使用方法|操作方法|説明書|マニュアル|メニュー|コマンド(?:一覧)?|(?:これ|このボット|この?bot|協議|あなた)?(?:は|って|で)?何(?:が|を)(?:でき|聞け|質問でき|調べられ|してくれ).{0,12}|どう(?:やって)?(?:使|つか|質問|聞).{0,16}|使い方.{0,14}|何ができ.{0,10}|どんな(?:こと|質問)(?:が|を).{0,16}|あなたは(?:誰|何).{0,8}|自己紹介.{0,10}|誰が作っ.{0,8}|ありがとう.{0,8}|どうも|了解.{0,4}|わかりました|なるほど|オーケー|こんにちは|こんばんは|おはよう.{0,6}|はじめまして)[\s\p{P}]*$/u;
const COVERAGE =
  /何を(?:知って|収録|カバー)|何について(?:知って|収録)|収録(?:範囲|期間|内容|件数|している|して|は|されて)|対象(?:期間|範囲)|カバー(?:範囲|している|して|期間)|いつから.{0,8}いつまで|どの(?:期間|範囲)|何年(?:から|分)|いつの時点|最終更新|データ(?:の|は)?(?:範囲|期間|いつ)|記録(?:の|は)?(?:範囲|期間|いつ)|いつまでの(?:情報|記録|データ)|(?:も|は|が)載って(?:い)?(?:ます|る)(?:の)?か|どこまで(?:知って|収録|さかのぼ|カバー)/;
const SOURCE =
  /出典|典拠|根拠|ソース(?:は|を|$|\?|？|教)|引用元|情報源|出所|一次資料|原文|どこに(?:書|載|記|あ)|どこで(?:読|確認でき|見られ)|リンク|urlを|url(?:は|$)|参照元|証拠/;
const SINCE =
  /何(?:日|週間|か月|ヶ月|カ月|ヵ月|ケ月|年)(?:前|ぶり|経|たっ|が経)|どれ(?:くらい|ぐらい|ほど|だけ)(?:前|経|たっ|の(?:期間|時間)|ぶり|間)|から(?:何日|どれ)(?:経|くらい|ぐらい)|いつ以来|何か月ぶり|どのくらい(?:前|経|たっ|ぶり)/;
const DEVELOPMENT =
  /経緯|推移|変遷|進捗|発展(?:は|を|[?？。\s]*$)|変化(?:して|し|は|を|の)|どう(?:変わ|進|発展|進展|推移|変化)|どのように(?:変|進|発展|推移|深)|進展|発展して|これまでの(?:流れ|動き|議論|歩み|経過)|歴史|どこまで(?:進|来|き)|流れ(?:は|を|$|に)|経過(?:は|を|$)|深化して|移り変わり|歩み/;
const YES_NO =
  /(?:ました|ます|です|でした|ません|たの(?:です)?|た|る|ある|あるの|った)か(?:[?？。！!\s]*$)|(?:たこと(?:は|が)|たの(?:は|が)?|ことは)あ(?:る|った|ります|りました)(?:か|の|んですか)?[?？。\s]*$|(?:た|る|った|された|ある|出た)[?？]\s*$|かどうか|ましたっけ|(?:本当|事実)(?:です|なの|でしょう)?か?[?？。\s]*$/;
const QUESTION_WORD = /誰|だれ|どなた|いつ|どこ|何|なに|なん(?:です|て|と)|どんな|どの|どう|いくつ|なぜ|どれ/;

const FIRST =
  /最初|初めて|はじめて|初の|初V|初会談|初会合|初回|第1回|第一回|一番(?:古い|最初)|最も古い|初顔合わせ|1回目|一回目/;
const LATEST =
  /最新|直近|最後|最近|前回|一番(?:新しい|最近)|最も(?:新しい|最近)|先般|この(?:間|前)の|こないだ|今回|いちばん(?:新しい|最近)|前の(?=F|会談|会合)/;
/** 「最近の会談」 asks for several. */
const RECENT =
  /^最近の?(?:日米の)?(?:会談|会合|協議|F|M|電話)(?:は|を|一覧|について)?(?:教えて(?:ください)?)?[?？。\s]*$|最近(?:何が|どんな|どう)/;
const NEXT = /次の|次回|次は|つぎの|その後(?:の)?(?:最初|初)/;
const KANJI_NUMBERS: Readonly<Record<string, number>> = {
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
/** 「最近の電話会談を3つ」. */
const LIMIT_LAST =
  /(?:最近|直近|最新|最後|最初)の(?:F|M|K|会談|会合|協議|電話)+(?:を|について)?([2-9二三四五六七八九])(?:つ|件|回分?)(?:ほど|教|挙|示|見|だけ|[?？。\s]*$)/;
const LIMIT = /(?:直近|最近|最新|最後|過去|最初)の?(\d{1,2}|[二三四五六七八九十])(?:回|件|つ|度)/;

const ACTS: readonly (readonly [string, RegExp])[] = [
  ['reaffirmed', /再確認/],
  ['confirmed', /(?:^|[^再])確認(?:し|され|した|事項)/],
  ['welcomed', /歓迎/],
  ['instructed', /指示/],
  ['announced', /発表(?:し|され|した)/],
  ['signed', /署名|調印/],
];

/** 「台湾については？」 names a subject and asks nothing by itself. */
const ABOUT_ONLY = /^[^?？。、]{1,20}(?:については|に関しては|の方は|のほうは)[?？。\s]*$/;

/** "Confirm" covers reaffirming. */
const alsoReaffirmed = (acts: readonly string[]) =>
  acts.includes('confirmed') && !acts.includes('reaffirmed') ? [...acts, 'reaffirmed'] : acts;

/** Reads what a Japanese question asks for. Total: any text gives cues, at worst empty ones. */
export function readJapanese(input: MaskedText): Cues {
  const masked = input.trim();
  const base = {
    also: [],
    order: null,
    limit: null,
    skip: 0,
    threshold: thresholdJapanese(masked),
    acts: alsoReaffirmed(actsIn(masked, ACTS)),
    more: false,
    leans: leanOf(masked),
  };
  if (masked === '' || HELP.test(masked)) return { ...base, intent: 'help', manner: 'plain' };
  if (COVERAGE.test(masked)) return { ...base, intent: 'help', manner: 'coverage' };

  const isNext = NEXT.test(masked);
  const place = placeJapanese(masked);
  // 「いつから議題に」 asks for the first time.
  const isSince = /(?:議題|話題|取り上げ|言及|議論|触れ|T).{0,40}いつ(?:ごろ|頃)?から(?!.{0,8}いつまで)/.test(masked);
  const order = place?.order ?? orderIn(masked) ?? (isNext || isSince ? 'first' : null);
  const more = /(?:他|ほか)(?:に|の|は)|それ以外|もっと|続き|つづき|残り|さらに/.test(masked) && masked.length < 30;
  const limit = limitIn(masked);
  const shared = { ...base, order, limit, skip: place?.skip ?? 0, more };
  if (limit === null && RECENT.test(masked))
    return { ...shared, intent: 'list', manner: 'plain', order: 'latest', limit: 5 };
  if (SOURCE.test(masked)) return { ...shared, intent: null, manner: 'source' };
  if (SINCE.test(masked)) return { ...shared, intent: 'latest', manner: 'how-long-since', order: order ?? 'latest' };
  // 「日米の外相は誰」 asks who met last.
  if (order === null && /^(?:日米の?)?Fは(?:誰|だれ|どなた)(?!が|と)/.test(masked))
    return { ...shared, intent: 'who', manner: 'plain', order: 'latest' };
  if (order === null && defines(masked)) return { ...shared, intent: 'define', manner: 'plain' };

  if (ABOUT_ONLY.test(masked)) return { ...shared, intent: null, manner: 'plain', leans: 'extends' };
  const found = intentsInOrder(masked, PRIMARY);
  const asked = asksOf(found, masked);
  if (DEVELOPMENT.test(masked) && asked[0] !== 'compare') {
    return {
      ...shared,
      order: null,
      intent: /年表|時系列|タイムライン|一覧/.test(masked) ? 'list' : 'what',
      manner: 'development',
    };
  }
  const manner: Manner = isNext ? 'next' : YES_NO.test(masked) && !QUESTION_WORD.test(masked) ? 'yes-no' : 'plain';
  return { ...shared, ...resolve(masked, asked, order, manner), manner };
}

/** 「…はどう違いますか」 compares whatever it names first; 「開かれた会談は何回」 counts, and only its wording is a list's. */
function asksOf(found: readonly Intent[], masked: MaskedText): readonly Intent[] {
  const [first, second] = found;
  if (first === 'what' && found.includes('compare')) return ['compare'];
  const isPlainList = first === 'list' && !/一覧|リスト|列挙|すべて|全て|全部|ぜんぶ|年表|時系列|並べ/.test(masked);
  return isPlainList && second !== undefined && second !== 'what' && second !== 'compare' ? found.slice(1) : found;
}

function orderIn(masked: MaskedText): 'first' | 'latest' | null {
  const first = masked.search(FIRST);
  const latest = masked.search(LATEST);
  if (first >= 0 && (latest < 0 || first < latest)) return 'first';
  return latest >= 0 ? 'latest' : null;
}

function limitIn(masked: MaskedText): number | null {
  const found = (LIMIT.exec(masked) ?? LIMIT_LAST.exec(masked))?.[1];
  return found ? (KANJI_NUMBERS[found] ?? Number(found)) : null;
}

/** 「EDDとは」「2+2って何」「ヘグセスは誰」「AMRAAMの意味」. */
function defines(masked: MaskedText): boolean {
  const text = masked.replace(/[\s\p{P}]+$/gu, '');
  if (
    /(?:^|[^こ])(?:とは|というのは)(?:何(?:です)?か?|なに|なん(?:ですか|だ|でしょうか)?|誰(?:です)?か?|どんな(?:もの|制度|枠組み?|会議|協議|会合)(?:です)?か?|どういう(?:もの|意味|枠組み?|会議|協議)(?:です)?か?)?$/.test(
      text,
    )
  )
    return true;
  if (
    /っ?て(?:何|なに|なん|誰|だれ|どんな(?:もの|人|会議|枠組み?)|どういう(?:意味|もの))(?:です|だ|なの|でしょう)?か?$/.test(
      text,
    )
  )
    return true;
  if (
    /の(?:意味|定義|略(?:称|語)?|正式名称|役割|目的|位置づけ)(?:は|を|って|とは)?(?:何(?:です)?か?|教えて.*|説明.*)?$/.test(
      text,
    )
  )
    return true;
  if (
    /^(?:日米の?)?F(?:の|は)(?:通常の?|正式な?)?(?:構成員|構成|構成メンバー|メンバー構成|正式メンバー|常任メンバー)(?:は|って|とは)?(?:誰|何|どう)?(?:です|なって(?:い)?ます|でしょう)?か?$/.test(
      text,
    )
  )
    return true;
  if (
    /^(?:日米の?)?F(?:は|って|が)いつ(?:から(?:ある|あり|続|始ま|行|開|実施)?|始ま|でき|設立|設置|創設|発足|立ち上)[^?？。]{0,10}$/.test(
      text,
    )
  )
    return true;
  if (
    /とは(?:何(?:です|なの)?か|どういうものか)?(?:を|について)?、?(?:説明|解説|教え|おしえ)[^?？。]{0,12}$/.test(text)
  )
    return true;
  if (/(?:と|は)同じ(?:もの|会議|会合|枠組み?)?(?:です|でしょう|なの)?か$/.test(text)) return true;
  if (/とは(?:どんな|どういう|どのような)[^?？。]{1,8}(?:です|でしょう|なの)か$/.test(text)) return true;
  if (
    /P(?:氏|さん)?(?:の|は(?:X(?:に|は)?)?(?:何の|どの|どんな))(?:当時の)?(?:役職|肩書き?|ポスト|職位|官職|地位|職)/.test(
      text,
    )
  )
    return true;
  if (/(?:どういう意味|何の略|どういうもの|どんな(?:枠組み?|仕組み?|制度|人物?))(?:です|でしょう)?か?$/.test(text))
    return true;
  if (/^(?:日米の?)?[FTDPAO](?:について|を|の)?(?:説明|解説|紹介)(?:して|を|し).*$/.test(text)) return true;
  if (/^(?:日米の?)?[FDPA](?:について|のこと|のことを|を)(?:教えて|知りたい|おしえて).*$/.test(text)) return true;
  return /^(?:日米の?)?[FTDPA](?:は|とは)(?:何|なに|誰|だれ|どなた)(?:です|でしょう|なの)?か?$/.test(text);
}

function resolve(
  masked: MaskedText,
  asked: readonly Intent[],
  order: 'first' | 'latest' | null,
  manner: Manner,
): { readonly intent: Intent | null; readonly also: readonly Intent[] } {
  // について is no question of its own when a question word stands beside it.
  const kept = EXPLICIT_WHAT.test(masked) || asked.length < 2 ? asked : asked.filter((one) => one !== 'what');
  const [first, ...rest] = kept;
  if (manner === 'yes-no' && (first === undefined || first === 'what' || first === 'list')) {
    return { intent: first === 'what' || masked.includes('T') ? 'what' : 'list', also: [] };
  }
  if (first === undefined) return { intent: order, also: [] };
  const isWhole = first === 'count' || first === 'compare' || first === 'list';
  const also = rest.filter((one) => one !== 'list' && !(isWhole && one === 'what'));
  // 「最後の2+2はいつ」「最新の会談は何」 ask for the meeting itself.
  const isBare =
    (first === 'what' && !SAYING.test(masked)) ||
    (first === 'list' && !/一覧|リスト|列挙|すべて|全て|全部|年表|時系列/.test(masked));
  // 「台湾が最後に言及されたのは？」「直近の言及」 ask for the meeting where it was.
  const isOccasion =
    first === 'what' && !EXPLICIT_WHAT.test(masked) && /(?:のは|言及|動き|状況|発言|議論)は?[?？。\s]*$/.test(masked);
  const isMeeting = first === 'who' && !/誰|だれ|どなた|者|メンバー|顔ぶれ|面々|相手/.test(masked);
  return order && (first === 'when' || isBare || isMeeting || isOccasion)
    ? { intent: order, also }
    : { intent: first, also };
}

const EXPLICIT_WHAT =
  /何(?!回|度|件|月|日|年|時|処|曜)|なに|どんな|どのよう|どう(?!し)|内容|中身|成果|結果|要点|概要|議題(?!に(?:な|上|の|挙))|合意事項/;
const SAYING = /合意|議論|話|内容|成果|結果|言|述べ|発言|決|歓迎|確認|発表|概要|要点|議題|一致|について|に関|触れ|表明/;

function leanOf(masked: MaskedText): Lean {
  if (/^[\s\p{P}]*(?:では|じゃあ)?、?前回(?:は|の.{0,8})?[?？。\s]*$/u.test(masked)) return 'before';
  if (/その(?:一つ|1つ|ひとつ)?前|ひとつ前|一つ前|1つ前|それ(?:より|以)前|それまで/.test(masked)) return 'before';
  if (/次に(?:会|会談|話|開)|(?:また|再び)会/.test(masked)) return 'after';
  if (/(?:その|この)(?:うち|中)|(?:を|は)?除(?:いて|く|外)|以外(?:は|で|を)/.test(masked) && masked.length < 30)
    return 'narrows';
  if (/その(?:次|後|あと)|それ(?:から|以降|以後)|次の(?:会談|会合|回)?は?[?？。\s]*$|^次は?[?？。\s]*$/.test(masked))
    return 'after';
  if (/(?:だけ|のみ)(?:に絞|で|を|は|教|お願い|[?？。\s]*$)|に限(?:る|定|って)|に絞/.test(masked) && masked.length < 30)
    return 'narrows';
  if (
    /^[\s\p{P}]*(?:では|じゃあ|じゃ、?|それでは|それじゃ|なら|また|あと|ちなみに|同じく|ついでに|そして|で、)/u.test(
      masked,
    )
  )
    return 'extends';
  if (/(?:の場合|についても|も)(?:は|お願い|教えて)?[?？。\s]*$/.test(masked) && masked.length < 25) return 'extends';
  // 「東シナ海についてはどう言った？」 is asked of the meeting just shown.
  if (/^[^?？。、]{1,14}(?:については|に関しては|の件は)/.test(masked) && masked.length < 30) return 'subject';
  if (
    /その(?!後|前)|それ|あの|この(?:会談|会合|協議|時|とき|件|中)|同(?:会談|会合|協議|日|席|じ)|そこ(?:で|には|に)|彼|彼女|両者|当日|当該|上記|先ほど|さっき/.test(
      masked,
    )
  )
    return 'subject';
  return 'none';
}
