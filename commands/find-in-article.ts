import { z } from 'zod';
import { closestCard, partlyCard, verbatimCard } from '../src/chat/cards/find.ts';
import { defineCommand } from '../src/chat/command.ts';
import { resolveArticle } from '../src/chat/input/articles.ts';
import { textsIn } from '../src/chat/texts/texts.ts';
import { UserError } from '../src/chat/user-error.ts';
import { splitSentences } from '../src/language/sentences.ts';
import { findVerbatim, lettersOf } from '../src/retrieval/verbatim.ts';

/** The longest message that Discord delivers. */
const LONGEST_MESSAGE = 4_000;
/** A quotation shorter than this in a message is a term, not a claim. */
const SHORTEST_CLAIM = 4;
/** Sentences of a message that are looked for one by one. */
const MOST_CLAIMS = 8;
const QUOTED = /[“「『"]([^”」』"]+)[”」』"]/g;

/** Is this in the article? Verbatim with its address, or the closest passage with the differences marked, or a plain no. */
export const findInArticle = defineCommand({
  name: 'find-in-article',
  kind: 'message',
  names: { 'zh-CN': '核对原文', 'zh-TW': '核對原文', en: 'Find in article' },
  description: {
    'zh-CN': '文章里真的这样说吗？',
    'zh-TW': '文章裡真的這樣說嗎？',
    en: 'Did the article really say that?',
  },
  visibility: 'private',
  options: [
    {
      name: 'text',
      names: { 'zh-CN': '文字', 'zh-TW': '文字', en: 'text' },
      description: { 'zh-CN': '要核对的文字', 'zh-TW': '要核對的文字', en: 'The words to look for' },
      type: 'text',
      required: true,
      maxLength: LONGEST_MESSAGE,
    },
  ],
  schema: z.object({ text: z.string().max(LONGEST_MESSAGE), article: z.string().optional() }),
  run(invocation) {
    const { text } = invocation.options;
    if (lettersOf(text) === '') throw new UserError(textsIn(invocation.locale).nothingToFind());
    const article = resolveArticle(invocation.options.article, invocation);
    const articles = article === undefined ? invocation.library.articles : [article];

    const [whole] = findVerbatim(text, articles);
    if (whole !== undefined) return verbatimCard(whole, invocation);
    const claims = claimsIn(text);
    const found = claims.flatMap((claim) => findVerbatim(claim, articles).slice(0, 1));
    const [only] = found;
    if (only !== undefined && found.length === claims.length && claims.length === 1)
      return verbatimCard(only, invocation);
    if (found.length > 0) return partlyCard(claims, articles, invocation);
    return closestCard(claims.length === 1 ? (claims[0] ?? text) : text, article?.id, invocation);
  },
});

/** What a message claims to be the article's words: its quotations, or else its sentences. */
function claimsIn(text: string): string[] {
  const quoted = [...text.matchAll(QUOTED)].map(([, words]) => words ?? '').filter(isClaim);
  const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
  return (quoted.length > 0 ? quoted : sentences.filter(isClaim)).slice(0, MOST_CLAIMS);
}

function isClaim(words: string): boolean {
  return lettersOf(words).length >= SHORTEST_CLAIM;
}
