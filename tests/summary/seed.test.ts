import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatAddress } from '../../src/article/address.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { summarise } from '../../src/summary/summarise.ts';

/** Read by a person: no anecdote, no aphorism, no flourish, and each says what its section is about. */
const READ = [
  ['§0¶3 在金昌，人们不仅把构建和谐精致的幸福之城当做心中愿景，而且投身其中，成为社会治理的主体。'],
  [
    '§1¶5 将党的建设与基层社会治理紧密结合，加快构建党委领导、政府负责、社会协同、公众参与、法治保障的社会治理体系，全力推进基层治理实验区建设。',
  ],
  [
    '§2¶3 网格是市域社会治理的最基本单元和“神经末梢”，立足“小网格”、融入“微服务”、发挥“强作用”，加强网格化管理，打通“经脉”、畅通“末梢”，成为改进基层社会治理方式，助力精准治理的一道良方。',
  ],
  [
    '§3¶4 基层社会治理模式不是一成不变的，立足新发展阶段，金昌市深入贯彻新发展理念，主动融入新发展格局，着力在创新基层社会治理的道路上披荆斩棘、奋勇前行，共建文明和谐的美好社会。',
  ],
];

describe('the summaries of seeds/jinchang.txt', () => {
  it('are those that a person has read', () => {
    const { title, sections } = parseArticle(
      readFileSync(new URL('../../seeds/jinchang.txt', import.meta.url)),
      'jinchang',
    );
    const summaries = sections.map((section) => {
      const sentences = summarise(section, { title, last: section === sections.at(-1) });
      return sentences.map(({ paragraph, text }) => `${formatAddress({ section: section.number, paragraph })} ${text}`);
    });
    expect(summaries).toEqual(READ);
  });
});
