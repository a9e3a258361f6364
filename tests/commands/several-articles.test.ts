import { describe, expect, it } from 'vitest';
import { runCommand } from '../../src/chat/run.ts';
import { harbour } from '../sample-articles.ts';
import { blocks, commands, noticeOf, quotedIn, run, two } from './run.ts';

describe('with several articles', () => {
  it('puts the article in front of addresses and asks which one is meant', async () => {
    expect(blocks(await run('ask', { question: '陳國華說了什麼？' }, 'zh-TW', two), 'citation')[0]?.text).toMatch(
      /（harbour§1¶2）$/,
    );
    expect(quotedIn(await run('quote', { passage: 'harbour§2¶1' }, 'en', two))).toEqual([
      harbour.sections[2]?.paragraphs[0],
    ]);
    expect(quotedIn(await run('quote', { passage: '2.1', article: '舊港口' }, 'en', two))).toEqual([
      harbour.sections[2]?.paragraphs[0],
    ]);
    expect(noticeOf(await run('quote', { passage: '2.1' }, 'zh-CN', two))).toContain('指定');
    expect(noticeOf(await run('section', { section: '2' }, 'zh-CN', two))).toContain('指定');
    expect(blocks(await run('about', {}, 'zh-CN', two), 'contents')[0]?.entries).toHaveLength(2);
    expect(noticeOf(await run('about', { article: 'nothing' }, 'en', two))).toContain('nothing');
  });

  it('lists the articles where any may be meant, and keeps to the one that is talked about', async () => {
    const reply = await run('ask', { question: '谁写的' }, 'zh-CN', two);
    expect(noticeOf(reply)).toContain('指定');
    expect(blocks(reply, 'contents')[0]?.entries).toHaveLength(2);
    const place = { articleId: 'harbour', hash: harbour.hash, address: { section: 1, paragraph: 1 } };
    const context = { library: two, locale: 'zh-TW', script: 'hant', prefer: place } as const;
    const about = async (question: string) => runCommand(commands, 'ask', { question }, context);
    expect(quotedIn(await about('責編是誰'))).toEqual(['來源：海港日報　2024年5月6日　責編：林靜怡']);
    expect(quotedIn(await about('最後一段說了什麼'))).toEqual(['也有居民擔心停車位不足。']);
    expect(blocks(await about('第二部分講什麼'), 'heading')[0]?.address).toBe('harbour§2');
    expect(blocks(await about('目錄'), 'contents')[0]?.of).toBe('sections');
  });

  it('opens an article by the id that the list shows', async () => {
    expect(blocks(await run('section', { section: 'harbour' }, 'en', two), 'contents')[0]?.entries).toHaveLength(
      harbour.sections.length,
    );
  });

  it('links to the page an article came from', async () => {
    const reply = await run('ask', { question: '陳國華說了什麼？' }, 'zh-TW', two);
    expect(reply.actions).toContainEqual({ kind: 'link', label: '原文連結', url: 'https://example.org/harbour' });
  });
});
