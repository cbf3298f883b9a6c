import { renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KyogiError } from '../../src/errors.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { type KnowledgeWatch, watchKnowledge } from '../../src/knowledge/watch.ts';
import { smallKnowledge, theRecord, withFiles, writeFolder } from './small-knowledge.ts';

type Event = { readonly swap: KnowledgeBase } | { readonly fault: KyogiError };

/** Hands out what the watch tells, in order; waits for the next when there is none yet. */
function createInbox() {
  const events: Event[] = [];
  const waiting: ((event: Event) => void)[] = [];
  return {
    put(event: Event): void {
      const next = waiting.shift();
      if (next === undefined) events.push(event);
      else next(event);
    },
    take: (): Promise<Event> =>
      new Promise((resolve) => {
        const event = events.shift();
        if (event === undefined) waiting.push(resolve);
        else resolve(event);
      }),
    get size() {
      return events.length;
    },
  };
}

describe('watching the knowledge folder', () => {
  let folder = '';
  let remove = (): void => {};
  let watch: KnowledgeWatch;
  let inbox = createInbox();
  const edit = (from: string, to: string): void =>
    writeFileSync(join(folder, theRecord), (smallKnowledge[theRecord] ?? '').replace(from, to));

  beforeEach(() => {
    ({ folder, remove } = writeFolder(withFiles({})));
    inbox = createInbox();
    watch = watchKnowledge(folder, {
      quietMs: 20,
      pollMs: 50,
      onSwap: (swap) => inbox.put({ swap }),
      onFault: (fault) => inbox.put({ fault }),
    });
  });
  afterEach(() => {
    watch.stop();
    remove();
  });

  it('hands over sound knowledge after an edit', async () => {
    edit('地域のパートナーとの協力', '同志国との協力');
    const event = await inbox.take();
    expect('swap' in event && event.swap.consultations[0]?.outcomes[0]?.ja).toContain('同志国');
  });

  it('tells a faulty edit with file and line, and takes the fixed file up', async () => {
    edit('act: agreed', 'act: promised');
    const event = await inbox.take();
    expect('fault' in event && event.fault.issues[0]).toMatch(
      /2025-03-30-defense-ministerial\.yaml:11:10 act is "promised"/,
    );
    edit('地域の', '各地域の');
    expect('swap' in (await inbox.take())).toBe(true);
  });

  it('tells a removed list as a fault', async () => {
    unlinkSync(join(folder, 'topics.yaml'));
    const event = await inbox.take();
    expect('fault' in event && event.fault.issues.join('\n')).toContain('topics.yaml:1:1 is missing');
  });

  it('says nothing when a file is saved without a change', async () => {
    edit('act: agreed', 'act: agreed');
    edit('地域の', '各地域の');
    await inbox.take();
    expect(inbox.size).toBe(0);
  });

  it('tells a deleted folder once, and takes up what comes in its place', async () => {
    rmSync(folder, { recursive: true });
    const gone = await inbox.take();
    expect('fault' in gone && gone.fault.message).toContain('There is no knowledge folder');
    const { folder: other } = writeFolder(withFiles({}));
    renameSync(other, folder);
    expect('swap' in (await inbox.take())).toBe(true);
    edit('地域の', '各地域の');
    const edited = await inbox.take();
    expect('swap' in edited && edited.swap.consultations[0]?.outcomes[0]?.ja).toContain('各地域の');
    expect(inbox.size).toBe(0);
  });

  it('takes up a folder moved into the place of the old one', async () => {
    const { folder: other } = writeFolder(
      withFiles({ [theRecord]: (smallKnowledge[theRecord] ?? '').replace('地域の', '各地域の') }),
    );
    renameSync(folder, `${folder}-old`);
    renameSync(other, folder);
    let event = await inbox.take();
    // Seen between the two moves it is missing.
    if ('fault' in event) event = await inbox.take();
    expect('swap' in event).toBe(true);
    rmSync(`${folder}-old`, { recursive: true });
  });
});
