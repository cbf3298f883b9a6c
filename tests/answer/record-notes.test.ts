import { describe, expect, it } from 'vitest';
import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const desk = createDesk(loadKnowledge('knowledge'));
const clock = { now: Temporal.Instant.from('2026-11-25T00:00:00Z'), zone: 'Asia/Tokyo' };
const notes = (text: string) => desk.ask({ text, clock }).notes.join('\n');

describe('what a record says beside its outcomes', () => {
  it.each([
    ['what was said about the Marine Littoral Regiment in the 2+2 of January 2023', 'Marine Littoral Regiment'],
    ['2023年1月の2+2で海兵沿岸連隊について何を話したか', '海兵沿岸連隊'],
  ])('is shown with sentences on its subject: %s', (question, subject) => {
    expect(notes(question)).toContain(subject);
  });

  it.each([
    ['who attended the 2+2 in January 2023', 'Marine Littoral Regiment'],
    ['2023年1月の2+2の出席者は', '海兵沿岸連隊'],
    ['what was said about Taiwan in the summit of 18 August 2023', 'Glide Phase'],
  ])('stays away from other answers: %s', (question, subject) => {
    expect(notes(question)).not.toContain(subject);
  });

  it('is shown with any answer when it is on the day of the meeting', () => {
    expect(notes('who attended the 2+2 of January 2022')).toContain('January 6 in Washington');
  });
});
