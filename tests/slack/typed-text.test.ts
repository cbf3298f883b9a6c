import { expect, test } from 'vitest';
import { typedText } from '../../adapters/slack/text.ts';

test.each([
  ['~2024年~ 2025年3月の防衛相会談', '2025年3月の防衛相会談'],
  ['~2024年~2025年3月の防衛相会談', '2025年3月の防衛相会談'],
  ['*2+2* _2024_ ~2023~ はいつ', '*2+2* _2024_ はいつ'],
  ['who met in (~March~ April) 2025', 'who met in ( April) 2025'],
])('leaves out what is struck out: %s', (text, typed) => {
  expect(typedText(text)).toBe(typed);
});

test.each([
  '2023~2024年の会談',
  '2023 ~ 2024年の会談',
  '2023年~2024年と2025年~の会談',
  '~2024年の会談と ~2025年の会談',
  '~2024年、~2025年',
])('keeps the wave dash of a range: %s', (text) => {
  expect(typedText(text)).toBe(text);
});

test.each([
  ['<https://www.mofa.go.jp/a.html>の2025年3月の会談', 'の2025年3月の会談'],
  ['（<https://www.mofa.go.jp/a.html>）2025年3月', '（ ）2025年3月'],
  ['<http://mofa.go.jp|mofa.go.jp>の2025年3月', 'の2025年3月'],
  ['<https://www.mofa.go.jp/a.html|外務省の発表>の2025年3月', '外務省の発表の2025年3月'],
  ['&lt;2024&gt; A&amp;B', '<2024> A&B'],
])('takes an address away where Slack says that it ends: %s', (text, typed) => {
  expect(typedText(text)).toBe(typed);
});

test.each([
  ['met on <!date^1743292800^{date_long}|March 30, 2025>?', 'met on 2025-03-30T00:00:00Z ?'],
  ['<!date^1743292800^{date_num} {time}^https://a.example/|3/30>の会談', '2025-03-30T00:00:00Z の会談'],
  ['<!date^99999999999999999^{date}|March 30, 2025>', 'March 30, 2025'],
])('reads the dates that Slack shows in the zone of the reader: %s', (text, typed) => {
  expect(typedText(text)).toBe(typed);
});
