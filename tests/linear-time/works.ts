import { type Article, NotAnArticle } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { complete } from '../../src/chat/complete.ts';
import { fold } from '../../src/language/fold.ts';
import { restoreSimplified, scriptOf, toTraditionalCharacters } from '../../src/language/script.ts';
import { splitSentences } from '../../src/language/sentences.ts';
import { spelledInTaiwan } from '../../src/language/taiwan.ts';
import { createLibrary } from '../../src/library/open.ts';
import { nearTo } from '../../src/retrieval/closest.ts';
import { closestSpan } from '../../src/retrieval/closest-span.ts';
import { differences } from '../../src/retrieval/differences.ts';
import { findVerbatim } from '../../src/retrieval/verbatim.ts';
import { commands, one, paragraph, run, seed } from '../commands/run.ts';
import type { Work } from './growth.ts';

const context = { library: one, locale: 'zh-CN', script: 'hans' } as const;
const [PARAGRAPH = ''] = [paragraph(2, 1)];

function articleOf(text: string): Article {
  const sections = [{ number: 1, heading: text.slice(0, 40), paragraphs: [text, PARAGRAPH] }];
  return { ...seed, id: 'repeated', hash: 'r', sections };
}

function page(text: string): Buffer {
  const paragraphs = Array.from({ length: 4 }, () => `　　${PARAGRAPH}`);
  return Buffer.from(['舊港口改建为公园', `来源：${text}`, text, ...paragraphs, text].join('\n'));
}

/** What is done with foreign text, how many cases a sample has of it, and how many repetitions are worth while. */
export const WORKS: readonly {
  readonly name: string;
  readonly sample: number;
  readonly most: number;
  readonly work: Work;
}[] = [
  {
    name: 'fold',
    sample: 60,
    most: 20_000,
    work: (text) => [fold(text), toTraditionalCharacters(text), spelledInTaiwan(text), splitSentences(text)],
  },
  { name: 'the script', sample: 20, most: 5_000, work: (text) => [scriptOf(text), restoreSimplified(text)] },
  { name: 'ask', sample: 16, most: 20_000, work: (text) => one.ask(text) },
  {
    name: 'quote',
    sample: 16,
    most: 20_000,
    work: (text) => [findVerbatim(text, [seed]), run('quote', { passage: text.slice(0, 300) })],
  },
  {
    name: 'find',
    sample: 8,
    most: 5_000,
    work: (text) => [
      run('find-in-article', { text: text.slice(0, 4_000) }),
      nearTo([text], [seed]),
      closestSpan(text, { folded: PARAGRAPH }),
      closestSpan(PARAGRAPH, { folded: text }),
      differences(PARAGRAPH, text),
    ],
  },
  {
    name: 'complete',
    sample: 12,
    most: 20_000,
    work: (text) => commands.flatMap(({ options }) => options.map((option) => complete(option, text, {}, context))),
  },
  {
    name: 'an article of it',
    sample: 6,
    most: 5_000,
    work: (text) => {
      const article = articleOf(text);
      const library = createLibrary([article]);
      return [
        library.ask('马翠芳管多少户？'),
        library.ask(text),
        library.summary(article, 1),
        findVerbatim('网格员', [article]),
      ];
    },
  },
  { name: 'parse', sample: 8, most: 5_000, work: (text) => parsed(page(text)) },
];

/** A refusal is as good as an article. */
function parsed(bytes: Buffer): unknown {
  try {
    return parseArticle(bytes, 'repeated');
  } catch (error) {
    if (error instanceof NotAnArticle) return error;
    throw error;
  }
}
