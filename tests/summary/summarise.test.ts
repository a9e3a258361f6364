import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../src/article/article.ts';
import { splitSentences } from '../../src/language/sentences.ts';
import { balanced } from '../../src/summary/ornaments.ts';
import { type SummarySentence, summarise } from '../../src/summary/summarise.ts';

const BUDGET = 120;

function sectionOf(paragraphs: readonly string[], heading: string | null = null): Section {
  return { number: 1, heading, paragraphs };
}

function lengthOf(summary: readonly SummarySentence[]): number {
  return summary.reduce((sum, { text }) => sum + [...text].length, 0);
}

const clause = fc.array(fc.constantFrom(...'金昌市社区网格治理党建服务群众居民的了在是和AI5'), {
  minLength: 1,
  maxLength: 45,
});
const sentence = fc
  .tuple(clause, clause, fc.constantFrom('。', '！', '？', '……', ''), fc.constantFrom('', '“', '“”', '《》', '”'))
  .map(([one, two, end, [open = '', close = '']]) => `${open}${one.join('')}${close}，${two.join('')}${end}`);
const written = fc.array(
  fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  {
    maxLength: 6,
  },
);
const anything = fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 5 });
const paragraphs = fc.oneof(written, anything);
const heading = fc.option(fc.string({ unit: 'grapheme', maxLength: 20 }));
const surroundings = fc.record({ title: fc.string({ maxLength: 20 }), last: fc.boolean() });

describe('summarise', () => {
  it('quotes whole sentences word for word, in the order of the text, each with its place', () => {
    fc.assert(
      fc.property(paragraphs, heading, surroundings, (texts, head, around) => {
        const summary = summarise(sectionOf(texts, head), around);
        expect(summary.length).toBeLessThanOrEqual(2);
        let before = -1;
        for (const { paragraph, span, text } of summary) {
          const whole = texts[paragraph - 1] ?? '';
          expect(whole.slice(span.start, span.end)).toBe(text);
          expect(splitSentences(whole)).toContainEqual(span);
          const place = paragraph * 1e6 + span.start;
          expect(place).toBeGreaterThan(before);
          before = place;
        }
      }),
    );
  });

  it('keeps to 120 characters wherever a sentence fits, and to one sentence where none does', () => {
    fc.assert(
      fc.property(paragraphs, heading, (texts, head) => {
        const summary = summarise(sectionOf(texts, head));
        const fits = texts.some((text) =>
          splitSentences(text).some(({ start, end }) => {
            const candidate = text.slice(start, end);
            return /[\p{L}\p{N}]/u.test(candidate) && [...candidate].length <= BUDGET;
          }),
        );
        if (fits) {
          expect(summary.length).toBeGreaterThan(0);
          expect(lengthOf(summary)).toBeLessThanOrEqual(BUDGET);
        } else expect(summary.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('has every quotation closed wherever a sentence that fits has', () => {
    fc.assert(
      fc.property(written, (texts) => {
        const choices = texts.flatMap((text) => splitSentences(text).map(({ start, end }) => text.slice(start, end)));
        fc.pre(choices.some((choice) => balanced(choice) && [...choice].length <= BUDGET));
        for (const { text } of summarise(sectionOf(texts))) expect(balanced(text)).toBe(true);
      }),
    );
  });

  it('gives the same text the same summary', () => {
    fc.assert(
      fc.property(written, heading, written, (texts, head, others) => {
        const first = summarise(sectionOf(texts, head));
        summarise(sectionOf(others));
        expect(summarise(sectionOf(texts, head))).toEqual(first);
      }),
    );
  });

  it('has nothing to say about a section without a sentence', () => {
    expect(summarise(sectionOf([]))).toEqual([]);
    expect(summarise(sectionOf(['', '  ', '……！']))).toEqual([]);
  });

  it('takes the best sentence alone where none fits', () => {
    const long = `金昌市${'推进网格化治理，'.repeat(20)}成效明显。`;
    expect(summarise(sectionOf([long])).map(({ text }) => text)).toEqual([long]);
  });

  it('takes an ornament that fits rather than a sentence that breaks the budget', () => {
    const question = '一座幸福之城是什么模样的？';
    const long = `金昌市${'推进网格化治理，'.repeat(20)}成效明显。`;
    expect(summarise(sectionOf([question, long])).map(({ text }) => text)).toEqual([question]);
  });

  it('follows the heading', () => {
    // Too long for both to be chosen.
    const parks =
      '全市新建了三座公园，沿河铺设步道和绿地，种植月季、国槐等树木两万多株，市民走出家门不到十分钟就能到达其中一座，周末常有人带着孩子前来散步和锻炼。';
    const clinics =
      '社区医院延长了门诊时间，晚上和周末也有医生值班，还为行动不便的老人建立健康档案，由家庭医生定期上门测量血压和血糖，老人看病比从前方便了许多。';
    const chosen = (heading: string) => summarise(sectionOf([parks, clinics], heading)).map(({ text }) => text);
    expect(chosen('沿河新建三座公园')).toEqual([parks]);
    expect(chosen('老人在社区医院看病')).toEqual([clinics]);
  });

  it('chooses the same sentences of a text in Traditional characters', () => {
    const simplified = ['网格是市域社会治理的基本单元。天气很好。', '金昌市全面启动网格化管理，社会治理水平提高。'];
    const traditional = ['網格是市域社會治理的基本單元。天氣很好。', '金昌市全面啟動網格化管理，社會治理水平提高。'];
    const places = (texts: readonly string[], head: string) =>
      summarise(sectionOf(texts, head)).map(({ paragraph, span }) => ({ paragraph, span }));
    expect(places(traditional, '網格化治理')).toEqual(places(simplified, '网格化治理'));
  });

  it('reads no more of an endless section than it has to', () => {
    const endless = Array.from({ length: 50_000 }, (_, at) => `第${at}户居民参加了第${at * 7}次议事。`);
    expect(lengthOf(summarise(sectionOf(endless, '居民议事')))).toBeLessThanOrEqual(BUDGET);
  });
});
