import { describe, expect, test } from 'vitest';
import { citation } from '../../../src/chat/cards/parts.ts';
import { harbour } from '../../sample-articles.ts';

describe('citation', () => {
  test('names who wrote it behind the title', () => {
    expect(citation({ ...harbour, authors: ['高子墨', '陸可欣'] }, '§1¶2').text).toBe(
      '《舊港口改建為市民公園》 · 高子墨、陸可欣 · 海港日報 · 2024年5月6日 · §1¶2',
    );
  });

  test('names three of many', () => {
    expect(citation({ ...harbour, authors: ['甲一', '乙二', '丙三', '丁四'] }, '§1¶2').text).toContain(
      ' · 甲一、乙二、丙三等 · ',
    );
  });

  test('has no place for writers that are unknown', () => {
    const unsigned = '《舊港口改建為市民公園》 · 海港日報 · 2024年5月6日 · §1¶2';
    expect(citation(harbour, '§1¶2').text).toBe(unsigned);
    expect(citation({ ...harbour, authors: [] }, '§1¶2').text).toBe(unsigned);
  });
});
