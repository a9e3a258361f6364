import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/library/open.ts';
import { blocks, noticeOf, one, paragraph, quotedIn, run, seed, two } from './run.ts';

const LEAD = { number: 0, heading: null };
const LAST = seed.sections.at(-1);
const lastOf = (number: number) => seed.sections.find((section) => section.number === number)?.paragraphs.at(-1);
const addressesIn = (reply: Awaited<ReturnType<typeof run>>) =>
  blocks(reply, 'quotation').flatMap(({ paragraphs }) => paragraphs.map(({ address }) => address));

describe('quote', () => {
  it.each([
    '2 4',
    '（§2¶4）',
    '2.4。',
    '[2.4]',
    '2‑4',
    '２．４',
    '第2節第4段',
    'section 2 paragraph 4',
    '《汇音聚符共奏和谐曲》 · 金昌日报 · 2021年11月23日09:21 · §2¶4',
  ])('understands %s', async (passage) => {
    expect(quotedIn(await run('quote', { passage }))).toEqual([paragraph(2, 4)]);
  });

  it.each([
    ['第一段', seed.sections[0]?.paragraphs[0]],
    ['最后一段', LAST?.paragraphs.at(-1)],
    ['last paragraph', LAST?.paragraphs.at(-1)],
    ['倒数第二段', LAST?.paragraphs.at(-2)],
    ['第二节最后一段', lastOf(2)],
    ['最後一節第一段', LAST?.paragraphs[0]],
  ])('counts from the end: %s', async (passage, text) => {
    expect(quotedIn(await run('quote', { passage }))).toEqual([text]);
  });

  it.each(['2.4,2.6', '2.4和2.6', '2.4 2.6', '第2节第4段和第6段', '§2¶4、§2¶6'])(
    'shows all of %s in order',
    async (passage) => {
      const reply = await run('quote', { passage });
      expect(quotedIn(reply)).toEqual([paragraph(2, 4), paragraph(2, 6)]);
      expect(blocks(reply, 'citation').map(({ text }) => text)).toEqual([
        '《汇音聚符共奏和谐曲》 · 金昌日报 · 2021年11月23日09:21 · §2¶4、§2¶6',
      ]);
      expect(reply.actions.map(({ label }) => label)).toEqual(['打开 §2¶4', '打开 §2¶6']);
    },
  );

  it('keeps the order that was typed, ranges among them, and reads its own citation back', async () => {
    const reply = await run('quote', { passage: '3.1和2.4-2.5' });
    expect(addressesIn(reply)).toEqual(['§3¶1', '§2¶4', '§2¶5']);
    const cited = blocks(reply, 'citation')[0]?.text ?? '';
    expect(quotedIn(await run('quote', { passage: cited }))).toEqual(quotedIn(reply));
  });

  it('quotes a figure that no article has as an address', async () => {
    const sections = [{ number: 0, heading: null, paragraphs: ['水位涨了。', '水位升高12.5米。'] }];
    const library = createLibrary([{ ...seed, id: 'river', hash: 'eeee', sections }]);
    expect(quotedIn(await run('quote', { passage: '12.5' }, 'zh-CN', library))).toEqual(['水位升高12.5米。']);
    expect(noticeOf(await run('quote', { passage: '12.6' }, 'zh-CN', library))).toContain('共 2 段');
  });

  it.each([
    ['zh-CN', '共 45 段，这里是前 20 段。'],
    ['zh-TW', '共 45 段，這裡是前 20 段。'],
    ['en', 'The first 20 of 45 paragraphs.'],
  ] as const)('says in %s that a range goes on', async (locale, said) => {
    const paragraphs = Array.from({ length: 45 }, (_, at) => `水位升高${at + 1}公分。`);
    const library = createLibrary([{ ...seed, id: 'river', hash: 'eeee', sections: [{ ...LEAD, paragraphs }] }]);
    const reply = await run('ask', { question: '§0¶1-§0¶45' }, locale, library);
    expect(quotedIn(reply)).toEqual(paragraphs.slice(0, 20));
    expect(blocks(reply, 'notice').map(({ text }) => text)).toEqual([said]);
    const few = await run('ask', { question: '§0¶1-§0¶3' }, locale, library);
    expect([quotedIn(few).length, blocks(few, 'notice')]).toEqual([3, []]);
  });

  it('quotes over the edge of a section', async () => {
    expect(addressesIn(await run('quote', { passage: '2.10-3.1' }))).toEqual(['§2¶10', '§3¶1']);
  });

  it('has a citation for each article of several', async () => {
    const reply = await run('quote', { passage: 'jinchang§2¶4、§2¶6和harbour§1¶1' }, 'en', two);
    expect(addressesIn(reply)).toEqual(['jinchang§2¶4', 'jinchang§2¶6', 'harbour§1¶1']);
    const [first = '', second = ''] = blocks(reply, 'citation').map(({ text }) => text);
    expect(first.endsWith('· jinchang§2¶4, §2¶6')).toBe(true);
    expect(second.endsWith('· harbour§1¶1')).toBe(true);
  });

  it.each([
    ['zh-CN', '2.99', '没有 §2¶99 这一段，这一节共 10 段。'],
    ['zh-TW', '2.99', '沒有 §2¶99 這一段，這一節共 10 段。'],
    ['en', '2.99', 'There is no §2¶99; that section has 10 paragraphs.'],
    [
      'zh-CN',
      '第99段',
      `没有“第99段”这一段，全文共 ${seed.sections.flatMap(({ paragraphs }) => paragraphs).length} 段。`,
    ],
    ['zh-TW', '第99段', expect.stringContaining('全文共')],
    ['en', 'paragraph 99', expect.stringMatching(/^There is no “paragraph 99”; the article has \d+ paragraphs\.$/)],
    ['zh-CN', '9.1', '没有“9.1”这一节，本文到第 3 节为止。'],
    ['zh-TW', '2.4和9.1', '沒有「2.4和9.1」這一節，本文到第 3 節為止。'],
    ['en', '2.4, 9.1', expect.stringContaining('the article ends with section 3')],
    ['zh-CN', '第二节倒数第99段', expect.stringContaining('这一节共 10 段')],
  ] as const)('says in %s what there is instead of %s', async (locale, passage, message) => {
    const reply = await run('quote', { passage }, locale);
    expect(reply.visibility).toBe('private');
    expect(noticeOf(reply)).toEqual(message);
  });
});

describe('section', () => {
  it.each(['§2', '（§2）', '第二节', '第二部分', 'section 2', '2.4', '第二節第四段'])(
    'opens section 2 as %s',
    async (typed) => {
      expect(blocks(await run('section', { section: typed }), 'heading')[0]?.address).toBe('§2');
    },
  );

  it.each(['最后一节', '倒数第一节', 'the last section', '最后一段'])('opens the last section as %s', async (typed) => {
    expect(blocks(await run('section', { section: typed }), 'heading')[0]?.address).toBe('§3');
  });

  it.each(['疫情', '马翠芳', '網格員'])('shows the passages about %s, which no section is called by', async (topic) => {
    const reply = await run('section', { section: topic });
    const searched = one.search(topic, { limit: 10 }).map(({ passage }) => `§${passage.section}¶${passage.paragraph}`);
    const listed = reply.choices.flatMap(({ options }) => options.map(({ label }) => label.split(' ')[0]));
    expect([...addressesIn(reply), ...listed]).toEqual(searched);
    expect(noticeOf(reply)).toContain(topic);
    expect(reply.visibility).toBe('public');
  });

  it('says so in three languages, and in Traditional characters', async () => {
    expect(noticeOf(await run('section', { section: '疫情' }))).toBe('没有标题里有“疫情”的章节，文中相关的段落：');
    expect(noticeOf(await run('section', { section: '疫情' }, 'zh-TW'))).toBe(
      '沒有標題裡有「疫情」的章節，文中相關的段落：',
    );
    expect(noticeOf(await run('section', { section: '疫情' }, 'en'))).toContain('these passages are about it');
    expect(quotedIn(await run('section', { section: '疫情' }, 'zh-TW')).join('')).toContain('網格');
  });

  it('lists the sections where nothing is about it', async () => {
    const reply = await run('section', { section: '火星移民计划' });
    expect(reply.visibility).toBe('private');
    expect(reply.choices[0]?.options).toHaveLength(4);
  });
});

describe('ask', () => {
  it('opens what is at an address, and a section by its sign', async () => {
    for (const question of ['2 4', '（§2¶4）', '2.4。', '第2節第4段', 'section 2 paragraph 4']) {
      expect([question, quotedIn(await run('ask', { question }))]).toEqual([question, [paragraph(2, 4)]]);
    }
    expect(blocks(await run('ask', { question: '§1' }), 'heading')[0]?.address).toBe('§1');
    expect(quotedIn(await run('ask', { question: '最后一段' }))).toEqual([LAST?.paragraphs.at(-1)]);
  });

  it('shows what is at several addresses, in order, in the reader’s script', async () => {
    expect(quotedIn(await run('ask', { question: '2.4和2.6' }))).toEqual([paragraph(2, 4), paragraph(2, 6)]);
    const reply = await run('ask', { question: '2.6, 2.4' }, 'zh-TW');
    expect(addressesIn(reply)).toEqual(['§2¶6', '§2¶4']);
    expect(blocks(reply, 'quotation')[0]?.converted).toBe(true);
    expect(blocks(reply, 'citation')[0]?.text).toContain('· §2¶6、§2¶4');
  });

  it('takes no figure of a question for an address', async () => {
    for (const question of ['2.4万元是什么钱？', '2.4%的人是谁？', '12.5', '2.1亿元用在哪里']) {
      const answer = await one.ask(question);
      expect([question, answer.passages[0]?.score === 1 && answer.read === false && answer.answered]).toEqual([
        question,
        false,
      ]);
    }
  });
});
