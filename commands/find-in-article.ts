import { z } from 'zod';
import { findCard } from '../src/chat/cards/find.ts';
import { check } from '../src/chat/checking/check.ts';
import { MessageSchema, typedMessage } from '../src/chat/checking/message.ts';
import { defineCommand } from '../src/chat/command.ts';
import { resolveArticle } from '../src/chat/input/articles.ts';
import { textsIn } from '../src/chat/texts/texts.ts';
import { UserError } from '../src/chat/user-error.ts';

/** The longest text that somebody can type. */
const LONGEST_TEXT = 4_000;

/**
 * Are these the article's own words? Each of a message's claims word for word with its address,
 * or what comes closest with the differences marked, or that nothing does; and what was not looked up.
 */
export const findInArticle = defineCommand({
  name: 'find-in-article',
  kind: 'message',
  names: { 'zh-CN': '核对原文', 'zh-TW': '核對原文', en: 'Find in article' },
  description: {
    'zh-CN': '是文章的原话吗？',
    'zh-TW': '是文章的原話嗎？',
    en: 'Are these the article’s own words?',
  },
  visibility: 'private',
  options: [
    {
      name: 'text',
      names: { 'zh-CN': '文字', 'zh-TW': '文字', en: 'text' },
      description: { 'zh-CN': '要核对的文字', 'zh-TW': '要核對的文字', en: 'The words to look for' },
      type: 'text',
      required: true,
      maxLength: LONGEST_TEXT,
    },
  ],
  /** `message` is what a transport that has messages hands over instead of a bare text. */
  schema: z.object({
    text: z.string().max(LONGEST_TEXT),
    message: MessageSchema.optional(),
    article: z.string().optional(),
  }),
  run(invocation) {
    const { text, message = typedMessage(text) } = invocation.options;
    const article = resolveArticle(invocation.options.article, invocation);
    const checked = check(message, article === undefined ? invocation.library.articles : [article]);
    if (checked.claims.length === 0) throw new UserError(textsIn(invocation.locale).nothingToFind());
    return findCard(checked, invocation);
  },
});
