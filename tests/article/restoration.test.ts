import { expect, test } from 'vitest';
import { glossContext } from '../../src/article/gloss.ts';
import { placeholderContext } from '../../src/article/placeholder.ts';
import { mend } from '../../src/article/restoration.ts';
import { repairsOf } from '../../src/article/revision.ts';

const CONDITION = {
  glosses: { ...glossContext(''), glossed: true, count: 5 },
  placeholders: placeholderContext(''),
  mayLackBytes: true,
};

test.each([
  ['德治”養料!暗赖裸y(yín)行”“孝善基金”', '德治”養料。“道德銀行”“孝善基金”'],
  ['“沒有後顧之憂了!敝車鴹澱f(shuō),眼睛好了。”', '“沒有後顧之憂了。”周國棟說,眼睛好了。”'],
])('a gloss put behind a character before it was misread goes too: %s', (damaged, published) => {
  const mended = mend({ at: 0, text: damaged }, CONDITION);
  expect(mended.text).toBe(published);
  expect(repairsOf(mended)[0]?.rule).toBe('lost-byte');
});

test('without a misread byte a gloss is the only repair', () => {
  const mended = mend({ at: 7, text: '治理(lǐ)好。' }, CONDITION);
  expect(repairsOf(mended)).toEqual([{ rule: 'pinyin-gloss', at: 9, from: '(lǐ)', to: '' }]);
});
