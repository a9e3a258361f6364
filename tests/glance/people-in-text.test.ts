import { describe, expect, it } from 'vitest';
import { peopleInterviewed, peopleNamed } from '../../src/glance/glance.ts';
import { peopleInText } from '../../src/glance/people-in-text.ts';
import { harbour, jinchang } from '../sample-articles.ts';

const told = (...paragraphs: string[]) => ({ ...harbour, sections: [{ number: 0, heading: null, paragraphs }] });
const texts = (entries: readonly { readonly text: string }[]) => entries.map(({ text }) => text);

describe('who is named in a text', () => {
  it.each([
    ['村里的网格员梁素云走访了四十户。', '梁素云'],
    ['副局长向东阳说，年底前谈完。', '向东阳'],
    ['六十七岁的关山月退休前是锅炉工。', '关山月'],
    ['退休教师闻人杰膝盖不好。', '闻人杰'],
    ['“来了。”项南说。', '项南'],
    ['镇长佟立春答应加钱，保管员夏嵘不用再爬仓顶。', '佟立春 夏嵘'],
    ['總經理陳國華說：「碼頭會保留。」', '陳國華'],
    ['欧阳文静告诉记者，她不走。', '欧阳文静'],
    ['见到总统弗拉基米尔·伊万诺夫时，他在笑。', '弗拉基米尔·伊万诺夫'],
    ['坐在后排的萧桂兰头也不抬。车间里，萧桂兰踩了十八年缝纫机。', '萧桂兰'],
  ])('%s', (text, expected) => {
    expect(peopleInText(text).join(' ')).toBe(expected);
    expect(texts(peopleNamed(told(text))).join(' ')).toBe(expected);
  });

  it.each([
    '由市民代表说明情况，各方面都满意。',
    '高原夏菜种植基地的高原夏菜卖到了外地。',
    '黄河水流进了黄河口。黄河水是浑的。',
    '成长马上开始，时间表示得很清楚。',
    '明前茶和乌龙茶放在二号馆，乌龙茶说明写在背面。',
  ])('nobody in: %s', (text) => {
    expect(peopleInText(text)).toEqual([]);
    expect(peopleNamed(told(text))).toEqual([]);
  });

  it('nobody after a post that is half of a street', () => {
    expect(peopleInText('教师节那天，工人路关门了。')).toEqual([]);
  });

  it('reads real articles', () => {
    expect(texts(peopleNamed(jinchang()))).toEqual(['马翠芳']);
    expect(texts(peopleNamed(harbour))).toEqual(['陳國華', '王阿海']);
  });
});

describe('with whom an article is an interview', () => {
  it('has those who speak more than once', () => {
    const talk = [
      '问：为什么？',
      '简宥廷：因为远。',
      '冯月桃：也近。',
      '问：还有呢？',
      '简宥廷：没有了。',
      '冯月桃：有。',
      '温馨：提示。',
    ];
    expect(texts(peopleInterviewed(told(...talk)))).toEqual(['简宥廷', '冯月桃']);
    expect(peopleInterviewed(jinchang())).toEqual([]);
  });
});
