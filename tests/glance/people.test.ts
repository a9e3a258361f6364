import { describe, expect, it } from 'vitest';
import { glanceAt } from '../../src/glance/glance.ts';
import { jinchang } from '../sample-articles.ts';
import { told } from './told.ts';

const people = (...paragraphs: string[]) =>
  glanceAt(told(...paragraphs)).people.map(({ text, note }) => (note === '' ? text : `${text}=${note}`));

describe('people', () => {
  it.each([
    ['县委书记王某说，路要修。', ['王某=县委书记']],
    ['市统计局副局长虞正川在发布会上说，增速还行。', ['虞正川=市统计局副局长']],
    ['跑夜班的尤柏钧唱反调。', ['尤柏钧']],
    ['楼道窄，六楼的退休教师闻人杰膝盖不好。', ['闻人杰=六楼的退休教师']],
    ['炊事员陶嫂把汤端上桌。', ['陶嫂=炊事员']],
    ['抄牌的人叫晁有余，干了十六年。', ['晁有余']],
    ['工长汤守义没有骂人。汤守义穿上说大了一号。', ['汤守义=工长']],
    ['公會理事長鄔進財，開車二十八年。', ['鄔進財=公會理事長']],
    ['罗伯年说，发起人是退休邮递员。', ['罗伯年']],
    ['见到总统弗拉基米尔·伊万诺夫时，他在笑。', ['弗拉基米尔·伊万诺夫=总统']],
  ])('%s', (text, expected) => {
    expect(people(text)).toEqual(expected);
  });

  it.each([
    '高兴的是，明天方便了。',
    '市民和雇主每月各提拨薪水。',
    '由市民代表说明情况，各方面都满意。',
    '黄河水流进了黄河口，黄河水是浑的。',
    '学生宿舍里没有人，文化宫在对面，商务局在隔壁。',
    '开往桂岔的列车晚了，在桂岔多等了十分钟。',
    '老师和小学的老板都来了。',
    '白桦服务区平常卖面，金穗蛋糕房也卖。',
  ])('nobody in: %s', (text) => {
    expect(people(text)).toEqual([]);
  });

  it('has each once, with all places, and nobody by half of a name', () => {
    const [first, second, ...more] = glanceAt(told('社区书记卓文忠来了。', '书记的侄女卓一诺说，卓文忠没来。')).people;
    expect(more).toEqual([]);
    expect(first).toMatchObject({ text: '卓文忠', note: '社区书记' });
    expect(first?.mentions.map(({ address, sentence }) => [address.paragraph, sentence])).toEqual([
      [1, 0],
      [2, 0],
    ]);
    expect(second).toMatchObject({ text: '卓一诺', note: '书记的侄女' });
  });

  it('leaves out who may be somebody named in full', () => {
    expect(people('对面的老章叫章定邦，章定邦说他在。', '老章摔过一跤。')).toEqual(['章定邦']);
  });

  it('reads the seed', () => {
    const [only, ...more] = glanceAt(jinchang()).people;
    expect(more).toEqual([]);
    expect(only).toMatchObject({ text: '马翠芳', note: '金川区新华路街道昌都里社区的一名网格员' });
    expect(only?.mentions).toHaveLength(3);
  });
});
