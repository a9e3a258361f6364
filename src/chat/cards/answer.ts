import type { Answer, FoundPassage } from '../../answer/answer.ts';
import { isFactsLine } from '../../passages/passages.ts';
import type { Context } from '../command.ts';
import type { Choice, Reply } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import { aboutActions, whichArticleCard } from './about.ts';
import { closestCard, closestNotice } from './closest.ts';
import { citation, forReader, isConverted, quoteFacts, shownAddress, shownTo, targetOf } from './parts.ts';
import { passageCard } from './passage.ts';
import { pickCard } from './pick.ts';
import { placesCard } from './places.ts';
import { sectionCard } from './section.ts';
import { offTopicCard, starterCard, toTheBotCard } from './starters.ts';

/**
 * What is told to a question: what the article says, with the sentence marked; or that it does not say it outright,
 * with what comes closest; or that nothing is near, with questions that it answers. The last two are seen by who asks alone.
 */
export function answerCard(answer: Answer, visibility: Reply['visibility'], context: Context): Reply {
  const [best, ...others] = answer.passages;
  if (answer.refusal?.reason === 'blank') return starterCard(context);
  if (answer.toTheBot !== undefined) return toTheBotCard(answer.toTheBot, context);
  if (answer.verdict === 'off-topic') return offTopicCard(context);
  if (answer.rivals !== undefined) return pickCard(answer.rivals, visibility, context);
  if (answer.whichArticle === true) return whichArticleCard(context);
  if (best === undefined) return offTopicCard(context, closestNotice(answer, 0, context).text);
  if (answer.verdict === 'closest') return closestCard(answer, context);
  const { passage, sentence } = best;
  const section = passage.article.sections.find(({ number }) => number === answer.section);
  if (section !== undefined) return sectionCard(passage.article, section, 0, visibility, context);
  if (answer.places !== undefined && isOfOne(answer.passages))
    return placesCard(answer.passages, answer.places, visibility, context);
  const choices = alsoIn(others, context);
  if (isFactsLine(passage)) return { ...factsAnswer(best, visibility, context), choices };
  return passageCard(passage.article, passage, { highlight: sentence, visibility, choices }, context);
}

/** Who edited it, where and when it appeared: the line of facts, the fact asked for marked. */
function factsAnswer(found: FoundPassage, visibility: Reply['visibility'], context: Context): Reply {
  const { article } = found.passage;
  return {
    visibility,
    blocks: [
      { kind: 'heading', text: forReader(article.title, article, context) },
      { kind: 'quotation', paragraphs: [quoteFacts(found, context)], converted: isConverted(article, context) },
      citation(article),
    ],
    actions: aboutActions(article, context),
    choices: [],
  };
}

function isOfOne(found: readonly FoundPassage[]): boolean {
  return new Set(found.map(({ passage }) => passage.article)).size === 1;
}

function alsoIn(others: readonly FoundPassage[], context: Context): Choice[] {
  const options = others.map((found) => ({
    label: optionLabel(found, context),
    target: targetOf(found.passage.article, found.passage),
  }));
  return options.length === 0 ? [] : [{ kind: 'passage', placeholder: textsIn(context.locale).labels.alsoIn, options }];
}

/** The address and how the marked sentence, or the passage, begins. */
function optionLabel({ passage, sentence }: FoundPassage, context: Context): string {
  const { article, text } = passage;
  const shown = shownTo(text, article, context);
  const from = sentence === null ? 0 : shown.spanOf(sentence).start;
  return `${shownAddress(article, passage, context)} ${shown.text.slice(from)}`;
}
