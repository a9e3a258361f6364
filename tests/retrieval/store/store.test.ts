import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ToldAnswer } from '../../../src/answer/answer.ts';
import type { Article } from '../../../src/article/article.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { createLibrary } from '../../../src/library/open.ts';
import type { Scope } from '../../../src/passages/scope.ts';
import { createPassageStore, importPassageStore, type PassageStore } from '../../../src/retrieval/store/store.ts';
import { takeAll } from '../../../src/steps.ts';
import { asked } from '../../asked.ts';

const jinchang = parseArticle(readFileSync(new URL('../../../seeds/jinchang.txt', import.meta.url)), 'jinchang');
const library: Article = {
  ...jinchang,
  id: 'library',
  hash: 'l1',
  title: '市图书馆新馆开放',
  source: '山城晚报',
  publishedAt: '2022-05-06',
  editors: [],
  sections: [
    {
      number: 0,
      heading: null,
      paragraphs: ['市图书馆新馆5月6日开放，馆藏图书120万册。', '新馆由建筑师林岚设计，共有六层。'],
    },
    { number: 1, heading: '读者服务', paragraphs: ['读者凭身份证可免费借书20本，借期30天。'] },
  ],
};

/** What is answered from a store. */
const ask = (from: PassageStore, question: string, scope?: Scope) => asked(createLibrary([], from), question, scope);
const first = ({ passages }: ToldAnswer) => `${passages[0]?.articleId} ${passages[0]?.address}`;

describe('a passage store', () => {
  const store = createPassageStore([jinchang, library]);

  it('answers from the article that says it', async () => {
    expect(first(await ask(store, '马翠芳管多少户？'))).toBe('jinchang §2¶1');
    expect(first(await ask(store, '新館是誰設計的？'))).toBe('library §0¶2');
    expect(store.size).toBe(32);
  });

  it('marks a sentence of every passage, answered or refused', async () => {
    const questions = [
      '马翠芳管多少户？',
      '金昌市社会治理',
      '分享让更多人看到',
      '请问火星上的人多不多',
      'ma cui fang de gong zi',
    ];
    for (const question of questions) {
      const { passages } = await ask(store, question, { limit: 20 });
      expect(passages.length, question).toBeGreaterThan(0);
      for (const { highlight, text } of passages) {
        expect(highlight, question).not.toBeNull();
        expect(text.slice(highlight?.start, highlight?.end).trim(), question).not.toBe('');
      }
    }
  });

  it.each([
    'wang ge yuan mei tian cha kan duo shao ci jian kang ma',
    '网格员每天查看多少次jiànkāng码？',
    'Macuifang 管多少户？',
    '马cui芳管多少户',
  ])('answers %s, pinyin and all', async (question) => {
    expect((await ask(store, question)).answered).toBe(true);
    expect((await ask(store, question)).passages[0]?.address).toBe(/cui/.test(question) ? '§2¶1' : '§2¶2');
  });

  it('tells back what it lacks as it was asked', async () => {
    const answer = await ask(store, 'ｗｈｏ 是dézhōu大学的校长');
    expect(answer.answered).toBe(false);
    expect(answer.refusal?.missing).toEqual(expect.arrayContaining(['ｗｈｏ', 'dézhōu']));
  });

  it('stays within the scope', async () => {
    const { passages } = await ask(store, '治理', { articleId: 'jinchang', section: 2, limit: 20 });
    expect(passages.length).toBeGreaterThan(3);
    for (const { articleId, address } of passages) expect(`${articleId}${address}`).toMatch(/^jinchang§2/);
  });

  it.each([
    [undefined, 5],
    [1, 1],
    [0, 1],
    [-3, 1],
    [2.9, 2],
    [Number.NaN, 5],
    [500, 20],
  ])('gives for a limit of %s at most %i passages', async (limit, most) => {
    expect((await ask(store, '金昌市社会治理', limit === undefined ? {} : { limit })).passages).toHaveLength(most);
  });

  it('says which words it has and lacks when it refuses', async () => {
    const { answered, refusal } = await ask(store, '金昌市的火山在哪裡噴發？');
    expect(answered).toBe(false);
    expect(refusal?.present).toContain('金昌市');
    expect(refusal?.missing).toEqual(expect.arrayContaining(['火山', '噴發']));
  });

  it('tells blank from unanswered', async () => {
    expect((await ask(store, ' ？ ')).refusal?.reason).toBe('blank');
    expect((await ask(store, '你好')).refusal?.reason).toBe('unanswered');
  });

  it('does not find what stands in removed text alone', async () => {
    expect((await ask(store, '九龙坡区')).answered).toBe(false);
  });

  it('forgets an article that is removed, and takes in one that is replaced', async () => {
    const changing = createPassageStore([jinchang, library]);
    takeAll(changing.removing('library'));
    takeAll(changing.removing('nobody'));
    expect((await ask(changing, '新馆是谁设计的？')).answered).toBe(false);
    const paragraphs = ['新馆由建筑师周远设计。'];
    takeAll(changing.adding({ ...library, sections: [{ number: 0, heading: null, paragraphs }] }));
    expect((await ask(changing, '新馆是谁设计的？')).passages[0]?.text).toContain('周远');
    expect(changing.size).toBe(30);
  });

  it('shows an article whole or not at all while it comes, changes and goes', async () => {
    const paragraphs = ['新馆由建筑师周远设计。', '借期从三十天延长到六十天。'];
    const renewed = { ...library, sections: [{ number: 0, heading: null, paragraphs }] };
    const changing = createPassageStore([jinchang]);
    const textsOf = ({ sections }: Article) => sections.flatMap((section) => section.paragraphs);
    const shown = async () => {
      const { passages } = await ask(changing, '新馆的借期', { articleId: library.id, limit: 20 });
      return passages.every(({ text }) => textsOf(library).includes(text))
        ? `old ${passages.length > 0}`
        : `new ${passages.every(({ text }) => paragraphs.includes(text))}`;
    };
    const duringEach: string[][] = [];
    for (const steps of [changing.adding(library), changing.adding(renewed), changing.removing(library.id)]) {
      const seen = new Set<string>();
      for (const _ of steps) seen.add(await shown());
      duringEach.push([...seen, await shown()]);
    }
    expect(duringEach).toEqual([
      ['old false', 'old true'],
      ['old true', 'new true', 'new true'],
      ['old false', 'old false'],
    ]);
  });

  it('answers after changes as if it had been built so', async () => {
    const changed = createPassageStore([library, jinchang]);
    takeAll(changed.removing('library'));
    const built = createPassageStore([jinchang]);
    for (const question of ['马翠芳管多少户？', '什么是三单模式', '借期多少天', '枫侨经验']) {
      expect(await ask(changed, question)).toEqual(await ask(built, question));
    }
  });

  it('answers as before when it is stored and restored, and refuses what is not its own', async () => {
    const stored = store.export();
    const restored = importPassageStore(stored, [library, jinchang]);
    for (const question of ['马翠芳管多少户？', '新馆是谁设计的？', 'ma cui fang', '火星']) {
      expect(await ask(restored, question)).toEqual(await ask(store, question));
    }
    expect(() => importPassageStore(stored, [jinchang])).toThrow('other articles');
    expect(() => importPassageStore(stored, [{ ...library, hash: 'l2' }, jinchang])).toThrow('other text');
    expect(() => importPassageStore(stored.slice(0, 1000), [library, jinchang])).toThrow();
    expect(() => importPassageStore('{"version":"passages-0","store":{}}', [])).toThrow('version');
  });

  it('quotes the article and nothing else, whatever is asked', async () => {
    const texts = new Set(
      [jinchang, library].flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs)),
    );
    const word = fc.constantFrom(
      '马翠芳',
      '金昌市',
      '什么',
      '多少',
      '治理',
      '这篇文章',
      '责编',
      '。',
      ' ',
      'abc',
      '\ud800',
      '网络',
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((words) => words.join('')),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (question) => {
        const answer = await ask(store, question);
        expect(answer.question).toBe(question);
        for (const { address, text, highlight, answer: run } of answer.passages) {
          expect(address === 'meta' || texts.has(text)).toBe(true);
          if (highlight !== null) expect(highlight.start >= 0 && highlight.end <= text.length).toBe(true);
          if (run !== null) expect(run.start >= (highlight?.start ?? 0) && run.end <= (highlight?.end ?? 0)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('bears hostile questions', async () => {
    for (const question of [
      '的'.repeat(6_000),
      'ﷺ'.repeat(6_000),
      '金昌市治理'.repeat(20_000),
      '😀'.repeat(5_000),
      'a'.repeat(100_000),
      '“'.repeat(9_000),
    ]) {
      expect((await ask(store, question)).question).toBe(question);
    }
  });

  it('serves a library without a passage', async () => {
    expect((await ask(createPassageStore(), '马翠芳是谁？')).passages).toEqual([]);
  });
});
