import { describe, expect, it } from 'vitest';
import { harbour } from '../sample-articles.ts';
import { blocks, noticeOf, quotedIn, run, two } from './run.ts';

describe('with several articles', () => {
  it('puts the article in front of addresses and asks which one is meant', async () => {
    expect(blocks(await run('ask', { question: '陳國華說了什麼？' }, 'zh-TW', two), 'heading')[0]?.address).toBe(
      'harbour§1¶2',
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
