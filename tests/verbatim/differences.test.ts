import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '../../src/verbatim/differences.ts';

/** Marked as one reads it: [-only theirs-], {+only the article's+}. */
function marked(theirs: string, article: string): string {
  return differences(theirs, article)
    .map(({ text, side }) => (side === 'theirs' ? `[-${text}-]` : side === 'article' ? `{+${text}+}` : text))
    .join('');
}

describe('differences', () => {
  it.each([
    // A number is one thing to a reader, and so is a Latin word.
    ['共有408户、1284人', '共有408户、1248人。', '共有408户、[-1284-]{+1248+}人。'],
    ['增长5%', '增长5。', '增长[-5%-]{+5+}。'],
    ['气温3度', '气温-3度', '气温[-3-]{+-3+}度'],
    ['产量15吨', '产量1.5吨', '产量[-15-]{+1.5+}吨'],
    ['二十个', '二十一个', '[-二十-]{+二十一+}个'],
    ['买了Windows', '买了Linux', '买了[-Windows-]{+Linux+}'],
    // Names and other Chinese letter by letter.
    ['马翠花来了', '马翠芳来了', '马翠[-花-]{+芳+}来了'],
    ['她管8栋楼', '她管辖着8栋楼', '她管{+辖着+}8栋楼'],
    ['她没有管8栋楼', '她管8栋楼', '她[-没有-]管8栋楼'],
    // What does not count is no difference, and the article's own spelling is shown.
    ['隨著「疫情」爆發', '随着疫情，爆发。', '随着疫情，爆发。'],
    ['共１，２４８人', '共1248人', '共1248人'],
    // Nor is what only stands around, unless it denies.
    ['管着8栋楼', '44岁的马翠芳管着8栋楼，很忙。', '44岁的马翠芳管着8栋楼，很忙。'],
    ['收摊位费', '摊位不收摊位费。', '摊位{+不+}收摊位费。'],
    ['共有408户左右', '她说共有408户、1248人。', '她说共有408户[-左右-]、1248人。'],
    // One letter that both have by chance is lost among what differs.
    [
      '她在家里的院子中唱歌',
      '他们把村里破旧的学校改造成工厂，唱歌',
      '他们把村里破旧的学校改造成工厂，[-她在家里的院子中-]唱歌',
    ],
    ['248', '共1248户', '共[-248-]{+1248+}户'],
    ['昌河路社区', '永昌县河西堡镇昌河路社区', '永昌县河西堡镇昌河路社区'],
    ['甲乙', '丙丁', '[-甲乙-]丙丁'],
    ['', '丙丁', '丙丁'],
    ['甲乙', '', '[-甲乙-]'],
  ])('%j against %j', (theirs, article, expected) => {
    expect(marked(theirs, article)).toBe(expected);
  });

  const text = fc
    .array(fc.constantFrom('社', '会', '治', '理', '12', '1.5', '，', '。', '不', 'ab', ' ', '“', '𠮷', '著'), {
      maxLength: 30,
    })
    .map((parts) => parts.join(''));

  it('the pieces that are not theirs are the article’s words exactly', () => {
    fc.assert(
      fc.property(text, text, (theirs, article) => {
        const pieces = differences(theirs, article).filter(({ side }) => side !== 'theirs');
        expect(pieces.map((piece) => piece.text).join('')).toBe(article);
      }),
      { numRuns: 1_000 },
    );
  });

  it('marks something where any letter of theirs is not in the article', () => {
    fc.assert(
      fc.property(text, text, (theirs, article) => {
        const pieces = differences(`${theirs}鱼`, article);
        expect(pieces.some((piece) => piece.side === 'theirs' && piece.text.includes('鱼'))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('gives up on texts that have nothing in common, in bounded time', () => {
    const [theirs, article] = ['甲乙丙丁戊'.repeat(300), '子丑寅卯辰'.repeat(300)];
    const start = performance.now();
    expect(marked(theirs, article)).toBe(`[-${theirs}-]${article}`);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
