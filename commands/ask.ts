import { z } from 'zod';
import { starterCard } from '../src/chat/cards/starters.ts';
import { turnsCard } from '../src/chat/cards/turns.ts';
import { defineCommand, type Invocation } from '../src/chat/command.ts';
import { resolveArticle } from '../src/chat/input/articles.ts';
import { resolveSection } from '../src/chat/input/sections.ts';
import { articleOption, privateOption, sectionOption, sharedSchema, visibilityOf } from '../src/chat/options.ts';
import { takeTurns } from '../src/chat/turns.ts';
import { questionsIn } from '../src/conversation/several.ts';
import type { Scope } from '../src/passages/scope.ts';

/** A question longer than this is a text, not a question. */
const LONGEST_QUESTION = 300;

/** Answers a question with the article's own words. */
export const ask = defineCommand({
  name: 'ask',
  kind: 'slash',
  names: { 'zh-CN': '提问', 'zh-TW': '提問', en: 'ask' },
  description: {
    'zh-CN': '问文章一个问题，用原文回答',
    'zh-TW': '問文章一個問題，用原文回答',
    en: 'Ask the article a question; it answers in its own words',
  },
  visibility: 'public',
  options: [
    {
      name: 'question',
      names: { 'zh-CN': '问题', 'zh-TW': '問題', en: 'question' },
      description: { 'zh-CN': '想问什么', 'zh-TW': '想問什麼', en: 'What you want to know' },
      type: 'text',
      required: true,
      maxLength: LONGEST_QUESTION,
      completes: 'question',
    },
    sectionOption,
    articleOption,
    privateOption,
  ],
  schema: z.object({ question: z.string().trim().max(LONGEST_QUESTION), ...sharedSchema }),
  async run(invocation) {
    const { question } = invocation.options;
    if (!/[\p{L}\p{N}]/u.test(question)) return starterCard(invocation);
    const visibility = visibilityOf(invocation.options.private);
    const turns = await takeTurns(questionsIn(question), invocation, scopeOf(invocation));
    const last = turns.at(-1);
    const asked = last?.before;
    const chose = last?.chose === true ? hashOf(last.within, invocation) : undefined;
    return {
      ...turnsCard(question, turns, visibility, invocation),
      ...(asked !== undefined && { asked }),
      ...(chose !== undefined && { chose }),
    };
  },
});

type AskInvocation = Invocation<{ question: string; section?: string | undefined; article?: string | undefined }>;

function hashOf(articleId: string | undefined, { library }: AskInvocation): string | undefined {
  return library.articles.find(({ id }) => id === articleId)?.hash;
}

/** Where the person said to look; undefined where they did not. */
function scopeOf(invocation: AskInvocation): Scope | undefined {
  const { section, article } = invocation.options;
  const named = article === undefined ? undefined : resolveArticle(article, invocation);
  if (section !== undefined && section.trim() !== '') {
    const articles = named === undefined ? invocation.library.articles : [named];
    const found = resolveSection(section, articles, invocation);
    return { articleId: found.article.id, section: found.section.number };
  }
  return named === undefined ? undefined : { articleId: named.id };
}
