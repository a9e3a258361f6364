import { describe, expect, it } from 'vitest';
import { mostAlike } from '../../src/retrieval/differences.ts';

const PASSAGE =
  '昨天下午，记者在南桥路看到，这处市场占地3200平方米，设有固定摊位286个，还配了两排雨棚和一处公厕。附近居民说，买菜方便多了。';

describe('mostAlike', () => {
  it('finds the sentence that has most of a few words', () => {
    const found = mostAlike('设有固定摊位200个', PASSAGE);
    expect(PASSAGE.slice(found?.span.start, found?.span.end)).toContain('286个');
    expect(found?.likeness).toBeGreaterThan(0.5);
  });

  it('takes a whole sentence for more alike than one that merely has it', () => {
    const one = mostAlike('附近居民说，买菜方便多了。', PASSAGE);
    expect(one?.likeness).toBe(1);
  });

  it('finds little in what speaks of something else', () => {
    expect(mostAlike('明天股市会涨', PASSAGE)?.likeness).toBeLessThan(0.3);
  });

  it('finds nothing in nothing', () => {
    expect(mostAlike('市场', '')).toBeUndefined();
  });
});
