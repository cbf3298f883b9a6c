/** Words of a question that say nothing about its subject. */
const ENGLISH = new Set(
  (
    'a an the of in on at to for from by with without about into onto over under between among during within through across around near up down out off as than ' +
    'is are was were be been being am do does did done doing have has had having will would shall should can could may might must ' +
    'one ones i you he she it we they me him her us them my your his its our their mine yours this that these those there here ' +
    'and or but if then so because while although not no nor yes ok okay please thanks thank hi hello ' +
    'who whom whose what when where which why how many much often long far old whether ever never yet still already just only also too very more most less least else other others another any some all every each both either several few same such own ' +
    's t d ll m re ve don didn doesn isn wasn weren ' +
    'tell show give list find get know say says said saying talk talked talking speak spoke discuss discussed discussing discussion discussions consult consulted consulting mention mentioned agree agreed agreement agreements decide decided decision decisions longest shortest conclude confirm confirmed reaffirm reaffirmed welcome welcomed announce announced instruct instructed state stated promise promised pledge pledged cover covered covers include included address addressed raise raised ' +
    'meet met meets meeting meetings talks consultation consultations conference conferences session sessions event events summit visit visited visits trip attend attends attended attending again except excluding people person attendees attendee participant participants participate participated join joined present presence held hold holds take took taken place happen happened happening occur occurred come came go went going call calls called ' +
    'alliance allied allies bilateral japan japanese us usa america american united states sides side two countries country nation nations between government governments official officials minister ministers leader leaders secretary secretaries ' +
    'first last latest recent recently previous next earliest newest time times date dates day days week weeks month months year years ago since until till before after past future current currently now today history timeline chronology chronological record records source sources detail details information info summary summarize summarise outcome outcomes result results content contents topic topics subject subjects issue issues matter thing things question questions answer answers compare compared comparing comparison difference differences different versus vs change changed changes develop developed development evolve evolved evolution progress explain define describe definition meaning mean means stand stands number count total exactly regarding concerning related relation relate ' +
    'represent represented representing lead led leading headed delegation delegations statement statements establish established launch launched create created start started begin began language position positions stance commit committed city cabinet back deal sidelines margins signed sign said told reached produced produce conclusions conclusion main key major important big brief briefly full whole together according ' +
    'overview recap highlights gist anything everything nothing something given give news contact right name named names hour hours used use uses term office differ differs contrast progressed progress link links original text joint lasted longer outside purpose lesson venue location attack purely directly following followed happen became become ' +
    'new update updates developments cities hosted host hosting venues places generals admirals general admiral officers way respond responded response situation takeaways takeaway remind accompanied accompany accompanying paid pay paying bottom line deliverables whats wats upshot readout thing stuff pls plz thx kindly ambassador charge documents document issued saw see seen everyone everybody purchase purchases ' +
    'two three four five six seven eight nine ten second third like want need wanted needed able make made let see look looking order according regard respect kind type sort part level levels format formats'
  ).split(' '),
);

const SINGLE = '[時方点前間月席後日中年誰国人回件者側度際話的次何]';

/** Longest first, so that a long phrase is not left in half. */
const JAPANESE = new RegExp(
  'ご教示ください|教えてください|ピックアップ|リストアップ|お願いします|スケジュール|教えて下さい|話題になった|取り上げられ|開催された|でしょうか|話し合われ|をめぐって|比較して|言及され|おしえて|発表され|決まった|' +
    'に関する|における|発言内容|確認した|参加した|に対して|に対する|によって|出席した|取り上げ|合意事項|行われた|議論され|変わった|' +
    '日米両国|アメリカ|発言した|説明して|について|合意され|言及した|ください|一致した|開催され|開かれた|知りたい|議論した|署名した|' +
    'に関して|署名され|歓迎され|をめぐる|としては|合意した|でしたか|実施され|確認され|ましたか|行われ|話し合|決まり|比較し|' +
    '開催地|議論し|再確認|指示し|発言し|日米間|お願い|顔ぶれ|日本側|表明し|話した|時系列|リスト|出席し|' +
    '歓迎し|米国側|見直し|ますか|まとめ|述べた|会った|一致し|参加し|開かれ|言われ|言及し|合意し|発表し|' +
    '新しい|初めて|による|確認し|同席者|下さい|教えて|言った|出席者|変わり|として|触れた|参加者|関係者|' +
    'ですか|リンク|何件|日側|根拠|表示|大臣|状況|回数|何月|情勢|署名|以前|要約|発足|成立|誕生|' +
    '同盟|冒頭|閣僚|全部|全員|出会|経緯|触れ|会合|何人|最近|担当|いつ|話題|米側|' +
    '首脳|推移|古い|合意|要点|最新|発展|出典|適用|対話|確認|歴史|両国|対応|' +
    '議題|会い|年表|発言|以内|直前|流れ|前回|議論|記録|発表|何度|違う|会談|' +
    '決め|最終|協議|双方|場所|解説|日米|意味|関係|見方|様子|時代|米国|訪問|' +
    '共同声明|共同発表|文書|メンバー|会談相手|相手|簡潔|手短|頻度|それぞれ|普通|ポイント|コメント|スタンス|サマリー|トピック|タイミング|ニュース|レベル|テーマ|ご教示|教示|予定|箇条書|ご存知|存知|存じ|主要|全体|全般|関連|具体|要旨|骨子|該当|以上|以下|未満|期間|長官|説明|会見|時点|出席|約束|以後|一番|全て|比較|何回|収録|言葉|' +
    '述べ|進捗|時期|言及|歓迎|原文|資料|一覧|表現|実施|政府|今回|姿勢|以来|' +
    '定義|代表者|代表団|代表|二国間|両国間|三か国|三カ国|三ヶ国|機会|同席|直近|表明|初の|変化|情報|場合|直後|動き|両者|参加|どれ|' +
    '着任後|在任中|在職中|両方|面会|考え|以降|就任|詳細|どこ|調印|本当|件数|何日|電話|成果|当時|' +
    '会場|結果|一致|次回|最後|同士|概要|列挙|開催|日付|日程|何年|変遷|違い|' +
    '進展|指示|最初|会議|現在|中身|問題|内容|立場|日本|' +
    // A single character within a longer compound (無人機, 人工衛星) belongs to it.
    `(?<!\\p{Script=Han})(?!人\\p{Script=Han})${SINGLE}|${SINGLE}(?!\\p{Script=Han})`,
  'gu',
);

/** The subject words of `text` that nothing linked: what full-text search looks for. Lower case, in order, at most 12. */
export function contentTerms(text: string): readonly string[] {
  const terms: string[] = [];
  const plain = text.normalize('NFKC').toLowerCase();
  for (const word of plain.match(/[\p{Script=Latin}0-9][\p{Script=Latin}0-9+'-]*/gu) ?? []) {
    const bare = word.replace(/'s?$|^'|-+$/g, '');
    if (bare.length >= 2 && !ENGLISH.has(bare) && !/^\d{1,2}(?:st|nd|rd|th)?$/.test(bare)) terms.push(bare);
  }
  const japanese = plain.replace(/[\p{Script=Latin}0-9+'-]+/gu, ' ').replace(JAPANESE, ' ');
  for (const run of japanese.match(/[\p{Script=Han}\p{Script=Katakana}ー々]{2,}/gu) ?? [])
    terms.push(run.replace(/(?<=..)[元前故]$/u, ''));
  return [...new Set(terms)].slice(0, 12);
}
