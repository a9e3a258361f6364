import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { starterCard, toTheBotCard } from '../../../src/chat/cards/starters.ts';
import type { Context } from '../../../src/chat/command.ts';
import { starterQuestions } from '../../../src/chat/starters.ts';
import { createLibrary } from '../../../src/library/open.ts';
import { blocks } from '../../commands/run.ts';
import { articleOf } from '../../training/passages.ts';

function contextOf(article: Article): Context {
  return { library: createLibrary([article]), locale: 'zh-CN', script: 'hans' };
}

/** An article of those that quality is measured with. */
function kept(file: string): Article {
  const read: object = JSON.parse(readFileSync(file, 'utf8'));
  return {
    hash: 'ab12cd34ef56',
    editors: [],
    breadcrumbs: [],
    repairs: [],
    removed: [],
    ...read,
  } as unknown as Article;
}

describe('starter questions', () => {
  it.each(['tests/training/reader/sets/y/articles/y-metro.json', 'tests/quality/articles/tea-expo.json'])(
    'are three at least for %s, and each is answered',
    async (file) => {
      const context = contextOf(kept(file));
      const questions = starterQuestions(context);
      expect(questions.length).toBeGreaterThanOrEqual(3);
      for (const question of questions) {
        expect([question, (await context.library.ask(question)).answered]).toEqual([question, true]);
      }
    },
  );

  it.each([
    ['会展馆只有700个车位。', '会展馆有多少个车位？'],
    ['博览会定于4月17日至21日在望江会展馆举行。', '博览会什么时候在望江会展馆举行？'],
    ['全线最深的站是大成门，站台离地面三十一米。', '全线最深的站是哪个？'],
    ['施工方的项目经理屠建新说，隧道只好往下钻。', '屠建新是谁？'],
    ['陶器街的夜校停了好几年，是因为没有老师。', '为什么陶器街的夜校停了好几年？'],
  ])('of %s', (sentence, question) => {
    expect(starterQuestions(contextOf(articleOf('one', [sentence])))).toContain(question);
  });

  it.each(['这里有700个车位。', '第三期开工。', '一个人走了。', '管后勤的校长才三个月。'])('none of %s', (sentence) => {
    expect(starterQuestions(contextOf(articleOf('one', [sentence])))).toEqual([]);
  });

  it('ask in the script of the article', () => {
    const article: Article = { ...articleOf('one', ['博覽會定於4月17日至21日在望江會展館舉行。']), script: 'hant' };
    expect(starterQuestions({ ...contextOf(article), script: 'hant' })).toEqual(['博覽會什麼時候在望江會展館舉行？']);
  });
});

describe('where there are no questions', () => {
  const sections = [
    { number: 0, heading: null, paragraphs: ['走吧。'] },
    { number: 1, heading: '哪儿深', paragraphs: ['往下。'] },
    { number: 2, heading: '哪儿浅', paragraphs: ['往上。'] },
  ];
  const context = contextOf({ ...articleOf('one', []), sections });

  it.each([
    ['nothing asked', () => starterCard(context)],
    ['a greeting', () => toTheBotCard('hello', context)],
    ['chatter', () => toTheBotCard('chatter', context)],
  ])('the sections are offered to %s', (_, card) => {
    const reply = card();
    expect(blocks(reply, 'suggestions')).toEqual([
      { kind: 'suggestions', label: '目录', items: ['§1 哪儿深', '§2 哪儿浅'] },
    ]);
    expect(reply.actions.map(({ kind, label }) => [kind, label])).toEqual([
      ['section', '§1 哪儿深'],
      ['section', '§2 哪儿浅'],
    ]);
  });
});
