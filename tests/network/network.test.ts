import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  MOST_CONTEXT_TOKENS,
  MOST_QUESTION_TOKENS,
  MOST_TEXT_TOKENS,
  type Network,
} from '../../src/network/network.ts';
import { openNetwork } from '../../src/network/open-network.ts';
import {
  DIMENSIONS,
  encoderFile,
  openStandIn,
  PIECES,
  readerFile,
  STATES,
  type StandIn,
  standInFolder,
  tokenizerFile,
  WIDTH,
} from './stand-in.ts';

const TEXT = '中国人民2024年。 the 5年。';
const SENTENCES = [
  { start: 0, end: 10 },
  { start: 11, end: 17 },
];

const idOf = (piece: string) => PIECES.findIndex(([other]) => other === piece);
const stateOf = (piece: string) => STATES.slice(idOf(piece) * WIDTH, (idOf(piece) + 1) * WIDTH);

let standIn: StandIn;
let network: Network;
beforeAll(async () => {
  standIn = await openStandIn();
  network = standIn.network;
});
afterAll(() => standIn.close());

function length(vector: Float32Array): number {
  return Math.hypot(...vector);
}

describe('a question', () => {
  it('stands between the marks, and its vector is of its own tokens', async () => {
    const { states, vector } = await network.encodeQuestion('中国人');
    expect(states.rows).toBe(4);
    expect(states.values).toEqual(
      Float32Array.from(['<s>', '▁中国', '人', '</s>'].flatMap((piece) => [...stateOf(piece)])),
    );
    expect(vector).toHaveLength(DIMENSIONS);
    expect(length(vector)).toBeCloseTo(1, 5);
  });

  it.each(['', ' ', '\n', '</s>', '\ud800', '🐟'.repeat(200), '年'.repeat(5_000)])(
    'may be anything: %j',
    async (question) => {
      const { states, vector } = await network.encodeQuestion(question);
      expect(states.rows).toBeLessThanOrEqual(MOST_QUESTION_TOKENS + 2);
      expect(vector.every(Number.isFinite)).toBe(true);
    },
  );
});

describe('a passage', () => {
  it('has a row for every token, behind those of its context', async () => {
    const { states, tokens, firstRow } = await network.encodePassage({
      context: '年',
      text: TEXT,
      sentences: SENTENCES,
    });
    const pieces = [
      '<s>',
      '▁',
      '年',
      '</s>',
      '▁中国',
      '人民',
      '2024',
      '年',
      '。',
      '▁the',
      '▁',
      '5',
      '年',
      '。',
      '</s>',
    ];
    expect(states.values).toEqual(Float32Array.from(pieces.flatMap((piece) => [...stateOf(piece)])));
    expect(pieces.slice(firstRow, firstRow + tokens.length)).toEqual(pieces.slice(4, -1));
    expect(tokens.map(({ start, end }) => TEXT.slice(start, end)).join('|')).toBe('中国|人民|2024|年|。|the| |5|年|。');
  });

  it('has a vector for each sentence, of its own tokens', async () => {
    const both = await network.encodePassage({ context: '', text: TEXT, sentences: SENTENCES });
    const first = await network.encodePassage({ context: '一', text: TEXT.slice(0, 10), sentences: [] });
    expect(both.sentenceVectors).toHaveLength(2);
    expectNear(both.sentenceVectors[0], first.vector);
    expect(both.sentenceVectors.map(length)).toEqual([expect.closeTo(1, 5), expect.closeTo(1, 5)]);
  });

  it('is seen as far as it goes, and what is behind has the vector of the whole', async () => {
    const text = `${'年'.repeat(MOST_TEXT_TOKENS)}。人。`;
    const sentences = [
      { start: 0, end: MOST_TEXT_TOKENS + 1 },
      { start: MOST_TEXT_TOKENS + 1, end: text.length },
    ];
    const passage = await network.encodePassage({ context: '人'.repeat(500), text, sentences });
    expect(passage.tokens).toHaveLength(MOST_TEXT_TOKENS);
    expect(passage.states.rows).toBe(MOST_CONTEXT_TOKENS + MOST_TEXT_TOKENS + 3);
    expect(passage.sentenceVectors[1]).toEqual(passage.vector);
  });

  it('depends on nothing else that is asked', async () => {
    const alone = await network.encodePassage({ context: '', text: TEXT, sentences: SENTENCES });
    const [, among] = await Promise.all([
      network.encodeQuestion('一二三'),
      network.encodePassage({ context: '', text: TEXT, sentences: SENTENCES }),
      network.encodePassage({ context: '年', text: '人', sentences: [] }),
    ]);
    expect(among).toEqual(alone);
  });
});

it('joins a question and a passage: a logit for each token of the text', async () => {
  const question = await network.encodeQuestion('中国');
  const passage = await network.encodePassage({ context: '大', text: TEXT, sentences: SENTENCES });
  const longer = await network.encodePassage({ context: '大大大', text: TEXT, sentences: SENTENCES });
  const { start, end, answers } = await network.join(question, passage);
  expect([start.length, end.length]).toEqual([passage.tokens.length, passage.tokens.length]);
  // Both times 年 and 。, wherever they stand.
  expect(start[3]).toBe(start[8]);
  expect(end[4]).toBe(end[9]);
  expect(start).not.toEqual(end);
  expect((await network.join(question, longer)).start).toEqual(start);
  const first = ['<s>', '▁中国', '</s>'].map((piece) => stateOf(piece)[0] ?? 0);
  expect(answers).toBeCloseTo(first.reduce((sum, value) => sum + value, 0) / 3, 5);
});

it('is another one when any of its files is', async () => {
  const other = standInFolder();
  const digest = async () => (await openNetwork(() => {}, other))?.digest;
  expect(await digest()).toBe(network.digest);
  writeFileSync(join(other, 'tokenizer.json'), JSON.stringify(tokenizerFile(), null, 1));
  expect(await digest()).toMatch(/^[0-9a-f]{64}$/);
  expect(await digest()).not.toBe(network.digest);
  rmSync(other, { recursive: true });
});

describe('a folder that is no network', () => {
  let broken: string;
  let reasons: string[];
  beforeEach(() => {
    broken = standInFolder();
    reasons = [];
  });
  afterEach(() => rmSync(broken, { recursive: true }));
  const open = () => openNetwork((reason) => reasons.push(reason), broken);

  it.each(['encoder.onnx', 'reader.onnx', 'tokenizer.json'])('says which file is missing: %s', async (name) => {
    rmSync(join(broken, name));
    expect(await open()).toBeUndefined();
    expect(reasons).toEqual([`${name}: the file does not exist (ENOENT)`]);
  });

  it('says which one is a folder', async () => {
    rmSync(join(broken, 'encoder.onnx'));
    mkdirSync(join(broken, 'encoder.onnx'));
    expect(await open()).toBeUndefined();
    expect(reasons).toEqual(['encoder.onnx: the file is a folder']);
  });

  it.each(['encoder.onnx', 'reader.onnx'])('says which file is cut short, wherever it is cut: %s', async (name) => {
    const whole = readFileSync(join(broken, name));
    for (let size = 0; size < whole.length; size += Math.ceil(whole.length / 23)) {
      writeFileSync(join(broken, name), whole.subarray(0, size));
      expect(await open(), `${size} bytes`).toBeUndefined();
    }
    expect(reasons).toHaveLength(23);
    for (const reason of reasons) expect(reason).toMatch(new RegExp(`^${name} is damaged: .`));
  });

  it('survives any byte that is another', async () => {
    for (const name of ['encoder.onnx', 'reader.onnx', 'tokenizer.json']) {
      const whole = readFileSync(join(broken, name));
      for (let at = 3; at < whole.length; at += Math.ceil(whole.length / 40)) {
        const damaged = Buffer.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ 0xff;
        writeFileSync(join(broken, name), damaged);
        const told = reasons.length;
        const isOpen = (await open()) !== undefined;
        expect(reasons).toHaveLength(told + (isOpen ? 0 : 1));
      }
      writeFileSync(join(broken, name), whole);
    }
    expect(reasons.length).toBeGreaterThan(20);
  });

  it('says that the files do not fit each other', async () => {
    writeFileSync(join(broken, 'encoder.onnx'), encoderFile(PIECES.length - 1));
    expect(await open()).toBeUndefined();
    writeFileSync(join(broken, 'encoder.onnx'), encoderFile());
    writeFileSync(join(broken, 'reader.onnx'), readerFile(WIDTH - 1));
    expect(await open()).toBeUndefined();
    writeFileSync(join(broken, 'reader.onnx'), encoderFile());
    expect(await open()).toBeUndefined();
    expect(reasons).toEqual(Array(3).fill(expect.stringMatching(/^the files do not fit each other: ./)));
  });

  it('says that the tokenizer is another', async () => {
    writeFileSync(join(broken, 'tokenizer.json'), '{"model":{"type":"BPE"}}');
    expect(await open()).toBeUndefined();
    expect(reasons).toEqual(['tokenizer.json is damaged, or of another kind']);
  });

  it('says that nothing runs it on this machine', async () => {
    vi.doMock('onnxruntime-node', () => {
      throw new Error('no binary for this platform\nRequire stack: …');
    });
    try {
      expect(await open()).toBeUndefined();
    } finally {
      vi.doUnmock('onnxruntime-node');
    }
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatch(/^there is nothing to run a network with on this machine: .+$/);
  });
});

it('is not there without its files, and the program is told once', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'wenzhai-network-'));
  const tell = vi.fn();
  expect(await openNetwork(tell, empty)).toBeUndefined();
  expect(tell).toHaveBeenCalledOnce();
  rmSync(empty, { recursive: true });
});

function expectNear(actual: Float32Array | undefined, wanted: Float32Array): void {
  expect([...(actual ?? [])]).toEqual([...wanted].map((value) => expect.closeTo(value, 5)));
}
