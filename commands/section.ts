import { z } from 'zod';
import { libraryCard } from '../src/chat/cards/about.ts';
import { contentsCard, sectionCard } from '../src/chat/cards/section.ts';
import { topicCard } from '../src/chat/cards/topic.ts';
import { defineCommand } from '../src/chat/command.ts';
import { articleMeant, resolveArticle } from '../src/chat/input/articles.ts';
import { findSection, noSuchSection } from '../src/chat/input/sections.ts';
import { articleOption, privateOption, sectionOption, sharedSchema, visibilityOf } from '../src/chat/options.ts';

/** A section with its summary, the passages about a topic that no section is called by, or the table of contents. */
export const section = defineCommand({
  name: 'section',
  kind: 'slash',
  names: { 'zh-CN': '章节', 'zh-TW': '章節', en: 'section' },
  description: {
    'zh-CN': '看一节的摘要和全文，或一个话题的段落；不填则看目录',
    'zh-TW': '看一節的摘要和全文，或一個話題的段落；不填則看目錄',
    en: 'Read a section, or what is said about a topic; without one, the table of contents',
  },
  visibility: 'public',
  options: [sectionOption, articleOption, privateOption],
  schema: z.object(sharedSchema),
  run(invocation) {
    const { options, library } = invocation;
    const visibility = visibilityOf(options.private);
    const article = resolveArticle(options.article, invocation);
    const home = article ?? articleMeant(options.article, invocation);
    const asked = options.section?.trim() ?? '';
    // The list of articles shows their ids: typed back, one opens its contents.
    const named = library.articles.length > 1 ? library.articles.find(({ id }) => id === asked) : undefined;
    if (named !== undefined) return contentsCard(named, visibility, invocation);
    if (asked !== '') {
      const articles = article === undefined ? library.articles : [article];
      const atHome = home === undefined ? undefined : findSection(asked, [home], invocation);
      const found = atHome ?? findSection(asked, articles, invocation);
      if (found !== undefined) return sectionCard(found.article, found.section, 0, visibility, invocation);
      const about = topicCard(asked, article, visibility, invocation);
      if (about === undefined) throw noSuchSection(asked, articles, invocation);
      return about;
    }
    return home === undefined ? libraryCard(visibility, invocation) : contentsCard(home, visibility, invocation);
  },
});
