import type { Language } from '../../text/language.ts';
import type { PendingFault } from '../parse-records.ts';
import type { Act, Outcome } from '../schema.ts';
import type { Rule } from './index.ts';

/** The act of an outcome is what both of its sentences say was done. */
export const checkActs: Rule = ({ consultations }) =>
  consultations
    .filter(({ value }) => value.status === 'published')
    .flatMap(({ value, file }) =>
      value.outcomes.flatMap((outcome, at): PendingFault[] => {
        const wrong = actFault(outcome);
        return wrong === null ? [] : [{ file, path: ['outcomes', at, 'act'], ...wrong }];
      }),
    );

type Wrong = Pick<PendingFault, 'message' | 'fix' | 'severity'>;

function actFault({ act, ja, en }: Outcome): Wrong | null {
  const missing = [says('ja', act, ja) ? [] : ['Japanese'], says('en', act, en) ? [] : ['English']].flat();
  if (act === 'agreed' && missing.length > 0) {
    return {
      message: 'act is agreed, but the sentences speak of no agreement',
      fix: 'use the act that the source reports, or say in the sentences that they agreed',
      severity: 'error',
    };
  }
  if (missing.length > 0) {
    return {
      message: `act is ${act}, but the ${missing.join(' and the ')} sentence does not say so`,
      fix: 'use the act that the source reports, or say in the sentence that this was done',
      severity: 'untidy',
    };
  }
  if (YIELDING.has(act) && reaffirms(ja, en)) {
    return {
      message: `act is ${act}, but both sentences say that it was reaffirmed`,
      fix: 'let the act be reaffirmed, or give what was reaffirmed an outcome of its own',
      severity: 'untidy',
    };
  }
  return null;
}

/** Acts that say less than "reaffirmed": who asks what was reaffirmed would miss the statement. */
const YIELDING: ReadonlySet<Act> = new Set(['stated', 'confirmed', 'discussed']);

/** Whether those who met reaffirmed it; what somebody said had been reaffirmed is his remark. */
function reaffirms(ja: string, en: string): boolean {
  const told = en.search(/\b(?:reaffirm|reconfirm)/i);
  const remark = en.search(/\b(?:said|explained|noted|stressed)\b/);
  const done = ja.search(/再確認|改めて確認/u);
  return done >= 0 && told >= 0 && !(remark >= 0 && remark < told) && !REMARK.test(ja.slice(done));
}

const REMARK = /と(?:述べ|説明|語|強調|評価)/u;

function says(language: Language, act: Act, sentence: string): boolean {
  return WORDS[act]?.[language].test(sentence) ?? true;
}

/**
 * The words that report each act, wide rather than narrow: a fault here should be one. `announced` has none, since whatever a document
 * says will be done is announced by it.
 */
const WORDS: Readonly<Partial<Record<Act, Readonly<Record<Language, RegExp>>>>> = {
  agreed: {
    ja: /一致|合意|申し合わせ|取り決め|同意/u,
    en: /agree|concur|shared the view|same view|one in /i,
  },
  confirmed: {
    ja: /確認|確かめ|(?:認識|懸念|考え|見解|見方|立場|意義|目標|評価|必要性).{0,8}(?:共有|共に|同じ)/u,
    en: /confirm|affirm|shar(?:e|ed|ing)\b/i,
  },
  reaffirmed: {
    ja: /再確認|改めて|再表明|新たにし/u,
    en: /reaffirm|reconfirm|reiterat|restat|once (?:again|more)|\bagain\b|anew|renewed/i,
  },
  welcomed: { ja: /歓迎|評価|称賛/u, en: /welcom|applaud|prais|commend/i },
  instructed: { ja: /指示/u, en: /instruct|direct|task/i },
  signed: { ja: /署名|書簡/u, en: /sign|exchanged (?:notes|letters)/i },
  discussed: {
    ja: /議論|意見.{0,6}(?:交換|交わ)|話し合|協議|検討|取り上げ|情報.{0,6}(?:共有|交換)|やり取り|説明|議題|総括|点検/u,
    en: /discuss|exchang|talk|review|consider|deliberat|brief|agenda|t(?:ook|aken) up|look(?:ed)? at|attention to|consult|examin|stock|updates/i,
  },
  stated: {
    ja: /述べ|強調|反対|求め|要求|表明|伝え|支持|非難|懸念|説明|要請|訴え|指摘|呼び掛け|呼びかけ|謝意|感謝|敬意|敬服|伝達|申し入れ|言及|触れ|評価|促し|促す|主張|とした|として|祝|約束|哀悼|示し|示す|示さ|認識|決意|提起|警告|称賛|期待|確信|遺憾|弔意|誓|応じ|紹介|提案|語|言明|こととし|問題|意向|意図|受け入れ|認め|位置付け|挙げ|表し|取り上げ/u,
    en: /stat(?:e|ed|ing)\b|said|say|stress|emphasi|oppos|ask|under(?:scor|lin)|highlight|express|condemn|explain|thank|urg|call|support|recogni|not(?:e|ed|ing)\b|prais|congratulat|sought|concern|told|convey|demand|pledg|commit|voic|describ|warn|commend|acknowledg|hope|resol|appreciat|object|request|protest|reject|critici|point|declar|promis|remark|spoke|report|set out|set(?:s)? |held that|look(?:ed)? forward|encourag|tribute|propos|rais|intend|intent|wish|accept|determin|applaud|aim|present|reiterat|restat|refer|seek|welcom|regret|condol|offer|want|showed|deplor|view|vow|cit(?:e|ed|ing)\b/i,
  },
};
