import { expect, test } from 'vitest';
import { holdShards } from '../../src/discord/held-shards.ts';
import type { Lease, Leases } from '../../src/store/lease.ts';
import { createRecordingLog } from './stand-in/running-bot.ts';

/** A database that several processes ask for leases. */
function database() {
  const holders = new Map<string, { lose(): void }>();
  const state = { isAway: false };
  const leases: Leases = {
    async tryLease(names) {
      if (state.isAway) throw new Error('the database is away');
      if (names.some((name) => holders.has(name))) return undefined;
      const free = () => {
        for (const name of names) holders.delete(name);
      };
      let lose = () => {};
      const lost = new Promise<void>((resolve) => {
        lose = () => {
          free();
          resolve();
        };
      });
      for (const name of names) holders.set(name, { lose });
      const lease: Lease = { lost, release: async () => free() };
      return lease;
    },
  };
  return { leases, holders, state };
}

test('a shard is run by one process, and by the next when that has ended', async () => {
  const { leases } = database();
  const log = createRecordingLog();
  const first = await holdShards(leases, ['0/2', '1/2'], { log });
  let isSecondThere = false;
  const second = holdShards(leases, ['1/2'], { log }).then((held) => {
    isSecondThere = true;
    return held;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isSecondThere).toBe(false);
  await first.release();
  await (await second).release();
  expect(log.records.map(({ event }) => event)).toEqual(['another process runs these shards, waiting for its end']);
});

test('what a lost connection held is taken again once the database is back', async () => {
  const { leases, holders, state } = database();
  const held = await holdShards(leases, ['0/1'], { log: createRecordingLog() });
  state.isAway = true;
  holders.get('0/1')?.lose();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(holders.has('0/1')).toBe(false);
  state.isAway = false;
  await expect.poll(() => holders.has('0/1'), { timeout: 3_000 }).toBe(true);
  await held.release();
});

test('whoever finds its shard taken is told', async () => {
  const { leases, holders } = database();
  const held = await holdShards(leases, ['0/1'], { log: createRecordingLog() });
  const lost = holders.get('0/1');
  lost?.lose();
  // In the same turn, before the first can ask again.
  const other = leases.tryLease(['0/1']);
  await held.taken;
  await (await other)?.release();
});

test('waiting ends with the signal, and nothing is held', async () => {
  const { leases, holders } = database();
  await leases.tryLease(['1/2']);
  const signal = AbortSignal.timeout(30);
  await expect(holdShards(leases, ['0/2', '1/2'], { log: createRecordingLog(), signal })).rejects.toThrow();
  expect([...holders.keys()]).toEqual(['1/2']);
});
