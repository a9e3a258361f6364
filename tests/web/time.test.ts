import { expect, test } from 'vitest';
import { timeTold } from '../../src/web/site/discord/time.ts';

const NOW = 1_618_953_630_000;

test.each([
  [-90, '1分钟前', '1 分鐘前', '1 minute ago'],
  [-86_400, '昨天', '昨天', 'yesterday'],
  [3 * 3_600, '3小时后', '3 小時後', 'in 3 hours'],
  [-400 * 86_400, '去年', '去年', 'last year'],
  [0, '现在', '現在', 'now'],
])('%i seconds from now are told in three languages', (away, hans, hant, english) => {
  const told = (['zh-CN', 'zh-TW', 'en'] as const).map((locale) => timeTold(NOW / 1_000 + away, 'R', locale, NOW));
  expect(told).toEqual([hans, hant, english]);
});

test('what is no time is not told as one', () => {
  expect(timeTold(1e17, 'f', 'en', NOW)).toBeUndefined();
});

test('an unknown letter tells a date with a time', () => {
  expect(timeTold(0, 'Z', 'en', NOW)).toBe(timeTold(0, 'f', 'en', NOW));
});
