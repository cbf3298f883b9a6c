import { createDesk, type Desk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

/** The desk that the bench asks: the real one, over the records of the project. */
export function benchDesk(): Desk {
  return createDesk(loadKnowledge(new URL('../../knowledge', import.meta.url).pathname));
}

/** What a busy server asks again and again: both languages, short and long answers, a refusal, help. */
export function popularQuestions(): readonly string[] {
  return [
    'Who attended the defense ministerial in March 2025?',
    '2025年3月の防衛相会談の出席者は？',
    'What was agreed about AMRAAM?',
    '2024年の日米「2+2」はどこで開かれましたか',
    'List the consultations in 2025',
    'What was agreed in March 1990?',
    'When was the latest 2+2?',
    'help',
  ];
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'];
const forms: readonly ((year: number, month: number) => string)[] = [
  (year, month) => `Who met in ${months[month - 1]} ${year}?`,
  (year, month) => `Where did the leaders meet in ${months[month - 1]} ${year}?`,
  (year, month) => `What was agreed in ${months[month - 1]} ${year}?`,
  (year, month) => `When was the first 2+2 after ${months[month - 1]} ${year}?`,
  (year, month) => `What was said about Taiwan in ${months[month - 1]} ${year}?`,
  (year, month) => `How many consultations were there in ${months[month - 1]} ${year}?`,
  (year, month) => `${year}年${month}月にだれが会談しましたか`,
  (year, month) => `${year}年${month}月の会談はどこで開かれた？`,
  (year, month) => `${year}年${month}月に確認されたことは？`,
  (year, month) => `${year}年${month}月以降の最初の「2+2」はいつ`,
  (year, month) => `${year}年${month}月に抑止について何が話された？`,
  (year, month) => `${year}年${month}月の協議は何件？`,
];

/** As many questions as there are months in six years times twelve ways to ask: none twice. */
export function distinctQuestions(): readonly string[] {
  return [2021, 2022, 2023, 2024, 2025, 2026].flatMap((year) =>
    months.flatMap((_, month) => forms.map((form) => form(year, month + 1))),
  );
}
