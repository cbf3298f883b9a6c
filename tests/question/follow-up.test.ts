import { describe, expect, it } from 'vitest';
import { asPrevious } from '../../src/question/follow-up.ts';
import type { Question } from '../../src/question/question.ts';
import { clock } from './fixture.ts';
import { interpreter, periodText } from './table.ts';

/** Asks `first`, takes it as answered from `answered`, and asks `next` in the same conversation. */
function ask(first: string, answered: readonly string[], next: string): Question {
  const question = interpreter.understand(first, { clock });
  // Conversations are stored as JSON between two questions.
  const previous: Question = JSON.parse(JSON.stringify(asPrevious({ question, consultations: answered })));
  return interpreter.understand(next, { clock, previous });
}

type Row = readonly [first: string, answered: readonly string[], next: string, expected: Record<string, unknown>];

const march = ['2025-03-30-defense'];
const scc = ['2024-07-28-scc'];
const rows: readonly Row[] = [
  // the same records, another thing asked
  [
    'who met in March 2025?',
    march,
    'where?',
    { intent: 'where', consultations: march, period: '2025-03-01..2025-03-31' },
  ],
  [
    '2025年3月の防衛相会談',
    march,
    '場所は？',
    { intent: 'where', consultations: march, frameworks: ['defense-ministerial'], period: '2025-03-01..2025-03-31' },
  ],
  ['2024年の2+2は何が合意された？', scc, 'その時の場所は？', { intent: 'where', consultations: scc }],
  ['2024年の2+2は何が合意された？', scc, '誰が出席した?', { intent: 'who', consultations: scc }],
  ['When was the latest 2+2?', scc, 'Who attended?', { intent: 'who', consultations: scc }],
  [
    'When was the latest 2+2?',
    scc,
    'what did they say about Taiwan?',
    { intent: 'what', topics: ['taiwan-strait'], consultations: scc },
  ],
  [
    'Who attended the summit in February 2025?',
    ['2025-02-07-summit'],
    'what was agreed at the summit?',
    { intent: 'what', consultations: ['2025-02-07-summit'] },
  ],
  [
    'Who attended the 2+2 in 2024?',
    scc,
    'was Taiwan discussed there?',
    { intent: 'what', manner: 'yes-no', topics: ['taiwan-strait'], consultations: scc },
  ],
  [
    '2024年の2+2は何が合意された？',
    scc,
    'その会談で台湾について何と言った？',
    { intent: 'what', topics: ['taiwan-strait'], consultations: scc },
  ],
  [
    'what was said about Taiwan at the 2+2 in 2024',
    scc,
    'what was agreed?',
    { intent: 'what', topics: [], consultations: scc },
  ],
  [
    'What was agreed on AMRAAM?',
    march,
    'where does it say that?',
    { manner: 'source', consultations: march, topics: ['amraam'] },
  ],
  ['AMRAAMについて何を一致したか', march, '出典は？', { manner: 'source', consultations: march, topics: ['amraam'] }],
  ['Who attended the 2+2 in 2024?', scc, 'who else?', { intent: 'who', more: true, consultations: scc }],
  // one part changed
  [
    'Who attended the 2+2 in 2023?',
    ['2023-01-11-scc'],
    'and in 2024?',
    { intent: 'who', frameworks: ['scc'], period: '2024-01-01..2024-12-31', consultations: [] },
  ],
  [
    '2023年の2+2に誰が出席した？',
    ['2023-01-11-scc'],
    '2024年は？',
    { intent: 'who', frameworks: ['scc'], period: '2024-01-01..2024-12-31' },
  ],
  [
    '2023年の2+2に誰が出席した？',
    ['2023-01-11-scc'],
    'では、2024年は',
    { intent: 'who', frameworks: ['scc'], period: '2024-01-01..2024-12-31' },
  ],
  [
    'Who attended the 2+2 in 2023?',
    ['2023-01-11-scc'],
    '2024?',
    { intent: 'who', frameworks: ['scc'], period: '2024-01-01..2024-12-31' },
  ],
  ['who met in March 2025?', march, 'and in April?', { intent: 'who', period: '2025-04-01..2025-04-30' }],
  [
    'what did they say about Taiwan in 2024?',
    scc,
    'what about AMRAAM?',
    { intent: 'what', topics: ['amraam'], period: '2024-01-01..2024-12-31' },
  ],
  [
    '2024年の2+2は台湾について何と言った？',
    scc,
    '拡大抑止は？',
    { intent: 'what', topics: ['extended-deterrence'], frameworks: ['scc'], period: '2024-01-01..2024-12-31' },
  ],
  [
    '2024年の2+2は台湾について何と言った？',
    scc,
    '拡大抑止については？',
    { intent: 'what', topics: ['extended-deterrence'], frameworks: ['scc'] },
  ],
  [
    'What did Ishiba say about FOIP in 2025?',
    ['2025-02-07-summit'],
    'how about Kishida?',
    { intent: 'what', people: ['kishida-fumio'], topics: ['foip'], period: undefined },
  ],
  [
    'what is AMRAAM',
    [],
    'and the EDD?',
    { intent: 'define', topics: [], frameworks: ['extended-deterrence-dialogue'] },
  ],
  [
    'when did Ishiba meet Trump?',
    ['2025-02-07-summit'],
    'what about Takaichi and Trump?',
    { intent: 'when', people: ['takaichi-sanae', 'donald-trump'] },
  ],
  [
    'when did Kishida meet Biden?',
    ['2024-04-10-summit'],
    'how about Ishiba?',
    { intent: 'when', people: ['joe-biden', 'ishiba-shigeru'] },
  ],
  [
    'Did Ishiba meet Trump?',
    ['2025-02-07-summit'],
    'anything about FOIP?',
    { intent: 'what', people: ['ishiba-shigeru', 'donald-trump'], topics: ['foip'] },
  ],
  [
    'list summits in 2025',
    ['2025-02-07-summit', '2025-10-28-summit'],
    'who attended the first one?',
    { intent: 'who', order: 'first', frameworks: ['summit'], period: '2025-01-01..2025-12-31' },
  ],
  [
    'list summits in 2025',
    ['2025-02-07-summit', '2025-10-28-summit'],
    'how many were in Tokyo?',
    {
      intent: 'count',
      frameworks: ['summit'],
      period: '2025-01-01..2025-12-31',
      places: ['Tokyo', 'Tokyo (Ministry of Defense)'],
    },
  ],
  [
    'AMRAAMについて教えて',
    march,
    '経緯は？',
    { intent: 'what', manner: 'development', topics: ['amraam'], consultations: [] },
  ],
  ['What is DICAS?', [], 'who attends?', { intent: 'who', frameworks: ['dicas'] }],
  // one part added
  [
    'who met in 2025?',
    march,
    'only by phone',
    { intent: 'who', formats: ['telephone'], period: '2025-01-01..2025-12-31' },
  ],
  [
    'who met in 2025?',
    march,
    'only the ministers',
    { intent: 'who', levels: ['ministers'], period: '2025-01-01..2025-12-31' },
  ],
  [
    '2025年に誰が会談したか',
    march,
    '電話だけ',
    { intent: 'who', formats: ['telephone'], period: '2025-01-01..2025-12-31' },
  ],
  [
    '2025年に誰が会談したか',
    march,
    '電話を除いて',
    { intent: 'who', formats: ['in-person', 'video'], period: '2025-01-01..2025-12-31' },
  ],
  // the neighbour in time
  [
    'Who attended the summit in February 2025?',
    ['2025-02-07-summit'],
    'When did they meet again?',
    {
      intent: 'when',
      manner: 'next',
      people: ['ishiba-shigeru', 'donald-trump'],
      frameworks: [],
      period: '2025-02-08..',
    },
  ],
  [
    '2025年2月の首脳会談の出席者は',
    ['2025-02-07-summit'],
    '次に会ったのはいつ？',
    { intent: 'when', manner: 'next', people: ['ishiba-shigeru', 'donald-trump'], period: '2025-02-08..' },
  ],
  // another language
  ['Who attended the 2+2 in 2024?', scc, '日本語で', { intent: 'who', language: 'ja', frameworks: ['scc'] }],
  ['2024年の2+2に誰が出席した？', scc, 'in English please', { intent: 'who', language: 'en', frameworks: ['scc'] }],
  [
    'When was the latest 2+2?',
    scc,
    'and the one before that?',
    { order: 'latest', manner: 'previous', frameworks: ['scc'], period: '..2024-07-27' },
  ],
  [
    '最後の2+2はいつ？',
    scc,
    'その前は？',
    { order: 'latest', manner: 'previous', frameworks: ['scc'], period: '..2024-07-27' },
  ],
  [
    '2025年2月の日米首脳会談で何が合意された？',
    ['2025-02-07-summit'],
    'その次は？',
    { order: 'first', manner: 'next', frameworks: ['summit'], period: '2025-02-08..' },
  ],
  [
    'when did Nakatani and Hegseth first meet?',
    ['2025-01-31-defense'],
    'When did they meet next?',
    { order: 'first', manner: 'next', people: ['nakatani-gen', 'pete-hegseth'], period: '2025-02-01..' },
  ],
];

describe('a follow-up', () => {
  it.each(rows)('%s → %s → %s', (first, answered, next, expected) => {
    const question = ask(first, answered, next);
    expect({ ...question, period: periodText(question.period) }).toMatchObject(expected);
    expect(question.followsUp).toBe(true);
  });

  it('says in both languages what it carried over', () => {
    const question = ask('Who attended the 2+2 in 2023?', ['2023-01-11-scc'], 'and in 2024?');
    expect(question.understood.map((line) => line.en)).toEqual(['Carried over: Security Consultative Committee (2+2)']);
    expect(question.understood.map((line) => line.ja)).toEqual([
      '前の質問から引き継いだ条件：日米安全保障協議委員会(日米「2+2」)',
    ]);
  });

  it('keeps the language of the conversation where a text shows none', () => {
    expect(ask('2023年の2+2に誰が出席した？', ['2023-01-11-scc'], '2024?').language).toBe('ja');
  });
});

describe('a complete question', () => {
  it.each([
    [
      'Who attended the 2+2 in 2023?',
      'When did Ishiba visit the U.S. in 2025?',
      { people: ['ishiba-shigeru'], frameworks: [] },
    ],
    ['Who attended the 2+2 in 2023?', 'What is AMRAAM?', { intent: 'define', frameworks: [], topics: ['amraam'] }],
    ['2023年の2+2に誰が出席した？', '2025年の首脳会談はどこで開かれた？', { intent: 'where', frameworks: ['summit'] }],
    ['2023年の2+2に誰が出席した？', '石破首相はいつ訪米したか', { intent: 'when', frameworks: [] }],
    ['Who attended the 2+2 in 2023?', 'list the summits in 2025', { intent: 'list', frameworks: ['summit'] }],
    [
      'Who attended the 2+2 in 2023?',
      'And who attended the summit in February 2025?',
      { intent: 'who', frameworks: ['summit'] },
    ],
    ['Who attended the 2+2 in 2023?', 'help', { intent: 'help' }],
    ['Who attended the 2+2 in 2023?', 'what do you know', { intent: 'help', manner: 'coverage' }],
    [
      'Who attended the 2+2 in 2023?',
      'how long has it been since the last summit?',
      { manner: 'how-long-since', frameworks: ['summit'] },
    ],
    ['help', 'where?', { intent: 'where', consultations: [] }],
  ])('%s → %s takes nothing over', (first, next, expected) => {
    const question = ask(first, ['2023-01-11-scc'], next);
    expect(question).toMatchObject(expected);
    expect(question.followsUp).toBeUndefined();
    expect(question.consultations).toEqual([]);
  });
});

describe('a reply to a question asked back', () => {
  it.each(['1', 'Minoru', '木原稔', '防衛大臣', 'the Minister of Defense'.slice(4)])(
    'picks a reading by number or name: %s',
    (reply) => {
      const question = ask('Where did Kihara go in 2021-2026?', [], reply);
      expect(question).toMatchObject({ intent: 'where', people: ['kihara-minoru'], choices: [] });
    },
  );

  it('is a new question when it names none of them', () => {
    expect(ask('Where did Kihara go?', [], 'what is AMRAAM')).toMatchObject({ intent: 'define', topics: ['amraam'] });
  });
});
