import type { Context } from '../command.ts';
import type { Action, Block, Reply } from '../reply.ts';
import { starterQuestions } from '../starters.ts';
import { textsIn } from '../texts/texts.ts';

/** Where nothing was asked: what one could ask. */
export function starterCard(context: Context): Reply {
  const texts = textsIn(context.locale);
  return { visibility: 'private', ...withStarters(texts.askSomething(), starterQuestions(context), context) };
}

/** So many questions are offered in place of one that nothing is near. */
const OFFERED = 3;

/** Where nothing in the articles is near what was asked: what one could ask instead. */
export function offTopicCard(context: Context): Reply {
  const questions = starterQuestions(context).slice(0, OFFERED);
  const told = withStarters(textsIn(context.locale).offTopic(), questions, context);
  return { visibility: 'private', ...told, refused: true };
}

/** A line, and questions to tap, or to type where nothing can be tapped. */
function withStarters(text: string, questions: readonly string[], context: Context) {
  const { starters } = textsIn(context.locale).labels;
  const blocks: Block[] = [{ kind: 'notice', text }];
  if (questions.length > 0) blocks.push({ kind: 'suggestions', label: starters, items: questions });
  const actions = questions.map((question): Action => ({ kind: 'ask', label: question }));
  return { blocks, actions, choices: [] };
}
