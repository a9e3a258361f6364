import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createPictureDrawer, openPictureDrawer } from '../../src/engine/picture-drawer.ts';
import type { QuotedPicture } from '../../src/picture/quoted-picture.ts';
import { type Bundled, bundle } from './bundled.ts';

const PICTURE: QuotedPicture = {
  paragraphs: [{ sentences: [{ text: '城东的步道全长六公里。', marked: true }] }],
  title: '河边新建步道',
  details: ['江城日报', '§1¶1'],
  script: 'hans',
  shape: 'landscape',
  words: { before: '（前略）', behind: '（后略）', unfinished: '（此句未完）' },
};

/** A machine that tests everything at once is slow. */
const PATIENTLY_MS = 25_000;

let programs: Bundled;
beforeAll(async () => {
  programs = await bundle([
    new URL('hanging-pictures.ts', import.meta.url),
    new URL('../../src/picture-process.ts', import.meta.url),
  ]);
});
afterAll(() => programs.remove());

it('draws in a process of its own, which is begun when there is something to draw', async () => {
  const said = vi.fn();
  const pictures = await openPictureDrawer(
    { entry: programs.pathOf('picture-process'), deadlineMs: PATIENTLY_MS },
    said,
  );
  const drawn = await Promise.all([pictures?.draw(PICTURE), pictures?.draw({ ...PICTURE, shape: 'square' })]);
  expect(drawn.map((one) => Buffer.from(one?.png ?? []).readUInt32BE(20))).toEqual([630, 1200]);
  expect(drawn[0]).toMatchObject({ shown: '城东的步道全长六公里。', isWhole: true, undrawn: [] });
  pictures?.close();
  // It comes back for the next.
  expect((await pictures?.draw(PICTURE))?.png.length).toBe(drawn[0]?.png.length);
  pictures?.close();
  expect(said).not.toHaveBeenCalled();
});

it('a picture that takes too long is given up, and the next is drawn', async () => {
  const pictures = createPictureDrawer({ entry: programs.pathOf('hanging-pictures'), deadlineMs: 6_000 });
  const [hanging, next] = await Promise.allSettled([
    pictures.draw({ ...PICTURE, title: '画不完' }),
    pictures.draw(PICTURE),
  ]);
  expect(hanging).toMatchObject({ status: 'rejected', reason: { name: 'TookTooLong' } });
  expect(next.status).toBe('fulfilled');
  pictures.close();
});

it('more than can be waited for are refused at once', async () => {
  const pictures = createPictureDrawer({
    entry: programs.pathOf('picture-process'),
    deadlineMs: PATIENTLY_MS,
    mostWaiting: 2,
  });
  const all = await Promise.allSettled([1, 2, 3].map(() => pictures.draw(PICTURE)));
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  pictures.close();
});

it('where there is nothing to draw with, one line says why', async () => {
  const said = vi.fn();
  const entries = [programs.pathOf('hanging-pictures'), '/nowhere/at/all.js'];
  for (const entry of entries) expect(await openPictureDrawer({ entry }, said)).toBeUndefined();
  expect(said.mock.calls).toEqual([['there is no canvas'], ['the process ended (1)']]);
});
