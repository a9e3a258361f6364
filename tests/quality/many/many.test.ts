import { expect, it } from 'vitest';
import { openNetwork } from '../../../src/network/open-network.ts';
import floors from './floors.json' with { type: 'json' };
import { longReport } from './long-report.ts';
import { manyFigures, measureMany } from './measure-many.ts';

/** Each sixth of the questions; `npm run quality:many` asks them all. */
const EVERY = 6;
/** Some of them are looked for twice. */
const PATIENCE_MS = 300_000;

it('of many articles the one that is meant answers, or it is asked which', { timeout: PATIENCE_MS }, async () => {
  const network = await openNetwork((reason) => {
    throw new Error(reason);
  });
  const { fromAnother, ...right } = manyFigures(await measureMany(network, EVERY));
  const fallen = Object.entries(right).filter(([kind, share]) => share < floors[kind as keyof typeof floors]);
  expect(fallen).toEqual([]);
  expect(Object.keys(right).sort()).toEqual(Object.keys(floors).sort());
  // Whatever else it gets: what an article says of another town or another year is never given as the answer.
  expect(fromAnother).toBe(0);
});

it('the long report is as long as one, and its words stand nearly everywhere', () => {
  const paragraphs = longReport().sections.flatMap(({ paragraphs: some }) => some);
  expect(paragraphs.join('').length).toBeGreaterThan(39_000);
  for (const word of ['水库', '大坝', '工程', '管理站'])
    expect(paragraphs.filter((text) => text.includes(word)).length).toBeGreaterThan(paragraphs.length / 5);
});

it('without a network another article does not answer either', async () => {
  const { fromAnother } = manyFigures(await measureMany(undefined));
  expect(fromAnother).toBe(0);
});
