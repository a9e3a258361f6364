import { afterEach, beforeEach, expect, test } from 'vitest';
import { acknowledge } from '../../src/discord/acknowledge.ts';
import { createCallbackRest } from '../../src/discord/client.ts';
import { createMetrics } from '../../src/discord/metrics.ts';
import { rateLimited, refusal } from './stand-in/faults.ts';
import { type StandIn, startStandIn } from './stand-in/stand-in.ts';

const SUGGEST_NOTHING = { type: 8, data: { choices: [] } };

let discord: StandIn;
beforeEach(async () => {
  discord = await startStandIn();
});
afterEach(() => discord.stop());

/** One answer with so much time left, which may be any fraction of a millisecond. */
const NOTHING = { shards: 0, servers: 0, passages: 0, coldLoads: 0 };

function answer(left: number, metrics = createMetrics(() => NOTHING)) {
  const { payload } = discord.type('ask', 'question', 'x');
  const deadline = performance.now() + left;
  return acknowledge(createCallbackRest(discord.apiUrl, 2_500), payload, SUGGEST_NOTHING, { deadline, metrics });
}

test('is made with any time left, and not without', async () => {
  expect(await answer(2_500)).toBe('done');
  expect(await answer(700.123)).toBe('done');
  expect(await answer(0)).toBe('late');
  expect(discord.requests).toHaveLength(2);
});

test('ends at the deadline when Discord hangs', async () => {
  discord.plan('POST', /callback/, { kind: 'hangs', handled: false }, 5);
  const from = performance.now();
  const metrics = createMetrics(() => NOTHING);
  expect(await answer(300.5, metrics)).toBe('late');
  expect(performance.now() - from).toBeLessThan(1_000);
  expect(await metrics.text()).toContain('wenzhai_dropped_total{reason="deadline"} 1');
});

test('throws when the connection breaks twice', async () => {
  discord.plan('POST', /callback/, { kind: 'closed before' }, 2);
  await expect(answer(2_500)).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
});

test('a limit costs no attempt: what hangs after it is repeated once more', async () => {
  discord.plan('POST', /callback/, rateLimited(0.05), 2);
  discord.plan('POST', /callback/, { kind: 'closed before' });
  expect(await answer(2_500)).toBe('done');
  expect(discord.requests).toHaveLength(4);
});

test('“already acknowledged” is our own doing only behind an attempt that may have arrived', async () => {
  const already = refusal(400, 40060, 'Interaction has already been acknowledged.');
  discord.plan('POST', /callback/, rateLimited(0.05));
  discord.plan('POST', /callback/, already);
  expect(await answer(2_500)).toBe('already');
  discord.plan('POST', /callback/, { kind: 'status', status: 500 });
  discord.plan('POST', /callback/, already);
  expect(await answer(2_500)).toBe('done');
});
