import { createDesk, type Desk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

/** The desk that the bench asks: the real one, over the records of the project. */
export function benchDesk(): Desk {
  return createDesk(loadKnowledge(new URL('../../knowledge/', import.meta.url).pathname));
}

/** Questions in turn: both languages, short and long answers, a refusal, help. */
export function benchQuestions(): readonly string[] {
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
