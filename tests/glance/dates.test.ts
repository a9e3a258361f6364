import { describe, expect, it } from 'vitest';
import { glanceAt } from '../../src/glance/glance.ts';
import { told } from './told.ts';

const dates = (publishedAt: string | undefined, ...paragraphs: string[]) => {
  const { publishedAt: _, ...article } = told(...paragraphs);
  return glanceAt(publishedAt === undefined ? article : { ...article, publishedAt }).dates.map(({ text }) => text);
};

describe('dates', () => {
  it('stand in the order of time, those of an open year last, in the order of the text', () => {
    expect(
      dates(
        '2025-06-27T08:00:00+08:00',
        '8月底以前交楼，今年5月转动，2003年创办，去年秋天停工，6月5日开会，明年春节交付。',
        '老楼建于民国八十八年，一九九八年翻修，2020年2月10日再修。',
      ),
    ).toEqual([
      '一九九八年',
      '民国八十八年',
      '2003年',
      '2020年2月10日',
      '去年秋天',
      '今年5月',
      '6月5日',
      '明年春节',
      '8月底',
    ]);
  });

  it('are whole, ranges as well, and each once', () => {
    expect(dates('2025-02-20', '定于4月17日至21日举行，4月17日至21日布展，10月17日至12月19日不休。')).toEqual([
      '4月17日至21日',
      '10月17日至12月19日',
    ]);
  });

  it('know no year where the page has no date', () => {
    expect(dates(undefined, '3月开工，去年停工，2019年完工。')).toEqual(['2019年', '3月', '去年']);
  });

  it.each(['三号馆放茶，第3月，每月薪金，十二个月，5月天乐队，K3日报。', '共23日元，13月40日。'])(
    'none in: %s',
    (text) => {
      expect(dates('2025-02-20', text)).toEqual([]);
    },
  );
});
