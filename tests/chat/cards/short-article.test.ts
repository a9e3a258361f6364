import { expect, it } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import type { Context } from '../../../src/chat/command.ts';
import { navigate } from '../../../src/chat/navigate.ts';
import { createLibrary } from '../../../src/library/open.ts';
import { blocks } from '../../commands/run.ts';

const sentence = '清水河全长46公里，流经三个县，沿岸住着十万人。';

/** An article without sections. */
function undivided(paragraphs: readonly string[]): { article: Article; context: Context } {
  const article: Article = {
    id: 'river',
    hash: 'ffee00112233',
    title: '一条河的重生',
    editors: [],
    breadcrumbs: [],
    script: 'hans',
    sections: [{ number: 0, heading: null, paragraphs }],
    repairs: [],
    removed: [],
  };
  return { article, context: { library: createLibrary([article]), locale: 'zh-CN', script: 'hans' } };
}

function passage({ article, context }: ReturnType<typeof undivided>) {
  return navigate(
    'passage',
    { articleId: 'river', hash: article.hash, address: { section: 0, paragraph: 1 } },
    context,
  );
}

it('an article without sections has its title above, and no way to a section', () => {
  const reply = passage(undivided([sentence, '第二段。']));
  expect(blocks(reply, 'heading')[0]).toMatchObject({ text: '一条河的重生' });
  expect(blocks(reply, 'citation')[0]?.text).toMatch(/ · 第1段（§0¶1）$/);
  expect(reply.actions.map(({ label }) => label)).toContain('全文');
});

it('a summary stands where there is something to sum up', () => {
  expect(blocks(passage(undivided([sentence, sentence])), 'summary')).toEqual([]);
  const long = ['河水由浑变清', '企业关停之后', '村民回到岸边', '白鹭也飞回来了'].map(
    (start) => `${start}，${sentence.repeat(3)}`,
  );
  expect(blocks(passage(undivided(long)), 'summary')[0]?.label).toBe('摘要');
});
