import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reader } from '../../src/chat/reader.ts';
import { type Engine, TookTooLong } from '../../src/engine/engine.ts';
import { type EngineOptions, openEngine, type RunningEngine } from '../../src/engine/host.ts';
import { createRecordingLog } from '../discord/stand-in/running-bot.ts';
import { type Bundled, bundle } from './bundled.ts';

const READER: Reader = { locale: 'zh-CN', script: 'hans' };
const page = (title: string, fact: string) =>
  `${title}\n\n2024年3月2日 来源：江城日报\n\n${fact}这条消息昨天传遍了全城。\n\n市民李明说，他每天清晨都来跑步。\n`;

/** What was built from the one page is kept from test to test: reading it again takes a second. */
const folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
const cacheDir = mkdtempSync(join(tmpdir(), 'wenzhai-cache-'));
const engineLog = join(cacheDir, 'log');

let programs: Bundled;
beforeAll(async () => {
  programs = await bundle(
    ['hostile-engine', 'hostile-pages'].map((name) => new URL(`${name}.ts`, import.meta.url)),
    { fewWords: true },
  );
});
afterAll(() => {
  programs.remove();
  rmSync(folder, { recursive: true });
  rmSync(cacheDir, { recursive: true });
});

let engine: RunningEngine | undefined;
let log: ReturnType<typeof createRecordingLog>;
beforeEach(() => {
  log = createRecordingLog();
  writeFileSync(engineLog, '');
  vi.stubEnv('ENGINE_LOG', engineLog);
  writeFileSync(join(folder, 'walk.txt'), page('河边新建步道', '城东的步道全长六公里。'));
});
afterEach(() => {
  engine?.stop();
  vi.unstubAllEnvs();
  for (const file of readdirSync(folder)) rmSync(join(folder, file));
});

async function open(options: Partial<EngineOptions> = {}, watch = false): Promise<RunningEngine> {
  engine = await openEngine({
    entry: programs.pathOf('hostile-engine'),
    opening: opening(watch),
    questionMs: 1_500,
    completionMs: 50,
    log,
    ...options,
  });
  return engine;
}

const opening = (watch: boolean) => ({ folder, cacheDir, worthKeeping: 1, filledFirst: 64, watch, pageMs: 1_500 });

const onLinux = it.runIf(process.platform === 'linux');

/** The processes that run a program of a folder. */
function processesOf(programFolder: string): string[] {
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && commandLineOf(pid).includes(programFolder));
}

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

const run = (to: Engine, name: string, options: Record<string, unknown> = {}, reader = READER) =>
  to.call({ kind: 'run', name, options, reader });
const length = async (to: Engine) => {
  const { answer } = await to.call({ kind: 'answer', question: '步道全长多少公里？', limit: 1 });
  return answer.passages[0]?.text;
};
const skipped = () =>
  readFileSync(engineLog, 'utf8')
    .split('\n')
    .flatMap((line) => (line.includes('seed skipped') ? [JSON.parse(line).file] : []));
const warnings = () => log.records.filter(({ level }) => level !== 'info').map(({ event }) => event);

describe('a call that never comes back', () => {
  it.each(['hang', 'abort'])('%s: ends that call alone; the others go on', async (name) => {
    const to = await open();
    const hung = run(to, name);
    const others = [length(to), length(to), run(to, 'about')];
    await expect(hung).rejects.toThrow(TookTooLong);
    const [text, again, about] = await Promise.all(others);
    expect(text).toContain('六公里');
    expect(again).toBe(text);
    expect(JSON.stringify(about)).toContain('河边新建步道');
    expect(warnings().sort()).toEqual(['a call was given up', 'engine ended, replacing it']);
  });

  it('is not tried again, whoever asks', async () => {
    const to = await open();
    await expect(run(to, 'hang', { text: '甲' })).rejects.toThrow(TookTooLong);
    expect(await length(to)).toContain('六公里');
    const before = performance.now();
    await expect(run(to, 'hang', { text: '甲' }, { locale: 'en', script: undefined })).rejects.toThrow(TookTooLong);
    expect(await length(to)).toContain('六公里');
    // Were it tried, starting another process alone would take longer.
    expect(performance.now() - before).toBeLessThan(1_400);
    expect(log.records.filter(({ event }) => event === 'engine replaced')).toHaveLength(1);
  });

  it('does not keep the engine from being stopped', async () => {
    const to = await open({ questionMs: 60_000 });
    run(to, 'hang').catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 200));
    to.stop();
  });
});

it('a bug is thrown where it was asked for, and is no reason to start anew', async () => {
  const to = await open();
  await expect(run(to, 'throw')).rejects.toMatchObject({ name: 'RangeError', message: 'a bug' });
  expect(await length(to)).toContain('六公里');
  expect(log.records).toEqual([]);
});

it('a key that comes late is given up, and the engine goes on', async () => {
  const to = await open({ completionMs: 1, questionMs: 20_000 });
  const key = { kind: 'complete', command: 'quote', option: 'passage', others: {}, reader: READER } as const;
  const keys = Array.from({ length: 20 }, (_, at) => to.call({ ...key, typed: `步道全长${'多少公里'.repeat(at)}` }));
  const outcomes = await Promise.allSettled(keys);
  expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
  expect(await length(to)).toContain('六公里');
  expect(log.records.filter(({ event }) => event === 'engine replaced')).toEqual([]);
});

describe('a page that cannot be read in time', () => {
  it.each(['这一页会卡住', '这一页会崩溃'])('%s: is left out with one line, once', async (words) => {
    writeFileSync(join(folder, 'bad.txt'), page('坏的一页', words));
    const to = await open();
    expect(to.holdings.articles.map(({ id }) => id)).toEqual(['walk']);
    expect(skipped()).toEqual(['bad.txt']);
    await expect(run(to, 'hang')).rejects.toThrow(TookTooLong);
    expect(await length(to)).toContain('六公里');
    // The engine that took the place of the first is told of it: it neither tries nor says so again.
    expect(skipped()).toEqual(['bad.txt']);
    expect(readFileSync(engineLog, 'utf8').match(/bad page begun/g)).toHaveLength(1);
  });
});

it('another engine answers at once, whatever is being read', async () => {
  const to = await open({ opening: { ...opening(true), pageMs: 60_000 } });
  writeFileSync(join(folder, 'bad.txt'), page('坏的一页', '这一页会卡住'));
  await vi.waitFor(() => expect(readFileSync(engineLog, 'utf8')).toContain('bad page begun'), 20_000);
  await expect(run(to, 'hang')).rejects.toThrow(TookTooLong);
  const before = performance.now();
  expect(await length(to)).toContain('六公里');
  expect(performance.now() - before).toBeLessThan(20_000);
});

onLinux('nothing is left behind of an engine that dies while a page is read', async () => {
  const to = await open({ opening: { ...opening(true), pageMs: 60_000 } });
  writeFileSync(join(folder, 'bad.txt'), page('坏的一页', '这一页会卡住'));
  await vi.waitFor(() => expect(readFileSync(engineLog, 'utf8')).toContain('bad page begun'), 20_000);
  rmSync(join(folder, 'bad.txt'));
  await expect(run(to, 'abort')).rejects.toThrow(TookTooLong);
  expect(await length(to)).toContain('六公里');
  to.stop();
  await vi.waitFor(() => expect(processesOf(programs.folder)).toEqual([]), 5_000);
});

it('takes in what changes while it answers', async () => {
  const onChange = vi.fn();
  const to = await open({ onChange }, true);
  writeFileSync(join(folder, 'bridge.txt'), page('老桥今日重开', '老桥修缮历时三年。'));
  await vi.waitFor(
    () => {
      expect(to.holdings.articles.map(({ id }) => id)).toEqual(['bridge', 'walk']);
    },
    { timeout: 20_000, interval: 1_500 },
  );
  expect(onChange).toHaveBeenCalled();
});

it('goes on with what it had where nothing is left in the folder', async () => {
  const to = await open({}, true);
  rmSync(join(folder, 'walk.txt'));
  await expect(run(to, 'hang')).rejects.toThrow(TookTooLong);
  expect(await length(to)).toContain('六公里');
});

it('says why it could not be opened', async () => {
  rmSync(join(folder, 'walk.txt'));
  await expect(open()).rejects.toMatchObject({ name: 'EmptyLibrary' });
});
