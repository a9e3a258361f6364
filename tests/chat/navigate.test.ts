import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/chat/command.ts';
import { targetOfCitation } from '../../src/chat/follow-up.ts';
import { navigate } from '../../src/chat/navigate.ts';
import type { Reply, Target } from '../../src/chat/reply.ts';
import { createLibrary } from '../../src/library/open.ts';
import { harbour, jinchang } from '../sample-articles.ts';

const seed = jinchang();
const one: Context = { library: createLibrary([seed]), locale: 'zh-CN', script: 'hans', pageSize: 400 };
const two: Context = { library: createLibrary([harbour, seed]), locale: 'zh-TW', script: 'hant' };
const target = (section: number, paragraph: number): Target => ({
  articleId: 'jinchang',
  hash: seed.hash,
  address: { section, paragraph },
});
const addressesIn = (reply: Reply) =>
  reply.blocks.flatMap((block) => (block.kind === 'quotation' ? block.paragraphs.map(({ address }) => address) : []));

describe('navigate', () => {
  it('goes from passage to passage, over the edge of a section, and stops at both ends', () => {
    let at: Target | undefined = target(0, 1);
    const seen: string[] = [];
    while (at !== undefined) {
      const reply = navigate('passage', at, one);
      seen.push(...addressesIn(reply));
      const next = reply.actions.filter((action) => action.kind === 'passage')[1];
      at = next?.kind === 'passage' && next.disabled !== true ? next.target : undefined;
    }
    expect(seen).toEqual(
      seed.sections.flatMap(({ number, paragraphs }) => paragraphs.map((_, index) => `§${number}¶${index + 1}`)),
    );
  });

  it('reads a section page by page, every paragraph once', () => {
    const seen: string[] = [];
    for (let page = 0; page < 20; page += 1) {
      const reply = navigate('section', { ...target(2, 0), page }, one);
      if (addressesIn(reply)[0] === seen.at(-1)) break;
      for (const address of addressesIn(reply)) if (!seen.includes(address)) seen.push(address);
    }
    expect(seen).toEqual(seed.sections[2]?.paragraphs.map((_, index) => `§2¶${index + 1}`));
  });

  it('has its arrows outside, back on the left and on on the right, whatever they lead to', () => {
    for (const way of ['passage', 'section'] as const) {
      const labels = navigate(way, { ...target(2, way === 'passage' ? 2 : 0), page: 1 }, one).actions.map(
        ({ label }) => label,
      );
      expect(labels[0]).toMatch(/^◀ [^▶]+$/);
      expect(labels[1]).toMatch(/^[^◀]+ ▶$/);
    }
  });

  it('names pages by the way that leads there, and says which one this is beside the address', () => {
    const reply = navigate('section', { ...target(2, 0), page: 1 }, one);
    expect(reply.actions.slice(0, 2).map(({ label }) => label)).toEqual(['◀ 上一页', '下一页 ▶']);
    const citation = reply.blocks.find((block) => block.kind === 'citation');
    expect(citation?.text).toMatch(/ · §2 · 第 2 页，共 \d 页$/);
    expect(targetOfCitation(citation?.text ?? '', one.library)).toEqual(target(2, 0));
  });

  it('says so where the article has changed, is gone, or never had that', () => {
    const stale = [
      { ...target(1, 1), hash: 'ffffffff' },
      { ...target(1, 1), articleId: 'gone' },
      target(9, 1),
      target(1, 99),
      { ...target(1, 1), quoted: 0 },
      { ...target(1, 1), quoted: 999_999 },
    ];
    for (const old of stale) {
      const reply = navigate('passage', old, one);
      expect(reply.visibility).toBe('private');
      expect(reply.blocks).toHaveLength(1);
    }
  });
});

describe('targetOfCitation', () => {
  it.each([one, two])('reads back what an answer cites', (context) => {
    const reply = navigate('passage', target(2, 3), context);
    const citation = reply.blocks.find((block) => block.kind === 'citation');
    const text = `some answer\n> quoted · §9¶9\n${citation?.kind === 'citation' ? citation.text : ''}`;
    expect(targetOfCitation(text, context.library)).toEqual(target(2, 3));
  });

  it('finds nothing in other texts', () => {
    for (const text of ['', 'hello', '§2¶1', '· §99¶1', '· nowhere§2¶1']) {
      expect(targetOfCitation(text, two.library)).toBeUndefined();
    }
  });
});
