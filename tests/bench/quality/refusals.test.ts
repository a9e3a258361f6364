import { expect, it } from 'vitest';
import { POOL } from './pool-for-test.ts';
import { measureRefusals } from './refusals.ts';

it('asks every question of the test part in each way, and always decides alike', async () => {
  const outcomes = await measureRefusals(POOL);
  const { own, foreign, ownParagraph, foreignParagraph, pool, leftOut, withoutAnswer } = outcomes;
  for (const asked of [own, foreign, ownParagraph, foreignParagraph, pool, leftOut, withoutAnswer]) {
    expect(asked).toHaveLength(POOL.questions.length);
  }
  expect(own.every(({ answered }) => answered)).toBe(true);
  expect(foreign.every(({ answered }) => !answered)).toBe(true);
  expect(await measureRefusals(POOL)).toEqual(outcomes);
});
