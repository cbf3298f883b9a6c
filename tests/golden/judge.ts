import type { Answer } from '../../src/answer/answer.ts';
import { questionJson } from '../../src/answer/json.ts';
import { toPlainText } from '../../src/answer/plain.ts';
import { type Desk, followed } from '../../src/desk.ts';
import type { GoldenCase } from './cases.ts';

/** The answer to a case: the last of its conversation. */
export function answerTo(desk: Desk, { ask, now }: Pick<GoldenCase, 'ask' | 'now'>): Answer {
  const clock = { now: Temporal.Instant.from(now), zone: 'Asia/Tokyo' };
  const [first = '', ...next] = [ask].flat();
  let answer = desk.ask({ text: first, clock, fallbackLanguage: 'en' });
  let previous = followed(answer, undefined);
  for (const text of next) {
    answer = desk.ask({ text, clock, fallbackLanguage: 'en', previous });
    previous = followed(answer, previous);
  }
  return answer;
}

/** What is wrong with the answer to a case; nothing when all is right. */
export function judge(desk: Desk, golden: GoldenCase): string[] {
  const answer = answerTo(desk, golden);
  return [...compare(answer, golden), ...invariants(answer)];
}

function compare(answer: Answer, { expect, language }: GoldenCase): string[] {
  const question = questionJson(answer.question);
  const text = toPlainText(answer);
  const wrong: string[] = [];
  const same = (what: string, got: unknown, wanted: unknown) => {
    if (wanted !== undefined && JSON.stringify(got) !== JSON.stringify(wanted))
      wrong.push(`${what} ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);
  };
  const sameSet = (what: string, got: readonly string[], wanted: readonly string[] | undefined) => {
    same(what, [...got].sort(), wanted && [...wanted].sort());
  };
  same('status', answer.status, expect.status);
  same('language', answer.language, language);
  same('intent', question.intent, expect.intent);
  same('period', question.period && [question.period.from, question.period.to], expect.period);
  sameSet('people', question.people, expect.people);
  sameSet('frameworks', question.frameworks, expect.frameworks);
  sameSet('topics', question.topics, expect.topics);
  sameSet('countries', question.countries, expect.countries);
  same('first consultation', answer.consultations[0], expect.first);
  same('number of consultations', answer.consultations.length, expect.count);
  for (const id of expect.consultations ?? [])
    if (!answer.consultations.includes(id)) wrong.push(`consultation ${id} is missing`);
  for (const fact of expect.says ?? [])
    if (![fact].flat().some((one) => text.includes(one))) wrong.push(`does not say “${[fact].flat().join('” or “')}”`);
  for (const fact of expect.omits ?? []) if (text.includes(fact)) wrong.push(`says “${fact}”`);
  for (const fact of expect.headline ?? [])
    if (!answer.headline.text.includes(fact)) wrong.push(`headline does not say “${fact}”`);
  return wrong;
}

/** What holds of every answer, whatever the question. */
export function invariants(answer: Answer): string[] {
  const wrong: string[] = [];
  const numbers = new Set(answer.citations.map((citation) => citation.n));
  const cited = [answer.headline, ...answer.statements];
  for (const statement of answer.statements)
    if (statement.citations.length === 0) wrong.push(`uncited: ${statement.text}`);
  for (const n of cited.flatMap((statement) => statement.citations))
    if (!numbers.has(n)) wrong.push(`[${n}] leads nowhere`);
  if (answer.status === 'answered' && answer.consultations.length > 0 && answer.citations.length === 0)
    wrong.push('answered without a citation');
  for (const citation of answer.citations)
    if (!/^https?:\/\//.test(citation.url)) wrong.push(`[${citation.n}] has no address`);
  if (answer.headline.text.trim() === '') wrong.push('no headline');
  if (answer.language === 'en' && /[\u3041-\u30ff]/.test(answer.headline.text))
    wrong.push('kana in an English headline');
  if (answer.language === 'ja' && !/[\u3041-\u30ff\u4e00-\u9fff]/.test(answer.headline.text))
    wrong.push('no Japanese in a Japanese headline');
  return wrong;
}
