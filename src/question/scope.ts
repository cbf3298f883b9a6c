import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';

/** Words that the records themselves use: tells a question about them from one about something else. */
export type Vocabulary = { has(term: string): boolean };

/** The words of every title, outcome and definition; collected at the first look-up, for most questions need none. */
export function collectVocabulary(knowledge: KnowledgeBase): Vocabulary {
  let words: ReadonlySet<string> | undefined;
  return {
    has: (term) => {
      words ??= collectWords(knowledge);
      return hasWord(words, term);
    },
  };
}

function collectWords(knowledge: KnowledgeBase): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (text: string) => {
    const plain = text.normalize('NFKC').toLowerCase();
    for (const word of plain.match(/[a-z0-9][a-z0-9-]*[a-z0-9]/g) ?? []) words.add(stem(word));
    for (const run of plain.match(/[\p{Script=Han}\p{Script=Katakana}ー]{2,}/gu) ?? []) {
      for (let at = 0; at + 2 <= run.length; at += 1) words.add(run.slice(at, at + 2));
    }
  };
  for (const one of knowledge.consultations) {
    for (const text of [one.title, ...one.outcomes, ...(one.place ? [one.place] : [])]) {
      add(text.ja);
      add(text.en);
    }
  }
  for (const { definition } of [
    ...knowledge.topics.values(),
    ...knowledge.frameworks.values(),
    ...knowledge.documents.values(),
  ]) {
    for (const text of definition) {
      add(text.ja);
      add(text.en);
    }
  }
  return words;
}

function hasWord(words: ReadonlySet<string>, term: string): boolean {
  if (/^[a-z0-9+'-]+$/.test(term)) return words.has(stem(term));
  if (term.length < 2) return false;
  for (let at = 0; at + 2 <= term.length; at += 1) if (!words.has(term.slice(at, at + 2))) return false;
  return true;
}

/** The same subject in another number or tense: "bases" and "base". Crude on purpose: it only decides scope. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ies|es|s|ed|ing)$/, '') : word;
}

const OTHER_SUBJECTS =
  /\bhow old\b|\b(?:weather|recipes?|stocks?|share price|bitcoin|crypto\w*|movies?|films?|songs?|lyrics|football|soccer|baseball|basketball|olympics|world cup|jokes?|poems?|haiku|homework|python|javascript|restaurants?|sushi|ramen|hotels?|flights?|horoscope|girlfriend|boyfriend|netflix|youtube|celebrit\w+|anime|manga|pokemon|pizza|cook(?:ing)?|bake|bread|exchange rate|lottery|translate|essay|capital of|population of|how tall|how old is|birthday|net worth|married|wife|husband|salary)\b|天気|気温|レシピ|株価|為替|円相場|ドル円|映画|歌詞|歌手|野球|サッカー|相撲|冗談|ジョーク|ポエム|俳句|宿題|レストラン|ホテル|占い|恋愛|ラーメン|寿司|料理|アニメ|漫画|ゲーム|芸能|人口|年収|身長|何歳|年齢|何歳|年齢|誕生日|結婚|翻訳して|プログラム|コードを書/;

const OPINION =
  /\b(?:predict\w*|forecasts?|do you think|you think|you believe|(?:your|personal) (?:opinion|view|views|thoughts|take|guess|favou?rite)|what would happen|would happen|going to (?:win|happen|attack|invade|resign|war|be)|good idea|bad idea|who is (?:right|better|best|wrong)|is it (?:good|bad|right|wrong|wise)|who would win)\b|^\W*should\b|\bshould (?:C|P|O|we|i|they|the)\b|^\W*will (?:C|P|T|O|the|there|japan)\b(?!.{0,60}\bnext\b)|\bwill (?:C|P) (?:attack|invade|win|abandon|defend|leave|resign|go to war)\b|どう思(?:い|う)|思いますか|べき(?:です|でしょう|か|だ|なの|では)|予想|予測|見通し|正しい(?:です|と|の)|良いと思|賛成ですか|反対ですか|おすすめ|勝て(?:ます|る)|勝ちます|起き(?:ます|る)か|なると思|[るいだ]と(?:思|おも)(?:うか?[?？。\s]*$|い?ますか)|^C(?:は|が)[^A-Z何誰]{1,16}(?:されますか|しますか|るのか|りますか|ちますか)[?？]?$|だろうか$|でしょうか$(?<=(?:する|なる|ある|られる)でしょうか)/;

/** Asks for what was not said, which a record of what was said cannot tell. */
const UNSAID =
  /(?:触れ|言及し|取り上げ|議論し|話し合わ|話題に(?:し|なら)|含ま)(?:られ|れ)?(?:なかった|ていない|てない|ない)(?:回|会談|会合|F|もの|の)|\b(?:did not|didn't|do not|not|never|without) (?:mention|discuss|rais|cover|touch|talk|address|includ)\w*(?! (?:only|just))(?=.{0,80}\b(?:T|C)\b)/;

/** Ranks the meetings, people or places of the whole record, which no sentence of it does. */
const RANKING =
  /\bmost (?:often|frequent(?:ly)?|times|meetings|talks|calls|consultations|visits|summits|F)\b|\b(?:met|attended|hosted|visited|appeared)\b.{0,80}\bthe most\b|\baverage\b|(?:一番|いちばん|最も|もっとも)(?:多|頻繁)|最多|平均/;

const ALLIANCE =
  /\b(?:alliance|allies|defen[cs]e|security|military|summits?|meetings?|talks|consultations?|ministers?|secretar(?:y|ies)|diploma\w+|treat(?:y|ies)|deterrence|missiles?|nuclear|troops?|forces|bilateral|trilateral|agreed|agreements?|commitments?|pledges?|instructions?|statements?|japan-us|us-japan|war|bases?|exercises?|attend(?:ed|ees?)|participants?)\b|出席|会談|会合|協議|合意|同盟|防衛|安全保障|安保|日米|外交|条約|抑止|ミサイル|核|基地|米軍|自衛隊|首脳|大臣|長官|首相|総理|大統領|外相|防衛相|訓練|演習/;

/** Who speaks for neither side nor a partner: nobody meets them in a record. */
const OTHERS =
  /\b(?:chinese|russian|north korean|taiwanese) (?:foreign|defen[cs]e|prime|premier|president|leader)|\b(?:xi jinping|wang yi|li qiang|putin|lavrov|kim jong[- ]?un|zelensky+|netanyahu)\b|(?:中国|ロシア|北朝鮮|台湾)の?(?:外相|外交部長|国防相|国防部長|首相|国家主席|大統領|総統)|習近平|王毅|プーチン|ラブロフ|金正恩|ゼレンスキー|ネタニヤフ/i;
const MEETS =
  /\b(?:meet|met|meetings?|talks|summits?|call(?:ed|s)?|visit(?:ed|s)?)\b|会談|会っ|会い|会う|面会|訪問|電話/i;

/** Meetings of two countries that are not Japan and the United States: 日中首脳会談, "the US-China summit". */
const OTHER_PAIR =
  /(?:日米豪印|クアッド|QUAD)(?:の)?(?:電話|テレビ)?(?:首脳|外相|外務|会合|会談|サミット)|\bquad(?:rilateral security dialogue)? (?:summits?|leaders|meetings?|foreign minister|ministerials?|talks)|(?<![日米中韓豪比英印露朝台])(?:[日米](?:中|露|ロ|朝|台|英|仏|独|印|韓|豪|比)|[中韓朝露](?:日|米|中|露|朝|韓|ロ))(?:両国)?(?:電話)?(?:首脳|外相|防衛相|国防相|外務|次官|会談|会合|協議)|(?<!\b(?:japan|us|u\.s\.|america|states)(?:[-–—/, ]|, and | and ))\b(?:japan|us|u\.s\.|america|american|japanese|china|russia)(?:[-–—/ ]| and )(?:china|chinese|russian?|india|uk|british|north korean?|taiwan|france|germany|korean?|rok|australian?|philippines?) (?:summit|leaders|meeting|foreign minister|defen[cs]e minister|talks|phone|dialogue)|(?<!\b(?:japan|us|u\.s\.|america|states)(?:[-–—/, ]|, and | and ))\b(?:china|russia|india|taiwan|korea|rok|australia)(?:[-–—/ ]| and )(?:japan|us|u\.s\.|america) (?:summit|leaders|meeting|foreign minister|defen[cs]e minister|talks|phone|dialogue)/i;

/** Words of a question on what was said of such a meeting, which a record may hold. */
const SPEAKS_OF =
  /言|話題|議題|触れ|述べ|伝え|説明|取り上げ|議論|歓迎|評価|\b(?:said|say|discuss\w*|mention\w*|told|tell|about|welcom\w*)\b|\bjapan.*\b(?:us|u\.s|america)|\b(?:us|u\.s\.|america).*\bjapan/i;

/** A government outside the talks as the one who speaks, and numbers of what is no meeting: no record tells either. */
const SPEAKERS_OUTSIDE =
  /\b(?:did|does|has|have) (?:the )?(?:china|chinese|russian?|north korean?|dprk|beijing|moscow|pyongyang)(?:['’]s)?(?: (?:foreign ministry|foreign minister|government|defen[cs]e ministry|spokes\w+|side|leaders?))? (?:say|said|respond|react|comment|think|protest)|(?:中国|ロシア|北朝鮮|台湾)(?:の?(?:外務省|外交部|政府|国防部|外相|報道官))?(?:側)?(?:は|が)(?:何と|なんと|どう)(?:言|述|反応|反発|コメント|発言|受け止)|(?:中国|ロシア|北朝鮮)(?:側)?の反応/i;
const NUMBERS_OUTSIDE =
  /\bhow many (?:of )?(?:the )?(?:u\.?s\.? |american |japanese |sdf )?(?:troops?|soldiers?|marines|sailors|personnel|service ?members|ships?|warships?|aircraft|planes|jets|bases|warheads|people live)\b|(?:米兵|米軍|軍人|兵士|隊員|海兵隊員|部隊|艦艇|艦船|航空機|戦闘機|基地|人口)(?:は|が|の数は)?.{0,6}(?:何人|何名|何隻|何機|いくつ|何か所|どれくらい(?:いる|ある)|何万)/i;

/** Whether the press was met, which a record of talks does not tell, unlike what was said there. */
const PRESS_OUTSIDE =
  /\b(?:was|were|is) there (?:a |any |no )?(?:joint )?press (?:conferences?|briefings?|availability)|\b(?:hold|held|give|gave|have|had) (?:a |any )?(?:joint |separate )?press (?:conferences?|briefings?|availability)|(?:記者会見|記者発表)(?:は|が|も)?(?:あっ|あり|ある|行|開|いつ|どこ|され)/i;

/** What the scope is judged from. */
export type ScopeFacts = {
  /** Lower-cased text with mask letters. */
  readonly masked: string;
  readonly text: string;
  /** A person, framework, topic, document, office, administration or partner combination was linked. */
  readonly isLinked: boolean;
  readonly terms: readonly string[];
};

/** True for a question that no record of a consultation could answer: other subjects, opinions, predictions. */
export function isOutOfScope({ masked, text, isLinked, terms }: ScopeFacts, vocabulary: Vocabulary): boolean {
  if (OPINION.test(masked) || UNSAID.test(masked)) return true;
  if ([SPEAKERS_OUTSIDE, NUMBERS_OUTSIDE, PRESS_OUTSIDE].some((outside) => outside.test(text))) return true;
  // Whom somebody met most often is told by who met whom.
  if (RANKING.test(masked) && !masked.includes('P') && !/\b(?:which|what) year\b|多(?:かった|い)年/.test(masked))
    return true;
  if (OTHER_PAIR.test(text) && !SPEAKS_OF.test(text)) return true;
  if (OTHERS.test(text) && MEETS.test(text) && !SPEAKS_OF.test(text)) return true;
  if (OTHER_SUBJECTS.test(masked) && !isLinked && !ALLIANCE.test(masked)) return true;
  if (
    OTHER_SUBJECTS.test(masked) &&
    /天気|気温|\bweather\b|\bwife\b|\bhusband\b|\bnet worth\b|\bhow old\b|\brecipe\b|レシピ|身長|何歳|年齢|誕生日|結婚|年収/.test(
      masked,
    ) &&
    !ALLIANCE.test(masked) &&
    !/[FTD]/.test(masked)
  )
    return true;
  if (isLinked || ALLIANCE.test(text.toLowerCase()) || terms.length === 0) return false;
  // A bare name that no record holds is searched for and said not to be found; a sentence of such words is about something else.
  if (terms.length <= 3 && isBareName(masked, terms)) return false;
  const known = terms.filter((term) => vocabulary.has(term)).length;
  return known / terms.length < 0.6;
}

/** "Nippon Steel", 「日本製鉄について」: names alone, or with a word that asks for what there is on them. */
function isBareName(masked: string, terms: readonly string[]): boolean {
  const left = terms.reduce((rest, term) => rest.replace(term, ' '), masked);
  return /^(?:[\s\p{P}]|\b(?:the|a|an|of|and|on|about|what about|tell me about|anything on|anything about|latest|was|were|is|discussed|mentioned|raised|ever)\b|C|について|に関して|は|の|とは|教えて|ください|触れ|話|議論|言及|ました|した|ですか|か|れ|さ|を|何)*$/u.test(
    left,
  );
}
