import { describe, expect, it } from 'vitest';
import { type Asked, asked, understand } from './table.ts';

const rows: readonly (readonly [text: string, expected: Asked])[] = [
  // who
  ['who met in March 2025?', { ask: 'who', period: '2025-03-01..2025-03-31' }],
  ['who met last year in October', { ask: 'who', period: '2025-10-01..2025-10-31' }],
  ['could you tell me who met on 30 March 2025', { ask: 'who', period: '2025-03-30..2025-03-30' }],
  ['Who attended the 2+2 in July 2024?', { ask: 'who', framework: ['scc'], period: '2024-07-01..2024-07-31' }],
  ['who met in the latest 2+2', { ask: 'who', framework: ['scc'], order: 'latest' }],
  ['participants of the last summit', { ask: 'who', framework: ['summit'], order: 'latest' }],
  ['Give me the attendees of the last summit', { ask: 'who', framework: ['summit'], order: 'latest' }],
  ['Which ministers attended the 2+2 in 2023?', { ask: 'who', framework: ['scc'], period: '2023-01-01..2023-12-31' }],
  ['Who did Nakatani meet in 2025?', { ask: 'who', person: ['nakatani-gen'], period: '2025-01-01..2025-12-31' }],
  [
    'Who represented Japan at the 2+2 in 2024?',
    { ask: 'who', whose: 'side', side: ['JP'], framework: ['scc'], period: '2024-01-01..2024-12-31' },
  ],
  [
    'who attended the last 2+2 before 2024 and what did they say about Taiwan',
    {
      ask: 'who',
      framework: ['scc'],
      order: 'latest',
      period: '..2023-12-31',
    },
  ],
  // when
  ['when did Ishiba visit the U.S.', { ask: 'when', person: ['ishiba-shigeru'], country: ['US'] }],
  ['When did Kishida go to the United States?', { ask: 'when', person: ['kishida-fumio'], country: ['US'] }],
  ['On what date was the 2+2 held in 2022?', { ask: 'when', framework: ['scc'], period: '2022-01-01..2022-12-31' }],
  ['I want to know when Ishiba met Trump', { ask: 'when', person: ['ishiba-shigeru', 'trump-donald'] }],
  ['Ishiba Trump when', { ask: 'when', person: ['ishiba-shigeru', 'trump-donald'] }],
  [
    'when and where did Ishiba meet Trump',
    { ask: 'when', also: ['where'], person: ['ishiba-shigeru', 'trump-donald'] },
  ],
  ['What was the date of the last summit?', { ask: 'when', framework: ['summit'], order: 'latest' }],
  [
    'When did the 2+2 last take place in Tokyo?',
    { ask: 'when', framework: ['scc'], place: ['tokyo'], order: 'latest' },
  ],
  ['When was AMRAAM first discussed?', { ask: 'when', topic: ['amraam'], order: 'first' }],
  [
    'When did Hegseth and Nakatani meet for the first time?',
    { ask: 'when', person: ['hegseth-pete', 'nakatani-gen'], order: 'first' },
  ],
  ['When was the last 2+2?', { ask: 'when', framework: ['scc'], order: 'latest' }],
  // where
  ['Where was the 2+2 held in 2024?', { ask: 'where', framework: ['scc'], period: '2024-01-01..2024-12-31' }],
  [
    'in which city did Hegseth and Nakatani meet in March 2025',
    { ask: 'where', person: ['hegseth-pete', 'nakatani-gen'], period: '2025-03-01..2025-03-31' },
  ],
  [
    'venue of the Ishiba Trump summit',
    { ask: 'where', person: ['ishiba-shigeru', 'trump-donald'], framework: ['summit'] },
  ],
  // what
  ['What was agreed at the 2+2 in July 2024?', { ask: 'what', framework: ['scc'], period: '2024-07-01..2024-07-31' }],
  [
    'What did they say about Taiwan in 2023?',
    { ask: 'what', topic: ['taiwan-strait'], period: '2023-01-01..2023-12-31' },
  ],
  [
    'What did the two sides welcome in March 2025?',
    { ask: 'what', act: ['welcomed'], period: '2025-03-01..2025-03-31' },
  ],
  ['what was announced on AMRAAM', { ask: 'what', topic: ['amraam'], act: ['announced'] }],
  [
    'What was confirmed about extended deterrence?',
    { ask: 'what', topic: ['extended-deterrence'], act: ['confirmed'] },
  ],
  [
    'outcomes of the defense ministerial in March 2025',
    { ask: 'what', framework: ['defense-ministerial'], period: '2025-03-01..2025-03-31' },
  ],
  ['What did the U.S. side say about Taiwan', { ask: 'what', side: ['US'], topic: ['taiwan-strait'] }],
  ['2+2 Taiwan', { ask: 'what', framework: ['scc'], topic: ['taiwan-strait'] }],
  ['What topics did the 2+2 cover in 2023?', { ask: 'what', framework: ['scc'], period: '2023-01-01..2023-12-31' }],
  [
    'What was agreed at the first summit between Ishiba and Trump?',
    { ask: 'what', framework: ['summit'], person: ['ishiba-shigeru', 'trump-donald'], order: 'first' },
  ],
  [
    'What did Hegseth say about Taiwan?',
    { ask: 'what', person: ['hegseth-pete'], topic: ['taiwan-strait'], whose: 'speaker' },
  ],
  // list
  ['march 2025 meetings', { ask: 'list', period: '2025-03-01..2025-03-31' }],
  ['2+2 2024', { ask: 'list', framework: ['scc'], period: '2024-01-01..2024-12-31' }],
  ['Hegseth Nakatani', { ask: 'list', person: ['hegseth-pete', 'nakatani-gen'] }],
  ['List all meetings in 2025', { ask: 'list', period: '2025-01-01..2025-12-31' }],
  ['timeline of AMRAAM', { ask: 'list', topic: ['amraam'] }],
  ['Which meetings discussed Taiwan?', { ask: 'list', topic: ['taiwan-strait'] }],
  [
    'phone calls between Nakatani and Hegseth',
    { ask: 'list', person: ['nakatani-gen', 'hegseth-pete'], format: ['telephone'] },
  ],
  ['defense ministerials since 2024', { ask: 'list', framework: ['defense-ministerial'], period: '2024-01-01..' }],
  ['meetings at the White House', { ask: 'list', place: ['white-house'] }],
  ['meetings between March and May 2025', { ask: 'list', period: '2025-03-01..2025-05-31' }],
  ['Japan and U.S. meetings in 2025', { ask: 'list', period: '2025-01-01..2025-12-31' }],
  ['meetings in Australia', { ask: 'list', country: ['AU'] }],
  ['Darwin meeting', { ask: 'list', place: ['darwin'] }],
  ['trilateral with Australia', { ask: 'list', framework: ['trilateral-australia'] }],
  ['Japan-US-ROK foreign ministers meeting', { ask: 'list', framework: ['trilateral-rok-foreign'] }],
  ['meetings other than in Tokyo in 2025', { ask: 'list', 'not place': ['tokyo'], period: '2025-01-01..2025-12-31' }],
  // the first, the latest, the one beside
  ['What is the most recent 2+2?', { ask: 'list', framework: ['scc'], order: 'latest' }],
  ['latest summit', { ask: 'list', framework: ['summit'], order: 'latest' }],
  ['last three summits', { ask: 'list', framework: ['summit'], order: 'latest 3' }],
  ['last 3 summits', { ask: 'list', framework: ['summit'], order: 'latest 3' }],
  [
    'First meeting between Hegseth and Nakatani',
    { ask: 'list', person: ['hegseth-pete', 'nakatani-gen'], order: 'first' },
  ],
  ['What was the last meeting before March 2025?', { ask: 'list', order: 'latest', period: '..2025-02-28' }],
  ['first summit after October 2025', { ask: 'list', framework: ['summit'], order: 'first', period: '2025-11-01..' }],
  ['which meeting followed the 2+2 in July 2024', { ask: 'list', order: 'first', period: '2024-07-29..' }],
  ['What came after the 2+2 in July 2024?', { ask: 'list', order: 'first', period: '2024-07-29..' }],
  ['When is the next 2+2?', { ask: 'list', framework: ['scc'], ahead: true, period: '2026-11-26..' }],
  // count
  ['how many times did Hegseth and Nakatani meet', { ask: 'count', person: ['hegseth-pete', 'nakatani-gen'] }],
  ['How many summits were there in 2025?', { ask: 'count', framework: ['summit'], period: '2025-01-01..2025-12-31' }],
  [
    'how often did they discuss taiwan in 2024',
    { ask: 'count', topic: ['taiwan-strait'], period: '2024-01-01..2024-12-31' },
  ],
  [
    'number of phone calls between Nakatani and Hegseth',
    { ask: 'count', person: ['nakatani-gen', 'hegseth-pete'], format: ['telephone'] },
  ],
  ['how many summits each year', { ask: 'count', framework: ['summit'], by: 'year' }],
  // how long
  ['how long since the last 2+2?', { ask: 'since', framework: ['scc'], order: 'latest' }],
  ['How long ago was the last summit?', { ask: 'since', framework: ['summit'], order: 'latest' }],
  // yes or no
  ['did Ishiba ever meet Trump', { ask: 'yes-no', person: ['ishiba-shigeru', 'trump-donald'] }],
  [
    'Was Taiwan discussed at the 2+2 in 2024?',
    { ask: 'yes-no', framework: ['scc'], topic: ['taiwan-strait'], period: '2024-01-01..2024-12-31' },
  ],
  [
    'Did Nakatani meet Hegseth in person?',
    { ask: 'yes-no', person: ['nakatani-gen', 'hegseth-pete'], format: ['in-person'] },
  ],
  [
    'Were there any summits in August 2025?',
    { ask: 'yes-no', framework: ['summit'], period: '2025-08-01..2025-08-31' },
  ],
  // what something is
  ['what is AMRAAM', { ask: 'define', topic: ['amraam'] }],
  ['What is the 2+2?', { ask: 'define', framework: ['scc'] }],
  ['explain the EDD', { ask: 'define', framework: ['extended-deterrence-dialogue'] }],
  ['what does SCC stand for', { ask: 'define', framework: ['scc'], aspect: 'expansion' }],
  ['who is Hegseth?', { ask: 'define', person: ['hegseth-pete'] }],
  ['what is the security treaty', { ask: 'define', mention: ['document:security-treaty'] }],
  ['tell me about the 2+2', { ask: 'define', framework: ['scc'] }],
  // posts
  [
    'US defense secretary in 2023',
    { ask: 'holder', post: ['us-secretary-of-defense'], period: '2023-01-01..2023-12-31' },
  ],
  ['Who is the U.S. Secretary of Defense?', { ask: 'holder', post: ['us-secretary-of-defense'] }],
  ['who was the predecessor of Koizumi', { ask: 'succession', succession: 'before', person: ['koizumi-shinjiro'] }],
  // compared, over time
  [
    'compare 2023 and 2024 2+2 on Taiwan',
    {
      ask: 'compare',
      framework: ['scc'],
      topic: ['taiwan-strait'],
      period: '2023-01-01..2023-12-31',
      otherPeriod: '2024-01-01..2024-12-31',
    },
  ],
  [
    'difference between the February and October 2025 summits',
    {
      ask: 'compare',
      framework: ['summit'],
      period: '2025-02-01..2025-02-28',
      otherPeriod: '2025-10-01..2025-10-31',
    },
  ],
  [
    'compare Kishida and Ishiba summits',
    { ask: 'compare', framework: ['summit'], person: ['kishida-fumio', 'ishiba-shigeru'] },
  ],
  ['how did command and control develop', { ask: 'develop', topic: ['command-and-control'] }],
  [
    'How has the language on Taiwan changed since 2021?',
    { ask: 'develop', topic: ['taiwan-strait'], period: '2021-01-01..' },
  ],
  // the record itself
  ['what do you cover', { ask: 'coverage' }],
  ['how far back do you go', { ask: 'coverage' }],
  ['how fresh is your data', { ask: 'coverage' }],
  ['knowledge cutoff?', { ask: 'coverage' }],
  ['up to what date do the records go', { ask: 'coverage' }],
  ['when were you last updated', { ask: 'coverage' }],
  // longer and shorter
  [
    'which call was shorter in 2024',
    { ask: 'rank', measure: 'duration', direction: 'least', period: '2024-01-01..2024-12-31' },
  ],
  ['which summit was longer', { ask: 'rank', measure: 'duration', direction: 'most', framework: ['summit'] }],
  // chat
  ['wen was the last telcon', { ask: 'when', format: ['telephone'], order: 'latest' }],
  ['how mny bilats w/ Austin in 2024', { ask: 'count', person: ['austin-lloyd'], period: '2024-01-01..2024-12-31' }],
  ['presser after the 2+2', { ask: 'refuse', reason: 'out-of-scope', framework: ['scc'] }],
  ['was there a press conference after the 2+2', { ask: 'refuse', reason: 'out-of-scope', period: '2024-07-29..' }],
  ['where does it say that', { ask: 'source' }],
  ['source for AMRAAM', { ask: 'source', topic: ['amraam'] }],
  ['what is above the SDC?', { ask: 'structure', aspect: 'above', framework: ['sdc'] }],
  ['which frameworks exist with Australia?', { ask: 'structure', aspect: 'exists', member: ['AU'] }],
  [
    'what was discussed at the Japan–U.S. Foreign Ministers’ Telephone Talk on March 24, 2022?',
    { ask: 'what', framework: ['foreign-ministerial'], format: ['telephone'], period: '2022-03-24..2022-03-24' },
  ],
  ['help', { ask: 'help' }],
  ['what can you do?', { ask: 'help' }],
  ['hello', { ask: 'greeting' }],
  ['thanks!', { ask: 'thanks' }],
  ['good job', { ask: 'thanks' }],
  ['ok', { ask: 'thanks' }],
  ['ok, list the summits of 2024', { ask: 'list', framework: ['summit'], period: '2024-01-01..2024-12-31' }],
  ['how are you?', { ask: 'greeting' }],
  ['bye', { ask: 'farewell' }],
  ['see you', { ask: 'farewell' }],
  ['lol', { ask: 'help' }],
  // times told by events and terms of office
  ['meetings since Takaichi took office', { ask: 'list', period: '2025-10-21..' }],
  ["summits during Kishida's term", { ask: 'list', framework: ['summit'], period: '2021-10-04..2024-10-01' }],
  ['What happened since the last 2+2?', { ask: 'what', period: '2024-07-29..' }],
  ['meetings after the Tokyo summit', { ask: 'list', period: '2025-10-29..' }],
  ['meetings before the first summit with Ishiba', { ask: 'list', period: '..2024-10-01' }],
  ['Trump administration meetings', { ask: 'list', period: '2025-01-20..' }],
  ['meetings under the Ishiba administration', { ask: 'list', period: '2024-10-01..2025-10-21' }],
];

describe('an English question asks', () => {
  it.each(rows)('%s', (text, expected) => {
    const query = understand(text);
    expect(query.language).toBe('en');
    expect(query.choices).toEqual([]);
    expect(asked(query, expected)).toEqual(expected);
  });
});
