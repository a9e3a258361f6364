import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startUpkeep } from '../../src/curation/upkeep.ts';
import { type Store, StoreUnavailable } from '../../src/store/store.ts';
import { createRecordingLog } from '../discord/stand-in/running-bot.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A store that is away the first time that something is asked of it. */
function storeThatTells(told: string[]): Store {
  let isAway = true;
  const note = (what: string) => async (server?: string) => {
    told.push(`${what} ${server ?? ''}`.trim());
    if (isAway) {
      isAway = false;
      throw new StoreUnavailable('away');
    }
  };
  return { joined: note('joined'), left: note('left'), expire: note('expire') } as unknown as Store;
}

it('deletes what is past its time, at first after a minute and then several times a day, whatever fails', async () => {
  const told: string[] = [];
  const log = createRecordingLog();
  const upkeep = startUpkeep(storeThatTells(told), log);
  await vi.advanceTimersByTimeAsync(24 * 3_600_000);
  expect(told).toEqual(Array.from({ length: 4 }, () => 'expire'));
  expect(log.records.map(({ level }) => level)).toEqual(['warn']);
  upkeep.stop();
  await vi.advanceTimersByTimeAsync(24 * 3_600_000);
  expect(told).toHaveLength(4);
});

it('tells the store of servers one after the other', async () => {
  const told: string[] = [];
  const upkeep = startUpkeep(storeThatTells(told), createRecordingLog());
  upkeep.left('1');
  upkeep.joined('1');
  upkeep.joined('2');
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toEqual(['left 1', 'joined 1', 'joined 2']);
  upkeep.stop();
});

it('makes up for what happened while it did not run, in the servers of its own shards', async () => {
  const told: string[] = [];
  const kept = [
    { id: 'stayed', hasLeft: false },
    { id: 'removed meanwhile', hasLeft: false },
    { id: 'added again meanwhile', hasLeft: true },
    { id: 'gone before', hasLeft: true },
    { id: 'of another process', hasLeft: false },
  ];
  const store = {
    servers: async () => kept,
    joined: async (server: string) => void told.push(`joined ${server}`),
    left: async (server: string) => void told.push(`left ${server}`),
  } as unknown as Store;
  const upkeep = startUpkeep(store, createRecordingLog());
  upkeep.began({
    servers: new Set(['stayed', 'added again meanwhile', 'new']),
    isOwn: (server) => server !== 'of another process',
  });
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toEqual(['left removed meanwhile', 'joined added again meanwhile']);
  upkeep.stop();
});
