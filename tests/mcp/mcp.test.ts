import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMcpHandler } from '../../adapters/mcp/http.ts';
import { pagesAt } from '../../src/record/pages.ts';
import { openRoom, type Room, realDesk } from '../web/harness.ts';

let room: Room;
let client: Client;

beforeAll(async () => {
  const desk = realDesk();
  const mcp = createMcpHandler({
    desk: () => desk,
    clock: () => Temporal.Instant.from('2026-11-30T12:00:00+09:00'),
    zone: 'Asia/Tokyo',
    language: 'en',
    pages: pagesAt('https://example.org/kyogi/'),
  });
  room = await openRoom({ mounts: { mcp } });
  client = new Client({ name: 'test', version: '1' });
  // The SDK's own transport is a Transport but for an optional member's exactness.
  await client.connect(new StreamableHTTPClientTransport(new URL(`${room.url}/mcp`)) as Transport);
});
afterAll(async () => {
  await client.close();
  await room.close();
});

async function call<Data = unknown>(name: string, args: object) {
  const { structuredContent, content, isError } = await client.callTool({ name, arguments: { ...args } });
  // Every result of ours has text first; what it holds is asserted by the tests.
  const [{ text }] = content as [{ text: string }];
  return { data: structuredContent as Data, text, isError: isError === true };
}

describe('over HTTP', () => {
  test('lists its tools with what they take and give', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['ask', 'search_consultations', 'get_consultation', 'timeline']);
    for (const { description, inputSchema, outputSchema, annotations } of tools) {
      expect(description?.length).toBeGreaterThan(80);
      expect(Object.values(inputSchema.properties ?? {}).length).toBeGreaterThan(0);
      expect(outputSchema?.type).toBe('object');
      expect(annotations?.readOnlyHint).toBe(true);
    }
  });

  test('answers a question with cited statements, in the language asked for', async () => {
    type Answered = { statements: { citations: number[] }[]; citations: { url: string }[] };
    const { data, text } = await call<Answered>('ask', { question: 'who met in March 2025' });
    expect(data).toMatchObject({ status: 'answered', language: 'en' });
    const { statements, citations } = data;
    expect(statements.length).toBeGreaterThan(1);
    expect(statements.every((each) => each.citations.length > 0)).toBe(true);
    for (const { url } of citations) expect(text).toContain(url);
    expect((await call('ask', { question: 'who met in March 2025', language: 'ja' })).text).toContain('出典');
  });

  test('what is not on record is an answer and no error', async () => {
    const { data, isError } = await call('ask', { question: 'who met on Mars in 2025' });
    expect(isError).toBe(false);
    expect(data).toMatchObject({ status: 'not-found' });
  });

  test('searches by names in either language, few at first', async () => {
    type Found = { consultations: { source: string; page: string }[] };
    const { data } = await call<Found>('search_consultations', { frameworks: ['日米2+2'], order: 'oldest' });
    const { consultations } = data;
    expect(consultations.length).toBeGreaterThan(1);
    expect(consultations.length).toBeLessThanOrEqual(10);
    for (const { source, page } of consultations) {
      expect(source).toMatch(/^https?:/);
      expect(page).toMatch(/^https:\/\/example\.org\/kyogi\/en\/consultations\//);
    }
    const { text } = await call('search_consultations', {});
    expect(text.length).toBeLessThan(4000);
  });

  test.each([
    ['search_consultations', { frameworks: ['防衛相会談と外相会談'] }, 'nearest'],
    ['search_consultations', { from: '2025-13' }, 'YYYY-MM'],
    ['search_consultations', { from: '2026', to: '2025' }, 'from is after to'],
    ['search_consultations', { page: 500 }, 'pages'],
    ['search_consultations', { limit: 1000 }, 'limit'],
    ['get_consultation', { id: '2024-07-29-scc' }, '2024-07-28-scc'],
    ['get_consultation', { id: '__proto__' }, 'search_consultations'],
    ['timeline', { period: 'soonish' }, 'not a period'],
    ['ask', { question: 'x'.repeat(501) }, 'question'],
    ['ask', { question: '2+2', day: '2025-03' }, 'not a day'],
  ])('%s with %j says what to change', async (name, args, what) => {
    const { isError, text } = await call(name, args);
    expect(isError).toBe(true);
    expect(text).toContain(what);
    expect(text).not.toMatch(/node_modules|\.ts:\d/);
  });

  test('reads one consultation with every statement’s source', async () => {
    type Detail = { outcomes: { citations: number[] }[]; citations: { n: number }[] };
    const { data, text } = await call<Detail>('get_consultation', { id: '2024-07-28-scc', language: 'ja' });
    const { outcomes, citations } = data;
    const known = new Set(citations.map(({ n }) => n));
    expect(outcomes.every((each) => each.citations.length > 0 && each.citations.every((n) => known.has(n)))).toBe(true);
    expect(text).toContain('## 出典');
  });

  test('gives a period’s consultations in order of time, each cited', async () => {
    type Told = { items: { id: string; citations: number[] }[]; citations: object[] };
    const { data } = await call<Told>('timeline', { period: '令和7年3月', language: 'ja' });
    const { items, citations } = data;
    expect(items.map(({ id }) => id)).toEqual(items.map(({ id }) => id).toSorted());
    expect(items.length).toBeGreaterThan(1);
    expect(citations.length).toBeGreaterThan(0);
  });

  test('has every consultation and definition as a resource', async () => {
    const { resources } = await client.listResources();
    const { consultations, frameworks, topics } = room.desk.knowledge();
    expect(resources).toHaveLength(consultations.length + frameworks.size + topics.size);
    const { contents } = await client.readResource({ uri: 'kyogi://ja/frameworks/scc' });
    expect(contents[0]).toMatchObject({
      mimeType: 'text/markdown',
      text: expect.stringContaining('# 日米安全保障協議委員会'),
    });
    await expect(client.readResource({ uri: 'kyogi://en/consultations/no-such' })).rejects.toThrow(/Nothing on record/);
  });

  test('completes ids', async () => {
    const { completion } = await client.complete({
      ref: { type: 'ref/resource', uri: 'kyogi://{language}/consultations/{id}' },
      argument: { name: 'id', value: '2024-07-28' },
    });
    expect(completion.values).toContain('2024-07-28-scc');
  });

  test('has prompts that say how to cite', async () => {
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(['brief_me', 'meeting_note']);
    const { messages } = await client.getPrompt({ name: 'brief_me', arguments: { subject: 'AMRAAM' } });
    expect(JSON.stringify(messages)).toMatch(/AMRAAM.*source/s);
    const note = await client.getPrompt({ name: 'meeting_note', arguments: { id: '2024-07-28-scc' } });
    expect(note.messages[1]?.content).toMatchObject({ type: 'resource' });
  });

  test.each([
    ['GET', undefined, 405],
    ['DELETE', undefined, 405],
    ['POST', '{', 400],
    ['POST', JSON.stringify(Array.from({ length: 11 }, () => ({ jsonrpc: '2.0', id: 1, method: 'ping' }))), 400],
    ['POST', `"${'x'.repeat(70_000)}"`, 413],
    ['POST', '{"jsonrpc":"2.0","id":1,"method":"nope"}', 200],
  ])('%s with a bad body is refused in JSON', async (method, body, status) => {
    const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    const response = await room.request('/mcp', { method, headers, ...(body === undefined ? {} : { body }) });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ jsonrpc: '2.0', error: { message: expect.any(String) } });
    expect(room.errors).toEqual([]);
  });
});

// A whole process has to start, which takes its time on a busy machine.
test('over stdio the same server answers, and ends with its input', async () => {
  const root = join(import.meta.dirname, '../..');
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(root, 'adapters/mcp/stdio.ts')],
    cwd: root,
    env: { PATH: process.env.PATH ?? '', DEFAULT_LANGUAGE: 'ja' },
    stderr: 'pipe',
  });
  const over = new Client({ name: 'test', version: '1' });
  await over.connect(transport);
  const { structuredContent } = await over.callTool({ name: 'ask', arguments: { question: '直近の2+2はいつか' } });
  expect(structuredContent).toMatchObject({ status: 'answered', language: 'ja' });
  await over.close();
}, 90_000);
