import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { BAR, PAIRS } from './bar.ts';
import { type GoldenCase, kindsIn, loadCases, shown } from './cases.ts';
import { answerTo, judge } from './judge.ts';

// Some thousand questions take a while on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const desk = createDesk(loadKnowledge(join(import.meta.dirname, '../../knowledge')));
const cases = loadCases(import.meta.dirname);
const kinds = kindsIn(import.meta.dirname);

const judged = new Map<GoldenCase, string | undefined>();

/** What is wrong with the answer to a case, in a line; `undefined` when all is right. */
function faultOf(golden: GoldenCase): string | undefined {
  if (!judged.has(golden)) {
    const wrong = judge(desk, golden);
    judged.set(golden, wrong.length === 0 ? undefined : `${golden.language} · ${shown(golden)}: ${wrong.join('; ')}`);
  }
  return judged.get(golden);
}

const isSame = (one: readonly string[], other: readonly string[]) => one.join() === other.join();
const faultsOf = (some: readonly GoldenCase[]) => some.map(faultOf).filter((fault) => fault !== undefined);

describe('golden questions', () => {
  // A kind may fall short three times as far as the whole, and by two at least: the fewer its cases, the more one of them weighs.
  test.each(kinds)('%s', (kind) => {
    const own = cases.filter((golden) => golden.kind === kind);
    const faults = faultsOf(own);
    expect(faults.length, faults.join('\n')).toBeLessThanOrEqual(Math.max(2, Math.ceil(3 * (1 - BAR) * own.length)));
  });

  test('at least the bar’s share is answered right', () => {
    const faults = faultsOf(cases);
    expect(1 - faults.length / cases.length, faults.join('\n')).toBeGreaterThanOrEqual(BAR);
  });

  test('pairs in both languages rest on the same records, but for the share that the bar allows', () => {
    const english = cases.filter(({ id, language }) => id !== undefined && language === 'en');
    const apart = english.filter((one) => {
      const japanese = cases.find(({ id, kind, language }) => id === one.id && kind === one.kind && language === 'ja');
      expect(japanese, `the other half of ${one.id}`).toBeDefined();
      return (
        japanese !== undefined && !isSame(answerTo(desk, japanese).consultations, answerTo(desk, one).consultations)
      );
    });
    expect(1 - apart.length / english.length, apart.map(({ id }) => id).join('\n')).toBeGreaterThanOrEqual(PAIRS);
  });

  test('no two questions of one kind and language are the same', () => {
    const keys = cases.map(({ kind, language, ask, now }) => JSON.stringify([kind, language, ask, now]));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('there are at least 1,000, nearly half of them in Japanese', () => {
    expect(cases.length).toBeGreaterThanOrEqual(1000);
    expect(cases.filter(({ language }) => language === 'ja').length / cases.length).toBeGreaterThan(0.45);
  });

  test('the same question gives the same answer', () => {
    for (const golden of cases.filter((_, at) => at % 25 === 0)) {
      expect(answerTo(desk, golden)).toEqual(answerTo(desk, golden));
    }
  });
});
