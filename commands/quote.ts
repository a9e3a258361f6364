import { z } from 'zod';
import { type Address, parsePlaces, type TypedPlace, type TypedPoint } from '../src/article/address.ts';
import type { Article } from '../src/article/article.ts';
import { locate } from '../src/article/located.ts';
import { shownAddress, targetOf } from '../src/chat/cards/parts.ts';
import { order, type QuotedRange, quoteCard, quotesCard } from '../src/chat/cards/quote.ts';
import { type Context, defineCommand } from '../src/chat/command.ts';
import { requireArticle, resolveArticle } from '../src/chat/input/articles.ts';
import { noSuchPlace } from '../src/chat/input/sections.ts';
import { articleOption, privateOption, sharedSchema, visibilityOf } from '../src/chat/options.ts';
import type { Choice } from '../src/chat/reply.ts';
import { textsIn } from '../src/chat/texts/texts.ts';
import { mistakeWithChoice, UserError } from '../src/chat/user-error.ts';
import { lettersOf } from '../src/verbatim/letters.ts';
import { findVerbatim } from '../src/verbatim/verbatim.ts';

const LONGEST_PASSAGE = 300;
/** Passages as a way on where the words are in none. */
const OFFERED = 3;

/** Quotes the article exactly: passages, ranges, or the passage that has these words. */
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
        'zh-CN': '段落（2.4、2.4-2.6、最后一段）或文中的原话',
        'zh-TW': '段落（2.4、2.4-2.6、最後一段）或文中的原話',
        en: 'A passage (2.4, 2.4-2.6, last paragraph) or words from the text',
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
    const places = placesIn(passage);
    const areWords = places.length === 0 || isFigureOf(invocation.library.articles, passage, places);
    if (areWords) return quoteWords(passage, article, visibility, invocation);
    const ranges = places.map((place) =>
      rangeOf(requireArticle(place.articleId ?? article, invocation), place, passage, invocation),
    );
    return quotesCard(ranges, visibility, invocation);
  },
});

/** Addresses, also when the rest of a suggestion's label stands behind one. */
function placesIn(passage: string): readonly TypedPlace[] {
  const places = parsePlaces(passage);
  const first = /^\S*[§¶]\S*/.exec(passage)?.[0];
  return places.length > 0 || first === undefined ? places : parsePlaces(first);
}

/** Whether 12.5 is no address of any article, but a figure that one has. */
function isFigureOf(articles: readonly Article[], passage: string, places: readonly TypedPlace[]): boolean {
  if (!/^\d{1,4}[.,]\d{1,4}$/.test(passage)) return false;
  const isAddress = articles.some((article) => places.some(({ from }) => !('missing' in locate(article, from))));
  return !isAddress && findVerbatim(passage, articles).length > 0;
}

/** The range in document order; a whole section as its first to its last paragraph. */
function rangeOf(article: Article, place: TypedPlace, typed: string, context: Context): QuotedRange {
  const from = endsOf(article, place.from, typed, context);
  const to = endsOf(article, place.to, typed, context);
  const [first, last] = order(from.first, to.first) <= 0 ? [from, to] : [to, from];
  return { article, from: first.first, to: last.last };
}

/** The first and the last paragraph of a place: one and the same, or those of a section. */
function endsOf(
  article: Article,
  point: TypedPoint,
  typed: string,
  context: Context,
): { first: Address; last: Address } {
  const found = locate(article, point);
  if ('missing' in found) throw withBeginnings(noSuchPlace(found, article, point, typed, context), article, context);
  const { section, paragraph } = found;
  const { length } = section.paragraphs;
  // A heading may stand alone.
  if (length === 0) {
    const none = { missing: 'paragraph', section, paragraphs: 0 } as const;
    throw withBeginnings(noSuchPlace(none, article, point, typed, context), article, context);
  }
  const at = (number: number): Address => ({ section: section.number, paragraph: number });
  return { first: at(paragraph ?? 1), last: at(paragraph ?? length) };
}

/** Where an error names no way on, what the article has to quote. */
function withBeginnings(error: UserError, article: Article, context: Context): UserError {
  return error.suggestions.length > 0 ? error : withWays(error.message, beginnings([article], context), context);
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
