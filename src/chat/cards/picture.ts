import type { Article } from '../../article/article.ts';
import { UNREADABLE } from '../../article/unreadable.ts';
import type { QuotedPicture, Shape } from '../../picture/quoted-picture.ts';
import type { Context } from '../command.ts';
import type { Block, Quotation, Reply, Target } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import { citation, forReader, isConverted, placeInWords, publication } from './parts.ts';
import { addresses } from './passage.ts';
import { order, shownRange } from './quote.ts';

/**
 * A picture of what a card quotes, in the characters that the card shows, with its citation.
 * @param of the card of the same place
 */
export function pictureCard(
  article: Article,
  target: Target & { readonly picture: Shape },
  of: Reply,
  visibility: Reply['visibility'],
  context: Context,
): Reply {
  const { labels } = textsIn(context.locale);
  const quotations = of.blocks.filter((block) => block.kind === 'quotation');
  const picture = quotedPicture(article, target, quotations, context);
  const other = target.picture === 'square' ? 'landscape' : 'square';
  const unreadable = picture.paragraphs.some(({ sentences }) =>
    sentences.some(({ text }) => text.includes(UNREADABLE)),
  );
  return {
    visibility,
    picture,
    blocks: [
      citation(article, picture.details.at(-1)),
      ...(unreadable ? [notice(textsIn(context.locale).unreadable())] : []),
    ],
    actions: [
      visibility === 'private'
        ? { kind: 'post', label: labels.post, target }
        : { kind: 'copy', label: labels.copy, target },
      { kind: 'reshape', label: labels[other], target: { ...target, picture: other } },
    ],
    choices: [],
  };
}

function quotedPicture(
  article: Article,
  target: Target & { readonly picture: Shape },
  quotations: readonly Quotation[],
  context: Context,
): QuotedPicture {
  const { labels, converted } = textsIn(context.locale);
  const { leftOutBefore: before, leftOutBehind: behind, unfinished } = labels;
  const words = { before, behind, unfinished };
  const hasConverted = isConverted(article, context) && quotations.some((quotation) => quotation.converted);
  const shown = (text: string) => (hasConverted ? forReader(text, article, context) : text);
  return {
    paragraphs: quotations.flatMap(({ paragraphs }) => paragraphs.map(({ sentences }) => ({ sentences }))),
    title: shown(article.title),
    details: [...publication(article).map(shown), placeOf(article, target, context)],
    script: hasConverted ? (context.script ?? article.script) : article.script,
    shape: target.picture,
    words: hasConverted ? { ...words, converted: converted(article.script) } : words,
  };
}

/** The address as the card of the same place has it. */
function placeOf(article: Article, { address, quoted }: Target, context: Context): string {
  if (quoted === undefined) return placeInWords(article, address, context);
  return shownRange(article, address, lastQuoted(article, address, quoted), context);
}

function lastQuoted(article: Article, from: Target['address'], quoted: number): Target['address'] {
  const all = addresses(article);
  const first = all.findIndex((other) => order(other, from) === 0);
  return all[first + quoted - 1] ?? from;
}

function notice(text: string): Block {
  return { kind: 'notice', text };
}
