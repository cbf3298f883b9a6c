import { expect, test } from 'vitest';
import { isSaidOf, objectsIn } from '../../src/search/objects.ts';
import { wordingOf } from '../../src/search/said.ts';

const names = [
  ['north korea', 'KP'],
  ['russian', 'RU'],
  ['russia', 'RU'],
  ['ukraine', 'UA'],
  ['taiwan', 'TW'],
  ['japan', 'JP'],
  ['korea', 'KR'],
].map(([name = '', id = '']) => ({ name: ` ${name} `, id }));
const said = (text: string, ...forms: string[]) => [...objectsIn(text, forms.map(wordingOf), names)].sort();

test('a verb is said of those it names, and not of whom it was done to or of where', () => {
  expect(said('They condemned Russia’s war against Ukraine.', 'condemn')).toEqual(['RU']);
  expect(
    said('They condemned North Korea’s launches near Japan and Russian aggression in Ukraine.', 'condemn'),
  ).toEqual(['KP', 'RU']);
});

test('another verb begins a clause of its own', () => {
  expect(said('They condemned the launches, stressed peace across Taiwan and thanked Korea.', 'condemn')).toEqual([]);
});

test('the preposition of the verb leads to its object, and “against” alone is no verb', () => {
  expect(said('They agreed on strong support for Ukraine against Russia.', 'support')).toEqual(['UA']);
  expect(said('They spoke of aggression against Ukraine.', 'against', 'oppose')).toEqual([]);
});

const backs = (text: string, ...names: (readonly string[])[]) =>
  isSaidOf(text, ['support', 'supported'].map(wordingOf), names);

test('a topic is supported where it stands behind the verb, or before a verb that points back at it', () => {
  expect(backs('The President supported Japan’s counterstrike capability.', ['counterstrik', 'capabl'])).toBe(true);
  expect(backs('Kishida explained the increase, and the President strongly supported it.', ['spend'])).toBe(true);
  expect(backs('They spoke of tariffs; Rubio said he supported Ukraine.', ['tariff'])).toBe(false);
});

test('support for talks on a topic is no support for the topic', () => {
  expect(backs('They would support a tariff agreement.', ['tariff'])).toBe(false);
});
