import { expect, it } from 'vitest';
import { bigrams } from './bigrams.ts';

it('pairs Chinese characters and leaves other words whole', () => {
  expect(bigrams('金昌市2020年ＧＤＰ增长3%')).toEqual(['金昌', '昌市', '2020', '年', 'gdp', '增长', '3']);
});

it('does not pair across punctuation', () => {
  expect(bigrams('甘肃，金昌')).toEqual(['甘肃', '金昌']);
});
