import type { Answer, FoundPassage } from '../../answer/answer.ts';
import { isFactsLine } from '../../passages/passages.ts';
import type { Context } from '../command.ts';
import type { Action, Block, Reply } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import { closestNotice, quotedPart } from './closest.ts';
import { excerpt } from './excerpt.ts';
import { citation, isConverted, openAction, placeInWords, quoteFacts } from './parts.ts';

/** A question stands above its answer as far as it is no longer. UTF-16 units. */
const LONGEST_HEADING = 80;
/** A section is told by so many of its sentences. */
const MOST_SAID = 2;

/**
 * The answers to several questions of one message, in order: each under its question, with the sentence
 * that answers and what stands beside it, and where that is from. For everybody where one of them is answered.
 */
export function severalCard(answers: readonly Answer[], visibility: Reply['visibility'], context: Context): Reply {
  const isAnswered = answers.some(({ answered }) => answered);
  const unanswered = answers.filter(isUnanswered).map(({ question }) => question);
  return {
    visibility: isAnswered ? visibility : 'private',
    blocks: answers.flatMap((answer) => [
      { kind: 'heading' as const, text: excerpt(answer.question.trim(), LONGEST_HEADING) },
      ...blocksOf(answer, context),
    ]),
    actions: waysTo(answers, context),
    choices: [],
    ...(isAnswered ? {} : { refused: true as const }),
    ...(unanswered.length > 0 && { unanswered }),
  };
}

/** Which article is meant may still be said, and what is said to the bot is no question to the articles. */
function isUnanswered({ answered, rivals, whichArticle, toTheBot }: Answer): boolean {
  return !answered && rivals === undefined && whichArticle !== true && toTheBot === undefined;
}

function blocksOf(answer: Answer, context: Context): Block[] {
  const { passages, verdict, section, whichArticle } = answer;
  const [best] = passages;
  if (verdict === 'off-topic') return [{ kind: 'notice', text: textsIn(context.locale).offTopic() }];
  if (whichArticle === true) return [{ kind: 'notice', text: textsIn(context.locale).whichArticle() }];
  const isClosest = verdict === 'closest';
  const notice: Block[] = isClosest ? [closestNotice(answer, best === undefined ? 0 : 1, context)] : [];
  return best === undefined
    ? notice
    : [...notice, ...quoted(best, section === undefined ? [best] : passages, isClosest, context)];
}

function quoted(best: FoundPassage, told: readonly FoundPassage[], isClosest: boolean, context: Context): Block[] {
  const { passage } = best;
  const { article } = passage;
  return [
    {
      kind: 'quotation',
      paragraphs: told
        .slice(0, MOST_SAID)
        .map((found) => (isFactsLine(found.passage) ? quoteFacts(found, context) : quotedPart(found, context))),
      converted: isConverted(article, context),
      ...(isClosest && { closest: true as const }),
    },
    citation(article, isFactsLine(passage) ? undefined : placeInWords(article, passage, context)),
  ];
}

/** A button to the passage of each answer, every passage once. */
function waysTo(answers: readonly Answer[], context: Context): Action[] {
  const ways = answers.flatMap(({ passages: [best] }): Action[] => {
    if (best === undefined || isFactsLine(best.passage)) return [];
    return [openAction(best.passage.article, best.passage, context)];
  });
  return ways.filter(({ label }, at) => ways.findIndex((other) => other.label === label) === at);
}
