import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { joinLibraries } from '../../src/library/joined-library.ts';
import type { Library } from '../../src/library/library.ts';
import { createLibrary } from '../../src/library/open.ts';
import { articleOf } from '../engine/made-shelves.ts';

const WALK = articleOf('walk', '河边新建步道', '城东的步道全长六公里，去年秋天建成。', '步道两旁种了桂花。');
const BRIDGE = articleOf('bridge', '老桥今日重开', '老桥修缮历时三年。', '老桥昨天重新开放，市民可以步行过河。');
const MARKET = articleOf('market', '菜市场搬家', '菜市场搬到了北门外。', '菜市场有四十个摊位。');

/** A library that counts what it is asked. */
function counted(...articles: readonly Article[]): { readonly library: Library; readonly asked: string[] } {
  const library = createLibrary(articles);
  const asked: string[] = [];
  return {
    asked,
    library: {
      articles: library.articles,
      passages: library.passages,
      search: library.search,
      summary: library.summary,
      ask(question, scope) {
        asked.push(question);
        return library.ask(question, scope);
      },
    },
  };
}

function joined(own: readonly Article[], operators: readonly Article[]): Library {
  return joinLibraries(createLibrary(own), createLibrary(operators));
}

const STALLS = '菜市场有多少个摊位？';
const LENGTH = '步道全长多少公里？';

describe('a joined library', () => {
  it('does not ask the operator’s where its own says', async () => {
    const [own, operators] = [counted(MARKET), counted(WALK)];
    const library = joinLibraries(own.library, operators.library);
    const answer = await library.ask(STALLS);
    expect(answer.passages[0]?.passage.article.id).toBe('market');
    expect(operators.asked).toEqual([]);
    for (const question of ['', '你好']) await library.ask(question);
    expect(operators.asked).toEqual([]);
    expect((await library.ask(LENGTH)).passages[0]?.passage.article.id).toBe('walk');
    expect(operators.asked).toEqual([LENGTH]);
  });

  it('shows what comes closest in either, and which words neither has', async () => {
    const library = joined([MARKET], [WALK]);
    const answer = await library.ask('步道的照明工程花了多少钱？');
    expect(answer.answered).toBe(false);
    expect(answer.passages[0]?.passage.article.id).toBe('walk');
    expect(answer.refusal?.present).toContain('步道');
    expect(answer.refusal?.missing.join()).toContain('照明');
    const both = await library.ask('菜市场和步道之间的公交车多久一班？');
    expect(both.answered).toBe(false);
    expect(both.refusal?.present).toEqual(expect.arrayContaining(['菜市场', '步道']));
  });

  it('calls an article of the operator’s otherwise where the server has one of that id', async () => {
    const own = { ...MARKET, id: 'walk' };
    const library = joined([own], [WALK, { ...BRIDGE, id: 'walk-common' }]);
    expect(library.articles.map(({ id, title }) => [id, title])).toEqual([
      ['walk', '菜市场搬家'],
      ['walk-common-2', '河边新建步道'],
      ['walk-common', '老桥今日重开'],
    ]);
    const articleId = 'walk-common-2';
    const answer = await library.ask(LENGTH);
    expect(answer.passages[0]?.passage.article).toBe(library.articles[1]);
    expect((await library.ask('谁写的', { articleId })).passages[0]?.passage.article.id ?? articleId).toBe(articleId);
    expect((await library.ask(LENGTH, { articleId })).answered).toBe(true);
    expect((await library.ask(LENGTH, { articleId: 'walk' })).passages[0]?.passage.article.id).not.toBe(articleId);
    expect(library.search('步道桂花', { articleId })[0]?.passage.article.id).toBe(articleId);
    expect((await library.ask('walk-common-2§0¶2')).passages[0]?.passage.text).toBe('步道两旁种了桂花。');
  });

  it('shows an article that both have once, as the server’s', async () => {
    const library = joined([{ ...WALK, id: 'ours' }], [WALK, BRIDGE]);
    expect(library.articles.map(({ id }) => id)).toEqual(['ours', 'bridge']);
    expect(library.search('步道桂花').map(({ passage }) => passage.article.id)).not.toContain('walk');
  });

  it('asks the operator’s first where it is named by its title', async () => {
    const library = joined([MARKET], [BRIDGE]);
    const answer = await library.ask('《老桥今日重开》讲了什么？');
    expect(answer.passages[0]?.passage.article.id).toBe('bridge');
  });

  it('takes what has more of the words first, and its own where both have as much', () => {
    const library = joined([MARKET], [WALK, { ...MARKET, id: 'other', hash: 'other' }]);
    const ids = (words: string) => library.search(words).map(({ passage }) => passage.article.id);
    expect(ids('步道桂花')[0]).toBe('walk');
    expect(ids('菜市场摊位').slice(0, 2)).toEqual(['market', 'other']);
    expect(library.search('菜市场摊位', { limit: 1 })).toHaveLength(1);
  });

  it('sees at once what comes to either', async () => {
    const [own, operators] = [createLibrary([MARKET]), createLibrary([WALK])];
    const library = joinLibraries(own, operators);
    const before = library.articles;
    expect(library.articles).toBe(before);
    await operators.replace([BRIDGE]);
    expect(library.articles.map(({ id }) => id)).toEqual(['market', 'bridge']);
    expect((await library.ask(LENGTH)).answered).toBe(false);
    await own.replace([WALK]);
    expect((await library.ask(LENGTH)).passages[0]?.passage.article).toBe(WALK);
    expect(library.summary(WALK, 0)).toEqual(createLibrary([WALK]).summary(WALK, 0));
  });
});
