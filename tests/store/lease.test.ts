import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Lease, leases } from '../../src/store/lease.ts';
import { type FaultProxy, faultProxy } from './fault-proxy.ts';
import { postgres, whyNoPostgres } from './postgres.ts';

const forever = new AbortController().signal;

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

  async function take(url: string, name: string, signal = forever): Promise<Lease> {
    const lease = await leases(url)(name, signal);
    taken.push(lease);
    return lease;
  }

  test('is one process’s at a time, and the next one’s when it is given back', async () => {
    const first = await take(databaseUrl, 'shard 0 of 2');
    const other = await take(databaseUrl, 'shard 1 of 2');
    const second = take(databaseUrl, 'shard 0 of 2');
    expect(await isOver(second)).toBe(false);
    await first.release();
    await second;
    expect(await isOver(first.lost, 100)).toBe(false);
    expect(await isOver(other.lost, 100)).toBe(false);
  });

  test('is lost with the connection, and its holder is told', async () => {
    const first = await take(proxy.url, 'shard 0');
    const second = take(databaseUrl, 'shard 0');
    expect(await isOver(first.lost)).toBe(false);
    proxy.refuse();
    expect(await isOver(first.lost)).toBe(true);
    await second;
  });

  test('is lost when the database does not answer any more', async () => {
    const first = await take(proxy.url, 'shard 0');
    proxy.stall();
    expect(await isOver(first.lost, 6_000)).toBe(true);
  });

  test('is waited for while there is no database, and no longer than told', async () => {
    proxy.refuse();
    const waiting = take(proxy.url, 'shard 0');
    expect(await isOver(waiting)).toBe(false);
    proxy.heal();
    const first = await waiting;
    const stopping = new AbortController();
    const second = take(databaseUrl, 'shard 0', stopping.signal);
    await wait(100);
    stopping.abort();
    await expect(second).rejects.toThrow(/abort/);
    expect(await isOver(first.lost, 100)).toBe(false);
  });
});

test('of the embedded database each lease is free: its folder has one process', async () => {
  const lease = await leases(undefined)('shard 0', forever);
  expect(await isOver(lease.lost, 50)).toBe(false);
  await lease.release();
});
