import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openNetwork } from '../../src/network/open-network.ts';
import floors from './floors.json' with { type: 'json' };
import { figuresOf, measure } from './measure.ts';
import { readSets } from './sets.ts';

/** A hundred and fifty questions take a quarter of a minute on a quiet machine. */
const PATIENCE_MS = 240_000;

it('everyday questions are answered as well as they were', { timeout: PATIENCE_MS }, async () => {
  const sets = readSets(fileURLToPath(new URL('.', import.meta.url)));
  const questions = sets.flatMap(({ questions: some }) => some);
  expect(questions).toHaveLength(150);
  expect(questions.filter(({ gold }) => gold.length === 0)).toHaveLength(40);
  const network = await openNetwork((reason) => {
    throw new Error(reason);
  });
  const figures = figuresOf(await measure(sets, network));
  const fallen = Object.entries(figures).filter(([name, share]) => share < floors[name as keyof typeof floors]);
  expect(fallen).toEqual([]);
});
