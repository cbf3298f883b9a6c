import { describe, expect, it } from 'vitest';
import { asPrevious } from '../../src/desk.ts';
import type { Carry } from '../../src/reading/follow-up/carry.ts';
import { clock, desk } from './table.ts';

/** The answers of a conversation, each turn typed with `carry`; a refusal is not what the next turn leans on, as in service. */
function talk(carry: Carry, ...turns: readonly string[]) {
  let last: ReturnType<typeof desk.ask> | undefined;
  return turns.map((text) => {
    const answer = desk.ask({ text, clock, carry, previous: last && asPrevious(last) });
    if (answer.status !== 'not-found') last = answer;
    return answer;
  });
}

const lastOf = (carry: Carry, ...turns: readonly string[]) => {
  const answer = talk(carry, ...turns).at(-1);
  if (answer === undefined) throw new RangeError('Nothing was asked.');
  return answer;
};

/** The README’s “Ask” table. */
const README = {
  en: [
    'who met in March 2025',
    'when did Ishiba visit the U.S.?',
    'what did they agree on AMRAAM?',
    'last 2+2 before 2024',
    'and in 2024?',
    'what is DICAS?',
    'how many summits in 2025?',
    'compare 2023 and 2024 on Taiwan',
    'longest defense ministerial',
    'extented deterence dialouge',
    'did the 2+2 in 2024 mention Osprey?',
  ],
  ja: [
    '2025年3月に誰が会談したか',
    '石破首相の訪米はいつ',
    'アムラームについて何を一致した',
    '昨年度の防衛相会談',
    '令和7年3月',
    '場所は？',
    'SDCとは',
    '2025年の首脳会談は何回？',
    '台湾について2023年と2024年を比べて',
    '日米合同委員会は何に基づくのか',
    '石波総理と会ったのは誰',
    '2020年の首脳会談',
  ],
};
/** Rows that say by themselves what they are about. */
const alone = (turn: string) => turn !== 'and in 2024?' && turn !== '場所は？';

describe.each(['en', 'ja'] as const)('the README’s questions typed top to bottom (%s)', (language) => {
  it('as commands are each answered as if nothing came before', () => {
    const answers = talk('only-when-referring', ...README[language]);
    const told = answers.map(({ status, headline }) => [status, headline.text]);
    const byThemselves = README[language].map((text) => desk.ask({ text, clock }));
    expect(told.filter((_, at) => alone(README[language][at] ?? ''))).toEqual(
      byThemselves
        .filter((_, at) => alone(README[language][at] ?? ''))
        .map(({ status, headline }) => [status, headline.text]),
    );
    expect(answers.filter(({ question }) => question.frame !== 'alone')).toHaveLength(1);
  });

  it('in a thread are denied only where the record holds nothing', () => {
    const answers = talk('freely', ...README[language]);
    const denied = answers.filter(({ status }) => status === 'not-found').map(({ question }) => question.text);
    const missing = { en: ['did the 2+2 in 2024 mention Osprey?'], ja: ['2020年の首脳会談'] };
    expect(denied.filter((text) => text !== 'extented deterence dialouge')).toEqual(missing[language]);
  });
});

describe('a command', () => {
  it.each([
    ['Who attended the 2+2 in 2023?', 'and in 2024?'],
    ['Who attended the 2+2 in 2024?', 'where was it?'],
    ['Who attended the 2+2 in 2024?', 'where was that meeting held?'],
    ['list summits in 2025', 'which of those were by telephone?'],
    ['Who attended the 2+2 in 2024?', 'what did he say about Okinawa?'],
    ['2023年の2+2に誰が出席した？', 'では2024年は？'],
    ['2024年の2+2に誰が出席した？', '場所は？'],
    ['2024年の2+2に誰が出席した？', 'それはどこで行われた？'],
    ['2024年の2+2に誰が出席した？', 'その会談で沖縄について何と言った？'],
    ['2025年の首脳会談の一覧', 'そのうち電話は？'],
  ])('that points back carries on: %s → %s', (first, next) => {
    expect(lastOf('only-when-referring', first, next).question.frame).not.toBe('alone');
  });

  it.each([
    ['when was the latest defense ministerial?', 'what did they discuss in 2025?'],
    ['when did Ishiba visit the U.S.?', 'what did they agree on AMRAAM?'],
    ['latest foreign ministers’ meeting?', '2025'],
    ['Who attended the 2+2 in 2023?', 'when was the latest consultation?'],
    ['Who attended the 2+2 in 2023?', 'meetings on 22 March'],
    ['最新の防衛相会談', '2025年に何を話し合った？'],
    ['石破首相の訪米はいつ', 'アムラームについて何を一致した'],
    ['最新の外相会談', '令和7年'],
  ])('that says what it is about takes nothing over: %s → %s', (first, next) => {
    const answer = lastOf('only-when-referring', first, next);
    const alone = desk.ask({ text: next, clock });
    expect({ ...answer.question, language: null }).toEqual({ ...alone.question, language: null });
    expect(answer.headline).toEqual(alone.headline);
    expect(answer.scope).toBeUndefined();
  });

  it('keeps the language of the conversation', () => {
    expect(lastOf('only-when-referring', '2023年の2+2に誰が出席した？', 'AMRAAM').language).toBe('ja');
  });
});

describe('a timeline', () => {
  it.each(['and in 2024?', '2024年は？'])('never takes anything over: %s', (next) => {
    expect(lastOf('never', 'Who attended the 2+2 in 2023?', next).question.frame).toBe('alone');
  });
});

describe('what is carried over', () => {
  it.each([
    ['Who attended the 2+2 in 2023?', 'and in 2024?', /^Continuing from the previous question \(2\+2\): /],
    ['list summits in 2025', 'what did they say about Taiwan?', /^From the \d+ consultations just shown: /],
    ['2023年の2+2に誰が出席した？', '2024年は？', /^前の質問に続き、2\+2についてお答えします。/],
    ['2025年の首脳会談の一覧', '台湾については？', /^直前に示した\d+件の協議についてお答えします。/],
  ])('is said where the answer begins: %s → %s', (first, next, opening) => {
    const { headline, notes } = lastOf('freely', first, next);
    expect(headline.text).toMatch(opening);
    expect(notes.filter((note) => opening.test(note))).toEqual([]);
  });

  it('goes without saying where the first line names the one meeting shown', () => {
    const { headline } = lastOf('freely', 'Who attended the 2+2 in 2024?', 'what did they say about Okinawa?');
    expect(headline.text).toMatch(/^At the .*2\+2.* on July 28, 2024, /);
  });

  it.each([
    ['list summits in 2025', 'what did they say about Okinawa?', 'what did they say about Okinawa? (whole record)'],
    ['2025年の首脳会談の一覧', '沖縄については？', '沖縄については？（記録全体で）'],
  ])('comes with a question that leaves it: %s → %s', (first, next, whole) => {
    const [before, scoped] = talk('freely', first, next);
    expect(scoped?.scope?.wholeRecord).toBe(whole);
    const asked = desk.ask({ text: whole, clock, previous: before && asPrevious(before) });
    const alone = desk.ask({ text: next, clock, language: asked.language });
    expect(asked.consultations).toEqual(alone.consultations);
    expect(asked.scope).toBeUndefined();
  });

  it('can be left by no question where the turn says nothing without it', () => {
    expect(lastOf('freely', 'list summits in 2025', 'where?').scope).toBeUndefined();
  });

  it.each([
    ['list summits in 2025', 'what did they say about Okinawa?', 'whole record'],
    ['2025年の首脳会談の一覧', '沖縄については？', '全体で'],
  ])('is left by typing so: %s → %s → %s', (first, next, word) => {
    const answer = lastOf('freely', first, next, word);
    expect(answer.question.text).toBe(next);
    expect(answer.consultations).toEqual(desk.ask({ text: next, clock }).consultations);
  });
});
