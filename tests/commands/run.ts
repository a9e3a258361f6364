import { about } from '../../commands/about.ts';
import { ask } from '../../commands/ask.ts';
import { findInArticle } from '../../commands/find-in-article.ts';
import { glance } from '../../commands/glance.ts';
import { quote } from '../../commands/quote.ts';
import { section } from '../../commands/section.ts';
import type { Context } from '../../src/chat/command.ts';
import { type Locale, scriptOf } from '../../src/chat/locale.ts';
import type { Block, Reply } from '../../src/chat/reply.ts';
import { runCommand } from '../../src/chat/run.ts';
import { createLibrary } from '../../src/library/open.ts';
import { harbour, jinchang } from '../sample-articles.ts';

export const commands = [ask, section, quote, about, glance, findInArticle];
export const seed = jinchang();
export const one = createLibrary([seed]);
export const two = createLibrary([seed, harbour]);

/** What a command replies. */
export function run(
  name: string,
  options: Record<string, unknown>,
  locale: Locale = 'zh-CN',
  library = one,
): Promise<Reply> {
  const context: Context = { library, locale, script: scriptOf(locale) };
  return runCommand(commands, name, options, context);
}

export function blocks<Kind extends Block['kind']>(reply: Reply, kind: Kind) {
  return reply.blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
}

export const noticeOf = (reply: Reply) => blocks(reply, 'notice')[0]?.text ?? '';
export const quotedIn = (reply: Reply) =>
  blocks(reply, 'quotation').flatMap(({ paragraphs }) =>
    paragraphs.map(({ sentences }) => sentences.map(({ text }) => text).join('')),
  );
export const markedIn = (reply: Reply) =>
  blocks(reply, 'quotation').flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ sentences }) => sentences.filter(({ marked }) => marked).map(({ text }) => text)),
  );
export const paragraph = (sectionNumber: number, number: number) =>
  seed.sections.find((candidate) => candidate.number === sectionNumber)?.paragraphs[number - 1];
