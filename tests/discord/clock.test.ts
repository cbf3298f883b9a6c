import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRest } from '../../adapters/discord/client.ts';
import { forgetLimits, watchForStepsBack } from '../../adapters/discord/clock-steps.ts';
import { type DiscordServer, startDiscordServer } from './server/server.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const rightNow = Date.now.bind(Date);
let ahead = 0;
let server: DiscordServer;
beforeEach(async () => {
  ahead = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => rightNow() + ahead);
  server = await startDiscordServer();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.stop();
});

test('a clock that was a day ahead and is set right holds no request back', async () => {
  const rest = createRest(server.apiUrl, server.token);
  ahead = DAY_MS;
  let steps = 0;
  const end = watchForStepsBack(() => {
    steps += 1;
    forgetLimits(rest);
  }, 5);
  const ask = () => rest.get('/applications/@me');
  await ask();
  ahead = 0;
  await vi.waitFor(() => expect(steps).toBe(1));
  // More than the 50 that the client allows itself in one second of the clock before.
  for (let request = 0; request < 70; request += 1) await ask();
  end();
  expect(server.requests).toHaveLength(71);
});

test('a clock that only goes on, or is set ahead, is no step back', async () => {
  let steps = 0;
  const end = watchForStepsBack(() => {
    steps += 1;
  }, 5);
  ahead = DAY_MS;
  await new Promise((resolve) => setTimeout(resolve, 30));
  end();
  expect(steps).toBe(0);
});
