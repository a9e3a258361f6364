import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatAddress } from '../../src/article/address.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { outline } from '../../src/summary/summarise.ts';

/** Read by a person: no anecdote, no aphorism, no flourish; where the section has headlines, these. */
const READ = [
  [
    '§0¶3 在金昌，人们不仅把构建和谐精致的幸福之城当做心中愿景，而且投身其中，成为社会治理的主体。',
    '§0¶4 人民安居乐业、国家长治久安，离不开共建共治共享的社会治理。',
  ],
  [
    '§1¶4 全面推行街道“大工委”、社区“大党委”、兼职委员、联席会议和在职党员到社区报到等制度，进一步增强基层党组织团结动员群众的能力。',
    '§1¶5 将党的建设与基层社会治理紧密结合，加快构建党委领导、政府负责、社会协同、公众参与、法治保障的社会治理体系，全力推进基层治理实验区建设。',
  ],
  [
    '§2¶6 ——强化综治中心规范化建设，深化综治中心实战化应用。',
    '§2¶7 ——完善矛盾纠纷多元化解机制，提升矛盾纠纷化解能力。',
    '§2¶8 ——推进社会治安防控体系建设，提升社会治安防控水平。',
    '§2¶9 ——完善网格化服务管理标准化建设，以“网格化”助力基层社会治理。',
    '§2¶10 ——健全多方参与机制，吸纳各方力量参与社会治理。',
  ],
  [
    '§3¶5 ——坚持自治，强化群众参与，以基层协商民主为抓手求解社会治理“最大公约数”。',
    '§3¶6 ——深化德治，为构建共建共治共享社会治理新格局提供“德治”养料。',
    '§3¶7 ——强化法治，提升基层社会治理法治化水平。',
    '§3¶8 ——创新“智”治，以智能化手段为基层社会治理赋能。',
  ],
];

describe('the outlines of seeds/jinchang.txt', () => {
  it('are those that a person has read', () => {
    const { title, sections } = parseArticle(
      readFileSync(new URL('../../seeds/jinchang.txt', import.meta.url)),
      'jinchang',
    );
    const summaries = sections.map((section) => {
      const sentences = outline(section, { title, last: section === sections.at(-1) });
      return sentences.map(({ paragraph, text }) => `${formatAddress({ section: section.number, paragraph })} ${text}`);
    });
    expect(summaries).toEqual(READ);
  });
});
