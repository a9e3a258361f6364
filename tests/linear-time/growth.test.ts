import { describe, expect, it } from 'vitest';
import { excessiveGrowth } from './growth.ts';
import { BEFORE, BEHIND, functionWords, ofEveryBlock, randomFrom, vocabulary } from './material.ts';
import { WORKS } from './works.ts';

/**
 * Strings are repeated and given to everything that reads foreign text, and twice the length must not cost more than
 * three times as much. A run tries a sample, always the same for a seed (`SEED=7`); `EXHAUSTIVE=1` tries all there is,
 * for an hour or so, and `SHARE=3/8` the third eighth of it.
 */
const SEED = Number(process.env.SEED ?? 1);
const EXHAUSTIVE = process.env.EXHAUSTIVE === '1';
const [PART, PARTS] = (process.env.SHARE ?? '1/1').split('/').map(Number) as [number, number];

/** What has held the bot before, or would have. */
const KNOWN: readonly (readonly [before: string, repeated: string, behind: string])[] = [
  ['网格', '是因为', '楼有多少户'],
  ['', '⿰', ''],
  ['', '⿲⿰', '漢'],
  ['', '万', ''],
  ['', '万兆', ''],
  ['', '1,234,', ''],
  ['', '“  ”', '他说'],
  ['', ' ', 'x'],
  ['', '网格员来了。', ''],
  ['下一页', '1', 'x'],
  ['国际', '///要', '…>'],
  ['字号', '+a', '调'],
  ['', '融媒文字驻在末媒', ''],
];

type Case = (typeof KNOWN)[number];

const random = randomFrom(SEED);
function pick<Item>(items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

const [blocks, words, terms] = [ofEveryBlock(), functionWords(), vocabulary()];

function sampled(size: number): Case[] {
  return Array.from({ length: size }, () => {
    const kind = random();
    const unit =
      kind < 0.25 ? pick(blocks) : kind < 0.45 ? pick(words) : kind < 0.8 ? pick(terms) : pick(terms) + pick(terms);
    return [pick(BEFORE), unit, pick(BEHIND)] as const;
  });
}

/** Everything once, with what stands around it in turn; of the pairs of function words one in twenty. */
function everything(): Case[] {
  const pairs = words.filter((_, at) => at < 400 || at % 20 === 0);
  return [...blocks, ...terms, ...pairs]
    .filter((_, at) => at % PARTS === PART - 1)
    .map((unit) => [pick(BEFORE), unit, pick(BEHIND)] as const);
}

describe.each(WORKS)('$name', ({ sample, most, work }) => {
  it(
    'costs in proportion to the length of the text',
    async () => {
      const cases = [...KNOWN, ...(EXHAUSTIVE ? everything() : sampled(sample))];
      const found: string[] = [];
      for (const [before, unit, behind] of cases) {
        const growth = await excessiveGrowth(work, (times) => before + unit.repeat(times) + behind, most);
        if (growth !== undefined) found.push(`${JSON.stringify([before, unit, behind])}: ${growth}`);
      }
      expect(found).toEqual([]);
    },
    EXHAUSTIVE ? 7_200_000 : 180_000,
  );
});
