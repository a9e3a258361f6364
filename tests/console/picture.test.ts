import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { picturedIn, readPictureLine, type Studio, savePicture } from '../../src/console/picture.ts';
import type { QuotedPicture } from '../../src/picture/quoted-picture.ts';
import { noticeOf, one, paragraph } from '../commands/run.ts';
import { engineHere } from '../discord/stand-in/engine-here.ts';
import { createRecordingLog } from '../discord/stand-in/running-bot.ts';

const folder = mkdtempSync(join(tmpdir(), 'wenzhai-pictures-'));
afterAll(() => rmSync(folder, { recursive: true }));

const log = createRecordingLog();
const asked: QuotedPicture[] = [];
const studio: Studio = {
  engine: engineHere(() => one),
  pictures: {
    async draw(picture) {
      asked.push(picture);
      return { png: new Uint8Array([1, 2, 3]), shown: '', isWhole: false, undrawn: [] };
    },
  },
  reader: { locale: 'zh-CN', script: 'hans', pictures: true },
  log,
  folder,
};

/** What was quoted, as a line of the chat would quote it. */
async function quoted(passage: string) {
  const call = { kind: 'run', name: 'quote', options: { passage }, reader: studio.reader } as const;
  return picturedIn(await studio.engine.call(call));
}

test('a line asks for a picture, of a shape, into a file', () => {
  expect(readPictureLine('/picture')).toEqual({ shape: 'landscape', file: undefined });
  expect(readPictureLine('/图片 方形')).toEqual({ shape: 'square', file: undefined });
  expect(readPictureLine('／圖片 square my pictures/a.png ')).toEqual({ shape: 'square', file: 'my pictures/a.png' });
  expect(readPictureLine('/picture a.png')).toEqual({ shape: 'landscape', file: 'a.png' });
  for (const line of ['/pictures', 'picture', '图片里是谁？', '', '/quote 2.4'])
    expect(readPictureLine(line)).toBeUndefined();
});

test('what was quoted last is drawn into a file, and it is said where that lies', async () => {
  const target = await quoted('2.1');
  const said = await savePicture({ shape: 'square', file: undefined }, target, studio);
  expect(noticeOf(said)).toBe(`图片已存为 ${join(folder, 'jinchang-2.1.png')}`);
  expect(said.blocks.map(({ kind }) => kind)).toEqual(['notice', 'citation', 'notice']);
  expect([...readFileSync(join(folder, 'jinchang-2.1.png'))]).toEqual([1, 2, 3]);
  expect(asked.at(-1)?.shape).toBe('square');
  expect(
    asked
      .at(-1)
      ?.paragraphs[0]?.sentences.map(({ text }) => text)
      .join(''),
  ).toBe(paragraph(2, 1));
});

test('no file is overwritten', async () => {
  const target = await quoted('2.2');
  const named = { shape: 'landscape', file: 'mine.png' } as const;
  for (const text of [`图片已存为 ${join(folder, 'mine.png')}`, '已经有 mine.png 这个文件，没有覆盖。']) {
    expect(noticeOf(await savePicture(named, target, studio))).toBe(text);
  }
  const unnamed = { shape: 'landscape', file: undefined } as const;
  for (const name of ['jinchang-2.2.png', 'jinchang-2.2-2.png']) {
    await savePicture(unnamed, target, studio);
    expect(existsSync(join(folder, name))).toBe(true);
  }
});

test('where there is nothing to draw, or it cannot be drawn or written, that is said', async () => {
  const line = { shape: 'landscape', file: undefined } as const;
  expect(noticeOf(await savePicture(line, undefined, studio))).toBe(
    '没有可以存的引文。请先引用一段，例如 /quote 2.4。',
  );
  const target = await quoted('2.3');
  const broken = { ...studio, pictures: { draw: () => Promise.reject(new Error('no ink')) } };
  expect(noticeOf(await savePicture(line, target, broken))).toBe('图片没有画成，请稍后再试。');
  const nowhere = await savePicture({ ...line, file: 'no/such/folder.png' }, target, studio);
  expect(noticeOf(nowhere)).toBe('图片没有画成，请稍后再试。');
  expect(log.records.map(({ event }) => event)).toEqual(Array(2).fill('a picture could not be drawn'));
});
