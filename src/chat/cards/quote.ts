import type { Address } from '../../article/address.ts';
import type { Article } from '../../article/article.ts';
import type { Context } from '../command.ts';
import type { QuotedParagraph, Reply } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import { citation, linkAction, quoteParagraph, shownAddress, targetOf } from './parts.ts';
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
  return {
    visibility,
    blocks: [{ kind: 'quotation', paragraphs, converted: false }, citation(article, shown)],
    actions: [
      { kind: 'section', label: labels.section, target: targetOf(article, { section: from.section, paragraph: 0 }) },
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
  return addresses(article)
    .filter((address) => order(from, address) <= 0 && order(address, to) <= 0)
    .map((address) => quoteParagraph(paragraphAt(article, address), shownAddress(article, address, context), null));
}

/** `§2¶4`, or `§2¶4–§2¶6` for a range. */
export function shownRange(article: Article, from: Address, to: Address, context: Context): string {
  const first = shownAddress(article, from, context);
  return order(from, to) === 0 ? first : `${first}–§${to.section}¶${to.paragraph}`;
}

/** Document order: negative where `a` comes first. */
export function order(a: Address, b: Address): number {
  return a.section - b.section || a.paragraph - b.paragraph;
}

function paragraphAt(article: Article, address: Address): string {
  return article.sections.find(({ number }) => number === address.section)?.paragraphs[address.paragraph - 1] ?? '';
}
