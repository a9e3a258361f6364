import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/retrieval/question.ts';
import { readPinyin } from '../../../src/retrieval/spelling/pinyin.ts';
import { repairSpelling } from '../../../src/retrieval/spelling/repair.ts';
import { likeness } from '../../../src/retrieval/spelling/sounds.ts';
import { articleOf, storeOf } from '../../training/passages.ts';

const store = storeOf([
  articleOf('a', ['马翠芳管辖着408户居民。', '推广枫桥经验，“网格员”走访居民。', '政府、市场、社会一起参与。']),
]);
const repaired = (asked: string) => repairSpelling(readQuestion(asked), store);
const read = (asked: string) => readPinyin(readQuestion(asked), store);

describe('sounds', () => {
  it.each([
    ['方', '芳', 2],
    ['行', '航', 2],
    ['金', '京', 1],
    ['四', '是', 1],
    ['南', '蓝', 1],
    ['马', '山', 0],
  ])('%s and %s are alike to %i', (a, b, degree) => {
    expect(likeness(a, b)).toBe(degree);
  });
});

describe('repairSpelling', () => {
  it.each([
    ['马翠方管辖多少户？', '马翠芳管辖多少户?'],
    ['马脆芳是谁', '马翠芳是谁'],
    ['枫侨经验', '枫桥经验'],
    ['網格圓做什麼', '网格员做什么'],
  ])('%s means %s', (asked, meant) => {
    expect(repaired(asked)).toBe(meant);
  });

  it('leaves alone what is right, what is a word, and what the library cannot know', () => {
    for (const asked of ['马翠芳管辖多少户？', '市长是谁', '火山喷发', '的的的', ''])
      expect(repaired(asked)).toBeUndefined();
  });
});

describe('readPinyin', () => {
  it.each([
    'ma cui fang guan xia duo shao hu',
    'macuifang guanxia duoshao hu',
    'mǎ cuì fāng guǎn xiá duō shǎo hù',
    'ma3 cui4 fang1 guan3 xia2 duo1 shao3 hu4',
    'MA CUIFANG GUANXIA DUOSHAO HU?',
  ])('reads %s', (typed) => {
    expect(read(typed)).toBe('马翠芳管辖多少户');
  });

  it('reads nothing into other languages, mixtures and long strings', () => {
    for (const typed of ['What is the weather?', 'ma cui fang是谁', 'zzz', 'ma'.repeat(500), ''])
      expect(read(typed)).toBeUndefined();
  });
});
