import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Network } from '../../src/network/network.ts';
import { openNetwork } from '../../src/network/open-network.ts';
import { type Node, onnxModel } from './onnx-model.ts';

/** Numbers in a state and in a vector of the stand-in. */
export const WIDTH = 12;
export const DIMENSIONS = 8;

/** What the stand-in is made of. Ids are the places in `PIECES`. */
export const PIECES: readonly (readonly [string, number])[] = [
  ['<s>', 0],
  ['<pad>', 0],
  ['</s>', 0],
  ['<unk>', 0],
  ['▁', -2],
  ['▁中国', -5],
  ['中国', -6],
  ['国人', -6.5],
  ['人民', -5.5],
  ['▁the', -4],
  ['2024', -7],
  ['年', -5],
  ['𠮷', -9],
  ['㎡', -9],
  ...[...'中国人民的一是在不了有和大这主工要,。?!:"()%0123456789abcdefghijklmnopqrstuvwxyz'].map(
    (character, index) => [character, -8 - index / 100] as const,
  ),
];

/** Any numbers, the same ones every time. */
function numbers(count: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x40000000 - 1;
  });
}

/** By id: what the stand-in turns a token into, wherever it stands. */
export const STATES = numbers(PIECES.length * WIDTH, 1);
/** What makes a vector of a state. */
const TO_VECTOR = numbers(WIDTH * DIMENSIONS, 2);
const TO_START = numbers(WIDTH, 3);
const TO_END = numbers(WIDTH, 4);

/** Each token's state is its row of a table, and its vector some projection of it: nothing depends on what stands beside it. */
export function encoderFile(pieces = PIECES.length): Uint8Array {
  return onnxModel({
    inputs: [{ name: 'ids', type: 'int64', shape: [1, 'n'] }],
    outputs: [
      { name: 'states', type: 'float32', shape: [1, 'n', WIDTH] },
      { name: 'vectors', type: 'float32', shape: [1, 'n', DIMENSIONS] },
    ],
    weights: [
      { name: 'table', shape: [pieces, WIDTH], values: STATES.slice(0, pieces * WIDTH) },
      { name: 'projection', shape: [WIDTH, DIMENSIONS], values: TO_VECTOR },
    ],
    nodes: [
      { type: 'Gather', inputs: ['table', 'ids'], output: 'states' },
      { type: 'MatMul', inputs: ['states', 'projection'], output: 'vectors' },
    ],
  });
}

/** Start and end are projections of a token's state; whether it answers is the first number of the question's mean state. */
export function readerFile(width = WIDTH): Uint8Array {
  const mean: Node = {
    type: 'ReduceMean',
    inputs: ['question'],
    output: 'mean',
    integers: { axes: [1] },
    integer: { keepdims: 0 },
  };
  return onnxModel({
    inputs: [
      { name: 'question', type: 'float32', shape: [1, 'q', width] },
      { name: 'passage', type: 'float32', shape: [1, 'p', width] },
    ],
    outputs: [
      { name: 'start', type: 'float32', shape: [1, 'p'] },
      { name: 'end', type: 'float32', shape: [1, 'p'] },
      { name: 'answers', type: 'float32', shape: [1] },
    ],
    weights: [
      { name: 'toStart', shape: [width], values: TO_START.slice(0, width) },
      { name: 'toEnd', shape: [width], values: TO_END.slice(0, width) },
      { name: 'first', shape: [width], values: Float32Array.from({ length: width }, (_, at) => (at === 0 ? 1 : 0)) },
    ],
    nodes: [
      { type: 'MatMul', inputs: ['passage', 'toStart'], output: 'start' },
      { type: 'MatMul', inputs: ['passage', 'toEnd'], output: 'end' },
      mean,
      { type: 'MatMul', inputs: ['mean', 'first'], output: 'answers' },
    ],
  });
}

/** As Hugging Face's `tokenizers` writes it. */
export function tokenizerFile(normalizer: unknown = null) {
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [0, 1, 2, 3].map((id) => ({
      id,
      content: PIECES[id]?.[0],
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer,
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
    post_processor: null,
    decoder: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
    model: { type: 'Unigram', unk_id: 3, vocab: PIECES, byte_fallback: false },
  };
}

/** A folder with a network of a few kilobytes, in the place of the trained one. */
export function standInFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wenzhai-network-'));
  writeFileSync(join(folder, 'encoder.onnx'), encoderFile());
  writeFileSync(join(folder, 'reader.onnx'), readerFile());
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(tokenizerFile()));
  return folder;
}

/** A stand-in that is open. */
export interface StandIn {
  readonly network: Network;
  /** Removes its files. */
  close(): void;
}

/** @throws Error with the reason why there is none */
export async function openStandIn(): Promise<StandIn> {
  const folder = standInFolder();
  const reasons: string[] = [];
  const network = await openNetwork((reason) => reasons.push(reason), folder);
  if (network === undefined) throw new Error(reasons.join());
  return { network, close: () => rmSync(folder, { recursive: true }) };
}

/** A network that tells of every text whose states it makes. */
export function telling(network: Network, tell: (text: string) => void): Network {
  return {
    ...network,
    encodePassage(passage) {
      tell(passage.text);
      return network.encodePassage(passage);
    },
  };
}
