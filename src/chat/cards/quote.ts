import { type Address, formatRange } from '../../article/address.ts';
import type { Article } from '../../article/article.ts';
import type { Context } from '../command.ts';
import type { Block, QuotedParagraph, Reply } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import {
  articlePrefix,
  citation,
  linkAction,
  MOST_OPENED,
  openAction,
  pictureAction,
  quoteParagraph,
  sectionAction,
  shownAddress,
  targetOf,
} from './parts.ts';
import { addresses } from './passage.ts';

/**
 * An exact quotation, always in the published script: the paragraphs from one address to
 * another, both included and both the article's, with one citation for all.
 */
export function quoteCard(
  article: Article,
  from: Address,
  to: Address,
  visibility: Reply['visibility'],
  context: Context,
): Reply {
  const { labels } = textsIn(context.locale);
  const shown = shownRange(article, from, to, context);
  const paragraphs = quoteRange(article, from, to, context);
  const target = { ...targetOf(article, from), quoted: paragraphs.length };
  const section = article.sections.find(({ number }) => number === from.section);
  return {
    visibility,
    blocks: [{ kind: 'quotation', paragraphs, converted: false }, citation(article, shown)],
    actions: [
      ...(section === undefined ? [] : [sectionAction(article, section, context)]),
      visibility === 'private'
        ? { kind: 'post', label: labels.post, target }
        : { kind: 'copy', label: labels.copy, target },
      ...pictureAction(target, context),
      ...linkAction(article, context),
    ],
    choices: [],
  };
}

/** Paragraphs of an article, from one address to another, both included and both the article's. */
export interface QuotedRange {
  readonly article: Article;
  readonly from: Address;
  readonly to: Address;
}

/** Exact quotations in the order that they are given in, those of one article with one citation. */
export function quotesCard(ranges: readonly QuotedRange[], visibility: Reply['visibility'], context: Context): Reply {
  const [only, ...others] = ranges;
  if (only !== undefined && others.length === 0) {
    return quoteCard(only.article, only.from, only.to, visibility, context);
  }
  return {
    visibility,
    blocks: byArticle(ranges).flatMap((some) => quotedTogether(some, context)),
    actions: ranges.slice(0, MOST_OPENED).map(({ article, from }) => openAction(article, from, context)),
    choices: [],
  };
}

/** Each run of ranges that are of the same article. */
function byArticle(ranges: readonly QuotedRange[]): (readonly QuotedRange[])[] {
  const runs: QuotedRange[][] = [];
  for (const range of ranges) {
    const last = runs.at(-1);
    if (last?.[0]?.article === range.article) last.push(range);
    else runs.push([range]);
  }
  return runs;
}

function quotedTogether(ranges: readonly QuotedRange[], context: Context): Block[] {
  const [first] = ranges;
  if (first === undefined) return [];
  const { article } = first;
  const paragraphs = ranges.flatMap(({ from, to }) => quoteRange(article, from, to, context));
  const shown = ranges.map(({ from, to }) => formatRange(from, to)).join(textsIn(context.locale).listSeparator);
  return [
    { kind: 'quotation', paragraphs, converted: false },
    citation(article, articlePrefix(article, context) + shown),
  ];
}

/** The paragraphs of a range, none marked. */
export function quoteRange(article: Article, from: Address, to: Address, context: Context): QuotedParagraph[] {
  return addressesBetween(article, from, to).map((address) =>
    quoteParagraph(paragraphAt(article, address), shownAddress(article, address, context), null),
  );
}

/** The addresses of a range, both ends included, in document order. */
export function addressesBetween(article: Article, from: Address, to: Address): Address[] {
  return addresses(article).filter((address) => order(from, address) <= 0 && order(address, to) <= 0);
}

/** `§2¶4`; for a range `§2¶4–6`, or `§1¶5–§2¶1` over the edge of a section. */
export function shownRange(article: Article, from: Address, to: Address, context: Context): string {
  return articlePrefix(article, context) + formatRange(from, to);
}

/** Document order: negative where `a` comes first. */
export function order(a: Address, b: Address): number {
  return a.section - b.section || a.paragraph - b.paragraph;
}

/** The text at an address; empty where the article has no such paragraph. */
export function paragraphAt(article: Article, address: Address): string {
  return article.sections.find(({ number }) => number === address.section)?.paragraphs[address.paragraph - 1] ?? '';
}
