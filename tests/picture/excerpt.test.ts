import { describe, expect, test } from 'vitest';
import { type Excerpt, excerptOf } from '../../src/picture/excerpt.ts';

/** Paragraphs of sentences; a marked one has a star in front. */
function quoted(...paragraphs: string[][]) {
  return {
    paragraphs: paragraphs.map((sentences) => ({
      sentences: sentences.map((text) => ({ text: text.replace('*', ''), marked: text.startsWith('*') })),
    })),
  };
}

function textOf({ paragraphs }: Excerpt): string {
  return paragraphs.map(({ sentences }) => sentences.map(({ text }) => text).join('')).join('\n');
}

/** Room for so many characters. */
const room = (most: number) => (part: Excerpt) => textOf(part).length <= most;
const TEXT = quoted(['甲甲甲。', '乙乙乙。'], ['丙丙丙。', '*丁丁丁。'], ['戊戊戊。']);

describe('of a quotation there is shown', () => {
  test('all where it fits', () => {
    const all = excerptOf(TEXT, room(100));
    expect(textOf(all)).toBe('甲甲甲。乙乙乙。\n丙丙丙。丁丁丁。\n戊戊戊。');
    expect([all.before, all.behind, all.unfinished]).toEqual([false, false, false]);
  });

  test('else the marked sentence, and whole sentences around it', () => {
    const some = excerptOf(TEXT, room(13));
    expect(textOf(some)).toBe(`${'丙丙丙。丁丁丁。\n戊戊戊。'.slice(0, 8)}\n戊戊戊。`);
    expect([some.before, some.behind]).toEqual([true, false]);
    expect(textOf(excerptOf(TEXT, room(4)))).toBe('丁丁丁。');
  });

  test('where none is marked its beginning, up to the end of a sentence', () => {
    const some = excerptOf(quoted(['甲甲甲。', '乙乙乙。', '丙丙丙。']), room(9));
    expect(textOf(some)).toBe('甲甲甲。乙乙乙。');
    expect([some.before, some.behind]).toEqual([false, true]);
  });

  test('of one sentence that is too long a beginning, which is said', () => {
    const some = excerptOf(quoted(['一'.repeat(50)]), room(9));
    expect(textOf(some)).toBe('一'.repeat(9));
    expect(some.unfinished).toBe(true);
    expect(textOf(excerptOf(quoted(['𠮷'.repeat(50)]), room(9)))).toBe('𠮷'.repeat(4));
  });

  test('no more than is worth looking at', () => {
    const looked: number[] = [];
    const has = (part: Excerpt) => {
      looked.push(textOf(part).length);
      return room(300)(part);
    };
    const endless = quoted(Array.from({ length: 40_000 }, () => '一二三四。'));
    expect(textOf(excerptOf(endless, has))).toBe('一二三四。'.repeat(60));
    expect(looked.length).toBeLessThan(100);
    excerptOf(quoted(['一'.repeat(1_000_000)]), has);
    expect(Math.max(...looked)).toBeLessThanOrEqual(3_000);
  });
});
