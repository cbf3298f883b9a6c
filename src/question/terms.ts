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
    'two three four five six seven eight nine ten second third like want need wanted needed able make made let see look looking order according regard respect kind type sort part level levels format formats'
  ).split(' '),
);

const JAPANESE =
  /教えてください|教えて下さい|おしえて|教えて|知りたい|ください|下さい|お願いします|お願い|でしょうか|でしたか|ましたか|ですか|ますか|について|に関する|に関して|をめぐって|をめぐる|における|としては|として|によって|による|に対して|に対する|行われた|行われ|開かれた|開かれ|開催された|開催され|開催|実施され|実施|会談|会合|協議|会議|対話|会見|電話|訪問|出席者|出席し|出席した|出席|参加者|参加し|参加した|参加|同席|面会|出会|会った|会い|合意した|合意され|合意し|合意事項|合意|一致した|一致し|一致|確認した|確認され|確認し|確認|再確認|歓迎し|歓迎され|歓迎|発表し|発表され|発表|発言した|発言し|発言|言及した|言及され|言及し|言及|議論した|議論され|議論し|議論|話し合われ|話し合|話題|話した|述べた|述べ|言った|言われ|触れた|触れ|取り上げられ|取り上げ|決まった|決まり|決め|指示し|指示|約束|表明し|表明|内容|中身|結果|成果|要点|概要|詳細|情報|記録|資料|日程|日付|時期|場所|開催地|会場|誰|何回|何度|何件|何人|何年|何月|何日|何|どこ|どれ|いつ|回数|件数|一覧|比較して|比較し|比較|違い|違う|変化|変わった|変わり|推移|経緯|変遷|進展|発展|歴史|流れ|最初|最後|最新|最近|直近|前回|次回|今回|初めて|初の|同盟|日米両国|両国|両者|双方|日米間|日米|日本|米国|アメリカ|政府|閣僚|大臣|長官|首脳|担当|関係者|関係|以降|以前|以後|以来|以内|期間|時点|当時|時系列|年表|説明して|説明|解説|意味|定義|出典|根拠|問題|話|件|側|間|年|月|日|回|度|前|後|中|時|人|方|的|点|者|国/gu;

/** The subject words of `text` that nothing linked: what full-text search looks for. Lower case, in order, at most 12. */
export function contentTerms(text: string): readonly string[] {
  const terms: string[] = [];
  const plain = text.normalize('NFKC').toLowerCase();
  for (const word of plain.match(/[a-z0-9][a-z0-9+'-]*/g) ?? []) {
    const bare = word.replace(/'s?$|^'|-+$/g, '');
    if (bare.length >= 2 && !ENGLISH.has(bare) && !/^\d{1,2}$/.test(bare)) terms.push(bare);
  }
  const japanese = plain.replace(/[a-z0-9+'-]+/g, ' ').replace(JAPANESE, ' ');
  for (const run of japanese.match(/[\p{Script=Han}\p{Script=Katakana}ー々]{2,}/gu) ?? []) terms.push(run);
  return [...new Set(terms)].slice(0, 12);
}
