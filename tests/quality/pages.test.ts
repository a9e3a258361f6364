import { expect, it } from 'vitest';
import floors from './page-floors.json' with { type: 'json' };
import { measurePages } from './pages.ts';

/** a hundred and seventy pages and fifteen articles, twice. */
const PATIENCE_MS = 120_000;

it('pages are read as well as they were', { timeout: PATIENCE_MS }, () => {
  const figures = Object.entries(measurePages());
  const least: Readonly<Record<string, number>> = floors.least;
  const most: Readonly<Record<string, number>> = floors.most;
  const fallen = figures.filter(
    ([name, value]) => value < (least[name] ?? 0) || value > (most[name] ?? Number.POSITIVE_INFINITY),
  );
  expect(fallen).toEqual([]);
  expect(Object.keys({ ...least, ...most }).sort()).toEqual(figures.map(([name]) => name).sort());
});
