import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ToldAnswer } from '../../src/answer/told.ts';
import { openEngine, type RunningEngine } from '../../src/engine/host.ts';
import { MODEL_FOLDER } from '../../src/network/model-files.ts';
import { createRecordingLog } from '../discord/stand-in/running-bot.ts';
import { standInFolder } from '../network/stand-in.ts';
import { type Bundled, bundle } from './bundled.ts';

const SEED = new URL('../../seeds/jinchang.txt', import.meta.url);
/** An answer that takes longer ends the engine. Milliseconds. */
const DEADLINE_MS = 2_000;
const CROWD = 200;

let folder: string;
let engineLog: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  copyFileSync(SEED, join(folder, 'jinchang.txt'));
  engineLog = join(folder, '.log');
  writeFileSync(engineLog, '');
  vi.stubEnv('ENGINE_LOG', engineLog);
});
afterEach(() => {
  engine?.stop();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

let engine: RunningEngine | undefined;
let log: ReturnType<typeof createRecordingLog>;

async function open(programs: Bundled): Promise<RunningEngine> {
  log = createRecordingLog();
  engine = await openEngine({
    entry: programs.pathOf('hostile-engine'),
    opening: { folder, cacheDir: undefined, worthKeeping: 1, filledFirst: 64, watch: false, pageMs: 30_000 },
    questionMs: DEADLINE_MS,
    completionMs: 300,
    log,
  });
  return engine;
}

async function ask(from: RunningEngine, question: string): Promise<ToldAnswer> {
  return (await from.call({ kind: 'answer', question, limit: 5 })).answer;
}

/** What the engine's process has said. */
function told(): { readonly event: string; readonly reason?: string }[] {
  return readFileSync(engineLog, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

const programsWith = (model?: string) =>
  bundle(
    ['hostile-engine', 'hostile-pages'].map((name) => new URL(`${name}.ts`, import.meta.url)),
    { model },
  );

describe('with the network', () => {
  let programs: Bundled;
  beforeAll(async () => {
    programs = await programsWith(MODEL_FOLDER);
  });
  afterAll(() => programs.remove());

  it('answers, the same way each time, and has nothing to say about itself', async () => {
    const running = await open(programs);
    const first = await ask(running, '马翠芳负责多少户？');
    expect(first.passages[0]?.text).toContain('马翠芳');
    expect(await ask(running, '马翠芳负责多少户？')).toEqual(first);
    expect(told()).toEqual([]);
  });

  it(`answers each of ${CROWD} who ask at once, none past the deadline`, async () => {
    const running = await open(programs);
    const questions = Array.from({ length: CROWD }, (_, at) => `${at + 1}位居民的事网格员怎么办？`);
    const answers = await Promise.all(questions.map((question) => ask(running, question)));
    expect(answers.map(({ question }) => question)).toEqual(questions);
    // A call past its deadline would be a line, and the end of the engine.
    expect(log.records).toEqual([]);
  }, 60_000);

  it('reads for some of a crowd, and for whoever asks alone', async () => {
    const running = await open(programs);
    const crowd = Array.from({ length: 60 }, (_, at) => ask(running, `${at + 1}号楼的人问，谁负责养老金认证？`));
    const read = (await Promise.all(crowd)).filter((answer) => answer.read).length;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(60);
    // One line after the other, as from a file: nobody waits.
    for (let at = 0; at < 12; at += 1) expect((await ask(running, `${at + 1}号楼里谁认证养老金？`)).read).toBe(true);
  }, 60_000);
});

it.each([
  ['there is none', async () => undefined, /ENOENT|no such file|is not there|missing/],
  [
    'a file of it is damaged',
    async () => {
      const model = standInFolder();
      truncateSync(join(model, 'reader.onnx'), 40);
      return model;
    },
    /reader\.onnx is damaged/,
  ],
])('answers from words alone, and says so in one line, where %s', async (_, model, reason) => {
  const place = await model();
  const programs = await programsWith(place);
  try {
    const answer = await ask(await open(programs), '马翠芳负责多少户？');
    expect(answer.passages[0]?.text).toContain('马翠芳');
    expect(answer.read).toBe(false);
    expect(told()).toEqual([
      { event: 'questions are answered from words alone', reason: expect.stringMatching(reason) },
    ]);
  } finally {
    programs.remove();
    if (place !== undefined) rmSync(place, { recursive: true });
  }
});
