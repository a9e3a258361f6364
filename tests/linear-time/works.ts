import { type Article, NotAnArticle } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { quoteParagraph } from '../../src/chat/cards/parts.ts';
import { complete } from '../../src/chat/complete.ts';
import { renderReply } from '../../src/console/render.ts';
import { styleFor } from '../../src/console/style.ts';
import { renderCard } from '../../src/discord/render/card.ts';
import { glanceAt } from '../../src/glance/glance.ts';
import { convertText } from '../../src/language/converted-text.ts';
import { fold } from '../../src/language/fold.ts';
import { restoreSimplified, scriptOf, toTraditionalCharacters } from '../../src/language/script.ts';
import { splitSentences } from '../../src/language/sentences.ts';
import { spelledInTaiwan } from '../../src/language/taiwan.ts';
import { createLibrary } from '../../src/library/open.ts';
import { nearTo } from '../../src/verbatim/closest.ts';
import { closestSpan } from '../../src/verbatim/closest-span.ts';
import { differences } from '../../src/verbatim/differences.ts';
import { findVerbatim } from '../../src/verbatim/verbatim.ts';
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
    sample: 30,
    most: 20_000,
    work: (text) => [fold(text), toTraditionalCharacters(text), spelledInTaiwan(text), splitSentences(text)],
  },
  {
    name: 'the script',
    sample: 10,
    most: 5_000,
    work: (text) => [scriptOf(text), restoreSimplified(text), convertText(text, 'tw', ['于海发'])],
  },
  { name: 'ask', sample: 7, most: 20_000, work: (text) => one.ask(text) },
  {
    name: 'quote',
    sample: 7,
    most: 20_000,
    work: (text) => Promise.all([findVerbatim(text, [seed]), run('quote', { passage: text.slice(0, 300) })]),
  },
  {
    name: 'find',
    sample: 5,
    most: 5_000,
    work: (text) =>
      Promise.all([
        run('find-in-article', { text: text.slice(0, 4_000) }),
        nearTo([text], [seed]),
        closestSpan(text, { folded: PARAGRAPH }),
        closestSpan(PARAGRAPH, { folded: text }),
        differences(PARAGRAPH, text),
      ]),
  },
  {
    name: 'complete',
    sample: 4,
    most: 20_000,
    work: (text) => commands.flatMap(({ options }) => options.map((option) => complete(option, text, {}, context))),
  },
  {
    name: 'an article of it',
    sample: 3,
    most: 5_000,
    work: (text) => {
      const article = articleOf(text);
      const library = createLibrary([article]);
      return Promise.all([
        library.ask('马翠芳管多少户？'),
        library.ask(text),
        library.summary(article, 1),
        findVerbatim('网格员', [article]),
      ]);
    },
  },
  { name: 'what it names', sample: 4, most: 5_000, work: (text) => glanceAt(articleOf(text)) },
  {
    name: 'a reply with it',
    sample: 4,
    most: 5_000,
    work: (text) => {
      const paragraphs = [quoteParagraph(text, '§1¶1', { start: 0, end: 1 })];
      const blocks = [{ kind: 'quotation', paragraphs, converted: false } as const];
      const reply = { visibility: 'public', blocks, actions: [], choices: [] } as const;
      return [
        renderCard(reply, { locale: 'zh-CN', owner: '1', audience: 'public' }),
        renderReply(reply, styleFor(false), ''),
      ];
    },
  },
  { name: 'parse', sample: 4, most: 5_000, work: (text) => parsed(page(text)) },
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
