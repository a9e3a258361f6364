import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/question/question.ts';
import { createPassageStore } from '../../src/retrieval/store/store.ts';
import { namedArticles } from '../../src/selection/named-articles.ts';
import { articleOf } from '../training/passages.ts';

const titled = (titles: readonly string[]) =>
  createPassageStore(
    titles.map((title, at) => ({ ...articleOf(`a${at}`, ['首班车六点，末班车九点。']), id: title, title })),
  );

const named = (titles: readonly string[], question: string) =>
  namedArticles(titled(titles), readQuestion(question))?.articles.map(({ id }) => id);

const TOWNS = ['月城首条公交快线开通', '玉城公交快线开门迎客', '海城：快线公交今起运行', '清河县公交快线试运行'];
const YEARS = ['丰泽县2021年统计公报', '丰泽县2022年统计公报', '丰泽县2023年统计公报'];
const CLINICS = ['石桥镇卫生院扩建完工', '璧屏县山城诊所重新开放', '赤湾区口腔医院揭牌'];
const WORKS = ['民谣专辑《北岸》今日首发', '舞剧《采莲》启程巡演', '纪录片《盐路》开播'];
const FAIRS = ['第五届春茶博览会须知', '第六届春茶博览会须知'];

describe('the articles that a question names', () => {
  it.each([
    [TOWNS, '月城末班车几点', ['月城首条公交快线开通']],
    [TOWNS, '末班车玉城是几点？', ['玉城公交快线开门迎客']],
    [TOWNS, '玉城头班车几点', ['玉城公交快线开门迎客']],
    [TOWNS, '清河票价', ['清河县公交快线试运行']],
    [TOWNS, '月城和海城哪个票价低', ['月城首条公交快线开通', '海城：快线公交今起运行']],
    // A place stands in the name of what is there.
    [CLINICS, '石桥有多少床位', ['石桥镇卫生院扩建完工']],
    [CLINICS, '璧屏几点开门', ['璧屏县山城诊所重新开放']],
    // A work needs no marks.
    [WORKS, '采莲的票价是多少', ['舞剧《采莲》启程巡演']],
    [WORKS, '北岸收了几首歌', ['民谣专辑《北岸》今日首发']],
    [YEARS, '2022年生产总值', ['丰泽县2022年统计公报']],
    [YEARS, '22年生产总值', ['丰泽县2022年统计公报']],
    [FAIRS, '第6届门票多少钱', ['第六届春茶博览会须知']],
    [[...TOWNS, ...YEARS], '丰泽县2023年粮食产量', ['丰泽县2023年统计公报']],
    [TOWNS, '《海城：快线公交今起运行》票价多少', ['海城：快线公交今起运行']],
    [TOWNS, '《清河县公交》票价多少', ['清河县公交快线试运行']],
  ])('%s: %s', (titles, question, expected) => {
    expect(named(titles, question)).toEqual(expected);
  });

  it('are of a year by the day they appeared, where the question has another word of their titles', () => {
    const [fair, report] = [
      { ...articleOf('fair', ['今年产量4200吨。']), title: '岭头镇荔枝节开幕', publishedAt: '2021-05-28' },
      { ...articleOf('report', ['藏书十万册。']), title: '枫林市图书馆2021年度报告', publishedAt: '2022-01-10' },
    ];
    const later = { ...fair, id: 'later', title: '岭头镇第二次荔枝节', publishedAt: '2022-06-01' };
    const store = createPassageStore([fair, report, later]);
    const ids = (asked: string) => namedArticles(store, readQuestion(asked))?.articles.map(({ id }) => id);
    expect(ids('2021年荔枝节产量')).toEqual(['fair', 'report']);
    expect(ids('2021年藏书多少')).toEqual(['report']);
  });

  it('says where a number stands that names one, however it is written', () => {
    const names = namedArticles(titled(FAIRS), readQuestion('第6届门票多少钱'))?.names ?? [];
    expect(names.map(({ start, end }) => '第6届门票多少钱'.slice(start, end))).toEqual(['第6届']);
  });

  it.each([
    [TOWNS, '末班车几点'],
    [TOWNS, '公交快线票价多少'],
    // No word begins or ends within another.
    [TOWNS, '末班车经过三月城市广场吗'],
    [TOWNS, '末班车去上海城区吗'],
    [YEARS, '丰泽县生产总值'],
    [YEARS, '22年来生产总值'],
    [YEARS, '这座桥用了22年'],
    [YEARS, '2019年生产总值'],
    [YEARS, '一共2022元吗'],
    [[TOWNS[0] ?? ''], '月城末班车几点'],
    [TOWNS, '《海上日出》是谁写的'],
  ])('%s: %s names none of them', (titles, question) => {
    expect(named(titles, question)).toBeUndefined();
  });
});
