import type { FoundPassage } from '../../answer/answer.ts';
import { formatAddress } from '../../article/address.ts';
import type { Context } from '../command.ts';
import type { Action, Reply } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import {
  articlePrefix,
  citation,
  isConverted,
  linkAction,
  quoteParagraph,
  shownAddress,
  shownTo,
  targetOf,
} from './parts.ts';

/** So many passages have a button: a row. */
const MOST_WAYS = 5;

/** The passages of one article whose addresses were typed, in that order and in the reader's script. */
export function placesCard(found: readonly FoundPassage[], visibility: Reply['visibility'], context: Context): Reply {
  const [first] = found;
  if (first === undefined) throw new Error('no passages are at no places');
  const { article } = first.passage;
  const shown = found.map(({ passage }) => formatAddress(passage)).join(textsIn(context.locale).listSeparator);
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
      citation(article, articlePrefix(article, context) + shown),
    ],
    actions: [
      ...found.slice(0, MOST_WAYS).map(
        ({ passage }): Action => ({
          kind: 'passage',
          label: textsIn(context.locale).openAt(shownAddress(article, passage, context)),
          target: targetOf(article, passage),
        }),
      ),
      ...linkAction(article, context),
    ],
    choices: [],
  };
}
