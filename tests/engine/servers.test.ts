import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Call } from '../../src/engine/calls.ts';
import { TookTooLong } from '../../src/engine/engine.ts';
import { type EngineOptions, openEngine, type RunningEngine } from '../../src/engine/host.ts';
import { createRecordingLog } from '../discord/stand-in/running-bot.ts';
import { type Bundled, bundle } from './bundled.ts';
import { articleOf, type MadeShelves, madeShelves } from './made-shelves.ts';

const READER = { locale: 'zh-CN', script: 'hans' } as const;
const WALK = '河边新建步道\n\n2024年3月2日 来源：江城日报\n\n城东的步道全长六公里。这条消息昨天传遍了全城。\n';
const BRIDGE = articleOf('bridge', '老桥今日重开', '老桥修缮历时三年。', '老桥昨天重新开放。');
const MARKET = articleOf('market', '菜市场搬家', '菜市场搬到了北门外。', '菜市场有四十个摊位。');
const POOL = articleOf('pool', '游泳馆开张', '游泳馆有八条泳道。');

let programs: Bundled;
beforeAll(async () => {
  programs = await bundle(
    ['hostile-engine', 'hostile-pages'].map((name) => new URL(`${name}.ts`, import.meta.url)),
    { fewWords: true },
  );
});
afterAll(() => programs.remove());

let folder: string;
let cacheDir: string;
let shelves: MadeShelves;
let log: ReturnType<typeof createRecordingLog>;
let engine: RunningEngine | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  cacheDir = mkdtempSync(join(tmpdir(), 'wenzhai-cache-'));
  writeFileSync(join(folder, 'walk.txt'), WALK);
  shelves = madeShelves();
  log = createRecordingLog();
});
afterEach(() => {
  engine?.stop();
  rmSync(folder, { recursive: true });
  rmSync(cacheDir, { recursive: true });
});

async function open(
  opening: Partial<EngineOptions['opening']> = {},
  options: Partial<EngineOptions> = {},
): Promise<RunningEngine> {
  engine?.stop();
  engine = await openEngine({
    entry: programs.pathOf('hostile-engine'),
    opening: { folder, cacheDir, worthKeeping: 1, filledFirst: 64, watch: false, pageMs: 5_000, ...opening },
    questionMs: 3_000,
    completionMs: 500,
    log,
    shelves,
    ...options,
  });
  return engine;
}

/** The passage that is the best answer in a server. */
async function answerIn(server: string | undefined, question: string): Promise<string | undefined> {
  const { answer } = (await engine?.call({ kind: 'answer', question, limit: 1, server })) ?? {};
  return answer?.answered === true ? answer.passages[0]?.text : undefined;
}
const repliedIn = async (server: string | undefined, name: string, options = {}) =>
  JSON.stringify(await engine?.call({ kind: 'run', name, options, reader: READER, server }));
const keptOfServers = () => readdirSync(cacheDir).filter((name) => name.startsWith('server-'));

const [A, B, C] = ['100000000000000001', '100000000000000002', '100000000000000003'];
const YEARS = '老桥修缮历时几年？';
const LENGTH = '步道全长多少公里？';
const STALLS = '菜市场有多少个摊位？';

describe('a server is answered from', () => {
  it('its own articles, and the operator’s where those do not say', async () => {
    shelves.put(A, [BRIDGE]);
    await open();
    expect(await answerIn(A, YEARS)).toContain('三年');
    expect(await answerIn(A, LENGTH)).toContain('六公里');
    expect(await answerIn(B, YEARS)).toBeUndefined();
    expect(await answerIn(B, LENGTH)).toContain('六公里');
    expect(await answerIn(undefined, YEARS)).toBeUndefined();
    const listed = await repliedIn(A, 'about');
    expect(listed.indexOf('老桥今日重开')).toBeLessThan(listed.indexOf('河边新建步道'));
  });

  it('its own alone, where the operator’s are switched off', async () => {
    shelves.put(A, [BRIDGE], false);
    await open();
    expect(await answerIn(A, YEARS)).toContain('三年');
    expect(await answerIn(A, LENGTH)).toBeUndefined();
    expect(await repliedIn(A, 'about')).not.toContain('步道');
    shelves.put(A, [BRIDGE], true);
    expect(await answerIn(A, LENGTH)).toContain('六公里');
  });

  it('nothing, and is told how that changes, where there is no article at all', async () => {
    rmSync(join(folder, 'walk.txt'));
    shelves.put(B, [BRIDGE]);
    await open();
    expect(engine?.holdings.articles).toEqual([]);
    expect(await repliedIn(A, 'ask', { question: YEARS })).toContain('这个服务器还没有文章');
    expect(await repliedIn(undefined, 'ask', { question: YEARS })).toContain('我这里还没有文章');
    const heard = await engine?.call({
      kind: 'hear',
      text: YEARS,
      cited: '',
      guildLocale: 'zh-TW',
      pageSize: 900,
      server: A,
    });
    expect(JSON.stringify(heard)).toContain('/library 添加');
    expect(await answerIn(B, YEARS)).toContain('三年');
    shelves.put(A, [], false);
    expect(await repliedIn(A, 'section')).toContain('/library 添加');
  });
});

describe('what changes on a shelf', () => {
  it('is seen by the next question, and what was removed is gone from the disk', async () => {
    shelves.put(A, [BRIDGE, MARKET]);
    await open();
    expect(await answerIn(A, STALLS)).toContain('四十');
    await vi.waitFor(() => expect(keptOfServers()).toHaveLength(1), 5_000);
    shelves.put(A, [BRIDGE]);
    expect(await answerIn(A, STALLS)).toBeUndefined();
    expect(await answerIn(A, YEARS)).toContain('三年');
    shelves.put(A, []);
    expect(await answerIn(A, YEARS)).toBeUndefined();
    expect(await answerIn(A, LENGTH)).toContain('六公里');
    await vi.waitFor(() => expect(keptOfServers()).toEqual([]), 2_000);
  });

  it('leaves the disk where nobody has asked since the start', async () => {
    shelves.put(A, [MARKET]);
    await open();
    expect(await answerIn(A, STALLS)).toContain('四十');
    await vi.waitFor(() => expect(keptOfServers()).toHaveLength(1), 5_000);
    await open();
    shelves.put(A, []);
    await vi.waitFor(() => expect(keptOfServers()).toEqual([]), 2_000);
  });

  it('is not answered from before the shelves say what there is now, not even by who has asked already', async () => {
    shelves.put(A, [MARKET]);
    await open();
    expect(await answerIn(A, STALLS)).toContain('四十');
    const tell = shelves.putQuietly(A, [POOL]);
    let goOn = () => {};
    shelves.hindrance = (_, server) => (server === A ? new Promise((resolve) => (goOn = resolve)) : Promise.resolve());
    // Asked before the change is known, answered after it.
    const under = Array.from({ length: 5 }, () => answerIn(A, `${STALLS}${' '.repeat(3)}`));
    tell();
    let isAnswered = false;
    void Promise.all(under).then(() => {
      isAnswered = true;
    });
    expect(await answerIn(B, LENGTH)).toContain('六公里');
    expect(isAnswered).toBe(false);
    shelves.hindrance = async () => {};
    goOn();
    expect(await Promise.all(under)).toEqual(under.map(() => undefined));
  });

  it('is dropped where the shelves cannot say what there is now', async () => {
    shelves.put(A, [MARKET]);
    await open();
    expect(await answerIn(A, STALLS)).toContain('四十');
    await vi.waitFor(() => expect(keptOfServers()).toHaveLength(1), 5_000);
    shelves.hindrance = async () => {
      throw Object.assign(new Error('the database is full'), { name: 'StoreUnavailable' });
    };
    shelves.put(A, []);
    await expect(answerIn(A, STALLS)).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await vi.waitFor(() => expect(keptOfServers()).toEqual([]), 2_000);
    expect(await answerIn(undefined, LENGTH)).toContain('六公里');
    shelves.hindrance = async () => {};
    expect(await answerIn(A, LENGTH)).toContain('六公里');
  });
});

describe('a cold server', () => {
  it('holds nobody up while its articles are fetched, and is fetched once for all who wait', async () => {
    for (const server of [A, B]) shelves.put(server, [BRIDGE]);
    await open();
    expect(await answerIn(B, YEARS)).toContain('三年');
    let goOn = () => {};
    shelves.hindrance = (_, server) => (server === A ? new Promise((resolve) => (goOn = resolve)) : Promise.resolve());
    const waiting = [answerIn(A, YEARS), answerIn(A, YEARS)];
    expect(await answerIn(B, YEARS)).toContain('三年');
    expect(await answerIn(undefined, LENGTH)).toContain('六公里');
    shelves.hindrance = async () => {};
    goOn();
    for (const answer of await Promise.all(waiting)) expect(answer).toContain('三年');
    expect(shelves.fetched).toEqual([B, A]);
    expect(shelves.looked).toEqual([B, A]);
  });

  it('gives no suggestions in time rather than late ones', async () => {
    shelves.put(A, [BRIDGE]);
    // Long enough for suggestions on a busy machine: what took longer once is not tried again.
    await open({}, { completionMs: 1_000 });
    shelves.hindrance = () => new Promise((resolve) => setTimeout(resolve, 2_500));
    const key: Call = {
      kind: 'complete',
      command: 'quote',
      option: 'passage',
      typed: '老桥',
      others: {},
      reader: READER,
      server: A,
    };
    await expect(engine?.call(key)).rejects.toThrow(TookTooLong);
    await vi.waitFor(async () => expect(JSON.stringify(await engine?.call(key))).toContain('老桥'), 5_000);
  });

  it('gives way where there is no room, and comes back', async () => {
    const servers = [A, B, C];
    for (const server of servers) shelves.put(server, [BRIDGE, MARKET]);
    await open({ serversBytes: 1 });
    for (const server of servers) expect(await answerIn(server, STALLS)).toContain('四十');
    expect(shelves.fetched).toEqual(servers);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    // The one that was asked last has stayed.
    for (const server of [C, A, B]) expect(await answerIn(server, STALLS)).toContain('四十');
    expect(shelves.fetched).toEqual([A, B, C, A, B]);
    expect(shelves.looked).toEqual(servers);
    const together = await Promise.all([...servers, ...servers].map((server) => answerIn(server, YEARS)));
    expect(together.every((answer) => answer?.includes('三年'))).toBe(true);
  });
});

it('a call that ends the engine takes no server’s library with it', async () => {
  shelves.put(A, [BRIDGE]);
  shelves.put(B, [MARKET]);
  await open();
  expect(await answerIn(A, YEARS)).toContain('三年');
  expect(await answerIn(B, STALLS)).toContain('四十');
  const killed = engine?.call({ kind: 'run', name: 'abort', options: {}, reader: READER, server: A });
  const others = [answerIn(A, YEARS), answerIn(B, STALLS)];
  await expect(killed).rejects.toThrow(TookTooLong);
  expect(await Promise.all(others)).toEqual([expect.stringContaining('三年'), expect.stringContaining('四十')]);
  expect(await answerIn(B, YEARS)).toBeUndefined();
});
