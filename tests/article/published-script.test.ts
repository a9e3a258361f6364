import { describe, expect, test } from 'vitest';
import { judgeScript } from '../../src/article/published-script.ts';
import { convertCharacters } from './damage.ts';
import { PUBLISHED } from './published.ts';

const HANT = { script: 'hant', converted: false };
const CONVERTED = { script: 'hans', converted: true };

function bodyOf({ sections }: (typeof PUBLISHED)[number]): string {
  return sections.flatMap(({ heading, paragraphs }) => [heading ?? '', ...paragraphs]).join('\n');
}

describe.each(PUBLISHED)('$id', (article) => {
  test('as published is not converted', () => {
    expect(judgeScript(bodyOf(article), 0)).toEqual({ script: article.script, converted: false });
  });

  test.runIf(article.script === 'hans').each([true, false])(
    'converted character by character is',
    (leavesSomeAlone) => {
      expect(judgeScript(convertCharacters(bodyOf(article), leavesSomeAlone), 0)).toEqual(CONVERTED);
    },
  );
});

test.each([
  ['one wrong word', '這是什么？我們都不知道，時間會給出答案。'],
  ['one wrong character in several words', '這是什么？他說了什么？怎么辦？那么，為什么不問？'],
  ['genuine 范 里 后 干 只', '范先生是這裡的里長，皇后駕到，干戈不止，只有他不在。公里、鄰里、太后、相干。'],
  [
    'two slips of a writer who knows better',
    '先后到了這裡，然後什么也沒說，最後離開，後來又回到裡面，范圍和規範都講了，什麼都懂。',
  ],
  ['too few glosses', '這個網絡時代的問題很難回答。'],
])('%s: in doubt it stays Traditional', (_, body) => {
  expect(judgeScript(body, 2)).toEqual(HANT);
});

test('several glosses decide, unless two forms of a character speak for a writer', () => {
  expect(judgeScript('這個網絡時代的問題很難回答。', 3)).toEqual(CONVERTED);
  expect(judgeScript('皇后走后，然後后來，這里那裡，復雜與複雜，重復與重複，關系與關係，只有三隻。', 3)).toEqual(HANT);
});

test('two different words that no writer spells so decide', () => {
  expect(judgeScript('要加強管理規范，這是什么道理？', 0)).toEqual(CONVERTED);
});
