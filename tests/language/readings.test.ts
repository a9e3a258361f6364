import { expect, test } from 'vitest';
import { matchReading } from '../../src/language/readings.ts';

test.each([
  ['網', 'wǎng', 'exact'],
  ['网', 'wang3', 'exact'],
  ['網', 'wang', 'toneless'],
  ['網', 'wáng', 'other-tone'],
  ['么', 'me', 'exact'],
  ['行', 'háng', 'exact'],
  ['行', 'xíng', 'exact'],
  ['著', 'zhe', 'exact'],
  ['女', 'nǚ', 'exact'],
  ['女', 'nv3', 'exact'],
  ['綠', 'lu\u0308\u0300', 'exact'],
  ['國', 'ɡuó', 'exact'],
  ['构', 'ｇòｕ', 'exact'],
  ['的', 'DE', 'exact'],
  ['一', 'yí', 'exact'],
  ['一', 'yì', 'exact'],
  ['不', 'bú', 'exact'],
  ['甲', 'a', 'none'],
  ['時', 'MWh', 'none'],
  ['国', 'GDP', 'none'],
  ['国', '', 'none'],
] as const)('%s (%s): %s', (character, latin, expected) => {
  expect(matchReading(character, latin)).toBe(expected);
});
