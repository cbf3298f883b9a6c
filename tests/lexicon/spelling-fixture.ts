import { resolve } from 'node:path';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { buildLexicon } from '../../src/lexicon/lexicon.ts';
import { createRespell, type Respelled, type Unknown } from '../../src/lexicon/spelling.ts';
import { annotate } from '../../src/reading/annotate.ts';
import { cues } from '../../src/reading/cues.ts';
import { createVocabulary } from '../../src/search/passages.ts';

const knowledge = await loadKnowledge(resolve(import.meta.dirname, '../../knowledge'));
export const lexicon = buildLexicon(knowledge);

export const respell = createRespell(lexicon, { isWord: createVocabulary(knowledge), cueWords: cues().words });

/** The stretches of a question that nothing accounts for. */
export function unknownIn(question: string): readonly Unknown[] {
  const { all } = annotate(question, lexicon, { today: '2026-11-24', fallbackLanguage: 'en' });
  return all.filter(({ kind }) => kind === 'word').map(({ span, text }) => ({ start: span[0], end: span[1], text }));
}

/** A question with its slips fixed; as typed where there are none. */
export function fixed(question: string): string {
  return tellOf(question)?.text ?? question;
}

/** What is told of the slips of a question. */
export function tellOf(question: string): Respelled | undefined {
  return respell(question, unknownIn(question));
}
