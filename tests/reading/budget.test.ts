import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { toPlainText } from '../../src/answer/plain.ts';
import { MOST_STEPS } from '../../src/reading/budget.ts';
import { loadCases } from '../golden/cases.ts';
import { clock, desk, understand } from './table.ts';

const golden = loadCases(join(resolve(import.meta.dirname, '..'), 'golden')).map(({ ask }) => [ask].flat()[0] ?? '');

/** A question with two slips each; put together, each slip might be read alone and in several ways, and nothing on record holds them all. */
const slips = [
  'what did Isihba and Trump say about Taiwan before the 2+2 in 2021',
  'what did austn and hamada say about AMRAAM before the summit in 2022',
  'what did nakatani and hegseh say about Okinawa before the defense ministerial in 2023',
  'what did kamikwa and blinken say about tarifs before the 2+2 in 2024',
  'what did kihra and austin say about cyber before the summit in 2025',
  'what did iwaya and rubioo say about space before the defense ministerial in 2026',
  'what did kishda and biden say about Taiwan before the 2+2 in 2021',
  'what did motegi and blinkn say about AMRAAM before the summit in 2022',
  'what did hayashi and blinken say about Okinawa before the defense ministerial in 2023',
  'what did suga and bidn say about tarifs before the 2+2 in 2024',
];
const endless = [...slips, ...slips].join(' and ');

it.each(['en', 'ja'] as const)(
  'refuses a text that takes more steps than a question may as too long (%s)',
  (language) => {
    const text = endless;
    expect(desk.understand({ text, clock }).query).toMatchObject({ ask: 'refuse', reason: 'too-long' });
    expect(toPlainText(desk.ask({ text, clock, language }))).toContain(
      language === 'en' ? 'too long to answer' : '文章が長すぎる',
    );
  },
);

it('ends the work where the steps end', () => {
  expect(desk.understand({ text: endless, clock }).steps).toBeLessThan(MOST_STEPS * 1.5);
});

it('still reads two sentences full of slips', () => {
  expect(understand(slips.slice(0, 2).join('? ')).reason).toBeUndefined();
});

it('leaves the longest golden questions eight times the steps they take', () => {
  const longest = golden.toSorted((a, b) => b.length - a.length).slice(0, 100);
  const most = Math.max(...longest.map((text) => desk.understand({ text, clock }).steps));
  expect(most).toBeLessThan(MOST_STEPS / 8);
});

it('refuses no 300 characters of real words, however many questions they ask', () => {
  const all = golden.join(' ');
  const texts = Array.from({ length: 40 }, (_, at) => all.slice((at * all.length) / 40).slice(0, 300));
  expect(texts.filter((text) => understand(text).reason === 'too-long')).toEqual([]);
});

it('takes the same steps each time, however fast the machine', () => {
  const steps = () => desk.understand({ text: golden.slice(0, 20).join(' '), clock }).steps;
  expect(steps()).toBe(steps());
});
