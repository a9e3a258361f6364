import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/chat/checking/message.ts';
import type { Locale } from '../../../src/chat/locale.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { blocks, noticeOf, paragraph, quotedIn, run, seed, two } from '../../commands/run.ts';

const check = async (text: string, locale: Locale = 'zh-CN') => await run('find-in-article', { text }, locale);
const checkMessage = async (message: Partial<Message>, locale: Locale = 'zh-CN') =>
  await run(
    'find-in-article',
    { text: '', message: { parts: [], aside: {}, unread: 0, own: false, ...message } },
    locale,
  );
const part = (text: string) => ({ text, block: 'plain' as const });

const noticesOf = (reply: Reply) => blocks(reply, 'notice').map(({ text }) => text);
const labelled = (reply: Reply) =>
  blocks(reply, 'differences').map(({ label, pieces }) => [label, pieces.map(({ text }) => text).join('')]);

describe('a message that is one claim', () => {
  it('of the article’s words shows the paragraph, the sentence marked', async () => {
    const reply = await check('她管轄著所在小區的8棟樓', 'zh-TW');
    expect(noticesOf(reply)).toEqual(['這段話是文章的原話，見 §2¶1：']);
    expect(quotedIn(reply)).toEqual([paragraph(2, 1)]);
  });

  it('of the title’s or a heading’s words says where they stand', async () => {
    expect(noticesOf(await check(seed.title))).toEqual(['这段话是文章的原话，见标题：']);
    expect(quotedIn(await check(seed.title))).toEqual([seed.title]);
    expect(noticesOf(await check(seed.title, 'en'))).toEqual(['These are the article’s own words, at the title:']);
    const heading = await check('特色亮点', 'en');
    expect(noticesOf(heading)).toEqual(['These are the article’s own words, at the heading of §2:']);
    expect(quotedIn(heading)).toEqual(['精准治理打造特色亮点']);
    expect(heading.actions[0]).toMatchObject({ kind: 'section', label: 'Open §2' });
    const several = await run('find-in-article', { text: '金昌日报' }, 'zh-CN', two);
    expect(noticesOf(several)).toEqual(['这段话是文章的原话，见 jinchang 来源：']);
    expect(noticesOf(await run('find-in-article', { text: '金昌日报社' }, 'en', two))).toEqual([
      'These are not the article’s words. The closest is the source of jinchang:',
    ]);
  });

  it('of other words shows the closest with what differs, and no more of a legend than there are marks', async () => {
    const reply = await check('马翠芳今年44岁');
    expect(noticesOf(reply)).toEqual(['这段话不是文章的原话。最接近的是 §2¶1：']);
    expect(blocks(reply, 'differences')[0]?.legend).toEqual({ theirs: '只在消息里' });
    expect(blocks(await check('共有480户'), 'differences')[0]?.legend).toEqual({
      theirs: '只在消息里',
      article: '只在原文里',
    });
    expect(reply.actions.map(({ label }) => label)).toEqual(['打开 §2¶1']);
  });

  it('of words that nothing is near says so, and nothing else', async () => {
    expect((await check('今天晚上吃火锅', 'en')).blocks).toEqual([
      { kind: 'notice', text: 'Nothing in the article is near these words.' },
    ]);
  });

  it('with emoji in or beside it names them as unchecked, in every language', async () => {
    const text = '她管辖着❌所在小区的8栋楼 🙄';
    expect(noticesOf(await check(text))).toEqual(['这段话是文章的原话，见 §2¶1：', '不算文字，没有核对：2 个表情']);
    expect(noticesOf(await check(text, 'zh-TW'))[1]).toContain('2 個表情符號');
    expect(noticesOf(await check(text, 'en'))[1]).toContain('2 emoji');
    expect(noticesOf(await check('她管辖着所在小区的7栋楼⛔')).at(-1)).toBe('不算文字，没有核对：1 个表情');
    const withOwn = await checkMessage({ parts: [part('她管辖着所在小区的8栋楼 \uFFFC ✅')], aside: { emoji: 1 } });
    expect(noticesOf(withOwn).at(-1)).toBe('不算文字，没有核对：2 个表情');
  });

  it('of what the page prints of the article says where it stands', async () => {
    expect(noticesOf(await check('2021年11月23日09:21'))).toEqual(['这段话是文章的原话，见发布时间：']);
    expect(noticesOf(await check('责编：周婉婷、焦隆', 'en'))).toEqual([
      'These are the article’s own words, at the editors:',
    ]);
    expect(quotedIn(await check('周婉婷、焦隆'))).toEqual(['责编：周婉婷、焦隆']);
  });

  it('of emoji alone has nothing to look for', async () => {
    expect(noticesOf(await check('🙄❌'))).toEqual(noticesOf(await check('。')));
  });

  it('of one letter says that it was not looked up', async () => {
    expect(noticesOf(await check('对'))).toEqual(['没有核对：“对”']);
  });
});

describe('a message of several claims', () => {
  it('has a verdict over each, the article’s words as the article has them', async () => {
    const reply = await check('她管轄著所在小區的8棟樓。她每天工作二十個小時。令行禁止,堅決說不！', 'zh-TW');
    expect(noticesOf(reply)).toEqual(['核對了 3 段：2 段分別是原話；1 段沒有相近的原文。']);
    expect(labelled(reply)).toEqual([
      ['是原話 · §2¶1', '她管辖着所在小区的8栋楼'],
      ['沒有相近的原文', '她每天工作二十個小時。'],
      ['是原話 · §3¶2', '令行禁止，坚决说不。'],
    ]);
    expect(blocks(reply, 'citation').map(({ text }) => text)).toEqual([
      '《汇音聚符共奏和谐曲》 · 金昌日报 · 2021年11月23日09:21',
    ]);
    expect(reply.actions.map(({ label }) => label)).toEqual(['開啟 §2¶1', '開啟 §3¶2']);
  });

  it('keeps both paragraphs where words run from one into the next', async () => {
    const reply = await check('是宜居宜业的，更是平安和谐的。在金昌，人们不仅把。她每天工作二十个小时。');
    expect(labelled(reply)[0]).toEqual(['是原话 · §0¶2–3', '是宜居宜业的，更是平安和谐的。\n在金昌，人们不仅把']);
  });

  it('has one legend, below the last marks', async () => {
    const reply = await check('共有500户。共有501户。她管辖着所在小区的8栋楼。', 'en');
    expect(blocks(reply, 'differences').map(({ legend }) => legend)).toEqual([
      undefined,
      { theirs: 'only in the message', article: 'only in the article' },
      undefined,
    ]);
  });

  it('says word for word what was not looked up: what is too short beside others, and what came too late', async () => {
    expect(noticesOf(await check('假的！她管辖着所在小区的8栋楼')).at(-1)).toBe('没有核对：“假的！”');
    const wrong = Array.from({ length: 12 }, (_, at) => `她管辖着所在小区的9栋楼，共有${500 + at}户、1248人。`);
    const reply = await check(`她管辖着所在小区的8栋楼。${wrong.join('')}`);
    expect(noticeOf(reply)).toBe('核对了 9 段：1 段是原话；8 段不是原话，但有相近的。');
    expect(noticesOf(reply).at(-1)).toBe(
      `没有核对：${wrong
        .slice(8)
        .map((one) => `“${one}”`)
        .join('、')}`,
    );
  });

  it('does not grow with the message: what is not shown is summed up, with where it stands or as unchecked', async () => {
    const sentences = seed.sections.flatMap(({ paragraphs }) => paragraphs.flatMap((text) => text.split(/(?<=。)/)));
    const reply = await check([...sentences].reverse().join('').slice(0, 3_900));
    const length = reply.blocks.reduce((sum, block) => sum + JSON.stringify(block).length, 0);
    expect(length).toBeLessThan(8_000);
    expect(noticesOf(reply).some((text) => /^还有 \d+ 段也是原话：“.+”（§\d¶\d+.*）/.test(text))).toBe(true);
    const foreign = await check('今天晚上我们一起去吃火锅好不好呀。'.repeat(200));
    expect(noticesOf(foreign).at(-1)).toMatch(/^没有核对：.*以及另外 [\d,]+ 个字$/);
  });
});

describe('what a message has that is no words', () => {
  it('is counted, in the reader’s language', async () => {
    const aside = { link: 1, mention: 2, emoji: 1, time: 1, file: 1 };
    const parts = [part('她管辖着所在小区的8栋楼')];
    expect(noticesOf(await checkMessage({ parts, aside })).at(-1)).toBe(
      '不算文字，没有核对：1 个链接、2 处提及、1 个表情、1 个时间标记、1 个附件',
    );
    expect(noticesOf(await checkMessage({ parts, aside }, 'en')).at(-1)).toBe(
      'No words, and not looked up: 1 link, 2 mentions, 1 emoji, 1 timestamp, and 1 attachment',
    );
  });

  it('is told with what was not even read', async () => {
    const reply = await checkMessage({ parts: [part('她管辖着所在小区的8栋楼')], unread: 1_234 }, 'en');
    expect(noticesOf(reply).at(-1)).toBe('The message is too long: its last 1,234 characters were not looked up.');
  });

  it('alone is nothing that could be looked up', async () => {
    expect(noticesOf(await checkMessage({ aside: { link: 1 } }))).toEqual(['这条消息里没有可以核对的文字。']);
  });
});

describe('citations and addresses', () => {
  it('are set aside where they are the article’s to the letter, whoever wrote them', async () => {
    const cited = '—— 《汇音聚符共奏和谐曲》 · 金昌日报 · 2021年11月23日09:21 · §2¶1';
    const reply = await checkMessage({ parts: [part(`§2¶1\n她管辖着所在小区的8栋楼\n${cited}`)] });
    expect(noticesOf(reply)).toEqual(['这段话是文章的原话，见 §2¶1：', '不算文字，没有核对：2 处出处']);
  });

  it('are words like others where they are not', async () => {
    const forged = '《市长贪污五百万》 · 金昌日报 · 2021年11月23日09:21 · §2¶1';
    expect(
      labelled(await checkMessage({ parts: [part(`她管辖着所在小区的8栋楼\n${forged}`)] }))
        .flat()
        .join(''),
    ).toContain('市长贪污五百万');
  });

  it('do not hide words beside them', async () => {
    const claimed = '《汇音聚符共奏和谐曲》 · 金昌日报 · 2021年11月23日09:21 · 市长贪污五百万 · §2¶1';
    expect(JSON.stringify((await checkMessage({ parts: [part(claimed)] })).blocks)).toContain('市长贪污五百万');
  });
});
