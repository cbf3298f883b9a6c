import { describe, expect, test } from 'vitest';
import { answerTo } from '../compose-answer.ts';

describe('several things asked in one sentence', () => {
  test('who and where: the first line answers the first, the next the second', () => {
    expect(answerTo({ intent: 'who', also: ['where'], frameworks: ['scc'] }, 'en')).toMatch(
      /^answered\nMinister of Defense Kihara Minoru and Secretary of Defense Lloyd Austin met .*\n\n• The Japan–U\.S\. .* took place in Tokyo/,
    );
  });

  test('the latest, and what was said: nothing is told twice', () => {
    const said = answerTo({ intent: 'latest', also: ['who', 'what'], order: 'latest', frameworks: ['scc'] }, 'ja');
    expect(said.match(/出席しました/g)).toHaveLength(1);
    expect(said.match(/AMRAAM/g)).toHaveLength(1);
  });

  test('who was at the latest meeting, and what on a subject: the meeting is chosen before the subject', () => {
    const asked = { intent: 'who', also: ['what'], order: 'latest', frameworks: ['defense-ministerial'] } as const;
    expect(answerTo({ ...asked, topics: ['amraam'] }, 'en')).toContain('discussed speeding up co-production of AMRAAM');
    const silent = answerTo({ ...asked, topics: ['taiwan-strait'] }, 'en');
    expect(silent).toContain('met in Tokyo (Ministry of Defense) on March 30, 2025');
    expect(silent).toContain(
      'Nothing is on record about the Taiwan Strait at the Japan–U.S. Defense Ministerial Meeting on March 30, 2025.',
    );
    expect(silent).not.toContain('They discussed the situation');
  });
});

describe('what a question leaves open', () => {
  test('asked who met and nothing more, the latest on record answers and says so', () => {
    expect(answerTo({ intent: 'who', text: '誰が会った？' }, 'ja')).toContain(
      '条件に合う協議のうち、最新のものについて答えています。',
    );
  });

  test('asked to explain what has no entry, nothing is made up from meetings', () => {
    expect(answerTo({ intent: 'define', text: 'what is an alliance?' }, 'en')).toMatch(
      /^not-found\nNothing on record answers this question\.\n/,
    );
  });

  test('asked whether anything was signed, that there were meetings is no yes', () => {
    const asked = { intent: 'list', manner: 'yes-no', period: { from: '2025-01-01', to: '2025-12-31' } } as const;
    expect(answerTo({ ...asked, text: 'Did they sign anything in 2025?' }, 'en')).not.toContain('Yes');
    expect(answerTo({ ...asked, text: 'Was there a meeting in 2025?' }, 'en')).toContain('Yes, on record: 4');
  });

  test('asked for others, what was shown is left out', () => {
    const said = answerTo({ intent: 'list', more: true, answered: ['2025-01-31-defense', '2025-03-30-defense'] }, 'ja');
    expect(said).not.toContain('2025年3月30日');
    expect(said).toContain('2025年2月7日');
  });

  test('asked for others when everything was shown, that is said', () => {
    const asked = { intent: 'who', more: true, followsUp: true, consultations: ['2025-03-30-defense'] } as const;
    expect(answerTo(asked, 'ja')).toContain('記録にあるのは、これですべてです。');
  });
});

describe('whether somebody holds a post', () => {
  test('is answered by the term on record, with no yes or no of its own', () => {
    const asked = { intent: 'list', manner: 'yes-no', people: ['nakatani'], offices: ['jp-defense'] } as const;
    expect(answerTo({ ...asked, text: 'Is Nakatani still Minister of Defense?' }, 'en')).toMatch(
      /^answered\nNakatani Gen \(Japan\) was Minister of Defense from October 1, 2024 to October 21, 2025\. \[1\]/,
    );
  });
});
