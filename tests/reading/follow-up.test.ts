import { describe, expect, it } from 'vitest';
import { asPrevious } from '../../src/desk.ts';
import { idsIn } from '../../src/reading/query.ts';
import { type Asked, asked, clock, converse, desk, periodText, understand } from './table.ts';

const scc2024 = ['2024-07-28-scc'];
const march = ['2025-03-30-defense-ministerial'];
const february = ['2025-02-07-summit'];

describe('another thing asked of the same records', () => {
  it.each<[first: string, next: string, ask: Asked['ask'], records: readonly string[]]>([
    ['Who attended the defense ministerial in March 2025?', 'where?', 'where', march],
    ['2025年3月の防衛相会談', '場所は？', 'where', march],
    ['2024年の2+2は何が合意された？', 'その時の場所は？', 'where', scc2024],
    ['2024年の2+2は何が合意された？', '誰が出席した?', 'who', scc2024],
    ['When was the latest 2+2?', 'Who attended?', 'who', scc2024],
    ['When was the latest 2+2?', 'what did they say about Taiwan?', 'what', scc2024],
    ['Who attended the summit in February 2025?', 'what was agreed at the summit?', 'what', february],
    ['Who attended the 2+2 in 2024?', 'was Taiwan discussed there?', 'yes-no', scc2024],
    ['2024年の2+2は何が合意された？', 'その会談で台湾について何と言った？', 'what', scc2024],
    ['what was said about Taiwan at the 2+2 in 2024', 'what was agreed?', 'what', scc2024],
    ['2024年の2+2は台湾について何と言った？', '拡大抑止は？', 'what', scc2024],
    ['2024年の2+2は台湾について何と言った？', '拡大抑止については？', 'what', scc2024],
    ['2025年3月の防衛相会談で何を話した？', '出典は？', 'source', march],
    ['What was agreed at the defense ministerial in March 2025?', 'where does it say that?', 'source', march],
    ['list summits in 2025', 'who attended the first one?', 'who', february],
    ['list summits in 2025', 'and the last one: where?', 'where', ['2025-11-25-summit-telephone']],
    ['2025年の首脳会談の一覧', '最初のには誰が出席した？', 'who', february],
  ])('%s → %s', (first, next, ask, records) => {
    const answer = converse(first, next);
    expect(answer.question.ask).toBe(ask);
    expect(answer.consultations).toEqual(records);
  });
});

describe('the same asked of something else', () => {
  it.each<[first: string, next: string, expected: Asked]>([
    [
      'Who attended the 2+2 in 2023?',
      'and in 2024?',
      { ask: 'who', framework: ['scc'], period: '2024-01-01..2024-12-31' },
    ],
    ['Who attended the 2+2 in 2023?', '2024?', { ask: 'who', framework: ['scc'], period: '2024-01-01..2024-12-31' }],
    ['2023年の2+2に誰が出席した？', '2024年は？', { ask: 'who', framework: ['scc'], period: '2024-01-01..2024-12-31' }],
    [
      '2023年の2+2に誰が出席した？',
      'では、2024年は',
      { ask: 'who', framework: ['scc'], period: '2024-01-01..2024-12-31' },
    ],
    ['who met in March 2025?', 'and in April?', { ask: 'who', period: '2025-04-01..2025-04-30' }],
    ['when did Kishida meet Biden?', 'how about Ishiba?', { ask: 'when', person: ['biden-joseph', 'ishiba-shigeru'] }],
    [
      'when did Ishiba meet Trump?',
      'what about Takaichi and Trump?',
      { ask: 'when', person: ['takaichi-sanae', 'trump-donald'] },
    ],
    [
      '2023年の首脳会談で台湾について何を話した',
      '林外相は？',
      { ask: 'what', person: ['hayashi-yoshimasa'], topic: ['taiwan-strait'], period: '2023-01-01..2023-12-31' },
    ],
    ['what is AMRAAM', 'and the EDD?', { ask: 'define', framework: ['extended-deterrence-dialogue'] }],
    ['AMRAAMとは', 'では拡大抑止協議は？', { ask: 'define', framework: ['extended-deterrence-dialogue'] }],
    ['What is DICAS?', 'who attends?', { ask: 'who', framework: ['dicas'] }],
  ])('%s → %s', (first, next, expected) => {
    expect(asked(converse(first, next).question, expected)).toEqual(expected);
  });

  // Not understood yet: where the other speaker said nothing in the time, the time and subject are given up.
  it('keeps the subject where another speaker is asked for', () => {
    const { question } = converse('What did Ishiba say about FOIP in 2025?', 'how about Kishida?');
    expect(question.ask).toBe('what');
    expect(idsIn(question, 'topic')).toEqual(['foip']);
    expect(idsIn(question, 'person')).toEqual(['kishida-fumio']);
  });

  it('keeps the time where another subject is asked for', () => {
    const { question } = converse('what did they say about Taiwan in 2024?', 'what about AMRAAM?');
    expect(question.ask).toBe('what');
    expect(idsIn(question, 'topic')).toEqual(['amraam']);
    expect(periodText(question.period)).toBe('2024-01-01..2024-12-31');
  });
});

describe('a part of what was shown', () => {
  const isTelephone = (id: string) =>
    desk.knowledge().consultations.find((one) => one.id === id)?.format === 'telephone';

  it.each([
    ['list the consultations of 2025', 'only by phone'],
    ['who met in 2025?', 'only by phone'],
    ['2025年に誰が会談したか', '電話だけ'],
  ])('%s → %s', (first, next) => {
    const all = converse(first).consultations;
    const { consultations } = converse(first, next);
    expect(consultations.length).toBeGreaterThan(5);
    expect([...consultations].sort()).toEqual(all.filter(isTelephone).sort());
  });

  it.each([
    ['2025年の協議の一覧', '電話を除いて'],
    ['list the consultations of 2025', 'without the phone calls'],
  ])('%s → %s', (first, next) => {
    const all = converse(first).consultations;
    const { consultations } = converse(first, next);
    expect([...consultations].sort()).toEqual(all.filter((id) => !isTelephone(id)).sort());
  });

  it('can be counted', () => {
    const answer = converse('list summits in 2025', 'how many were in Tokyo?');
    expect(answer.question.ask).toBe('count');
    expect(answer.consultations).toEqual(['2025-10-28-summit']);
  });
});

describe('one step on or back', () => {
  it.each<[first: string, next: string, record: string]>([
    ['When was the latest 2+2?', 'and the one before that?', '2023-01-11-scc'],
    ['最後の2+2はいつ？', 'その前は？', '2023-01-11-scc'],
    ['2025年2月の日米首脳会談で何が合意された？', 'その次は？', '2025-04-07-summit-telephone'],
    ['When did Nakatani and Hegseth first meet?', 'When did they meet next?', '2025-05-31-defense-ministerial'],
  ])('%s → %s', (first, next, record) => {
    expect(converse(first, next).consultations[0]).toBe(record);
  });
});

describe('a step to the next meeting of those who sat there', () => {
  // Not understood yet: the step keeps the meeting's table, and not its people.
  it.each([
    ['Who attended the summit in February 2025?', 'When did they meet again?', '2025-06-16-summit'],
    ['2025年2月の首脳会談の出席者は', '次に会ったのはいつ？', '2025-06-16-summit'],
  ])('%s → %s', (first, next, record) => {
    expect(converse(first, next).consultations[0]).toBe(record);
  });
});

describe('the same in another form', () => {
  it.each([
    ['Who attended the 2+2 in 2024?', '日本語で', 'ja'],
    ['2024年の2+2に誰が出席した？', 'in English please', 'en'],
  ])('%s → %s', (first, next, language) => {
    const before = converse(first);
    const answer = converse(first, next);
    expect(answer.language).toBe(language);
    expect(answer.question.ask).toBe(before.question.ask);
    expect(answer.consultations).toEqual(before.consultations);
  });

  it('gives more of a long answer', () => {
    const first = converse('list the consultations of 2025');
    const more = converse('list the consultations of 2025', 'more');
    expect(more.page.index).toBe(2);
    expect(more.statements[0]?.text).not.toBe(first.statements[0]?.text);
  });
});

describe('a turn that leans on the one before', () => {
  it('says in both languages what it carries over', () => {
    const { notes } = converse('Who attended the 2+2 in 2023?', 'and in 2024?').question;
    expect(notes.map(({ kind }) => kind)).toEqual(['carried']);
    expect(notes[0]?.text).toEqual({
      en: 'Continuing from the previous question (2+2):',
      ja: '前の質問に続き、2+2についてお答えします。',
    });
  });

  it('keeps the language of the conversation where its text shows none', () => {
    expect(converse('2023年の2+2に誰が出席した？', '2024?').language).toBe('ja');
  });

  it('says so where nothing on record holds it', () => {
    const answer = converse('2025年2月の日米首脳会談', 'アンゴラについては？');
    expect(answer.status).toBe('not-found');
  });

  it.each([
    [
      'Who attended the summit in February 2025?',
      'what did they say about PFAS?',
      /^The consultation just shown holds nothing on this\. From the whole record: /,
    ],
    [
      '2025年2月の首脳会談に誰が出席した？',
      'PFASについては何と言った？',
      /^直前に示した協議には該当がないため、記録全体からお答えします。/,
    ],
    [
      'summits in 2025',
      'and the 2+2?',
      /^The 10 consultations just shown hold nothing on this\. From the whole record: /,
    ],
  ])('%s → %s looks through the whole record where nothing before holds it, and says both', (first, next, opening) => {
    const widened = converse(first, next);
    expect(widened.status).toBe('answered');
    expect(widened.headline.text).toMatch(opening);
  });
});

describe('a complete question takes nothing over', () => {
  it.each<[first: string, next: string, expected: Asked]>([
    [
      'Who attended the 2+2 in 2023?',
      'When did Ishiba visit the U.S. in 2025?',
      { ask: 'when', person: ['ishiba-shigeru'], country: ['US'], period: '2025-01-01..2025-12-31' },
    ],
    ['Who attended the 2+2 in 2023?', 'What is AMRAAM?', { ask: 'define', topic: ['amraam'] }],
    [
      'list summits in 2025',
      'the longest defense ministerial',
      { ask: 'rank', framework: ['defense-ministerial'], measure: 'duration', direction: 'most' },
    ],
    [
      '2023年の2+2に誰が出席した？',
      '2025年の首脳会談はどこで開かれた？',
      { ask: 'where', framework: ['summit'], period: '2025-01-01..2025-12-31' },
    ],
    [
      '2023年の2+2に誰が出席した？',
      '石破首相はいつ訪米したか',
      { ask: 'when', person: ['ishiba-shigeru'], country: ['US'] },
    ],
    [
      'Who attended the 2+2 in 2023?',
      'list the summits in 2025',
      { ask: 'list', framework: ['summit'], period: '2025-01-01..2025-12-31' },
    ],
    [
      'Who attended the 2+2 in 2023?',
      'And who attended the summit in February 2025?',
      { ask: 'who', framework: ['summit'], period: '2025-02-01..2025-02-28' },
    ],
    ['Who attended the 2+2 in 2023?', 'help', { ask: 'help' }],
    ['Who attended the 2+2 in 2023?', 'what do you cover', { ask: 'coverage' }],
    [
      'Who attended the 2+2 in 2023?',
      'how long has it been since the last summit?',
      { ask: 'since', framework: ['summit'], order: 'latest' },
    ],
  ])('%s → %s', (first, next, expected) => {
    const { question } = converse(first, next);
    expect(asked(question, expected)).toEqual(expected);
    expect(question.frame).toBe('alone');
    expect(question.notes.filter(({ kind }) => kind === 'carried')).toEqual([]);
  });
});

describe('a reply to a question asked back', () => {
  const first = desk.ask({ text: 'Where did Suzuki go?', clock });

  it.each(['1', 'Atsuo', '鈴木敦夫', 'Suzuki Atsuo'])('picks a reading by number or name: %s', (reply) => {
    expect(first.status).toBe('clarify');
    const query = understand(reply, { previous: asPrevious(first) });
    expect(query.ask).toBe('where');
    expect(idsIn(query, 'person')).toEqual(['suzuki-avm-defense']);
    expect(query.choices).toEqual([]);
  });

  it('is a new question when it names none of them', () => {
    const query = understand('what is AMRAAM', { previous: asPrevious(first) });
    expect(asked(query, { ask: 'define' })).toEqual({ ask: 'define', topic: ['amraam'] });
  });
});
