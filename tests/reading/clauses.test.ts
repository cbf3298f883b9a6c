import { describe, expect, test } from 'vitest';
import { buildLexicon } from '../../src/lexicon/lexicon.ts';
import { annotate } from '../../src/reading/annotate.ts';
import { isName } from '../../src/reading/annotation.ts';
import { focused } from '../../src/reading/clauses/focus.ts';
import { desk } from './table.ts';

const lexicon = buildLexicon(desk.knowledge());
const today = '2026-11-30';
const focus = (text: string) =>
  focused(annotate(text, lexicon, { today, fallbackLanguage: 'en', introduction: 'all' }));
const namesIn = (text: string) =>
  annotate(text, lexicon, { today, fallbackLanguage: 'en' }).all.flatMap((one) =>
    one.kind === 'name' && isName(one, 'person', 'place', 'framework', 'topic') ? [one.text] : [],
  );

describe('what is said around a question is left out', () => {
  test.each([
    ['My boss needs this by noon. Who attended the 2+2 in 2024?', 'Who attended the 2+2 in 2024?'],
    ['When was the last 2+2? Just the date is fine.', 'When was the last 2+2?'],
    ['When was the last 2+2? The wires were unclear.', 'When was the last 2+2?'],
    ['Who led the 2+2 in 2024? (just need it for a caption)', 'Who led the 2+2 in 2024?'],
    ['What did the 2+2 decide in 2024? A blog says it was cancelled.', 'What did the 2+2 decide in 2024?'],
    ['日付だけでいいです。最後の2+2はいつですか', '最後の2+2はいつですか'],
    ['最後の2+2はいつですか。先輩には去年と言われました', '最後の2+2はいつですか。'],
    ['最後の2+2はいつですか。出席者は要りません', '最後の2+2はいつですか。'],
  ])('%s', (text, left) => {
    expect(focus(text)).toBe(left);
  });
});

describe('a claim is read, and not who makes it', () => {
  test.each([
    ['My editor says that the 2+2 met in Tokyo. Is that right?', 'I heard that the 2+2 met in Tokyo. Is that right?'],
    ['I read somewhere that Kishida met Biden, when was that', 'I heard that Kishida met Biden, when was that'],
    ['上司に「2+2は東京だった」と言われたのですが、本当ですか', '2+2は東京だったと聞いたのですが、本当ですか'],
    ['同僚は2+2が東京だったと言うのですが、本当ですか', '2+2が東京だったと聞いたのですが、本当ですか'],
  ])('%s', (text, left) => {
    expect(focus(text)).toBe(left);
  });

  test.each([
    'Austin said that Japan would buy Tomahawks. When was that?',
    'What did the U.S. officials say about Okinawa?',
    'Which meeting mentioned a birthday?',
    '石破総理は台湾について何と言いましたか',
    '2+2は来年開かれると思いますか',
  ])('%s stays as it is', (text) => {
    expect(focus(text)).toBe(text);
  });
});

describe('what two claims differ in filters by neither', () => {
  test.each([
    ['The 2024 2+2 was in Washington, I heard Tokyo. Which is right?', ['2+2']],
    ['2+2は東京だったと聞いたのですが、ワシントンだと聞きました。どちらが正しいですか', ['2+2']],
    ['Kishida met Biden in Hiroshima, Japan. Is that right?', ['Kishida', 'Biden', 'Hiroshima']],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
});

describe('an introduction names what its question leaves open', () => {
  test.each([
    ['I write about Taiwan. What did the 2+2 say in 2024?', ['Taiwan', '2+2']],
    ['I teach the history of the 2+2. When did Biden meet Kishida?', ['2+2', 'Biden', 'Kishida']],
    ['台湾について記事を書いています。2024年の2+2では何と言いましたか', ['台湾', '2+2']],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
});
