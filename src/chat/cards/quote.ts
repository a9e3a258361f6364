import { type Address, formatRange } from '../../article/address.ts';
import type { Article } from '../../article/article.ts';
import type { Context } from '../command.ts';
import type { QuotedParagraph, Reply } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import { articlePrefix, citation, linkAction, quoteParagraph, sectionAction, shownAddress, targetOf } from './parts.ts';
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
      ...linkAction(article, context),
    ],
    choices: [],
  };
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
