import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/language/sentences.ts';
import { outline, summarise } from '../../src/summary/summarise.ts';

const sectionOf = (...paragraphs: string[]) => ({ number: 1, heading: null, paragraphs });
const texts = (...paragraphs: string[]) => outline(sectionOf(...paragraphs)).map(({ text }) => text);
const BODY = '全市坚持问题导向，健全制度，配强力量，把资源放到群众身边，办理诉求两万多件，群众满意度逐年提高。';

describe('outline', () => {
  it.each([
    ['a dash', ['——强化队伍建设。', '——完善工作机制。', '——推进数据共享。']],
    ['a number in brackets', ['（一）强化队伍建设。', '（二）完善工作机制。', '（三）推进数据共享。']],
    ['a number', ['1.强化队伍建设。', '2.完善工作机制。']],
    ['a Chinese number', ['一、强化队伍建设。', '二、完善工作机制。']],
    ['first, second', ['一是强化队伍建设。', '二是完善工作机制。']],
    ['nothing, in most paragraphs', ['队伍沉下去了。', '机制转起来了。', '数据跑得快了。']],
  ])('is the headlines where paragraphs open with %s', (_, headlines) => {
    expect(texts(...headlines.map((headline) => headline + BODY))).toEqual(headlines);
  });

  it('is the headlines inside one paragraph, too, and leaves out what leads to them', () => {
    const lead = '全市抓了三件事。';
    expect(texts(`${lead}一是强化队伍建设。${BODY}二是完善工作机制。${BODY}`)).toEqual([
      '一是强化队伍建设。',
      '二是完善工作机制。',
    ]);
  });

  it('has no headlines where they stand over a small part, open a sentence of talk, or lean on what was said', () => {
    const long = Array.from({ length: 12 }, (_, at) => `第${at}片区的居民说，${BODY}`);
    const few = outline(sectionOf(...long, '——强化队伍建设。', '——完善工作机制。')).map(({ paragraph }) => paragraph);
    expect(Math.min(...few)).toBeLessThan(13);
    for (const opening of ['他没有回答。', '“来了。”', '这是为什么？']) {
      const paragraphs = [1, 2, 3].map((at) => `${opening}${at}号片区${BODY}`);
      expect(outline(sectionOf(...paragraphs)).map(({ text }) => text)).not.toEqual([opening, opening, opening]);
    }
  });

  it('has more sentences the longer the section, and no lone slogan in a long one', () => {
    const paragraph = (at: number) =>
      `${'甲乙丙丁戊己庚辛壬癸'.charAt(at)}片区新设了${at + 3}处驿站，方便${'老人孩子司机骑手商户学生教师护士工人农民'.slice(at * 2, at * 2 + 2)}歇脚。${BODY}${BODY}`;
    const counts = [2, 5, 10].map(
      (count) => outline(sectionOf(...Array.from({ length: count }, (_, at) => paragraph(at)))).length,
    );
    expect(counts[0]).toBeLessThanOrEqual(2);
    expect(counts[1]).toBeGreaterThanOrEqual(2);
    expect(counts[2]).toBeGreaterThan(counts[1] ?? 0);
  });

  it('quotes whole sentences word for word, in the order of the text, and keeps the best ones where there are no headlines', () => {
    const clause = fc.array(fc.constantFrom(...'金昌市社区网格治理党建服务群众居民的了在是和AI5'), {
      minLength: 1,
      maxLength: 45,
    });
    const sentence = fc
      .tuple(fc.constantFrom('', '', '——', '一是', '（一）', '1.'), clause, fc.constantFrom('。', '！', '？', ''))
      .map(([opening, words, end]) => opening + words.join('') + end);
    const paragraphs = fc.array(
      fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
      { maxLength: 16 },
    );
    fc.assert(
      fc.property(paragraphs, (written) => {
        const found = outline(sectionOf(...written));
        const best = summarise(sectionOf(...written));
        expect(found.length).toBeGreaterThanOrEqual(Math.min(1, best.length));
        expect(found.length).toBeLessThanOrEqual(10);
        let before = -1;
        for (const { paragraph, span, text } of found) {
          const whole = written[paragraph - 1] ?? '';
          expect(whole.slice(span.start, span.end)).toBe(text);
          expect(splitSentences(whole)).toContainEqual(span);
          expect(paragraph * 1e6 + span.start).toBeGreaterThan(before);
          before = paragraph * 1e6 + span.start;
        }
      }),
    );
  });
});
