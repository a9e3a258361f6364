import { z } from 'zod';
import { type Address, parsePlace, type TypedPlace } from '../src/article/address.ts';
import type { Article } from '../src/article/article.ts';
import { shownAddress, targetOf } from '../src/chat/cards/parts.ts';
import { order, quoteCard } from '../src/chat/cards/quote.ts';
import { type Context, defineCommand } from '../src/chat/command.ts';
import { requireArticle, resolveArticle } from '../src/chat/input/articles.ts';
import { requireSection } from '../src/chat/input/sections.ts';
import { articleOption, privateOption, sharedSchema, visibilityOf } from '../src/chat/options.ts';
import type { Choice } from '../src/chat/reply.ts';
import { textsIn } from '../src/chat/texts/texts.ts';
import { mistakeWithChoice, UserError } from '../src/chat/user-error.ts';
import { lettersOf } from '../src/verbatim/letters.ts';
import { findVerbatim } from '../src/verbatim/verbatim.ts';

const LONGEST_PASSAGE = 300;
/** Passages as a way on where the words are in none. */
const OFFERED = 3;

/** Quotes the article exactly: a passage, a range, or the passage that has these words. */
export const quote = defineCommand({
  name: 'quote',
  kind: 'slash',
  names: { 'zh-CN': '引用', 'zh-TW': '引用', en: 'quote' },
  description: {
    'zh-CN': '一字不差地引用原文',
    'zh-TW': '一字不差地引用原文',
    en: 'Quote the article word for word',
  },
  visibility: 'public',
  options: [
    {
      name: 'passage',
      names: { 'zh-CN': '段落', 'zh-TW': '段落', en: 'passage' },
      description: {
        'zh-CN': '段落（2.4、§2¶4、2.4-2.6）或文中的原话',
        'zh-TW': '段落（2.4、§2¶4、2.4-2.6）或文中的原話',
        en: 'A passage (2.4, §2¶4, 2.4-2.6) or words from the text',
      },
      type: 'text',
      required: true,
      maxLength: LONGEST_PASSAGE,
      completes: 'passage',
    },
    articleOption,
    privateOption,
  ],
  schema: z.object({ passage: z.string().trim().max(LONGEST_PASSAGE), ...sharedSchema }),
  run(invocation) {
    const { passage, article } = invocation.options;
    const visibility = visibilityOf(invocation.options.private);
    const place = placeIn(passage);
    if (place === undefined) return quoteWords(passage, article, visibility, invocation);
    const named = requireArticle(place.articleId ?? article, invocation);
    const { from, to } = clamp(named, place, passage, invocation);
    return quoteCard(named, from, to, visibility, invocation);
  },
});

/** An address, also when the rest of a suggestion's label stands behind it. */
function placeIn(passage: string): TypedPlace | undefined {
  const first = /^\S*[§¶]\S*/.exec(passage)?.[0];
  return parsePlace(passage) ?? (first === undefined ? undefined : parsePlace(first));
}

/** The range in document order; a whole section as its first to its last paragraph. */
function clamp(article: Article, place: TypedPlace, typed: string, context: Context): { from: Address; to: Address } {
  const [first, last] = order(place.from, place.to) <= 0 ? [place.from, place.to] : [place.to, place.from];
  const from = requireParagraph(article, { ...first, paragraph: first.paragraph || 1 }, typed, context);
  const wholeSection = last.paragraph === 0 ? lengthOf(article, last.section) : last.paragraph;
  const to = requireParagraph(article, { ...last, paragraph: wholeSection }, typed, context);
  return { from, to };
}

function requireParagraph(article: Article, address: Address, typed: string, context: Context): Address {
  const { paragraphs } = requireSection(article, address.section, typed, context);
  if (address.paragraph <= paragraphs.length) return address;
  const message = textsIn(context.locale).noSuchParagraph(shownAddress(article, address, context), paragraphs.length);
  // A heading may stand alone.
  if (paragraphs.length === 0) throw withWays(message, beginnings([article], context), context);
  throw new UserError(message, [shownAddress(article, { ...address, paragraph: paragraphs.length }, context)]);
}

function lengthOf(article: Article, section: number): number {
  return article.sections.find(({ number }) => number === section)?.paragraphs.length ?? 1;
}

/** The passage that has these very words; else the closest ones as a way on. */
function quoteWords(
  words: string,
  articleName: string | undefined,
  visibility: 'public' | 'private',
  context: Context,
) {
  const texts = textsIn(context.locale);
  if (lettersOf(words) === '') throw new UserError(texts.quoteWhat());
  const article = resolveArticle(articleName, context);
  const articles = article === undefined ? context.library.articles : [article];
  const [found] = findVerbatim(words, articles);
  if (found !== undefined) return quoteCard(found.article, found.from, found.to, visibility, context);
  const scope = article === undefined ? { limit: OFFERED } : { articleId: article.id, limit: OFFERED };
  const closest = context.library
    .search(words, scope)
    .map(({ passage }) => wayTo(passage.article, passage, passage.text, context));
  throw withWays(texts.wordsNotFound(words), closest.length > 0 ? closest : beginnings(articles, context), context);
}

type Way = Choice['options'][number];

/** A mistake, with passages to go on with. */
function withWays(message: string, ways: readonly Way[], context: Context): UserError {
  const { jump } = textsIn(context.locale).labels;
  return mistakeWithChoice(message, { kind: 'passage', placeholder: jump, options: ways });
}

/** The first passages of the first sections: what an address looks like, where nothing is close. */
function beginnings(articles: readonly Article[], context: Context): Way[] {
  return articles
    .flatMap((article) =>
      article.sections.flatMap(({ number, paragraphs: [text] }) =>
        text === undefined ? [] : [{ article, number, text }],
      ),
    )
    .slice(0, OFFERED)
    .map(({ article, number, text }) => wayTo(article, { section: number, paragraph: 1 }, text, context));
}

function wayTo(article: Article, address: Address, text: string, context: Context): Way {
  const label = `${shownAddress(article, address, context)} ${opening(text)}`;
  return { label, target: targetOf(article, address) };
}

/** How a passage begins, up to its first comma or stop. */
function opening(text: string): string {
  return /^[^，。；：！？]{1,30}/.exec(text)?.[0] ?? '';
}
