import { expect, test } from 'vitest';
import { assemble } from '../../src/answer/assemble.ts';
import { createGiven } from '../../src/answer/given.ts';
import { plan } from '../../src/answer/plan.ts';
import type { Told } from '../../src/answer/told.ts';
import { buildLexicon } from '../../src/lexicon/lexicon.ts';
import { createSearch } from '../../src/search/search.ts';
import { knowledge, only, query } from './fixture.ts';

const { search } = createSearch(knowledge, buildLexicon(knowledge));

/** The first page, of two lines, and the meetings that were named for it. */
function shownAndNamed(ask: 'what' | 'list') {
  const asked = query({ ask, constraints: [only('country', 'JP')], sort: 'newest' });
  const made = createGiven({
    query: asked,
    found: search(asked),
    knowledge,
    language: 'en',
    today: '2026-11-25',
    search,
  });
  const named: string[] = [];
  const naming =
    <Rest extends unknown[]>(inWords: (told: Told, ...rest: Rest) => string) =>
    (told: Told, ...rest: Rest) => {
      named.push(told.id);
      return inWords(told, ...rest);
    };
  const say = { ...made.say, framed: naming(made.say.framed), item: naming(made.say.item) };
  const given = { ...made, say };
  return { answer: assemble(plan(given), given, { page: 1, linesPerPage: 2 }), named };
}

test.each(['what', 'list'] as const)('puts into words the lines that a page shows, and no others (%s)', (ask) => {
  const { answer, named } = shownAndNamed(ask);
  expect(answer.page.count).toBeGreaterThan(1);
  expect(named).toEqual(answer.statements.map(({ consultation }) => consultation));
});
