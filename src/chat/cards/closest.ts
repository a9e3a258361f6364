import type { Answer, FoundPassage } from '../../answer/answer.ts';
import { isFactsLine } from '../../passages/passages.ts';
import type { Context } from '../command.ts';
import type { Action, Block, Notice, QuotedParagraph, Reply } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import { aboutActions } from './about.ts';
import {
  citation,
  isConverted,
  linkAction,
  openAction,
  placeInWords,
  quoteParagraph,
  shownAddress,
  shownTo,
} from './parts.ts';

/** How many passages are shown. */
export const MOST_CLOSEST = 3;
/** Around its marked sentence so much of each passage is shown, by whole sentences. UTF-16 units. */
const MOST_BESIDE = 120;

/** That the articles do not say it outright, which words of the question they lack, and what comes closest, nearest first. */
export function closestCard(answer: Answer, context: Context): Reply {
  const shown = Math.min(MOST_CLOSEST, answer.passages.length);
  return { ...passagesCard(closestNotice(answer, shown, context), answer.passages, context), refused: true };
}

/** More passages that are near the last question, beside those that were shown. */
export function moreCard(passages: readonly FoundPassage[], context: Context): Reply {
  const text = textsIn(context.locale).more(passages.length > 0);
  return passagesCard({ kind: 'notice', text }, passages, context);
}

/** Passages that come close, the first of them shown, below a line that says what they are. */
export function passagesCard(notice: Notice, passages: readonly FoundPassage[], context: Context): Reply {
  const shown = passages.slice(0, MOST_CLOSEST);
  const [nearest] = shown;
  return {
    visibility: 'private',
    blocks: [notice, ...(nearest === undefined ? [] : quoted(nearest, shown, context))],
    actions: nearest === undefined ? [] : actionsFor(nearest, shown, context),
    choices: [],
  };
}

/** That the articles do not say it outright. @param shown how many passages stand below */
export function closestNotice({ refusal }: Answer, shown: number, context: Context): Notice {
  return { kind: 'notice', text: textsIn(context.locale).notSaid(refusal?.missing ?? [], shown > 0) };
}

/** Each passage under its address, and where the nearest is from: a reply to the card goes on from there. */
function quoted({ passage }: FoundPassage, shown: readonly FoundPassage[], context: Context): Block[] {
  const { article } = passage;
  const paragraphs = shown.map((found) => quotedPart(found, context));
  const converted = shown.some((found) => isConverted(found.passage.article, context));
  return [
    { kind: 'quotation', paragraphs, converted, closest: true },
    citation(article, isFactsLine(passage) ? undefined : placeInWords(article, passage, context)),
  ];
}

/** The sentence that comes closest, with what stands beside it. */
export function quotedPart({ passage, sentence }: FoundPassage, context: Context): QuotedParagraph {
  const { article, text } = passage;
  const address = isFactsLine(passage) ? '' : shownAddress(article, passage, context);
  const { sentences } = quoteParagraph(text, address, sentence, shownTo(text, article, context));
  const at = Math.max(
    0,
    sentences.findIndex(({ marked }) => marked),
  );
  let left = MOST_BESIDE;
  const isNear = (neighbour: number): boolean => {
    left -= sentences[neighbour]?.text.length ?? left + 1;
    return left >= 0;
  };
  const from = isNear(at - 1) ? at - 1 : at;
  if (from === at) left = MOST_BESIDE;
  const to = isNear(at + 1) ? at + 2 : at + 1;
  return { address, sentences: sentences.slice(from, to) };
}

/** A button to each passage. */
function actionsFor({ passage }: FoundPassage, shown: readonly FoundPassage[], context: Context): Action[] {
  if (isFactsLine(passage)) return aboutActions(passage.article, context);
  const ways = shown.map((found) => openAction(found.passage.article, found.passage, context));
  return [...ways, ...linkAction(passage.article, context)];
}
