import { expect, it } from 'vitest';
import { measureCoverage } from '../../src/knowledge/coverage.ts';
import { inspectFiles } from '../../src/knowledge/inspect.ts';
import { smallKnowledge, theRecord, withEdit, withFiles } from './small-knowledge.ts';

const coverageOf = (files: { path: string; text: string }[]) => {
  const { knowledge } = inspectFiles(files);
  if (knowledge === null) throw new Error('the records are faulty');
  return measureCoverage(knowledge);
};

it('counts by year and framework, with the share that rests on an official page', () => {
  const coverage = coverageOf(withFiles({}));
  expect(coverage.total).toMatchObject({ consultations: 1, outcomes: 1, official: 1, newsOnly: 0 });
  expect(coverage.years.get('2025')?.consultations).toBe(1);
  expect(coverage.frameworks.get('defense-ministerial')?.total.from).toBe('2025-03-30');
});

it('counts a record on news alone as news only', () => {
  expect(coverageOf(withEdit('sources.yaml', 'kind: official', 'kind: news')).total).toMatchObject({
    official: 0,
    newsOnly: 1,
  });
});

it('counts the outcomes that rest on poor pages alone', () => {
  expect(coverageOf(withFiles({})).total.poor).toBe(0);
  const poor = withEdit('sources.yaml', 'kind: official', 'kind: news\n  quality: poor');
  expect(coverageOf(poor).total.poor).toBe(1);
});

it('names the months between the first and the last record that hold none', () => {
  const later = (smallKnowledge[theRecord] ?? '')
    .replaceAll('2025-03-30', '2025-06-02')
    .replaceAll('mod-2025-06-02', 'mod-2025-03-30');
  const coverage = coverageOf(withFiles({ 'consultations/2025/2025-06-02-defense-ministerial.yaml': later }));
  expect(coverage.emptyMonths).toEqual(['2025-04', '2025-05']);
});
