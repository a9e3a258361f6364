import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ToldAnswer } from '../../src/answer/answer.ts';
import { openEngine, type RunningEngine } from '../../src/engine/host.ts';
import { MODEL_FOLDER } from '../../src/network/model-files.ts';
import { createRecordingLog } from '../discord/stand-in/running-bot.ts';
import { standInFolder } from '../network/stand-in.ts';
import { type Beside, type Bundled, bundle } from './bundled.ts';

/** Read before: what is tested begins after that. */
const ARTICLE = new URL('../golden/jinchang.json', import.meta.url);
/** An answer that takes longer ends the engine. Milliseconds. */
const DEADLINE_MS = 2_000;
const CROWD = 200;

/** An engine over the article, and what is said meanwhile. */
interface Opened {
  readonly engine: RunningEngine;
  readonly log: ReturnType<typeof createRecordingLog>;
  /** What the engine's process has said. */
  told(): { readonly event: string; readonly reason?: string }[];
  close(): void;
}

async function open(programs: Bundled): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  copyFileSync(ARTICLE, join(folder, 'jinchang.json'));
  const engineLog = join(folder, '.log');
  writeFileSync(engineLog, '');
  vi.stubEnv('ENGINE_LOG', engineLog);
  const log = createRecordingLog();
  const engine = await openEngine({
    entry: programs.pathOf('hostile-engine'),
    opening: { folder, cacheDir: undefined, worthKeeping: 1, filledFirst: 64, watch: false, pageMs: 30_000 },
    questionMs: DEADLINE_MS,
    completionMs: 300,
    log,
  });
  return {
    engine,
    log,
    told() {
      const lines = readFileSync(engineLog, 'utf8').split('\n');
      return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
    },
    close() {
      engine.stop();
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true });
    },
  };
}

async function ask(from: RunningEngine, question: string): Promise<ToldAnswer> {
  return (await from.call({ kind: 'answer', question, limit: 5 })).answer;
}

const programsWith = (beside: Beside) =>
  bundle(
    ['hostile-engine', 'hostile-pages'].map((name) => new URL(`${name}.ts`, import.meta.url)),
    beside,
  );

describe('with the network', () => {
  let programs: Bundled;
  let opened: Opened;
  beforeAll(async () => {
    programs = await programsWith({ model: MODEL_FOLDER });
    opened = await open(programs);
  }, 60_000);
  afterAll(() => {
    opened.close();
    programs.remove();
  });

  it('answers, the same way each time, and has nothing to say about itself', async () => {
    const { engine, told } = opened;
    const first = await ask(engine, '马翠芳负责多少户？');
    expect(first.passages[0]?.text).toContain('马翠芳');
    expect(await ask(engine, '马翠芳负责多少户？')).toEqual(first);
    expect(told()).toEqual([]);
  });

  it('reads for some of a crowd, and for whoever asks alone', async () => {
    const { engine } = opened;
    const crowd = Array.from({ length: 60 }, (_, at) => ask(engine, `${at + 1}号楼的人问，谁负责养老金认证？`));
    const read = (await Promise.all(crowd)).filter((answer) => answer.read).length;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(60);
    // One line after the other, as from a file: nobody waits.
    for (let at = 0; at < 12; at += 1) expect((await ask(engine, `${at + 1}号楼里谁认证养老金？`)).read).toBe(true);
  }, 60_000);

  it(`answers each of ${CROWD} who ask at once, none past the deadline`, async () => {
    const { engine, log } = opened;
    const questions = Array.from({ length: CROWD }, (_, at) => `${at + 1}位居民的事网格员怎么办？`);
    const answers = await Promise.all(questions.map((question) => ask(engine, question)));
    expect(answers.map(({ question }) => question)).toEqual(questions);
    // A call past its deadline would be a line, and the end of the engine.
    expect(log.records).toEqual([]);
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
  const programs = await programsWith({ model: place, fewWords: true });
  const { engine, told, close } = await open(programs);
  try {
    const answer = await ask(engine, '马翠芳负责多少户？');
    expect(answer.passages[0]?.text).toContain('马翠芳');
    expect(answer.read).toBe(false);
    expect(told()).toEqual([
      { event: 'questions are answered from words alone', reason: expect.stringMatching(reason) },
    ]);
  } finally {
    close();
    programs.remove();
    if (place !== undefined) rmSync(place, { recursive: true });
  }
});
