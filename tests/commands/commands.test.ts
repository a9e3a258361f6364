import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/chat/command.ts';
import { runCommand } from '../../src/chat/run.ts';
import { createLibrary } from '../../src/library/open.ts';
import { harbour } from '../sample-articles.ts';
import { blocks, commands, markedIn, noticeOf, one, paragraph, quotedIn, run, seed, two } from './run.ts';

describe('ask', () => {
  it('answers with the passage, word for word, the sentence marked, address, citation and summary', async () => {
    const reply = await run('ask', { question: '马翠芳管多少户？' });
    expect(reply.visibility).toBe('public');
    expect(quotedIn(reply)).toEqual([paragraph(2, 1)]);
    expect(markedIn(reply).join('')).toContain('408户');
    expect(blocks(reply, 'question')[0]?.text).toBe('马翠芳管多少户？');
    expect(blocks(reply, 'heading')[0]?.text).toBe('精准治理打造特色亮点');
    expect(blocks(reply, 'citation')[0]?.text).toBe(
      '《汇音聚符共奏和谐曲》 · 金昌日报 · 2021年11月23日09:21 · 第2节第1段（§2¶1）',
    );
    const summary = blocks(reply, 'summary')[0]?.sentences ?? [];
    expect(summary.length).toBeGreaterThan(0);
    for (const { text, address } of summary) {
      expect(address).toMatch(/^§2¶\d+$/);
      expect(paragraph(2, Number(address.split('¶')[1]))).toContain(text);
    }
  });

  it('looks for the answer to a reply in its section, then in its article, and in no other', async () => {
    const twin = { ...seed, id: 'twin', hash: 'ffff' };
    const library = createLibrary([seed, twin, harbour]);
    const asked = async (question: string, articleId: string, sectionNumber: number) => {
      const prefer = { articleId, hash: '', address: { section: sectionNumber, paragraph: 1 } };
      const reply = await runCommand(
        commands,
        'ask',
        { question },
        { library, locale: 'en', script: undefined, prefer },
      );
      return /[（(](.*)[）)]$/.exec(blocks(reply, 'citation')[0]?.text ?? '')?.[1];
    };
    expect(await asked('马翠芳管多少户？', 'twin', 2)).toBe('twin§2¶1');
    expect(await asked('马翠芳管多少户？', 'twin', 1)).toBe('twin§2¶1');
    expect(await asked('馬翠芳管多少戶？', 'jinchang', 3)).toBe('jinchang§2¶1');
    expect(await asked('工程總經費多少？', 'twin', 2)).not.toBe('harbour§1¶1');
  });

  it('shows a reader of Traditional the words converted, and says so', async () => {
    const reply = await run('ask', { question: '馬翠芳管多少戶？' }, 'zh-TW');
    expect(quotedIn(reply)[0]).toContain('馬翠芳是金川區');
    expect(blocks(reply, 'quotation')[0]?.converted).toBe(true);
    const plain = await run('ask', { question: '馬翠芳管多少戶？' }, 'en');
    expect(quotedIn(plain)).toEqual([paragraph(2, 1)]);
  });

  it.each(['', '  ', '？？！', '…'])('offers questions that it can answer when asked %j', async (question) => {
    const reply = await run('ask', { question });
    expect(reply.visibility).toBe('private');
    const offered = blocks(reply, 'suggestions')[0]?.items ?? [];
    expect(offered.length).toBeGreaterThanOrEqual(2);
    for (const starter of offered) expect((await one.ask(starter)).answered).toBe(true);
  });

  it('says plainly what it does not know, privately, with a way on', async () => {
    const reply = await run('ask', { question: '马翠芳喜欢喝咖啡吗？' });
    expect(reply.visibility).toBe('private');
    expect(noticeOf(reply)).toContain('咖啡');
    expect(reply.refused).toBe(true);
  });

  it('shows what comes closest, the nearest first, each with its sentence lightly marked and its address', async () => {
    const reply = await run('ask', { question: '马翠芳喜欢喝咖啡吗？' });
    const [closest] = blocks(reply, 'quotation');
    const [nearest, ...others] = closest?.paragraphs ?? [];
    expect(closest?.closest).toBe(true);
    expect(nearest?.address).toMatch(/^§2¶\d+$/);
    expect(others.length).toBeLessThanOrEqual(2);
    for (const { sentences, address } of closest?.paragraphs ?? []) {
      expect(sentences.filter(({ marked }) => marked)).toHaveLength(1);
      expect(sentences.length).toBeLessThanOrEqual(3);
      const [sectionNumber, number] = address.slice(1).split('¶').map(Number);
      expect(paragraph(sectionNumber ?? 0, number ?? 0)).toContain(sentences.map(({ text }) => text).join(''));
    }
    expect(reply.actions.map(({ label }) => label)).toContain(`打开 ${nearest?.address}`);
    expect(blocks(reply, 'citation')[0]?.text).toContain(nearest?.address);
  });

  it.each(['今天股市涨了吗？', '你几岁了'])(
    'has nothing near %s, and offers three questions to tap',
    async (question) => {
      const reply = await run('ask', { question });
      const { items = [] } = blocks(reply, 'suggestions')[0] ?? {};
      expect(reply.blocks.map(({ kind }) => kind)).toEqual(['question', 'notice', 'suggestions']);
      expect(items.length).toBeGreaterThanOrEqual(2);
      expect(items.length).toBeLessThanOrEqual(3);
      expect(reply.actions).toEqual(items.map((label) => ({ kind: 'ask', label })));
      expect(reply.refused).toBe(true);
    },
  );

  it.each([
    ['你好', 'zh-CN', '你好！有什么想问文章的，直接问就行，我用原文回答。'],
    ['hello!', 'en', 'Hello! Ask anything about the article; it answers in its own words.'],
    [
      '你是誰？',
      'zh-TW',
      '我是文摘，一個回答文章問題的機器人。一個小的閱讀模型只負責指出句子，它什麼也不寫：你看到的每個字都是文章的原文。直接提問就行，發「目錄」看章節。',
    ],
    ['help', 'en', expect.stringContaining('who wrote it, how many parts it has')],
  ] as const)('greets who says %s, and offers three questions to tap', async (question, locale, text) => {
    const reply = await run('ask', { question }, locale);
    const { items = [] } = blocks(reply, 'suggestions')[0] ?? {};
    expect(noticeOf(reply)).toEqual(text);
    expect(items).toHaveLength(3);
    expect(reply.actions).toEqual(items.map((label) => ({ kind: 'ask', label })));
    expect(reply.refused).toBeUndefined();
  });

  it('has one line for thanks, and the contents for who asks for them', async () => {
    expect((await run('ask', { question: '谢谢！' })).blocks).toEqual([
      { kind: 'notice', text: '不客气，想起什么随时问。' },
    ]);
    expect((await run('ask', { question: '目錄' })).blocks).toEqual((await run('section', {})).blocks);
    expect(blocks(await run('ask', { question: '目录' }, 'zh-CN', two), 'contents')[0]?.of).toBe('articles');
  });

  it('answers two questions of one message in order, each under itself', async () => {
    const reply = await run('ask', { question: '马翠芳管多少户？还有责编是谁？马翠芳会开飞机吗？' });
    expect(reply.visibility).toBe('public');
    expect(reply.refused).toBeUndefined();
    expect(reply.blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'quotation',
      'citation',
      'heading',
      'quotation',
      'citation',
      'heading',
      'notice',
      'quotation',
      'citation',
    ]);
    expect(blocks(reply, 'heading').map(({ text }) => text)).toEqual([
      '马翠芳管多少户？',
      '责编是谁？',
      '马翠芳会开飞机吗？',
    ]);
    expect(markedIn(reply)[0]).toContain('408户');
    expect(markedIn(reply)[1]).toBe('责编：周婉婷、焦隆');
    expect(blocks(reply, 'quotation').map(({ closest }) => closest)).toEqual([undefined, undefined, true]);
    expect(reply.actions[0]?.label).toBe('打开 §2¶1');
  });

  it('keeps several answers to who asks where none is one', async () => {
    const reply = await run('ask', { question: '马翠芳会开飞机吗？马翠芳喜欢喝咖啡吗？' }, 'en');
    expect(reply.visibility).toBe('private');
    expect(reply.refused).toBe(true);
    expect(blocks(reply, 'notice')).toHaveLength(2);
  });

  it('names the limit when a question is too long', async () => {
    expect(noticeOf(await run('ask', { question: '的'.repeat(6000) }))).toContain('300');
    expect(noticeOf(await run('ask', { question: '的'.repeat(6000) }, 'en'))).toContain('300 characters');
  });

  it('asks in one section only, where told', async () => {
    const reply = await run('ask', { question: '金昌市采取什么程序开展基层协商？', section: '3' });
    expect(blocks(reply, 'citation')[0]?.text).toMatch(/（§3¶/);
    expect(noticeOf(await run('ask', { question: '马翠芳是谁', section: '99' }))).toContain('3');
  });
});

describe('a question for facts about the article', () => {
  it('is answered with a citation of the article, no place in it', async () => {
    const reply = await run('ask', { question: '責編是誰？' }, 'zh-TW');
    expect(markedIn(reply)).toEqual(['責編：周婉婷、焦隆']);
    expect(blocks(reply, 'citation')[0]?.text).toBe('《汇音聚符共奏和谐曲》 · 金昌日报 · 2021年11月23日09:21');
  });
});

describe('section', () => {
  it('shows the contents without an argument', async () => {
    const entries = blocks(await run('section', {}), 'contents')[0]?.entries ?? [];
    expect(entries.map(({ address, heading }) => `${address} ${heading}`)).toEqual([
      '§0 导语',
      '§1 党建引领筑牢发展基石',
      '§2 精准治理打造特色亮点',
      '§3 创新模式共建和谐社会',
    ]);
    expect(entries[2]?.size).toContain('10 段');
  });

  it.each(['2', '§2', '第二节', '精准治理打造特色亮点', '精準治理', '特色亮点', '§2 精准治理打造特色亮点'])(
    'finds section 2 as %s',
    async (typed) => {
      const reply = await run('section', { section: typed });
      expect(blocks(reply, 'heading')[0]?.address).toBe('§2');
      expect(quotedIn(reply)).toEqual(seed.sections[2]?.paragraphs);
    },
  );

  it('is summed up by its own headlines, each with the way to it', async () => {
    const [summary] = blocks(await run('section', { section: '2' }), 'summary');
    const opened = summary?.sentences.map(({ target }) => `${target?.address.paragraph}.${target?.marked}`);
    expect(summary?.sentences[0]?.text).toBe('——强化综治中心规范化建设，深化综治中心实战化应用。');
    expect(opened).toEqual(['6.0', '7.0', '8.0', '9.0', '10.0']);
  });

  it('says how many there are, and lists them', async () => {
    const reply = await run('section', { section: '§99' });
    expect(reply.visibility).toBe('private');
    expect(noticeOf(reply)).toContain('3');
    expect(blocks(reply, 'suggestions')[0]?.items).toContain('§1 党建引领筑牢发展基石');
    expect(reply.choices[0]?.options.map(({ target }) => target.address.section)).toEqual([0, 1, 2, 3]);
  });

  it('shows a long section page by page where the transport has pages', async () => {
    const context: Context = { library: one, locale: 'zh-CN', script: 'hans', pageSize: 500 };
    const reply = await runCommand(commands, 'section', { section: '2' }, context);
    expect(quotedIn(reply).length).toBeLessThan(10);
    expect(reply.actions.some((action) => action.kind === 'section' && action.target.page === 1)).toBe(true);
  });
});

describe('quote', () => {
  it.each(['§2¶4', '2.4', '2-4', 's2p4', '第2节第4段'])('quotes %s exactly', async (passage) => {
    const reply = await run('quote', { passage }, 'zh-TW');
    expect(quotedIn(reply)).toEqual([paragraph(2, 4)]);
    expect(blocks(reply, 'citation')[0]?.text).toContain('§2¶4');
  });

  it('quotes a range in either direction, across sections too, and a whole section', async () => {
    const range = [paragraph(1, 5), paragraph(1, 6), paragraph(2, 1)];
    expect(quotedIn(await run('quote', { passage: '1.5-2.1' }))).toEqual(range);
    expect(quotedIn(await run('quote', { passage: '2.1-1.5' }))).toEqual(range);
    expect(quotedIn(await run('quote', { passage: '1' }))).toEqual(seed.sections[1]?.paragraphs);
    const [cited] = blocks(await run('quote', { passage: '2.6-2.8' }), 'citation');
    expect(cited?.text).toMatch(/ · §2¶6–8$/);
    expect(quotedIn(await run('quote', { passage: '§2¶6–8' }))).toEqual(
      [6, 7, 8].map((number) => paragraph(2, number)),
    );
  });

  it('quotes the passage that has the words, in either script and any width', async () => {
    for (const words of ['共有408户、1248人', '共有４０８戶，1248人', '“一刻钟便民服务圈”']) {
      expect(quotedIn(await run('quote', { passage: words }))[0]).toMatch(/408户|一刻钟/);
    }
  });

  it('says what is wrong and a way on', async () => {
    expect(noticeOf(await run('quote', { passage: '2.99' }))).toContain('10');
    expect(noticeOf(await run('quote', { passage: '9.1' }))).toContain('3');
    expect(noticeOf(await run('quote', { passage: '马翠芳喜欢喝咖啡' }))).toContain('马翠芳喜欢喝咖啡');
    expect(noticeOf(await run('quote', { passage: '？' }))).not.toBe('');
    const [offered] = blocks(await run('quote', { passage: '外星人来了' }), 'suggestions');
    expect(offered?.items).toHaveLength(3);
    for (const passage of offered?.items ?? []) expect(quotedIn(await run('quote', { passage }))).toHaveLength(1);
    expect((await run('quote', { passage: '外星人来了' })).choices[0]?.options.map(({ label }) => label)).toEqual(
      offered?.items,
    );
    expect(noticeOf(await run('quote', {}))).toContain('段落');
  });

  it('offers only passages that there are, also where a heading stands alone', async () => {
    const [lead, ...rest] = seed.sections;
    const bare = { number: 1, heading: '标题', paragraphs: [] };
    const sections = [lead, bare, ...rest.slice(1)].filter((section) => section !== undefined);
    const library = createLibrary([{ ...seed, sections }]);
    for (const passage of ['外星人来了', '1', '1.1']) {
      const [offered] = blocks(await run('quote', { passage }, 'zh-CN', library), 'suggestions');
      expect(offered?.items.length).toBeGreaterThan(0);
      for (const item of offered?.items ?? []) {
        expect(quotedIn(await run('quote', { passage: item }, 'zh-CN', library))).toHaveLength(1);
      }
    }
  });
});

describe('about', () => {
  it('says what is known, and nothing else', async () => {
    const reply = await run('about', {});
    const facts = Object.fromEntries(
      (blocks(reply, 'facts')[0]?.facts ?? []).map(({ label, value }) => [label, value]),
    );
    expect(facts).toMatchObject({
      来源: '金昌日报',
      发布时间: '2021年11月23日09:21',
      责编: '周婉婷、焦隆',
      网站: '人民网',
    });
    expect(facts.副标题).toMatch(/^[^—]/);
    expect(blocks(reply, 'suggestions')[0]?.items.length).toBeGreaterThanOrEqual(2);
  });
});

describe('find in article', () => {
  it('finds a sentence word for word', async () => {
    const reply = await run('find-in-article', { text: '不久前，隨著新冠肺炎疫情在甘肅省多地相繼爆發' });
    expect(reply.visibility).toBe('private');
    expect(noticeOf(reply)).toContain('§2¶2');
    expect(quotedIn(reply)).toEqual([paragraph(2, 2)]);
  });

  it('finds words that run over two paragraphs', async () => {
    const text = '是宜居宜业的，更是平安和谐的。在金昌，人们不仅把';
    expect(noticeOf(await run('find-in-article', { text }))).toContain('§0¶2–3');
  });

  it('finds the quotation in a message, and does not take the rest for it', async () => {
    const reply = await run('find-in-article', { text: '文章真的说了“法律是国家的重器”吗？' });
    expect(
      blocks(reply, 'differences').map(({ label, pieces }) => [label, pieces.map(({ text }) => text).join('')]),
    ).toEqual([
      ['没有相近的原文', '文章真的说了“……”吗？'],
      ['是原话 · §3¶3', '法律是国家的重器'],
    ]);
  });

  it('shows how the words differ from the article’s', async () => {
    const reply = await run('find-in-article', { text: '她管辖着所在小区的8栋楼，共有500户、1248人。' });
    const pieces = blocks(reply, 'differences')[0]?.pieces ?? [];
    expect(pieces.filter(({ side }) => side === 'theirs').map(({ text }) => text)).toContain('500');
    const article = pieces.filter(({ side }) => side !== 'theirs').map(({ text }) => text);
    expect(paragraph(2, 1)).toContain(article.join(''));
  });

  it('finds nothing near what the article has nothing of', async () => {
    for (const text of ['今天午饭吃什么好呢？', 'The quick brown fox', '九龙坡区曲水县石景山区']) {
      expect((await run('find-in-article', { text })).blocks).toEqual([
        { kind: 'notice', text: '没有找到和这段话相近的原文。' },
      ]);
    }
    expect(noticeOf(await run('find-in-article', { text: '👍👍' }))).toContain('没有');
  });
});

describe('any input', () => {
  it('never throws, and quotes only what stands in the article', async () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({
        unit: fc.constantFrom('金', '昌', '马', '翠', '芳', '§', '¶', '2', '.', '-', '“', '？'),
        maxLength: 30,
      }),
    );
    const canonical = seed.sections.flatMap(({ paragraphs }) => paragraphs);
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        await run('section', { section: text });
        await run('find-in-article', { text });
        for (const reply of [await run('quote', { passage: text }), await run('ask', { question: text }, 'en')]) {
          for (const quoted of quotedIn(reply)) {
            if (blocks(reply, 'citation').length > 0)
              expect(canonical.some((text) => text.includes(quoted))).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
