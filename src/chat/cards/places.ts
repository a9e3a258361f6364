import type { FoundPassage } from '../../answer/answer.ts';
import { formatAddress } from '../../article/address.ts';
import type { Context } from '../command.ts';
import type { Reply } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import {
  articlePrefix,
  citation,
  isConverted,
  linkAction,
  MOST_OPENED,
  openAction,
  quoteParagraph,
  shownAddress,
  shownTo,
} from './parts.ts';

/**
 * The passages of one article whose addresses were typed, in that order and in the reader's script.
 * @param all how many stand there; it is said where not all of them are shown
 */
export function placesCard(
  found: readonly FoundPassage[],
  all: number,
  visibility: Reply['visibility'],
  context: Context,
): Reply {
  const [first] = found;
  if (first === undefined) throw new Error('no passages are at no places');
  const { article } = first.passage;
  const texts = textsIn(context.locale);
  const shown = found.map(({ passage }) => formatAddress(passage)).join(texts.listSeparator);
  return {
    visibility,
    blocks: [
      {
        kind: 'quotation',
        paragraphs: found.map(({ passage: { text, ...place } }) =>
          quoteParagraph(text, shownAddress(article, place, context), null, shownTo(text, article, context)),
        ),
        converted: isConverted(article, context),
      },
      ...(all > found.length ? [{ kind: 'notice' as const, text: texts.firstOf(found.length, all) }] : []),
      citation(article, articlePrefix(article, context) + shown),
    ],
    actions: [
      ...found.slice(0, MOST_OPENED).map(({ passage }) => openAction(article, passage, context)),
      ...linkAction(article, context),
    ],
    choices: [],
  };
}
