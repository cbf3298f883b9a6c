import { explainPolitely, toPolite } from '../polite.ts';
import { isEmpty } from '../scope.ts';
import type { aboutEn } from './about-en.ts';
import { actNoun, scope, scopeNoun } from './scope-ja.ts';
import { bracket, joined, quoted, titled } from './words-ja.ts';

/** What is said of the answer and the record rather than of a meeting. */
export const aboutJa: typeof aboutEn = {
  coverage: ({ from, to, consultations }) =>
    `記録にあるのは、${from}から${to}までの日米同盟に関わる協議${consultations}件です。`,
  covers: ({ from, to, consultations }) => `記録の範囲は、${from}から${to}までの${consultations}件です。`,
  countNote: ({ from, to, consultations }) =>
    `数えたのはこの記録にある協議だけです（${from}から${to}までの${consultations}件）。記録にない協議は含みません。`,
  notCounted: (papers) =>
    `会合によらずに発表された${papers.map(({ date, name }) => `${date}の${name}`).join('、')}は、数に含めていません。`,
  readThrough(kind, through, inPart) {
    const days = [
      ...(through === null ? [] : [`${through}までの分をすべて`]),
      ...(inPart === null ? [] : [`${inPart}までの分を一部`]),
    ];
    return `${kind}は、${days.join('、')}確認しています。`;
  },
  pages: ({ official, reprint, news }) =>
    `記録の出典は${(official + reprint + news).toLocaleString('en-US')}ページです。内訳は、政府や自衛隊・軍の公式ページが${official}、公式発表の転載が${reprint}、報道が${news}です。`,
  publishers(kind, most) {
    const pages = { official: '公式ページ', reprint: '転載', news: '報道' }[kind];
    return `${pages}の主な発行元は、${most.map(([name, count]) => `${name}（${count}）`).join('、')}です。`;
  },
  frameworkCovered: (name, count, latest) => `${name}：${count}件（最新は${latest.date}）`,

  nothing: (about) =>
    isEmpty(about)
      ? 'この質問に当たる記録は見つかりませんでした。'
      : `${about.others ? 'ほかに、' : ''}${scope(about)}は、記録にありません。`,
  nothingYesNo: (about) =>
    isEmpty(about)
      ? 'この質問に当たる記録は見つかりませんでした。'
      : `記録の範囲では、${scope(about)}は確認できません。`,
  nothingAhead: (about) => `これから行われる${scopeNoun(about)}は、記録にありません。`,
  notRaised: (told, subjects) =>
    `${told.date}の${told.name}は記録にありますが、${subjects.join('・') || 'お尋ねの件'}への言及はありません。`,
  notAmong: (about, count, subjects) =>
    `記録にある${scope(about)}（${count}件）に、${subjects.join('・') || 'お尋ねの件'}への言及はありません。`,
  joinedByNone: (about, count, countries) =>
    `${about === null ? '直前に示した協議' : `記録にある${scope(about)}`}（${count}件）に、${joined(countries)}は参加していません。`,
  byPost: (told, names) =>
    `${told.date}の「${told.title}」が記録にあります。出席者の氏名は記録にありません。当時、その役職に就いていたのは${joined(names.map((name) => `${name}氏`))}です。`,
  notThere: (words) => `この記録に${words.join('')}への言及はありません。`,
  elsewhere: 'ほかの協議では、次のように取り上げられています。',
  heldNowhere: (places) => `${places.join('')}で開かれた協議は、記録にありません。触れている記録は次のとおりです。`,
  closestSaid: '記録にある最も近い内容は、次のとおりです。',
  nearest(aside) {
    if (aside === null) return '近い記録は次のとおりです。';
    if (aside === 'time') return '時期を問わなければ、近い記録は次のとおりです。';
    if (aside === 'latest') return '記録にある最新のものは、次のとおりです。';
    const names = aside.names.join('・');
    switch (aside.role) {
      case 'person':
        return `${aside.names.map((name) => `${name}氏`).join('・')}は参加していませんが、近い記録は次のとおりです。`;
      case 'members':
        return '参加国は異なりますが、近い記録は次のとおりです。';
      case 'post':
      case 'member':
        return `${names}は参加していませんが、近い記録は次のとおりです。`;
      case 'place':
      case 'country':
        return `${names}ではありませんが、近い記録は次のとおりです。`;
      case 'occasion':
        return '機会は異なりますが、近い記録は次のとおりです。';
      case 'topic':
      case 'word':
        return '近い記録は次のとおりです。';
      case 'mention':
        return `${names}以外の内容で近い記録は次のとおりです。`;
      default:
        return `${names}以外で近い記録は次のとおりです。`;
    }
  },
  impossible: (why) => `その日付は存在しません。${toPolite(why)}`,
  refused: {
    opinion: '意見や評価はお答えできません。記録にあることだけをお伝えします。',
    unsaid:
      '記録にあるのは話し合われたことで、話し合われなかったことは分かりません。「2025年3月に台湾は取り上げられたか」のように、件名を挙げてお尋ねください。',
    others: '記録にあるのは、日米両国と協議の相手国が話したことです。それ以外の国の反応は記録にありません。',
    sayings: '記録にあるのは発言の内容で、ある言葉を何回使ったかは数えていません。',
    prediction: '今後の予測はお答えできません。記録にあることだけをお伝えします。',
    'out-of-scope': 'この質問は、日米同盟の協議の記録では答えられません。',
    'too-long': '文章が長すぎるため、お答えできません。1、2文でお尋ねください。',
    unread: '質問を読み取れませんでした。会合、人、時期、議題のいずれかを挙げてお尋ねください。',
  },
  help: '日米同盟の協議について、だれが、いつ、どこで会い、何を話し合ったかを、出典とともに答えます。',
  helpNotes: [
    '時期・人・枠組み・議題を普通の文で聞いてください（例：先月、令和7年3月、中谷防衛大臣、2プラス2、AMRAAM）。続けて「場所は？」のようにも聞けます。',
    '記録にないことは「記録にありません」と答えます。意見や予測は述べません。',
  ],
  greeting: 'こんにちは。だれが、いつ、どこで会い、何を決めたかを質問できます。',
  farewell: 'またいつでもご質問ください。',
  thanks: 'どういたしまして。',
  clarify: 'どちらの意味か選んでください。',

  dropped: (words) =>
    words.length === 0
      ? '質問の一部は記録に見当たらないため、それ以外の点についてお答えします。'
      : `${words.map((word) => `「${word}」`).join('')}に触れた記録は、この条件では見当たらないため、それ以外の点についてお答えします。`,
  untold: (names) => `この協議の場所が${names.join('・')}であったかどうかは、記録からは分かりません。`,
  undated: (words) =>
    `${words.map((word) => `「${word}」`).join('')}に当たる出来事は記録になく、その日付も分かりません。最も近いのは次の内容です。`,
  noAct: (act) =>
    act === 'agreed'
      ? 'この件で合意や一致があったという記録はありません。ここに示すのは、確認・議論・表明などとして記録された内容です。'
      : `この件での${actNoun(act) ?? `「${act}」`}は記録にありません。ここに示すのは、この件について記録にあるほかの内容です。`,
  planned: '予定や合意として記録にある内容です。予測はしていません。',
  noDayPlanned: 'その時期は記録にありません。予定や合意として記録にあるのは、次の内容です。',
  notCompleted: '完了した、または実現したとする記録はありません。',
  noSpeaker: (names) =>
    `この件について、${names.join('・')}だけの発言として記録されたものはありません。ここに示すのは、双方のものとして記録された内容です。`,
  peopleCounted: '記録に名前のある参加者だけを数えています。ほかの出席者がいた可能性もあります。',
  noFigure: 'この件の数値は、記録にありません。',
  newsCited: 'この回答の出典は報道だけです。',
  newsOnly: 'この回答の出典は報道だけです。公式の発表は記録にありません。',
  questionHeading: (place) => `${place}つ目のご質問について`,
  underQuestion: (heading, sentence) => `${heading}：${sentence}`,
  askApart: (heading) => `${heading}は、分けてお尋ねください。`,
  byNews: (sentence) =>
    SAYS_SO.test(sentence) ? sentence : sentence.replace(/。?$/, (stop) => `（報道による）${stop}`),
  reprintOnly: 'この回答の出典は、公式発表そのものではなく、転載や報道です。',
  note: (told, note) => `${told.date}の${told.name}についての注記：${explainPolitely(note)}`,
  perhaps: (told) => `日付が月までしか分からず、当てはまる可能性がある協議：${told.date}の${titled(told)}`,
  page: (index, count) => `${index}／${count}ページ`,

  timelineTitle: (period, narrowed) =>
    `日米同盟の協議${narrowed.length === 0 ? '' : `（${narrowed.join('、')}）`} ${period}`,
  lastTwelveMonths: (period) => `記録にある直近12か月（${period}）`,
  wholeRecord: (period) => `記録の全期間（${period}）`,
  formats: { 'in-person': '対面', telephone: '電話', video: 'オンライン' },
  sources: '出典',
  bullet: '・',
  quoted,
  sourceDetails: ({ publisher, published, locator, kind, tongue }) =>
    `${bracket([tongue === null ? null : TONGUES[tongue], KINDS[kind]])}${[publisher, published, locator].flatMap((part) => (part === null ? [] : ['、', part])).join('')}`,
  numbered: (pattern, runs) =>
    pattern.replace('#', runs.map(([from, to]) => (from === to ? `${from}` : `${from}〜${to}`)).join('・')),
};

/** 9月26日の報道: its name says already that a record rests on news. What is lacking is no report. */
const SAYS_SO = /の報道）。?$|ありません。$/;

const TONGUES = { ja: '日本語', en: '英語', ko: '韓国語', zh: '中国語', other: '外国語' } as const;
const KINDS = { official: null, news: '報道', reprint: '転載' } as const;
