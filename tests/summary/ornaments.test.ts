import { describe, expect, it } from 'vitest';
import { readCandidates } from '../../src/summary/candidates.ts';
import { balanced, withoutOrnaments } from '../../src/summary/ornaments.ts';

const PRINT = { talk: false, last: false };

function kept(paragraphs: readonly string[], telling = PRINT): string[] {
  return withoutOrnaments(readCandidates(paragraphs), telling).map(({ text }) => text);
}

describe('withoutOrnaments', () => {
  it.each([
    ['a question', '一座幸福之城是什么模样的？'],
    ['a question in quotation marks', '“谁来管？”'],
    ['a caption', '本报记者　王小明　摄'],
    ['a line that announces a list', '具体措施如下：'],
    ['a command', 'sudo apt install git'],
    ['a signature', '中国共产党中央委员会'],
    ['a quotation that goes on', '他说：“这里很好。'],
    ['a couplet', '治国凭圭臬，安邦靠准绳。'],
    ['a pair of definitions', '法律是国家的重器，良法是善治的前提。'],
    ['a truism', '党支部是党的基层组织，是党的全部工作和战斗力的基础，更是党在基层治理中的“桥头堡”。'],
    ['a scene behind a dateline', '新华社郑州5月18日电（记者王一凡）清晨6:30，专家已经站在田边。'],
    ['a scene', '而今，宽敞的大道穿村而过，养殖小区里牛羊成群。'],
  ])('leaves out %s', (_, sentence) => {
    expect(kept([sentence])).toEqual([]);
  });

  it.each([
    ['a plain statement', '金昌市全面启动网格化管理。'],
    ['two even clauses with figures', '小麦增产5%，玉米减产3%。'],
    ['two even clauses about what has happened', '全市新建了三座公园，市民休闲有了好去处。'],
    ['news behind a dateline', '新华社郑州5月18日电 河南小麦已经收割过半。'],
    ['a subheading that says something', '欧洲多国称不愿参与对伊朗的军事行动'],
    ['a definition', '网格是市域社会治理的最基本单元。'],
    ['an exclamation in quotation marks', '“他们来了！”'],
    ['a sentence in another language', 'It works on Linux.'],
    ['now and then as a fact', '如今，全市已建成42个社区。'],
  ])('keeps %s', (_, sentence) => {
    expect(kept([sentence])).toEqual([sentence]);
  });

  it('leaves out the story of a person introduced by age, wherever the name returns', () => {
    const story = '44岁的马翠芳是昌都里社区的一名网格员，她管辖着8栋楼。';
    const more = '像马翠芳一样的网格员们不分昼夜坚守在卡口。';
    const matter = '金昌市全面启动网格化管理。';
    expect(kept([story, more, matter])).toEqual([matter]);
  });

  it('takes nobody for a person who has no name', () => {
    const first = '年满18岁的学生可以申请。';
    const second = '学生提交材料后由学校审核。';
    expect(kept([first, second])).toEqual([first, second]);
  });

  it('leaves out wishes in the last paragraph of the article only', () => {
    const wish = '金昌市将砥砺奋进，建设幸福美好的现代化新金昌。';
    const fact = '全市已建成42个社区。';
    expect(kept([fact, wish], { talk: false, last: true })).toEqual([fact]);
    expect(kept([fact, wish], PRINT)).toEqual([fact, wish]);
    expect(kept([wish, fact], { talk: false, last: true })).toEqual([wish, fact]);
  });

  it('leaves out thanks and handing over in talk, not in print', () => {
    const thanks = '谢谢王老师的分享。';
    expect(kept([thanks], { talk: true, last: false })).toEqual([]);
    expect(kept([thanks], PRINT)).toEqual([thanks]);
  });

  it('knows Traditional characters as well', () => {
    expect(kept(['謝謝王老師的分享。'], { talk: true, last: false })).toEqual([]);
    expect(kept(['黨支部是黨的基層組織，是黨的全部工作的基礎，更是橋頭堡。'])).toEqual([]);
  });
});

describe('balanced', () => {
  it.each(['', '没有引号。', '“是。”', '《论语》说：“学而时习之。”', '「『好』。」', 'It’s "fine".'])(
    'takes %s as whole',
    (text) => {
      expect(balanced(text)).toBe(true);
    },
  );

  it.each(['“是。', '是。”', '”是“', '《“书》”', 'a "quote'])('takes %s as torn', (text) => {
    expect(balanced(text)).toBe(false);
  });
});
