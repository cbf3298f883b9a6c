/** Words of a question that say nothing about its subject. */
const ENGLISH = new Set(
  (
    'a an the of in on at to for from by with without about into onto over under between among during within through across around near up down out off as than ' +
    'is are was were be been being am do does did done doing have has had having will would shall should can could may might must ' +
    'one ones i you he she it we they me him her us them my your his its our their mine yours this that these those there here ' +
    'and or but if then so because while although not no nor yes ok okay please thanks thank hi hello ' +
    'who whom whose what when where which why how many much often long far old whether ever never yet still already just only also too very more most less least else other others another any some all every each both either several few same such own ' +
    's t d ll m re ve don didn doesn isn wasn weren ' +
    'tell show give list find get know say says said saying talk talked talking speak spoke discuss discussed discussing discussion discussions mention mentioned agree agreed agreement agreements decide decided conclude confirm confirmed reaffirm reaffirmed welcome welcomed announce announced instruct instructed state stated promise promised pledge pledged cover covered covers include included address addressed raise raised ' +
    'meet met meets meeting meetings talks consultation consultations conference conferences session sessions event events summit visit visited visits trip attend attended attending attendees attendee participant participants participate participated join joined present presence held hold holds take took taken place happen happened happening occur occurred come came go went going call calls called ' +
    'alliance allied allies bilateral japan japanese us usa america american united states sides side two countries country nation nations between government governments official officials minister ministers leader leaders secretary secretaries ' +
    'first last latest recent recently previous next earliest newest time times date dates day days week weeks month months year years ago since until till before after past future current currently now today history timeline chronology chronological record records source sources detail details information info summary summarize summarise outcome outcomes result results content contents topic topics subject subjects issue issues matter thing things question questions answer answers compare compared comparing comparison difference differences different versus vs change changed changes develop developed development evolve evolved evolution progress explain define describe definition meaning mean means stand stands number count total exactly regarding concerning related relation relate ' +
    'represent represented representing lead led leading headed delegation delegations statement statements establish established launch launched create created start started begin began language position positions stance commit committed city cabinet back deal sidelines margins signed sign said told reached produced produce conclusions conclusion main key major important big brief briefly full whole together according ' +
    'overview recap highlights gist anything everything nothing something given give news contact right name named names hour hours used use uses term office differ differs contrast progressed progress link links original text joint lasted longer outside purpose lesson venue location attack purely directly following followed happen became become ' +
    'two three four five six seven eight nine ten second third like want need wanted needed able make made let see look looking order according regard respect kind type sort part level levels format formats'
  ).split(' '),
);

/** Longest first, so that a long phrase is not left in half. */
const JAPANESE = new RegExp(
  '教えてください|お願いします|話題になった|取り上げられ|教えて下さい|をめぐって|話し合われ|でしょうか|開催された|一致した|確認した|によって|について|比較して|' +
    '出席した|アメリカ|議論され|言及され|発言した|説明して|開かれた|日米両国|おしえて|発言内容|確認され|ください|に関して|合意され|' +
    'に対する|取り上げ|知りたい|における|でしたか|決まった|をめぐる|署名され|合意した|発表され|署名した|参加した|実施され|開催され|' +
    'ましたか|行われた|に関する|変わった|歓迎され|に対して|議論した|合意事項|言及した|としては|話し合|教えて|時系列|指示し|' +
    '表明し|日米間|決まり|言及し|として|会った|合意し|言われ|出席し|下さい|開催地|議論し|再確認|による|' +
    '触れた|行われ|一致し|初めて|同席者|お願い|確認し|参加者|発表し|話した|歓迎し|リスト|述べた|顔ぶれ|' +
    '出席者|見直し|参加し|新しい|発言し|ですか|比較し|開かれ|日本側|関係者|言った|米国側|ますか|変わり|' +
    '両者|以後|表示|同席|何度|会見|面会|協議|発展|会い|大臣|実施|述べ|状況|' +
    '決め|内容|日程|議題|日米|日側|米側|考え|概要|一覧|対話|議論|会議|参加|' +
    '表現|会合|意味|古い|何件|以前|調印|何日|言及|出典|機会|同盟|米国|場合|' +
    '訪問|何月|関係|流れ|確認|姿勢|以降|歓迎|説明|何年|以来|比較|担当|初の|' +
    '年表|件数|双方|発表|いつ|全部|推移|時期|中身|何人|言葉|今回|詳細|時点|' +
    '期間|回数|見方|違う|最後|前回|発言|立場|開催|日本|定義|会談|首脳|出席|' +
    '政府|変遷|電話|要点|変化|列挙|全て|出会|どれ|場所|経緯|一致|署名|結果|' +
    '情報|成果|一番|会場|日付|表明|進展|歴史|指示|約束|問題|合意|どこ|最近|' +
    '話題|進捗|現在|解説|触れ|以内|何回|記録|閣僚|両国|最新|資料|収録|次回|' +
    '対応|違い|冒頭|根拠|様子|当時|長官|直近|最初|的|日|度|月|年|' +
    '点|方|側|者|国|誰|件|後|人|前|間|席|中|際|' +
    '回|話|何|時',
  'gu',
);

/** The subject words of `text` that nothing linked: what full-text search looks for. Lower case, in order, at most 12. */
export function contentTerms(text: string): readonly string[] {
  const terms: string[] = [];
  const plain = text.normalize('NFKC').toLowerCase();
  for (const word of plain.match(/[\p{Script=Latin}0-9][\p{Script=Latin}0-9+'-]*/gu) ?? []) {
    const bare = word.replace(/'s?$|^'|-+$/g, '');
    if (bare.length >= 2 && !ENGLISH.has(bare) && !/^\d{1,2}$/.test(bare)) terms.push(bare);
  }
  const japanese = plain.replace(/[\p{Script=Latin}0-9+'-]+/gu, ' ').replace(JAPANESE, ' ');
  for (const run of japanese.match(/[\p{Script=Han}\p{Script=Katakana}ー々]{2,}/gu) ?? []) terms.push(run);
  return [...new Set(terms)].slice(0, 12);
}
