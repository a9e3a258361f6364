import { describe, expect, it } from 'vitest';
import { syllablesOf } from '../../../src/language/readings.ts';
import { isMostlySyllables } from '../../../src/language/typed-pinyin.ts';
import { readQuestion } from '../../../src/question/question.ts';
import { readFactsInPinyin, readPinyin } from '../../../src/retrieval/spelling/pinyin.ts';
import { repairSpelling } from '../../../src/retrieval/spelling/repair.ts';
import { likeness } from '../../../src/retrieval/spelling/sound-slips.ts';
import { createPassageStore } from '../../../src/retrieval/store/store.ts';
import { articleOf } from '../../training/passages.ts';

const store = createPassageStore([
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

  it.each(['七十', '我爸七十了要票吗', '三十'])('makes no fraction of 亿 of %s', (asked) => {
    const prices = createPassageStore([articleOf('b', ['票价7元，学生3元。'])]);
    expect(repairSpelling(readQuestion(asked), prices)).toBeUndefined();
  });

  it('leaves alone what is right, what is a word, and what the library cannot know', () => {
    for (const asked of ['马翠芳管辖多少户？', '市长是谁', '火山喷发', '的的的', ''])
      expect(repaired(asked)).toBeUndefined();
  });
});

describe('repairSpelling of words', () => {
  it('knows everyday words that the library has not, of its characters', () => {
    const people = createPassageStore([articleOf('a', ['马翠芳管辖着408户、1248人，家家满意。'])]);
    expect(repairSpelling(readQuestion('马翠芳管多少户忍家'), people)).toBe('马翠芳管多少户人家');
  });
});

describe('repairSpelling of names', () => {
  it('makes no surname of another that does not sound like it', () => {
    for (const asked of ['李翠芳是谁', '王翠芳管辖多少户', '张翠芳是谁']) expect(repaired(asked)).toBeUndefined();
  });
});

describe('readPinyin', () => {
  it.each([
    'ma cui fang guan xia duo shao hu',
    'macuifang guanxia duoshao hu',
    "ma'cui'fang guan'xia duo-shao hu",
    'mǎ cuì fāng guǎn xiá duō shǎo hù',
    'ma3 cui4 fang1 guan3 xia2 duo1 shao3 hu4',
    'MA CUIFANG GUANXIA DUOSHAO HU',
  ])('reads %s', (typed) => {
    expect(read(typed)).toBe('马翠芳管辖多少户');
  });

  it.each([
    ['Macuifang 管辖多少户？', '马翠芳 管辖多少户?'],
    ['马cui芳管辖多少户', '马翠芳管辖多少户'],
    ['马 翠fang是谁', '马 翠芳是谁'],
    ['馬翠fāng是谁', '马翠芳是谁'],
    ["Mǎ Cuì'fāng是谁", '马翠芳是谁'],
    ['枫qiáo经验', '枫桥经验'],
    ['shèhuì参与', '社会参与'],
  ])('reads the pinyin in %s', (typed, meant) => {
    expect(read(typed)).toBe(meant);
  });

  it('needs no stop word in the index to read a question', () => {
    expect(read('weishenme shehui keyi canyu')).toBe('为什么社会可以参与');
  });

  it('reads apart what was typed apart', () => {
    const xian = createPassageStore([articleOf('a', ['西安的先生参观历史博物馆。'])]);
    expect(readPinyin(readQuestion('xi an zai na li'), xian)).toBe('西安在哪里');
    expect(readPinyin(readQuestion('xian sheng zai na li'), xian)).toBe('先生在哪里');
    expect(readPinyin(readQuestion('can guan li shi de xian'), xian)).not.toContain('西安');
  });

  it('takes the characters that follow each other in the library, and no vowelless readings', () => {
    const salt = createPassageStore([
      articleOf('a', ['盐场场长邱慧说，今年的产量只有四百二十吨。', '眼神专注的长者在演唱。']),
    ]);
    expect(readPinyin(readQuestion('yanchangdechangzhangshishui'), salt)).toBe('盐场的场长是谁');
    expect(readPinyin(readQuestion('yan chang de chan liang you duo shao dun'), salt)).toBe('盐场的产量有多少吨');
  });

  it('goes by the tones where they are typed', () => {
    const alike = createPassageStore([articleOf('a', ['睡觉前听故事。', '水饺是谁包的。'])]);
    expect(readPinyin(readQuestion('shuǐjiǎo shì shuí bāo de'), alike)).toBe('水饺是谁包的');
    expect(readPinyin(readQuestion('shui4jiao4 qian2 ting1 shen2me'), alike)).toBe('睡觉前听什么');
  });

  it('leaves numbers between syllables', () => {
    expect(read('guan xia 408 hu de shi shei')).toBe('管辖 408 户的是谁');
    expect(read('guanxia408hudeshishei')).toBe('管辖408户的是谁');
  });

  it('reads around words that are no pinyin', () => {
    expect(read('TikTok shang de wangge yuan')).toBe(' tiktok 上的网格员');
  });

  it('leaves Latin words that the library has', () => {
    const app = createPassageStore([articleOf('a', ['用APP查看社会新闻。', '阿婆说社会新闻。'])]);
    expect(readPinyin(readQuestion('app的shehui新闻'), app)).toBe('app的社会新闻');
  });

  it('reads nothing into other languages and long strings', () => {
    for (const typed of ['What is the weather?', 'zzz', '马翠芳是谁', 'ma'.repeat(500), ''])
      expect(read(typed)).toBeUndefined();
  });
});

describe('isMostlySyllables', () => {
  it('knows every syllable of every character, with and without tones', () => {
    for (const character of '马翠芳管辖着网格员女绿略局去圈群穷熊窗状追专儿额欧安恩昂而知吃诗日资次思用因英晕云怨约') {
      for (const syllable of syllablesOf(character)) expect(isMostlySyllables(syllable.replace('ü', 'v'))).toBe(true);
    }
    expect(isMostlySyllables("mǎ cuì'fāng guǎnxiá".normalize('NFD'))).toBe(true);
    expect(isMostlySyllables('gdp zengzhang duoshao')).toBe(true);
  });

  it('cuts in bounded time what could be cut in a multitude of ways', () => {
    expect(isMostlySyllables(`${'nan'.repeat(150)}x`)).toBe(false);
  });

  it('knows what is another language', () => {
    for (const other of ['what is the gdp', 'who edited this article', 'iphone', 'windows xp'])
      expect(isMostlySyllables(other)).toBe(false);
  });
});

describe('readFactsInPinyin', () => {
  it('reads what is asked of an article itself, in letters alone', () => {
    const facts = (asked: string) => readFactsInPinyin(readQuestion(asked), store);
    expect(facts('bianji shi shui')).toBe('编辑是谁');
    expect(facts('zhe pian wén zhāng de lái yuán')).toBe('这篇文章的来源');
    for (const asked of ['马翠芳bianji', 'macuifang shi shui', 'who edited it', ''])
      expect(facts(asked)).toBeUndefined();
  });
});
