import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleText } from '../../../src/retrieval/passages/article-text.ts';
import { hasNumber, saidWordsOf } from '../../../src/retrieval/passages/said-words.ts';
import { articleOf } from '../../training/passages.ts';

const SAID = '金昌市管理8栋楼1248户，共2.5万人。';

describe('saidWordsOf', () => {
  it.each([
    ['a short text', SAID],
    ['a long text', `${SAID}${'网格员'.repeat(20_000)}`],
  ])('tells what stands in %s, and a second time', (_, paragraph) => {
    const article = articleOf('a', [paragraph]);
    const text = articleText(article);
    const said = saidWordsOf(article);
    expect(said.length).toBe(text.length);
    fc.assert(
      fc.property(fc.nat(SAID.length), fc.nat(6), fc.string({ maxLength: 3 }), (start, length, strange) => {
        for (const part of [SAID.slice(start, start + length), strange, strange + SAID.slice(start, start + 2)]) {
          expect([said.has(part), said.has(part)]).toEqual([text.includes(part), text.includes(part)]);
        }
      }),
    );
    for (const number of ['8', '248', '1248', '2.5', '5', '12'])
      expect(said.hasNumber(number)).toBe(hasNumber(text, number));
  });
});
