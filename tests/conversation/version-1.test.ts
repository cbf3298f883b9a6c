import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createConversations } from '../../src/conversation/conversation.ts';
import { openStore } from '../../src/store/open.ts';
import { storedQuery } from '../../src/store/stored-question.ts';
import { clock, desk } from '../reading/table.ts';

/** What version 0.1 stored of questions of many shapes, with the records that its answer rested on. */
const stored = z
  .array(
    z.object({
      name: z.string(),
      question: z.looseObject({ language: z.enum(['ja', 'en']) }),
      consultations: z.array(z.string()),
    }),
  )
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/version-1/questions.json'), 'utf8')));

const questionOf = (name: string) => stored.find((each) => each.name === name)?.question;
const reask = (name: string) => {
  const query = storedQuery(questionOf(name));
  return desk.reask(query, { clock, language: query.language });
};

/** Whether the record has got a consultation only after these questions were stored. */
const isNew = (id: string) =>
  (desk.knowledge().consultations.find((each) => each.id === id)?.addedOn ?? '') > '2026-11-28';

describe('a question stored by version 0.1', () => {
  // Who held a post rests on what the record has of the person, which the next version may show more or less of.
  // A word is found by its synonyms too, which grow.
  test.each(stored.filter(({ name }) => !['holder', 'successor', 'words'].includes(name)))(
    '$name rests on the same records when it is asked again',
    ({ question, consultations }) => {
      const query = storedQuery(question);
      const answer = desk.reask(query, { clock, language: query.language });
      expect(answer.language).toBe(question.language);
      expect([...answer.consultations].filter((id) => !isNew(id)).sort()).toEqual(consultations);
    },
  );

  test('still finds what a word found', () => {
    expect(reask('words').consultations[0]).toBe('2022-09-14-defense-ministerial');
  });

  test('keeps a number to be reached', () => {
    expect(reask('threshold').headline.text).toMatch(/^(?:No|Not)\b/);
  });

  test('keeps what it asked back', () => {
    expect(reask('choices').choices.map(({ question }) => question)).toEqual([
      'meetings on 2025-03-04',
      'meetings on 2025-04-03',
    ]);
  });

  test('is still asked of who held a post, and of who came after', () => {
    expect(reask('holder').headline.text).toContain('Hamada Yasukazu');
    expect(reask('holder').headline.text).not.toContain('Austin');
    expect(reask('successor').headline.text).toContain('Nakatani Gen');
  });

  test('keeps the two ends of a distance', () => {
    expect(reask('between').headline.text).toContain('564');
  });

  test.each([
    [
      'whom the holder of a post met',
      { intent: 'who', offices: ['jp-defense-minister'], text: 'who did he meet' },
      'who',
      /met/,
    ],
    [
      'posts named apart',
      { intent: 'when', officeGroups: [['us-vice-president'], ['jp-prime-minister']] },
      'when',
      /2022/,
    ],
    [
      'the next one',
      { intent: 'who', manner: 'next', frameworks: ['scc'], period: { from: '2023-02-01', to: null } },
      'who',
      /2024/,
    ],
    ['one side of the table', { intent: 'who', side: ['US'], frameworks: ['scc'] }, 'who', /for the United States/],
  ])('keeps %s', (_, question, ask, headline) => {
    const query = storedQuery({ language: 'en', ...question });
    expect(query.ask).toBe(ask);
    expect(desk.reask(query, { clock, language: 'en' }).headline.text).toMatch(headline);
  });

  test('pages on, and speaks the other language', () => {
    const query = storedQuery(questionOf('list'));
    const second = desk.reask(query, { clock, language: 'en', page: 2 });
    expect(second.page.index).toBe(2);
    expect(second.headline.text).toMatch(/\d+ consultations in 2025/);
  });

  test.each([
    ['who', 'Where was it?', 'where', ['2025-03-30-defense-ministerial']],
    ['latest', 'who attended?', 'who', ['2024-07-28-scc']],
    ['yes-no', '最後に会ったのはいつ？', 'when', ['2025-09-23-summit-exchange']],
    ['list', '電話だけ、何件？', 'count', undefined],
  ] as const)('%s is followed up by “%s”', (name, text, ask, consultations) => {
    const answer = desk.ask({ text, clock, previous: storedQuery(questionOf(name)) });
    expect(answer.status).toBe('answered');
    expect(answer.question.ask).toBe(ask);
    expect(answer.question.frame).not.toBe('alone');
    if (consultations !== undefined) expect(answer.consultations).toEqual(consultations);
  });
});

describe('a store of version 0.1', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kyogi-version-1-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('still opens the buttons and the threads in it', async () => {
    const path = join(folder, 'kyogi.sqlite');
    await (await openStore(`sqlite:${path}`)).close();
    const database = new DatabaseSync(path);
    const question = JSON.stringify(questionOf('who'));
    database
      .prepare('insert into asks (id, question, language, day, expires_at) values (?, ?, ?, ?, ?)')
      .run('oldask', question, 'en', '2026-11-24', 9_999_999_999_999);
    database
      .prepare('insert into conversations (key, actor, question, expires_at) values (?, ?, ?, ?)')
      .run('thread', 'discord:a', question, 9_999_999_999_999);
    database.close();

    const store = await openStore(`sqlite:${path}`);
    const faults: string[] = [];
    const conversations = createConversations({
      desk: () => desk,
      store,
      clock: () => clock.now,
      zone: clock.zone,
      fallbackLanguage: 'en',
      keepText: false,
      gatherMs: 1,
      log: { warn: (_, sentence) => faults.push(sentence), error: (_, sentence) => faults.push(sentence) },
    });
    const presser = { actor: 'discord:a' };
    expect(await conversations.press('oldask', { view: 'answer', language: 'ja' }, presser)).toMatchObject({
      kind: 'answer',
      answer: { language: 'ja', consultations: ['2025-03-30-defense-ministerial'] },
    });
    expect(await conversations.press('oldask', { view: 'card' }, presser)).toMatchObject({
      kind: 'card',
      card: { consultation: '2025-03-30-defense-ministerial' },
    });
    expect(await conversations.press('oldask', { view: 'timeline' }, presser)).toMatchObject({ kind: 'timeline' });
    expect(
      await conversations.ask({
        platform: 'discord',
        actor: 'a',
        channel: 'c',
        keys: ['thread'],
        text: 'Where was it?',
      }),
    ).toMatchObject({ answer: { question: { ask: 'where' }, consultations: ['2025-03-30-defense-ministerial'] } });
    expect(faults).toEqual([]);
    await conversations.settled();
    await store.close();
  });
});
