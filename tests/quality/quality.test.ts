import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { createMeaning } from '../../src/library/meanings.ts';
import { createLibrary } from '../../src/library/open.ts';
import type { Network } from '../../src/network/network.ts';
import { openNetwork } from '../../src/network/open-network.ts';
import { createPassageStore } from '../../src/retrieval/store/store.ts';
import { ALL_TIME } from '../reading-times.ts';
import { articleOf } from '../training/passages.ts';
import floors from './floors.json' with { type: 'json' };
import { figuresOf, measure } from './measure.ts';
import { readSets } from './sets.ts';

/** A hundred and fifty questions take a quarter of a minute on a quiet machine. */
const PATIENCE_MS = 240_000;

let network: Network | undefined;
beforeAll(async () => {
  network = await openNetwork((reason) => {
    throw new Error(reason);
  });
});

it('everyday questions are answered as well as they were', { timeout: PATIENCE_MS }, async () => {
  const sets = readSets(fileURLToPath(new URL('.', import.meta.url)));
  const questions = sets.flatMap(({ questions: some }) => some);
  expect(questions).toHaveLength(150);
  expect(questions.filter(({ gold }) => gold.length === 0)).toHaveLength(40);
  const figures = figuresOf(await measure(sets, network));
  const fallen = Object.entries(figures).filter(([name, share]) => share < floors[name as keyof typeof floors]);
  expect(fallen).toEqual([]);
});

it('of reports that differ by the year in their titles the asked one answers', async () => {
  const years = [2022, 2023, 2024];
  const articles = years.map((year, at) => ({
    ...articleOf(`report${year}`, [
      `年末常住人口${212 + at}万人，城镇化率稳步提高。`,
      `全市新建公园${7 + at}个，绿地面积持续增加。`,
    ]),
    title: `清河市${year}年经济运行情况发布`,
  }));
  const meaning = network && createMeaning(network, { time: ALL_TIME });
  await meaning?.fill(articles, () => false);
  const library = createLibrary(articles, createPassageStore(articles), meaning);
  for (const [at, year] of years.entries()) {
    for (const [question, said] of [
      [`${year}年新建公园几个？`, `公园${7 + at}个`],
      [`${year}年常住人口`, `${212 + at}万人`],
    ] as const) {
      const { answered, passages } = await library.ask(question);
      expect([question, answered, passages[0]?.passage.text]).toEqual([question, true, expect.stringContaining(said)]);
    }
  }
  expect((await library.ask('2019年新建公园几个？')).answered).toBe(false);
});
