import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Lease, leases } from '../../src/store/lease.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import { type FaultProxy, faultProxy } from './fault-proxy.ts';
import { postgres, whyNoPostgres } from './postgres.ts';

/** Whether a promise has resolved within half a second. */
async function isOver(promise: Promise<unknown>, ms = 500): Promise<boolean> {
  return await Promise.race([promise.then(() => true), wait(ms, false)]);
}

describe.skipIf(whyNoPostgres() !== undefined)('a lease', () => {
  let databaseUrl: string;
  let proxy: FaultProxy;
  const taken: Lease[] = [];

  beforeEach(async () => {
    databaseUrl = await (await postgres()).database();
    proxy = await faultProxy(databaseUrl);
  });
  afterEach(async () => {
    await Promise.all(taken.splice(0).map((lease) => lease.release()));
    await proxy.close();
  });

  async function take(url: string, ...names: readonly string[]): Promise<Lease | undefined> {
    const lease = await leases(url).tryLease(names);
    if (lease !== undefined) taken.push(lease);
    return lease;
  }

  test('is one process’s at a time, and the next one’s when it is given back', async () => {
    const first = await take(databaseUrl, 'shard 0 of 4', 'shard 1 of 4');
    const other = await take(databaseUrl, 'shard 2 of 4');
    // All of them or none: what it could have had stays free.
    expect(await take(databaseUrl, 'shard 3 of 4', 'shard 1 of 4')).toBeUndefined();
    expect(await take(databaseUrl, 'shard 3 of 4')).toBeDefined();
    await first?.release();
    expect(await take(databaseUrl, 'shard 0 of 4')).toBeDefined();
    expect(await isOver(first?.lost ?? Promise.resolve(), 100)).toBe(false);
    expect(await isOver(other?.lost ?? Promise.resolve(), 100)).toBe(false);
  });

  test('is lost with the connection, and its holder is told', async () => {
    const first = await take(proxy.url, 'shard 0');
    expect(await take(databaseUrl, 'shard 0')).toBeUndefined();
    expect(await isOver(first?.lost ?? Promise.resolve())).toBe(false);
    proxy.refuse();
    expect(await isOver(first?.lost ?? Promise.resolve())).toBe(true);
    await expect.poll(() => take(databaseUrl, 'shard 0'), { timeout: 5_000 }).toBeDefined();
  });

  test('is lost when the database does not answer any more', async () => {
    const first = await take(proxy.url, 'shard 0');
    proxy.stall();
    expect(await isOver(first?.lost ?? Promise.resolve(), 6_000)).toBe(true);
  });

  test('cannot be taken while there is no database, which is said without its address', async () => {
    proxy.refuse();
    const refused = await take(proxy.url, 'shard 0').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreUnavailable);
    expect(String(refused)).not.toMatch(/127|tests|password/);
    proxy.heal();
    expect(await take(proxy.url, 'shard 0')).toBeDefined();
  });
});
