import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { createLibrary } from '../../src/library/open.ts';
import { asked } from '../asked.ts';
import { harbour, library as plain } from '../sample-articles.ts';

const talk: Article = {
  ...plain,
  id: 'talk',
  title: '灯塔还亮着',
  sections: [
    {
      number: 0,
      heading: null,
      paragraphs: ['守塔人来了两位。', '问：多少级？', '鲁望潮：一共214级。', '问：累吗？', '鲁望潮：不累，才38米高。'],
    },
  ],
};
const one = createLibrary([harbour]);
const interview = createLibrary([talk]);

/** The verdict, the first address, and what of it is marked: the line or the whole passage where nothing is. */
async function told(question: string, of = one) {
  const { verdict, passages, confidence } = await asked(of, question);
  const [best] = passages;
  const { start, end } = best?.highlight ?? { start: 0, end: best?.text.length };
  expect(confidence).toBe(verdict === 'answer' ? 1 : 0);
  return [verdict, best?.address, best?.text.slice(start, end)];
}

describe('a question about the article itself', () => {
  it.each([
    ['有哪些小標題', ['answer', 'meta', '小標題：工程進度；居民怎麼看？']],
    ['文章有几部分', ['answer', 'meta', '篇幅：2節、5段、138字']],
    ['第二部分标题是什么', ['answer', 'meta', '§2 標題：居民怎麼看？']],
    ['最後一段說了什麼', ['answer', '§2¶2', '也有居民擔心停車位不足。']],
    ['开头写了什么', ['answer', '§0¶1', '閒置二十年的舊港口，將在明年春天開放為公園。']],
    ['第一节最后一段', ['answer', '§1¶2', undefined]],
    ['文章里提到了哪些人', ['answer', 'meta', '提到的人：陳國華、王阿海']],
    ['第二部分提到了哪些人', ['answer', 'meta', '提到的人：王阿海']],
    ['有哪些数字', ['answer', 'meta', '數字：二十年、三億二千萬元、四十年']],
    ['what is it about', ['answer', '§0¶1', '閒置二十年的舊港口，將在明年春天開放為公園。']],
  ])('%s', async (question, expected) => {
    const [verdict, address, text] = await told(question);
    expect([verdict, address]).toEqual(expected.slice(0, 2));
    if (expected[2] !== undefined) expect(text).toBe(expected[2]);
  });

  it('tells a section by its own sentences', async () => {
    const { passages, verdict } = await asked(one, '第二部分讲什么');
    expect(verdict).toBe('answer');
    expect(passages.map(({ address }) => address)).toEqual(['§2¶1', '§2¶2']);
    for (const { highlight, text } of passages) expect(highlight).toEqual({ start: 0, end: text.length });
  });

  it.each([
    ['受访的是谁', ['answer', 'meta', '受访：鲁望潮']],
    ['有哪些数字', ['answer', 'meta', '数字：214级、38米']],
    ['有几段', ['answer', 'meta', '篇幅：5段、43字']],
  ])('%s, of an interview', async (question, expected) => {
    expect(await told(question, interview)).toEqual(expected);
  });

  it.each([
    ['谁写的', '來源：海港日報　2024年5月6日　責編：林靜怡'],
    ['这篇文章在哪个网站', '來源：海港日報　2024年5月6日　責編：林靜怡'],
    [
      '第五部分讲什么',
      '小標題：工程進度；居民怎麼看？　篇幅：2節、5段、138字　來源：海港日報　2024年5月6日　責編：林靜怡',
    ],
  ])('%s: what is known is closest, where that is not', async (question, line) => {
    expect(await told(question)).toEqual(['closest', 'meta', line]);
  });

  it('has no parts where it has no headings', async () => {
    expect(await told('有小标题没', interview)).toEqual([
      'closest',
      'meta',
      '篇幅：5段、43字　来源：山城晚报　2022年5月6日08:30　责编：林岚、周远',
    ]);
  });
});
