import { z } from 'zod';
import { aboutCard, libraryCard } from '../src/chat/cards/about.ts';
import { defineCommand } from '../src/chat/command.ts';
import { articleMeant } from '../src/chat/input/articles.ts';
import { articleOption, privateOption, sharedSchema, visibilityOf } from '../src/chat/options.ts';

/** What is known about the article, and what one could ask. */
export const about = defineCommand({
  name: 'about',
  kind: 'slash',
  names: { 'zh-CN': '关于', 'zh-TW': '關於', en: 'about' },
  description: {
    'zh-CN': '文章的标题、来源、日期、章节，和可以问的问题',
    'zh-TW': '文章的標題、來源、日期、章節，和可以問的問題',
    en: 'The article’s title, source, date, sections, and questions to start with',
  },
  visibility: 'public',
  options: [articleOption, privateOption],
  schema: z.object(sharedSchema),
  run(invocation) {
    const visibility = visibilityOf(invocation.options.private);
    const article = articleMeant(invocation.options.article, invocation);
    return article === undefined ? libraryCard(visibility, invocation) : aboutCard(article, visibility, invocation);
  },
});
