import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/language/sentences.ts';

const split = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it('ends a sentence behind its mark and the quotation that closes there', () => {
    expect(split('他来了。“真的？”她问。大家都笑！')).toEqual(['他来了。', '“真的？”她问。', '大家都笑！']);
  });

  it('keeps a quotation of several sentences whole with what introduces it', () => {
    expect(split('他说：“今天很好。明天更好。”然后走了。')).toEqual(['他说：“今天很好。明天更好。”', '然后走了。']);
  });

  it('ends nothing inside brackets', () => {
    expect(split('他（姓王。四十岁。）来了。好。')).toEqual(['他（姓王。四十岁。）来了。', '好。']);
  });

  it('takes a mark that is never closed for text', () => {
    expect(split('他说：“今天很好。明天更好。')).toHaveLength(2);
  });

  it('leaves half-width marks within Latin text alone', () => {
    expect(split('Yahoo! Inc是公司。对吗?对!')).toEqual(['Yahoo! Inc是公司。', '对吗?', '对!']);
  });

  it('has every character but white space in exactly one sentence', () => {
    const text = fc.string({ unit: fc.constantFrom(...'他说来：“”「」（）《》。！？!?… ，a1') });
    fc.assert(
      fc.property(text, (paragraph) => {
        const spans = splitSentences(paragraph);
        expect(
          spans
            .map(({ start, end }) => paragraph.slice(start, end))
            .join('')
            .replace(/\s/g, ''),
        ).toBe(paragraph.replace(/\s/g, ''));
        spans.forEach(({ start }, index) => {
          expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
        });
      }),
    );
  });

  it('is linear in marks that close what was never opened', () => {
    const text = `${'（'.repeat(50_000)}${'】'.repeat(50_000)}`;
    const before = process.cpuUsage();
    expect(splitSentences(text)).toEqual([{ start: 0, end: text.length }]);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_500);
  });

  it('is linear in marks that open and never close', () => {
    expect(splitSentences('“'.repeat(50_000))).toHaveLength(1);
  });
});
