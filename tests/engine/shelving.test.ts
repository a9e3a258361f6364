import { beforeEach, describe, expect, it } from 'vitest';
import { TookTooLong } from '../../src/engine/engine.ts';
import { createShelving, type Errand, type Shelving } from '../../src/engine/shelving.ts';
import { createRecordingLog } from '../discord/stand-in/running-bot.ts';
import { articleOf, type MadeShelves, madeShelves } from './made-shelves.ts';

const BRIDGE = articleOf('bridge', '老桥今日重开', '老桥修缮历时三年。');
const MARKET = articleOf('market', '菜市场搬家', '菜市场有四十个摊位。');
const A = '100000000000000001';

let shelves: MadeShelves;
let errands: Errand[];
let shelving: Shelving;
/** Milliseconds. */
let now: number;
/** What becomes of an errand. */
let heeded: (errand: Errand) => void;
beforeEach(() => {
  shelves = madeShelves();
  errands = [];
  heeded = (errand) => {
    if (errand.kind === 'shelve')
      shelving.heed({ kind: 'shelved', server: errand.server, revision: errand.shelf.revision });
  };
  const hand = (errand: Errand) => {
    errands.push(errand);
    setImmediate(() => heeded(errand));
  };
  now = 1_000;
  shelving = createShelving(shelves, hand, createRecordingLog(), () => now);
});

const turn = () => new Promise((resolve) => setTimeout(resolve, 20));
const kinds = () => errands.map(({ kind }) => kind);

describe('a server', () => {
  it('without articles is asked for once, and the engine hears nothing of it', async () => {
    expect(shelving.known(A)).toBeUndefined();
    expect(await Promise.all([shelving.ready(A), shelving.ready(A)])).toEqual(['operators', 'operators']);
    expect(shelving.known(A)).toBe('operators');
    expect([shelves.looked, shelves.fetched, errands]).toEqual([[A], [], []]);
    shelves.put(A, [BRIDGE]);
    expect(shelving.isCurrent(A, 'operators')).toBe(false);
    expect(await shelving.ready(A)).toBe(1);
    shelves.put(A, []);
    expect(shelving.isCurrent(A, 1)).toBe(false);
    expect(await shelving.ready(A)).toBe('operators');
    expect(kinds().at(-1)).toBe('forget');
  });

  it('is fetched again where it has changed while it was fetched or made', async () => {
    shelves.put(A, [BRIDGE]);
    shelves.hindrance = async (asked) => {
      if (asked === 'shelf' && shelves.fetched.length === 1) shelves.put(A, [MARKET]);
    };
    expect(await shelving.ready(A)).toBe(2);
    expect(errands.flatMap((errand) => (errand.kind === 'shelve' ? [errand.shelf.revision] : []))).toEqual([2]);
    expect(shelving.known(A)).toBe(2);
  });

  it('counts as loaded cold where the engine does not hold it, and not where it changes', async () => {
    shelves.put(A, [BRIDGE]);
    await shelving.ready(A);
    await shelving.ready(A);
    expect(shelving.coldLoads).toBe(1);
    shelves.put(A, [MARKET]);
    await shelving.ready(A);
    expect([shelving.known(A), shelving.coldLoads]).toEqual([2, 1]);
    shelving.dropped(A);
    await shelving.ready(A);
    expect(shelving.coldLoads).toBe(2);
  });

  it('that nobody has asked in is forgotten when it changes, and not fetched', async () => {
    shelves.put(A, [BRIDGE]);
    await turn();
    expect([kinds(), shelves.looked, shelves.fetched]).toEqual([['forget'], [], []]);
  });

  it('that is held is brought up to date before anybody asks', async () => {
    shelves.put(A, [BRIDGE]);
    await shelving.ready(A);
    shelves.put(A, [MARKET]);
    expect(shelving.known(A)).toBeUndefined();
    await turn();
    expect(shelving.known(A)).toBe(2);
    expect(kinds()).toEqual(['forget', 'shelve', 'shelve']);
  });

  it('that the engine has let go of is fetched again, and asked for no more', async () => {
    shelves.put(A, [BRIDGE]);
    await shelving.ready(A);
    shelving.heed({ kind: 'dropped', server: A });
    expect(shelving.known(A)).toBeUndefined();
    expect(await shelving.ready(A)).toBe(1);
    expect([shelves.looked, shelves.fetched]).toEqual([[A], [A, A]]);
  });
});

describe('a library during whose making the engine ends', () => {
  it('is made again by the next one', async () => {
    shelves.put(A, [BRIDGE]);
    const heed = heeded;
    heeded = () => {
      heeded = heed;
      shelving.engineEnded();
    };
    expect(await shelving.ready(A)).toBe(1);
  });

  it('is left alone after some times, until it changes', async () => {
    shelves.put(A, [BRIDGE]);
    const heed = heeded;
    heeded = () => shelving.engineEnded();
    await expect(shelving.ready(A)).rejects.toThrow(TookTooLong);
    const { length } = errands;
    await expect(shelving.ready(A)).rejects.toThrow(TookTooLong);
    expect(errands).toHaveLength(length);
    heeded = heed;
    shelves.put(A, [MARKET]);
    expect(await shelving.ready(A)).toBe(2);
  });

  it('is tried again after a while, once, for it may not be to blame', async () => {
    shelves.put(A, [BRIDGE]);
    const heed = heeded;
    heeded = () => shelving.engineEnded();
    await expect(shelving.ready(A)).rejects.toThrow(TookTooLong);
    const { length } = errands;
    now += 11 * 60_000;
    await expect(shelving.ready(A)).rejects.toThrow(TookTooLong);
    await expect(shelving.ready(A)).rejects.toThrow(TookTooLong);
    expect(errands).toHaveLength(length + 1);
    now += 11 * 60_000;
    heeded = heed;
    expect(await shelving.ready(A)).toBe(1);
  });

  it('is told as what it is where making it throws', async () => {
    shelves.put(A, [BRIDGE]);
    heeded = ({ server }) => {
      const error = { name: 'RangeError', message: 'a bug', stack: undefined, code: undefined, syscall: undefined };
      shelving.heed({ kind: 'not shelved', server, error });
    };
    await expect(shelving.ready(A)).rejects.toMatchObject({ name: 'RangeError', message: 'a bug' });
  });
});

it('makes so many at once, and the others after them', async () => {
  const servers = Array.from({ length: 30 }, (_, at) => String(at));
  for (const server of servers) shelves.put(server, [BRIDGE]);
  errands.length = 0;
  const heed = heeded;
  heeded = () => {};
  const all = Promise.all(servers.map((server) => shelving.ready(server)));
  await turn();
  expect(errands.length).toBeLessThan(10);
  heeded = heed;
  for (const errand of [...errands]) heed(errand);
  expect(await all).toEqual(servers.map(() => 1));
});
