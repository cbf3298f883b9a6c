import { describe, expect, test } from 'vitest';
import { questionJson } from '../../src/answer/json.ts';
import { Asks } from '../../src/reading/query.ts';
import { about, only, query } from './fixture.ts';

const order = (side: 'first' | 'latest', limit = 1) => ({ side, limit, skip: 0 });

describe('the question of the contract', () => {
  test('every ask has an intent', () => {
    const intents = ['who', 'when', 'where', 'what', 'list', 'count', 'first', 'latest', 'define', 'compare', 'help'];
    for (const ask of Asks) expect(intents).toContain(questionJson(query({ ask })).intent);
  });

  test('a first or latest that leads is the intent; several are a list', () => {
    expect(questionJson(query({ ask: 'list', order: order('latest') })).intent).toBe('latest');
    expect(questionJson(query({ ask: 'list', order: order('first') })).intent).toBe('first');
    expect(questionJson(query({ ask: 'list', order: order('latest', 3) })).intent).toBe('list');
    expect(questionJson(query({ ask: 'who', order: order('latest') })).intent).toBe('who');
  });

  test('ids stand by their kind, and what is denied stays out', () => {
    const constraints = [
      only('person', 'ishiba'),
      only('framework', 'summit'),
      about('amraam'),
      only('members', 'JP+US+KR'),
      only('mention', 'framework:scc', { subject: true }),
      only('person', 'trump', { negated: true }),
    ];
    expect(questionJson(query({ constraints, period: { from: '2025-01-01', to: null } }))).toEqual({
      intent: 'what',
      period: { from: '2025-01-01', to: null },
      people: ['ishiba'],
      frameworks: ['summit', 'scc'],
      topics: ['amraam'],
      countries: ['KR'],
    });
  });
});
