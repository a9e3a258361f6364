import { describe, expect, it } from 'vitest';
import { blocks, noticeOf, paragraph, quotedIn, run } from '../../commands/run.ts';

const check = (text: string, locale: 'zh-CN' | 'zh-TW' | 'en' = 'zh-CN') => run('find-in-article', { text }, locale);

describe('sentences of a message of which the article has some', () => {
  it('are quoted as the article has them, not as somebody typed them', () => {
    const reply = check('她管轄著所在小區的8棟樓。她每天工作二十個小時。令行禁止,堅決說不！', 'zh-TW');
    expect(quotedIn(reply)).toEqual(['她管辖着所在小区的8栋楼', expect.stringMatching(/^令行禁止，坚决说不。?$/)]);
    expect(paragraph(2, 1)).toContain(quotedIn(reply)[0]);
    expect(blocks(reply, 'citation').map(({ text }) => text.split(' · ').at(-1))).toContain('§2¶1');
  });

  it('keep both paragraphs where they run from one into the next', () => {
    const reply = check(
      '是宜居宜业的，更是平安和谐的。在金昌，人们不仅把；她每天工作二十个小时。她每天工作二十个小时！',
    );
    for (const words of quotedIn(reply)) expect([paragraph(0, 2), paragraph(0, 3)].join('')).toContain(words);
  });

  it('lead to their passages, and strike out what the article has nothing like', () => {
    const reply = check('她管辖着所在小区的8栋楼。今天晚上我们一起吃火锅。');
    const [struck] = blocks(reply, 'differences');
    expect(struck?.pieces).toEqual([{ text: '今天晚上我们一起吃火锅。', side: 'theirs' }]);
    expect(struck?.legend).toEqual({ theirs: '文章里没有的话' });
    expect(reply.actions.map(({ label }) => label)).toEqual(['打开 §2¶1']);
  });

  it('show what the article has instead of the others, with one legend for all', () => {
    const text = '她管辖着所在小区的8栋楼。共有500户、1248人。不久前，随着新冠肺炎疫情在甘肃省三地相继爆发。';
    const reply = check(text, 'en');
    const compared = blocks(reply, 'differences');
    expect(noticeOf(reply)).toBe('1 of 3 sentences are the article’s own words:');
    expect(compared).toHaveLength(2);
    expect(compared.map(({ legend }) => legend)).toEqual([
      { theirs: 'words not in the article', article: 'the article' },
      undefined,
    ]);
    for (const [at, number] of [1, 2].entries()) {
      const words = compared[at]?.pieces.filter(({ side }) => side !== 'theirs').map(({ text }) => text);
      expect(paragraph(2, number)).toContain(words?.join(''));
    }
    expect(reply.actions.map(({ label }) => label)).toEqual(['Open §2¶1', 'Open §2¶2']);
  });

  it('are compared up to the third that is not found; the rest are struck out', () => {
    const wrong = [500, 501, 502, 503, 504].map((many) => `她管辖着所在小区的9栋楼，共有${many}户、1248人。`);
    const compared = blocks(check(`她管辖着所在小区的8栋楼。${wrong.join('')}`), 'differences');
    expect(compared.map(({ pieces }) => pieces.length > 1)).toEqual([true, true, true, false, false]);
  });
});
