import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { nearTo, sharesSubject } from '../../src/verbatim/closest.ts';
import { closestSpan } from '../../src/verbatim/closest-span.ts';
import { jinchang } from '../sample-articles.ts';
import { articleOf } from '../training/passages.ts';

const seed = jinchang();

/** Where the closest stands, or nothing where none shares the subject. */
function closest(words: string): string | undefined {
  const [found] = nearTo([words], [seed]);
  const [best] = found?.near ?? [];
  if (best === undefined || found === undefined || !sharesSubject(best, found.all)) return undefined;
  const { section, paragraph } = best.lettered.address;
  return `${section}.${paragraph}`;
}

describe('nearTo', () => {
  it.each([
    ['马翠芳今年44岁', '2.1'],
    ['网格员管8栋楼408户1248人', '2.1'],
    ['社区里住了一千二百四十八人', '2.1'],
    ['中央政法委选了金昌做试点', '2.4'],
    ['老人不会用智能手机，网格员帮他们办出入证', '2.2'],
    ['赵家庄村的村庄以前很破旧', '1.1'],
    ['枫桥经验在当地推广', '2.7'],
    ['婆媳互夸是一个品牌', '3.6'],
    ['公共场所吸烟的人', '3.1'],
  ])('finds what %j is about', (words, place) => {
    expect(closest(words)).toBe(place);
  });

  it.each([
    '今天午饭吃什么好呢',
    '特斯拉股价昨天大跌',
    '九龙坡区曲水县石景山区',
    'the weather is fine',
    '五百元',
    '他昨天没有来上班',
  ])('finds nothing near %j', (words) => {
    expect(closest(words)).toBeUndefined();
  });

  it('is the same for words alone and among others', () => {
    const words = ['马翠芳今年44岁', '今天午饭吃什么好呢', '一千二百四十八人'];
    const together = nearTo(words, [seed]).map(({ near }) => near[0]?.lettered.address);
    expect(together).toEqual(words.map((one) => nearTo([one], [seed])[0]?.near[0]?.lettered.address));
  });
});

describe('closestSpan', () => {
  const spanOf = (words: string, text: string) => {
    const { start, end } = closestSpan(words, { folded: fold(text) });
    return text.slice(start, end);
  };

  it('takes the sentence that has most of the words, and another where it has more of them', () => {
    const text = '市场占地3200平方米。设有固定摊位286个。附近居民说，买菜方便多了。';
    expect(spanOf('固定摊位200个', text)).toBe('设有固定摊位286个。');
    expect(spanOf('摊位286个，居民说买菜方便', text)).toBe('设有固定摊位286个。附近居民说，买菜方便多了。');
  });

  it('shows a part of a sentence that does not end, with what was asked in it', () => {
    const long = `${'这里说的是别的事情，'.repeat(300)}马翠芳管着408户，${'又说到别的事情，'.repeat(300)}`;
    const shown = spanOf('马翠芳管408户', long);
    expect(shown).toContain('马翠芳管着408户');
    expect(shown.length).toBeLessThan(400);
  });
});

describe('ten thousand passages', () => {
  it('are gone through once for many words together', () => {
    const paragraphs = seed.sections.flatMap((section) => section.paragraphs);
    const many = Array.from({ length: 300 }, (_, at) =>
      articleOf(
        `a${at}`,
        Array.from({ length: 34 }, (_, number) => `${at}号${paragraphs[(at + number) % paragraphs.length]}`),
      ),
    );
    const words = Array.from({ length: 40 }, (_, at) => `${at}号网格员管着${at}栋楼`);
    nearTo(['开始'], many);
    const start = performance.now();
    expect(nearTo(words, many)).toHaveLength(40);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
