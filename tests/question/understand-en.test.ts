import { describe, expect, it } from 'vitest';
import { type Expected, nothingNamed, periodText, understand } from './table.ts';

const rows: readonly (readonly [text: string, expected: Expected])[] = [
  // added while asking the real record
  ['who met last year in October', { intent: 'who', period: '2025-10-01..2025-10-31' }],
  ['Give me the attendees of the last summit', { intent: 'who', order: 'latest', frameworks: ['summit'] }],
  ['What was the date of the last summit?', { intent: 'latest', order: 'latest', frameworks: ['summit'] }],
  [
    "What's the difference between the SCC and the EDD?",
    { intent: 'compare', frameworks: ['scc', 'extended-deterrence-dialogue'] },
  ],
  [
    'which meeting followed the 2+2 in July 2024',
    { intent: 'first', manner: 'next', order: 'first', period: '2024-07-29..' },
  ],
  ['most recent mention of AMRAAM', { intent: 'latest', order: 'latest', topics: ['amraam'] }],
  ['meetings since Takaichi took office', { intent: 'list', period: '2025-10-21..' }],
  ["summits during Kishida's term", { intent: 'list', frameworks: ['summit'], period: '2021-10-04..2024-10-01' }],
  ['What topics did the 2+2 cover in 2023?', { intent: 'what', frameworks: ['scc'], period: '2023-01-01..2023-12-31' }],
  ['When did the 2+2 last take place in Tokyo?', { intent: 'latest', order: 'latest', frameworks: ['scc'] }],
  // who
  ['who met in March 2025?', { intent: 'who', period: '2025-03-01..2025-03-31' }],
  ['Who attended the 2+2 in July 2024?', { intent: 'who', frameworks: ['scc'], period: '2024-07-01..2024-07-31' }],
  ['who met in the latest 2+2', { intent: 'who', order: 'latest', frameworks: ['scc'] }],
  ['participants of the last summit', { intent: 'who', order: 'latest', frameworks: ['summit'] }],
  [
    'Which ministers attended the 2+2 in 2023?',
    { intent: 'who', frameworks: ['scc'], period: '2023-01-01..2023-12-31' },
  ],
  ['Who did Nakatani meet in 2025?', { intent: 'who', people: ['nakatani-gen'], period: '2025-01-01..2025-12-31' }],
  ['could you tell me who met on 30 March 2025', { intent: 'who', period: '2025-03-30..2025-03-30' }],
  [
    'Who represented Japan at the 2+2 in 2024?',
    { intent: 'who', frameworks: ['scc'], terms: '', period: '2024-01-01..2024-12-31' },
  ],
  ['Who atended the last summit', { intent: 'who', order: 'latest', frameworks: ['summit'], terms: '' }],
  [
    'who attended the last 2+2 before 2024 and what did they say about Taiwan',
    {
      intent: 'who',
      manner: 'previous',
      also: ['what'],
      order: 'latest',
      frameworks: ['scc'],
      topics: ['taiwan-strait'],
      period: '..2023-12-31',
    },
  ],
  // when
  [
    'when did Ishiba visit the U.S.',
    { intent: 'when', people: ['ishiba-shigeru'], countries: ['US'], venueCountries: ['US'] },
  ],
  [
    'When did Kishida go to the United States?',
    { intent: 'when', people: ['kishida-fumio'], countries: ['US'], venueCountries: ['US'] },
  ],
  ['On what date was the 2+2 held in 2022?', { intent: 'when', frameworks: ['scc'], period: '2022-01-01..2022-12-31' }],
  ['I want to know when Ishiba met Trump', { intent: 'when', people: ['ishiba-shigeru', 'donald-trump'] }],
  ['Ishiba Trump when', { intent: 'when', people: ['ishiba-shigeru', 'donald-trump'] }],
  [
    'when and where did Ishiba meet Trump',
    { intent: 'when', also: ['where'], people: ['ishiba-shigeru', 'donald-trump'] },
  ],
  // where
  ['Where was the 2+2 held in 2024?', { intent: 'where', frameworks: ['scc'], period: '2024-01-01..2024-12-31' }],
  [
    'in which city did Hegseth and Nakatani meet in March 2025',
    { intent: 'where', people: ['pete-hegseth', 'nakatani-gen'], period: '2025-03-01..2025-03-31' },
  ],
  [
    'venue of the Ishiba Trump summit',
    { intent: 'where', people: ['ishiba-shigeru', 'donald-trump'], frameworks: ['summit'] },
  ],
  // what
  [
    'What was agreed at the 2+2 in July 2024?',
    { intent: 'what', frameworks: ['scc'], period: '2024-07-01..2024-07-31', acts: [] },
  ],
  [
    'What did they say about Taiwan in 2023?',
    { intent: 'what', topics: ['taiwan-strait'], period: '2023-01-01..2023-12-31' },
  ],
  [
    'What did the two sides welcome in March 2025?',
    { intent: 'what', acts: ['welcomed'], period: '2025-03-01..2025-03-31' },
  ],
  ['what was announced on AMRAAM', { intent: 'what', topics: ['amraam'], acts: ['announced'] }],
  [
    'What was confirmed about extended deterrence?',
    { intent: 'what', topics: ['extended-deterrence'], acts: ['confirmed', 'reaffirmed'] },
  ],
  [
    'outcomes of the defense ministerial in March 2025',
    { intent: 'what', frameworks: ['defense-ministerial'], period: '2025-03-01..2025-03-31' },
  ],
  ['What did the U.S. side say about Taiwan', { intent: 'what', topics: ['taiwan-strait'], by: ['US'] }],
  ['2+2 Taiwan', { intent: 'what', frameworks: ['scc'], topics: ['taiwan-strait'] }],
  [
    'What did the defense minister say in March 2025?',
    { intent: 'what', people: ['nakatani-gen'], offices: ['jp-minister-of-defense'], period: '2025-03-01..2025-03-31' },
  ],
  ['wat was agred at the 2+2 in 2024', { intent: 'what', frameworks: ['scc'], period: '2024-01-01..2024-12-31' }],
  // list
  ['march 2025 meetings', { intent: 'list', period: '2025-03-01..2025-03-31' }],
  ['2+2 2024', { intent: 'list', frameworks: ['scc'], period: '2024-01-01..2024-12-31' }],
  ['Hegseth Nakatani', { intent: 'list', people: ['pete-hegseth', 'nakatani-gen'] }],
  ['List all meetings in 2025', { intent: 'list', period: '2025-01-01..2025-12-31' }],
  ['timeline of AMRAAM', { intent: 'list', topics: ['amraam'] }],
  ['Which meetings discussed Taiwan?', { intent: 'list', topics: ['taiwan-strait'] }],
  ['meetings about cyber', { intent: 'list', topics: ['cyber'] }],
  ['What happened in March 2025?', { intent: 'list', period: '2025-03-01..2025-03-31' }],
  [
    'phone calls between Nakatani and Hegseth',
    { intent: 'list', people: ['nakatani-gen', 'pete-hegseth'], formats: ['telephone'] },
  ],
  ['defense ministerials since 2024', { intent: 'list', frameworks: ['defense-ministerial'], period: '2024-01-01..' }],
  ['meetings at the White House', { intent: 'list', places: ['Washington, D.C. (White House)'] }],
  ['recent meetings', { intent: 'list', order: 'latest', limit: 5 }],
  ['meetings between March and May 2025', { intent: 'list', period: '2025-03-01..2025-05-31' }],
  // count
  ['how many times did Hegseth and Nakatani meet', { intent: 'count', people: ['pete-hegseth', 'nakatani-gen'] }],
  [
    'How many summits were there in 2025?',
    { intent: 'count', frameworks: ['summit'], period: '2025-01-01..2025-12-31' },
  ],
  [
    'how often did they discuss taiwan in 2024',
    { intent: 'count', topics: ['taiwan-strait'], period: '2024-01-01..2024-12-31' },
  ],
  [
    'number of phone calls between Nakatani and Hegseth',
    { intent: 'count', people: ['nakatani-gen', 'pete-hegseth'], formats: ['telephone'] },
  ],
  // first, latest, next, previous
  ['When was the last 2+2?', { intent: 'latest', order: 'latest', frameworks: ['scc'] }],
  ['What is the most recent 2+2?', { intent: 'latest', order: 'latest', frameworks: ['scc'] }],
  ['latest summit', { intent: 'latest', order: 'latest', frameworks: ['summit'] }],
  ['last three summits', { intent: 'latest', order: 'latest', limit: 3, frameworks: ['summit'] }],
  [
    'First meeting between Hegseth and Nakatani',
    { intent: 'first', order: 'first', people: ['pete-hegseth', 'nakatani-gen'] },
  ],
  ['When was AMRAAM first discussed?', { intent: 'first', order: 'first', topics: ['amraam'] }],
  [
    'When did Hegseth and Nakatani meet for the first time?',
    { intent: 'first', order: 'first', formats: ['in-person'], people: ['pete-hegseth', 'nakatani-gen'] },
  ],
  [
    'What was the last meeting before March 2025?',
    { intent: 'latest', manner: 'previous', order: 'latest', period: '..2025-02-28' },
  ],
  [
    'first summit after October 2025',
    { intent: 'first', manner: 'next', order: 'first', frameworks: ['summit'], period: '2025-11-01..' },
  ],
  [
    'What was agreed at the first summit between Ishiba and Trump?',
    { intent: 'what', order: 'first', frameworks: ['summit'], people: ['ishiba-shigeru', 'donald-trump'] },
  ],
  [
    'When is the next 2+2?',
    { intent: 'first', manner: 'next', order: 'first', frameworks: ['scc'], period: '2026-11-26..' },
  ],
  [
    'What came after the 2+2 in July 2024?',
    { intent: 'first', manner: 'next', order: 'first', period: '2024-07-29..' },
  ],
  [
    'how long since the last 2+2?',
    { intent: 'latest', manner: 'how-long-since', order: 'latest', frameworks: ['scc'] },
  ],
  [
    'How long ago was the last summit?',
    { intent: 'latest', manner: 'how-long-since', order: 'latest', frameworks: ['summit'] },
  ],
  // yes-no
  ['did Ishiba ever meet Trump', { intent: 'list', manner: 'yes-no', people: ['ishiba-shigeru', 'donald-trump'] }],
  [
    'Was Taiwan discussed at the 2+2 in 2024?',
    {
      intent: 'what',
      manner: 'yes-no',
      frameworks: ['scc'],
      topics: ['taiwan-strait'],
      period: '2024-01-01..2024-12-31',
    },
  ],
  [
    'Did Nakatani meet Hegseth in person?',
    { intent: 'list', manner: 'yes-no', people: ['nakatani-gen', 'pete-hegseth'], formats: ['in-person'] },
  ],
  [
    'Were there any summits in August 2025?',
    { intent: 'list', manner: 'yes-no', frameworks: ['summit'], period: '2025-08-01..2025-08-31' },
  ],
  // define
  ['what is AMRAAM', { intent: 'define', topics: ['amraam'] }],
  ['What is the 2+2?', { intent: 'define', frameworks: ['scc'] }],
  ['explain the EDD', { intent: 'define', frameworks: ['extended-deterrence-dialogue'] }],
  ['what does SCC stand for', { intent: 'define', frameworks: ['scc'] }],
  ['who is Hegseth?', { intent: 'define', people: ['pete-hegseth'] }],
  ['what is the security treaty', { intent: 'define', documents: ['security-treaty'] }],
  ['AMRAAM', { intent: 'define', topics: ['amraam'] }],
  ['tell me about the 2+2', { intent: 'define', frameworks: ['scc'] }],
  // posts
  [
    'the defense minister in 2023',
    {
      intent: 'who',
      people: ['hamada-yasukazu'],
      offices: ['jp-minister-of-defense'],
      period: '2023-01-01..2023-12-31',
    },
  ],
  ['Who is the U.S. Secretary of Defense?', { intent: 'who', order: 'latest', offices: ['us-secretary-of-defense'] }],
  [
    'US defense secretary in 2023',
    { intent: 'who', people: ['lloyd-austin'], offices: ['us-secretary-of-defense'], period: '2023-01-01..2023-12-31' },
  ],
  // compare, development, coverage, source, help
  [
    'compare 2023 and 2024 2+2 on Taiwan',
    {
      intent: 'compare',
      frameworks: ['scc'],
      topics: ['taiwan-strait'],
      period: '2023-01-01..2023-12-31',
      otherPeriod: { from: '2024-01-01', to: '2024-12-31' },
    },
  ],
  [
    'difference between the February and October 2025 summits',
    {
      intent: 'compare',
      frameworks: ['summit'],
      period: '2025-02-01..2025-02-28',
      otherPeriod: { from: '2025-10-01', to: '2025-10-31' },
    },
  ],
  [
    'compare Kishida and Ishiba summits',
    { intent: 'compare', frameworks: ['summit'], people: ['kishida-fumio', 'ishiba-shigeru'], peopleMatch: 'any' },
  ],
  ['how did command and control develop', { intent: 'what', manner: 'development', topics: ['command-and-control'] }],
  [
    'How has the language on Taiwan changed since 2021?',
    { intent: 'what', manner: 'development', topics: ['taiwan-strait'], period: '2021-01-01..' },
  ],
  ["what's covered", { intent: 'help', manner: 'coverage' }],
  ['how far back do you go', { intent: 'help', manner: 'coverage' }],
  ['where does it say that', { intent: 'what', manner: 'source' }],
  ['source for AMRAAM', { intent: 'what', manner: 'source', topics: ['amraam'] }],
  ['help', { intent: 'help', manner: 'plain' }],
  ['what can you do?', { intent: 'help', manner: 'plain' }],
  ['hello', { intent: 'help', manner: 'plain' }],
  // events, administrations
  ['What happened since the last 2+2?', { intent: 'list', period: '2024-07-29..' }],
  ['meetings after the Tokyo summit', { intent: 'list', period: '2025-10-29..' }],
  ['meetings before the first summit with Ishiba', { intent: 'list', period: '..2025-02-06' }],
  ['Trump administration meetings', { intent: 'list', period: '2025-01-20..' }],
  ['meetings under the Ishiba administration', { intent: 'list', period: '2024-10-01..2025-10-21' }],
  // partners and places
  [
    'trilateral with Australia',
    { intent: 'list', frameworks: ['trilateral-australia'], countries: ['AU'], members: ['JP', 'US', 'AU'] },
  ],
  [
    'Japan-US-ROK foreign ministers meeting',
    { intent: 'list', frameworks: ['trilateral-rok-foreign'], countries: ['KR'], members: ['JP', 'US', 'KR'] },
  ],
  ['Japan and U.S. meetings in 2025', { intent: 'list', period: '2025-01-01..2025-12-31' }],
  ['meetings in Australia', { intent: 'list', countries: ['AU'], venueCountries: ['AU'] }],
  ['Darwin meeting', { intent: 'list', places: ['Darwin, Australia'] }],
];

describe('an English question', () => {
  it.each(rows)('%s', (text, expected) => {
    const question = understand(text);
    const { period, ...rest } = expected;
    expect({ ...question, period: periodText(question.period) }).toMatchObject({
      language: 'en',
      manner: 'plain',
      also: [],
      ...nothingNamed,
      choices: [],
      ...rest,
      period,
    });
  });
});
