import type { Language } from '../../src/text/index.ts';
import { level } from '../../src/text/index.ts';

/** What a typed line asks of the chat itself; `ask` goes to the desk. */
export type Command =
  | { readonly kind: 'ask'; readonly text: string }
  | { readonly kind: 'next' | 'previous' | 'quit' | 'nothing' | 'no-choice' }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'choice'; readonly index: number };

const fixed: Readonly<Record<string, Command>> = {
  '': { kind: 'nothing' },
  next: { kind: 'next' },
  n: { kind: 'next' },
  次: { kind: 'next' },
  back: { kind: 'previous' },
  previous: { kind: 'previous' },
  前: { kind: 'previous' },
  exit: { kind: 'quit' },
  quit: { kind: 'quit' },
  q: { kind: 'quit' },
  終了: { kind: 'quit' },
  'lang ja': { kind: 'language', language: 'ja' },
  'lang en': { kind: 'language', language: 'en' },
  日本語: { kind: 'language', language: 'ja' },
  english: { kind: 'language', language: 'en' },
};

/** Reads one line. A number is a choice only when choices were offered, and then no question; everything unknown is a question. */
export function parseCommand(line: string, choices: number): Command {
  const text = line.trim();
  // Full-width letters and figures, as a Japanese keyboard types them.
  const typed = level(text);
  const known = fixed[typed];
  if (known !== undefined) return known;
  if (choices > 0 && /^\d{1,2}$/.test(typed)) {
    const index = Number(typed) - 1;
    return index >= 0 && index < choices ? { kind: 'choice', index } : { kind: 'no-choice' };
  }
  return { kind: 'ask', text };
}
