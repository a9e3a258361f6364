import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/chat/command.ts';
import type { Locale } from '../../src/chat/locale.ts';
import { scriptOf } from '../../src/chat/locale.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { runCommand } from '../../src/chat/run.ts';
import { answerJson } from '../../src/console/answer-json.ts';
import { renderReply } from '../../src/console/render.ts';
import { styleFor } from '../../src/console/style.ts';
import { carryOut } from '../../src/engine/answering.ts';
import { createLibrary } from '../../src/library/open.ts';
import { articleOf } from '../training/passages.ts';
import { blocks, commands, markedIn, noticeOf, quotedIn } from './run.ts';

/** Of each town when its last bus leaves; what else it tells no other does. */
const TOWNS = [
  ['yue', '月城首条公交快线开通', '21时40分', '失物在东门总站认领。'],
  ['yu', '玉城公交快线开门迎客', '22时15分', '沿线种了四百棵银杏。'],
  ['hai', '海城：快线公交今起运行', '20时50分', '台风来时改坐轮渡。'],
  ['qing', '清河县公交快线试运行', '19时30分', '活禽装笼才能上车。'],
  ['bai', '白石镇开通首条公交快线', '18时50分', '采石场有夜班专车。'],
  ['jiang', '江口市公交快线上路', '23时20分', '双层巴士不设站席。'],
] as const;

const townsOf = (count: number) =>
  TOWNS.slice(0, count).map(([id, title, last, own]) => ({
    ...articleOf(id, [`末班车${last}收车，高峰时五分钟一班。`, own]),
    id,
    title,
    hash: `hash-${id}`,
    publishedAt: '2024-05-06',
  }));
const few = createLibrary(townsOf(3));
const many = createLibrary(townsOf(6));

const asked = (
  question: string,
  given: Partial<Context> = {},
  { library = few, locale = 'zh-CN' }: { library?: typeof few; locale?: Locale } = {},
): Promise<Reply> => runCommand(commands, 'ask', { question }, { library, locale, script: scriptOf(locale), ...given });

describe('a question that several articles answer', () => {
  it.each([
    ['zh-CN', '有 3 篇文章都说到了，你问的是哪一篇？'],
    ['zh-TW', '有 3 篇文章都說到了，你問的是哪一篇？'],
    ['en', '3 articles answer this. Which one do you mean?'],
  ] as const)('is asked back in %s, with a button for each', async (locale, line) => {
    const reply = await asked('末班车几点收车？', {}, { locale });
    expect(noticeOf(reply)).toBe(line);
    expect(reply.actions.map(({ kind }) => kind)).toEqual(['pick', 'pick', 'pick']);
    expect(new Set(reply.actions.map(({ label }) => label)).size).toBe(3);
    expect(blocks(reply, 'question')[0]?.text).toBe('末班车几点收车？');
    expect(reply.refused).toBeUndefined();
  });

  it('has a select where they are many, and the date where titles are alike', async () => {
    const reply = await asked('末班车几点收车？', {}, { library: many });
    expect(reply.actions).toEqual([]);
    expect(reply.choices.map(({ kind, options }) => [kind, options.length])).toEqual([['pick', 6]]);
    const twins = townsOf(2).map((article, at) => ({
      ...article,
      title: '快线公交开通',
      publishedAt: `2024-05-0${at + 1}`,
    }));
    const alike = await asked('末班车几点收车？', {}, { library: createLibrary(twins) });
    expect(alike.actions.map(({ label }) => label).sort()).toEqual([
      '快线公交开通 · 2024年5月1日',
      '快线公交开通 · 2024年5月2日',
    ]);
  });

  it('is answered by a number or a title that is typed next, and the choice is told', async () => {
    const first = await asked('末班车几点收车？');
    const before = first.asked;
    if (before === undefined) throw new Error('nothing to go on from');
    for (const typed of ['玉城', '第1篇']) {
      const reply = await asked(typed, { before });
      const id = typed === '玉城' ? 'yu' : (before.which?.[0] ?? '');
      const last = TOWNS.find(([town]) => town === id)?.[2] ?? '';
      expect(markedIn(reply)[0]).toContain(last);
      expect(reply.chose).toBe(`hash-${id}`);
      expect(noticeOf(reply)).toContain('里找');
      expect(reply.actions.at(-1)).toMatchObject({ kind: 'all', target: { articleId: id } });
      expect(blocks(reply, 'question')[0]?.text).toBe('末班车几点收车？');
    }
  });

  it('is asked of the one that was chosen, unless it names another', async () => {
    expect(markedIn(await asked('末班车几点收车？', { chosen: 'hai' }))[0]).toContain('20时50分');
    expect(markedIn(await asked('月城末班车几点收车？', { chosen: 'hai' }))[0]).toContain('21时40分');
    const elsewhere = await asked('失物在哪里认领？', { chosen: 'hai' });
    expect(markedIn(elsewhere).join('')).not.toContain('东门总站');
    expect(noticeOf(elsewhere)).toContain('海城');
    const named = await asked('月城末班车几点收车？', { chosen: 'hai' });
    expect(named.actions.some(({ kind }) => kind === 'all')).toBe(false);
  });

  it('is asked of another one that is named after an answer', async () => {
    const first = await asked('几点收车？', { chosen: 'hai' });
    if (first.asked === undefined) throw new Error('nothing to go on from');
    const next = await asked('那玉城呢', { before: first.asked, chosen: 'hai' });
    expect(markedIn(next)[0]).toContain('22时15分');
    expect(next.chose).toBe('hash-yu');
    const unchosen = await asked('那玉城呢', { before: first.asked });
    expect(markedIn(unchosen)[0]).toContain('22时15分');
    expect(unchosen.chose).toBeUndefined();
  });

  it('is asked back among those that it names, and answered by the one that is chosen then', async () => {
    const question = '月城和海城末班车几点收车？';
    const first = await asked(question);
    expect(first.actions.map(({ label }) => label).sort()).toEqual(['月城首条公交快线开通', '海城：快线公交今起运行']);
    if (first.asked === undefined) throw new Error('nothing to go on from');
    expect(markedIn(await asked('海城', { before: first.asked }))[0]).toContain('20时50分');
    // Only one of them tells it.
    expect((await few.ask('月城和海城台风来时改坐什么')).answered).toBe(false);
  });

  it('is not answered by the article that is looked into, where it names another', async () => {
    const libraries = createLibrary(
      ['云禾市图书馆开放', '冷水镇图书馆不关门'].map((title, at) => ({
        ...articleOf(`a${at}`, [`办证不收押金，一人可以借${at}5本，逾期要在志愿岗上站半小时。`]),
        title,
      })),
    );
    const question = '云禾办证不收押金，逾期要在志愿岗上站半小时吗';
    expect((await libraries.ask(question, { articleId: 'a1' })).answered).toBe(false);
    expect((await libraries.ask(question, { articleId: 'a0' })).answered).toBe(true);
  });

  it('is answered by the article that the channel is bound to, and by others what that does not say', async () => {
    expect(markedIn(await asked('末班车几点收车？', { bound: 'yu' }))[0]).toContain('22时15分');
    expect(markedIn(await asked('失物在哪里认领？', { bound: 'yu' }))[0]).toContain('东门总站');
    expect(markedIn(await asked('海城末班车几点收车？', { bound: 'yu' }))[0]).toContain('20时50分');
    expect(markedIn(await asked('末班车几点收车？', { bound: 'nowhere' }))).toEqual([]);
  });

  it('leaves no command without an article in a bound channel', async () => {
    const context: Context = { library: few, locale: 'zh-CN', script: 'hans', bound: 'hai' };
    const shown = async (name: string, options: Record<string, unknown>) =>
      JSON.stringify((await runCommand(commands, name, options, context)).blocks);
    expect(await shown('about', {})).toContain('海城：快线公交今起运行');
    expect(await shown('quote', { passage: '§0¶2' })).toContain('台风来时改坐轮渡');
    expect(await shown('section', { section: '0' })).toContain('台风来时改坐轮渡');
    expect(await shown('about', { article: 'yue' })).toContain('月城首条公交快线开通');
    expect(await shown('quote', { passage: 'yue§0¶2' })).toContain('失物在东门总站认领');
    expect(await shown('ask', { question: '目录' })).not.toContain('月城');
    expect(await shown('find-in-article', { text: '失物在东门总站认领' })).toContain('失物在东门总站认领');
  });

  it('says which words the named article lacks', async () => {
    const reply = await asked('月城沿线种了多少棵银杏？');
    expect(noticeOf(reply)).toContain('银杏');
    expect(markedIn(reply).join('')).not.toContain('四百棵');
  });

  it('is asked of the article of the answer that it replies to', async () => {
    const prefer = { articleId: 'yu', hash: 'hash-yu', address: { section: 0, paragraph: 1 } };
    expect(markedIn(await asked('末班车几点收车？', { prefer }))[0]).toContain('22时15分');
    expect(markedIn(await asked('海城末班车几点收车？', { prefer }))[0]).toContain('20时50分');
    expect(markedIn(await asked('失物在哪里认领？', { prefer })).join('')).not.toContain('东门总站');
  });

  it('is asked of the article whose title it has in its marks', async () => {
    expect(markedIn(await asked('《海城：快线公交》里末班车几点收车？'))[0]).toContain('20时50分');
  });

  it('tells programs which they are', async () => {
    const question = '末班车几点收车？';
    const summed = await carryOut({ kind: 'answer', question, limit: 2 }, commands, few);
    const { verdict, answered, rivals = [], passages, refusal } = answerJson(question, summed, 'zh-CN');
    expect({ verdict, answered, passages: passages.length }).toEqual({
      verdict: 'closest',
      answered: false,
      passages: 2,
    });
    expect([...rivals].sort()).toEqual(['hai', 'yu', 'yue']);
    expect(passages.map(({ articleId }) => articleId)).toEqual(rivals.slice(0, 2));
    expect(refusal).toContain('哪一篇');
  });

  it('is listed by number in a terminal', async () => {
    const lines = renderReply(await asked('末班车几点收车？', {}, { library: many }), styleFor(false), '');
    expect(lines.filter((line) => /^ {2}\d\. /.test(line))).toHaveLength(6);
  });
});

describe('a question in the words of a title', () => {
  const told = (articles: readonly (readonly [title: string, first: string])[], ...others: readonly string[]) =>
    createLibrary(articles.map(([title, first], at) => ({ ...articleOf(`a${at}`, [first, ...others]), title })));
  const clinics = told(
    [
      ['柳溪市人民医院新院区启用', '停车场每小时收费2元，出口可以扫码。'],
      ['石桥镇卫生院扩建完工', '停车场不收费，车位先到先得。'],
      ['芦屏区口腔医院揭牌', '停车场首小时收费4元，出口可以扫码。'],
    ],
    '挂号可以在手机上办。',
    '病房在三楼，药房在一楼。',
  );
  const notices = told(
    [
      ['明德小学九月家长须知', '下午4点20分放学。'],
      ['明德小学十月家长须知', '下午4点10分放学。'],
    ],
    '午饭每天十元。',
    '请从北门进出。',
  );

  it.each([
    [clinics, '柳溪市人民医院新院区药房在几楼', '药房在一楼'],
    [clinics, '芦屏口腔医院停车', '首小时收费4元'],
    [notices, '明德小学十月几点放学', '4点10分'],
    [notices, '明德小学家长须知九月放学', '4点20分'],
  ])('is not asked for them in what stands below it (%#)', async (library, question, has) => {
    const { answered, passages } = await library.ask(question);
    expect(answered && passages[0]?.passage.text).toContain(has);
  });

  it('is not asked for them where there is one article, or one is looked into', async () => {
    const alone = createLibrary([...clinics.articles].slice(0, 1));
    const within = [{ articleId: 'a0' }, { chosen: 'a0' }, { bound: 'a0' }] as const;
    for (const [library, scope] of [[alone, {}] as const, ...within.map((one) => [clinics, one] as const)]) {
      const { answered, passages } = await library.ask('人民医院新院区的药房在几楼', scope);
      expect(answered && passages[0]?.passage.text).toContain('药房在一楼');
    }
  });
});

describe('a question about an article itself', () => {
  const notices = createLibrary(
    ['韩素梅', '侯立冬', '侯立冬'].map((author, at) => ({
      ...articleOf(`a${at}`, [`放学时间是下午4点${at}0分。`]),
      title: `明德小学${['九', '十', '十一'][at]}月家长须知`,
      authors: [author],
    })),
  );
  const titles = (reply: Reply) => reply.actions.map(({ kind, label }) => `${kind} ${label}`);

  it('asks which of those that its words point at', async () => {
    const reply = await asked('侯立冬写了哪些文章', {}, { library: notices });
    expect(titles(reply)).toEqual(['pick 明德小学十月家长须知', 'pick 明德小学十一月家长须知']);
    expect(titles(await asked('明德小学那篇是谁写的', {}, { library: notices }))).toHaveLength(3);
  });

  it('is of the article of the answer before, or of the one that is named next', async () => {
    const first = await asked('十月几点放学', {}, { library: notices });
    for (const question of ['谁写的', '这篇文章是谁写的']) {
      const next = await asked(question, first.asked === undefined ? {} : { before: first.asked }, {
        library: notices,
      });
      expect(quotedIn(next).join('')).toContain('侯立冬');
    }
    const open = await asked('谁写的', {}, { library: notices });
    if (open.asked === undefined) throw new Error('nothing to go on from');
    const named = await asked('九月', { before: open.asked }, { library: notices });
    expect(quotedIn(named).join('')).toContain('韩素梅');
  });
});

describe('a choice', () => {
  it('asks the question of its article, or of all again', async () => {
    const reader = { locale: 'zh-CN', script: 'hans' } as const;
    const question = '末班车几点收车？';
    const picked = await carryOut({ kind: 'pick', question, place: { hash: 'hash-yue' }, reader }, commands, few);
    expect(markedIn(picked)[0]).toContain('21时40分');
    const all = await carryOut({ kind: 'pick', question, reader, bound: 'yu' }, commands, few);
    expect(all.actions.map(({ kind }) => kind)).toEqual(['pick', 'pick', 'pick']);
    const gone = await carryOut({ kind: 'pick', question, place: { hash: 'changed' }, reader }, commands, few);
    expect(noticeOf(gone)).toContain('已经更新');
  });
});
