import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, parsePlace, parsePlaces } from '../../src/article/address.ts';

const at = (section: number | undefined, paragraph: number | undefined) => ({ section, paragraph });
const single = (section: number | undefined, paragraph: number | undefined) => ({
  from: at(section, paragraph),
  to: at(section, paragraph),
});

describe('parsePlace', () => {
  it.each([
    '§2¶4',
    '2.4',
    '2-4',
    '２．４',
    's2p4',
    'S2 P4',
    '第2节第4段',
    '第二節第四段',
    '§ 2 ¶ 4',
    '2¶4',
    '2:4',
    ' 2.4 ',
    '2 4',
    '２　４',
    '2。4',
    '2.4。',
    '2.4，',
    '2.4？',
    '[2.4]',
    '【2.4】',
    '(2.4)',
    '（§2¶4）',
    '「§2¶4」',
    '`2.4`',
    '**2.4**',
    '> 2.4',
    '2‑4',
    '2–4',
    '2—4',
    '2−4',
    '2/4',
    '2·4',
    '2，4',
    'S2P4',
    's2 p4',
    'sec. 2 par. 4',
    'Section 2, paragraph 4',
    'section two paragraph four',
    'paragraph 4 of section 2',
    'the fourth paragraph of the second section',
    '4th paragraph in section 2',
    'part 2 paragraph 4',
    '第２节第４段',
    '第2節第4段',
    '第二部分第四段',
    '第二章的第四段',
    '第二节 第四自然段',
    '2节4段',
    '第2节第4',
    '《汇音聚符共奏和谐曲》 · 金昌日报 · 2021年11月23日09:21 · §2¶4',
    '-# ——《汇音聚符共奏和谐曲》 · 金昌日报 · §2¶4',
    '—— 《汇音聚符共奏和谐曲》 · 金昌日报 · 2021年11月23日09:21 · 第2节第4段（§2¶4）',
    '《汇音聚符共奏和谐曲》 · 第2節第4段（§2¶4） · 原文連結',
    '《汇音聚符共奏和谐曲》 · section 2, paragraph 4 (§2¶4)',
    '第2节第4段（§2¶4）',
    '第2節第4段 (§2¶4)',
  ])('reads %s as one paragraph', (typed) => {
    expect(parsePlace(typed)).toEqual(single(2, 4));
  });

  it.each([
    ['2', 2],
    ['§2', 2],
    ['第十二节', 12],
    ['s3', 3],
    ['section 2', 2],
    ['0', 0],
    ['第二十节', 20],
    ['第二十一節', 21],
    ['（§2）', 2],
    ['§１', 1],
    ['§1。', 1],
    ['第二部分', 2],
    ['第三章', 3],
    ['part 3', 3],
    ['the second section', 2],
    ['最后一节', -1],
    ['最後一部分', -1],
    ['倒数第二节', -2],
    ['the last section', -1],
    ['导语', 0],
    ['導言', 0],
    ['the lead', 0],
    ['《汇音聚符共奏和谐曲》 · 金昌日报 · §2 · 第 1 页，共 3 页', 2],
    ['《汇音聚符共奏和谐曲》 · 金昌日报 · §2 · 第 1 页，共 3 页 · 原文链接', 2],
  ])('reads %s as section %i', (typed, section) => {
    expect(parsePlace(typed)).toEqual(single(section, undefined));
  });

  it.each([
    ['第一段', undefined, 1],
    ['第十二段', undefined, 12],
    ['首段', undefined, 1],
    ['最后一段', undefined, -1],
    ['最後一段', undefined, -1],
    ['末段', undefined, -1],
    ['倒数第二段', undefined, -2],
    ['倒數第3段', undefined, -3],
    ['全文最后一段', undefined, -1],
    ['¶3', undefined, 3],
    ['第二节最后一段', 2, -1],
    ['第二節 倒數第二段', 2, -2],
    ['最后一节第一段', -1, 1],
    ['导语第一段', 0, 1],
    ['last paragraph', undefined, -1],
    ['the first paragraph', undefined, 1],
    ['second to last paragraph', undefined, -2],
    ['the second-last paragraph', undefined, -2],
    ['penultimate paragraph', undefined, -2],
    ['paragraph 3', undefined, 3],
    ['the last paragraph of the article', undefined, -1],
    ['section 2 last paragraph', 2, -1],
    ['the last paragraph of section 2', 2, -1],
    ['last paragraph of the last section', -1, -1],
  ])('reads %s as section %s, paragraph %s', (typed, section, paragraph) => {
    expect(parsePlace(typed)).toEqual(single(section, paragraph));
  });

  it.each([
    '2.4-2.6',
    '2.4-6',
    '§2¶4–§2¶6',
    '§2¶4–6',
    '2.4～2.6',
    '2.4 ~ 2.6',
    '2.4——2.6',
    '2.4‑2.6',
    '2.4到2.6',
    '2.4至6',
    '2.4 to 2.6',
    '2-4-2-6',
    '2-4-6',
    '第2节第4段到第6段',
    '第二节第四段至第二节第六段',
    '（2.4-2.6）',
    '《题》 · 报 · §2¶4–6',
  ])('reads %s as a range', (typed) => {
    expect(parsePlace(typed)).toEqual({ from: at(2, 4), to: at(2, 6) });
  });

  it('reads ranges over the edge of a section, and of sections', () => {
    expect(parsePlace('2.10-3.1')).toEqual({ from: at(2, 10), to: at(3, 1) });
    expect(parsePlace('§2–§3')).toEqual({ from: at(2, undefined), to: at(3, undefined) });
    expect(parsePlace('第一节到第三节')).toEqual({ from: at(1, undefined), to: at(3, undefined) });
    expect(parsePlace('第一段到第三段')).toEqual({ from: at(undefined, 1), to: at(undefined, 3) });
    expect(parsePlace('第二节第四段到最后一段')).toEqual({ from: at(2, 4), to: at(undefined, -1) });
  });

  it('keeps a reversed range as it was typed', () => {
    expect(parsePlace('2.6-2.4')).toEqual({ from: at(2, 6), to: at(2, 4) });
  });

  it('reads the article in front of an address', () => {
    expect(parsePlace('jinchang§2¶4')).toEqual({ articleId: 'jinchang', ...single(2, 4) });
    expect(parsePlace('a-1§2¶4–§3¶1')).toEqual({ articleId: 'a-1', from: at(2, 4), to: at(3, 1) });
    expect(parsePlace('金昌§1')).toEqual({ articleId: '金昌', ...single(1, undefined) });
  });

  it.each([
    ['2.4,2.6', [single(2, 4), single(2, 6)]],
    ['2.4，2.6。', [single(2, 4), single(2, 6)]],
    ['2.4和2.6', [single(2, 4), single(2, 6)]],
    ['2.4、2.6、3.1', [single(2, 4), single(2, 6), single(3, 1)]],
    ['2.4, 2.6 and 3.1', [single(2, 4), single(2, 6), single(3, 1)]],
    ['2.4 2.6', [single(2, 4), single(2, 6)]],
    ['2.4\n2.6', [single(2, 4), single(2, 6)]],
    ['2.6;2.4', [single(2, 6), single(2, 4)]],
    ['2,4和2,6', [single(2, 4), single(2, 6)]],
    ['2.4、6', [single(2, 4), single(2, 6)]],
    ['第2节第4段和第6段', [single(2, 4), single(2, 6)]],
    ['第2节第4段和第3节第6段', [single(2, 4), single(3, 6)]],
    ['§1和§2', [single(1, undefined), single(2, undefined)]],
    ['第一段和最后一段', [single(undefined, 1), single(undefined, -1)]],
    ['2.4-2.6和3.1', [{ from: at(2, 4), to: at(2, 6) }, single(3, 1)]],
    ['jinchang§2¶4、§2¶6', ['jinchang', 'jinchang'].map((articleId, i) => ({ articleId, ...single(2, [4, 6][i]) }))],
    [
      'a§2¶4和b§1',
      [
        { articleId: 'a', ...single(2, 4) },
        { articleId: 'b', ...single(1, undefined) },
      ],
    ],
    ['《题》 · 报 · §2¶4、§2¶6', [single(2, 4), single(2, 6)]],
  ])('reads %s in order', (typed, places) => {
    expect(parsePlaces(typed)).toEqual(places);
    expect(parsePlace(typed)).toBeUndefined();
  });

  it.each([
    '',
    '网格员',
    '2.4.5',
    '-1',
    '马翠芳管多少户',
    '2021年',
    '§',
    '1+7+X',
    '第段',
    '2.4万元',
    '2.4%',
    '2.4%的人',
    '增长2.4',
    '2.4亿',
    '1,2,3,4',
    '1、2、3',
    '和',
    '第',
    '段',
    '全文',
    '-',
    '2.4和',
    '三分之二',
    '第一名',
    '一段话',
    '最后',
    '两段式',
  ])('does not take %j for an address', (typed) => {
    expect(parsePlace(typed)).toBeUndefined();
  });

  it('reads back every address as it is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (section, paragraph) => {
        expect(parsePlace(formatAddress({ section, paragraph }))).toEqual(single(section, paragraph));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'§¶0129.-到至第节段 sp章x一十和,、最后倒数的《》·') }),
        (typed) => {
          parsePlaces(typed);
        },
      ),
    );
  });
});
