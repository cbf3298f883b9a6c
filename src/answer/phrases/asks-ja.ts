import type { Told } from '../told.ts';
import type { asksEn } from './asks-en.ts';

/** Questions a Japanese reader may ask next. */
export const asksJa: typeof asksEn = {
  who: (told) => `${meeting(told)}には誰が出席した？`,
  where: (told) => `${meeting(told)}はどこで行われた？`,
  what: (told) => `${meeting(told)}では何が話し合われた？`,
  topic: (topic) => `${topic}について何が合意された？`,
  topicIn: (topic, period) => `${period}に${topic}について何が話し合われた？`,
  latest: (framework) => `最新の${framework}はいつ？`,
  list: (framework, period) => `${period}の${framework}の一覧`,
  development: (topic) => `${topic}の議論はどう進んだ？`,
  define: (name) => `${name}とは？`,
  explain: (name) => `${name}とは？`,
  raised: (topic, told) => `${meeting(told)}で${topic}は取り上げられた？`,
  attended: (person) => `${person}が出席した協議は？`,
  howMany: (framework, period) => `${period}に${framework}は何回行われた？`,
  compare: (topic, earlier, later) => `${topic}について${earlier}と${later}を比較`,
  ofWholeRecord: (question) => `${question}（記録全体で）`,
};

function meeting(told: Told): string {
  return `${told.date}の${told.name}`;
}
