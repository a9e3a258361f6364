import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGramCounts } from '../../../src/retrieval/store/gram-counts.ts';

const text = fc.string({ unit: fc.constantFrom(...'网格员治理马翠芳ab1'), maxLength: 30 });

describe('gram counts', () => {
  it('count as a Map does, texts in and out, stored and restored', () => {
    fc.assert(
      fc.property(fc.array(text), fc.array(text), (kept, gone) => {
        const counts = createGramCounts();
        for (const one of [...kept, ...gone]) counts.count(one, 1);
        for (const one of gone) counts.count(one, -1);
        const restored = createGramCounts(counts.stored());
        for (const pair of ['网格', '翠芳', '治', 'ab']) {
          const [first, second] = [pair.charCodeAt(0), pair.length > 1 ? pair.charCodeAt(1) : 0];
          const expected = kept.filter((one) => one.includes(pair)).length;
          expect(counts.of(first, second)).toBe(expected);
          expect(restored.of(first, second)).toBe(expected);
        }
      }),
    );
  });

  it('grow beyond their first table', () => {
    const counts = createGramCounts();
    for (let code = 0x4e00; code < 0x4e00 + 15_000; code += 1) counts.count(String.fromCharCode(code), 1);
    expect(counts.characters()).toHaveLength(15_000);
    expect(counts.of(0x4e00 + 14_999, 0)).toBe(1);
  });
});
