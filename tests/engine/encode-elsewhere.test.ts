import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeElsewhere } from '../../src/engine/encode-elsewhere.ts';
import { openStandIn, type StandIn, standInFolder } from '../network/stand-in.ts';
import { type Bundled, bundle } from './bundled.ts';

const PROGRAM = new URL('../../src/encode-process.ts', import.meta.url);
const WINDOW = { context: '中国', text: '人民的一年。不了。', sentences: [{ start: 0, end: 6 }] };

let standIn: StandIn;
let model: string;
let program: Bundled;
beforeAll(async () => {
  standIn = await openStandIn();
  model = standInFolder();
  program = await bundle([PROGRAM], { model });
});
afterAll(() => {
  standIn.close();
  program.remove();
  rmSync(model, { recursive: true });
});

it('makes the same vectors in another process', async () => {
  const elsewhere = encodeElsewhere(program.pathOf('encode-process'));
  const { vector, sentenceVectors, tokens } = await standIn.network.encodePassage(WINDOW);
  const one = { vector, sentenceVectors, tokens };
  for (const _ of [1, 2]) expect(await elsewhere.encode([WINDOW, WINDOW])).toEqual([one, one]);
  elsewhere.close();
  await expect(elsewhere.encode([WINDOW])).rejects.toThrow('ended');
});

it('says that it cannot where there is no network', async () => {
  const without = await bundle([PROGRAM]);
  const elsewhere = encodeElsewhere(without.pathOf('encode-process'));
  await expect(elsewhere.encode([WINDOW])).rejects.toThrow('encoder.onnx');
  elsewhere.close();
  without.remove();
});
