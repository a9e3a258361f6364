import { expect, it } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { passageCard } from '../../../src/chat/cards/passage.ts';
import type { Context } from '../../../src/chat/command.ts';
import { splitSentences } from '../../../src/language/sentences.ts';
import { createLibrary } from '../../../src/library/open.ts';
import { blocks, markedIn, quotedIn, run } from '../../commands/run.ts';

function articleOf(script: Article['script'], title: string, paragraphs: readonly string[]): Article {
  const sections = [{ number: 1, heading: title, paragraphs }];
  return {
    id: 'own',
    hash: 'aabbccdd0011',
    title,
    editors: ['范里干'],
    breadcrumbs: [],
    script,
    sections,
    repairs: [],
    removed: [],
  };
}

const HANS = '村民于海发说：“头发白了，家里只有三只羊。”㓆木的于海发看着展品，昌都里社区有百年历史。';
const HANT = '村民於海發說：「頭髮白了，家裡只有三隻羊。」乾隆年間的展品，他看著著名的規範。';

function contextOf(article: Article, locale: 'zh-CN' | 'zh-TW', standard?: 'hk'): Context {
  const script = locale === 'zh-TW' ? 'hant' : 'hans';
  return { library: createLibrary([article]), locale, script, ...(standard !== undefined && { standard }) };
}

it('a Simplified article is shown in Traditional by phrases, its names as they are written, the marked sentence exact', () => {
  const article = articleOf('hans', '王后镇的头发', [HANS]);
  const [, highlight = null] = splitSentences(HANS);
  const view = { highlight, visibility: 'public' } as const;
  const reply = passageCard(article, { section: 1, paragraph: 1 }, view, contextOf(article, 'zh-TW'));
  expect(blocks(reply, 'heading')[0]?.text).toBe('王后鎮的頭髮');
  expect(quotedIn(reply)).toEqual([
    '村民于海發說：“頭髮白了，家裡只有三隻羊。”𠗣木的于海發看著展品，昌都里社區有百年歷史。',
  ]);
  expect(markedIn(reply)).toEqual(['𠗣木的于海發看著展品，昌都里社區有百年歷史。']);
  const inHongKong = passageCard(article, { section: 1, paragraph: 1 }, view, contextOf(article, 'zh-TW', 'hk'));
  expect(markedIn(inHongKong)).toEqual(['𠗣木的于海發看着展品，昌都里社區有百年歷史。']);
});

it('a Traditional article is shown in Simplified by phrases', () => {
  const article = articleOf('hant', '皇后與以後', [HANT]);
  const [, highlight = null] = splitSentences(HANT);
  const view = { highlight, visibility: 'public' } as const;
  const reply = passageCard(article, { section: 1, paragraph: 1 }, view, contextOf(article, 'zh-CN'));
  expect(blocks(reply, 'heading')[0]?.text).toBe('皇后与以后');
  expect(markedIn(reply)).toEqual(['乾隆年间的展品，他看着著名的规范。']);
});

it('what is quoted or looked for stays as it was published', async () => {
  const article = articleOf('hans', '王后镇的头发', [HANS, '别的。']);
  const library = createLibrary([article]);
  expect(quotedIn(await run('quote', { passage: '1.1' }, 'zh-TW', library))).toEqual([HANS]);
  expect(quotedIn(await run('find-in-article', { text: '家裡只有三隻羊' }, 'zh-TW', library))).toEqual([HANS]);
});

it('an editor keeps the characters of the name', async () => {
  const library = createLibrary([articleOf('hans', '王后镇的头发', [HANS])]);
  const facts = blocks(await run('about', {}, 'zh-TW', library), 'facts')[0]?.facts ?? [];
  expect(facts.map(({ value }) => value)).toContain('范里干');
});
