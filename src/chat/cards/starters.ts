import type { ToTheBot } from '../../question/to-the-bot.ts';
import type { Context } from '../command.ts';
import { noticeReply } from '../failure.ts';
import type { Action, Block, Reply } from '../reply.ts';
import { starterQuestions } from '../starters.ts';
import { textsIn } from '../texts/texts.ts';
import { libraryCard } from './about.ts';
import { contentsCard } from './section.ts';

/** Where nothing was asked: what one could ask. */
export function starterCard(context: Context): Reply {
  const texts = textsIn(context.locale);
  return { visibility: 'private', ...withStarters(texts.askSomething(), starterQuestions(context), context) };
}

/** What is said to somebody who speaks to the bot itself: what it does, or one line, or the contents. */
export function toTheBotCard(said: ToTheBot, context: Context): Reply {
  const texts = textsIn(context.locale);
  switch (said) {
    case 'contents':
      return whatThereIs(context);
    case 'thanks':
      return noticeReply(texts.thanked());
    case 'bye':
      return noticeReply(texts.farewell());
    case 'chatter':
      return offTopicCard(context);
    default: {
      const text = { hello: texts.hello, help: texts.help, who: texts.introduction }[said]();
      return { visibility: 'private', ...withStarters(text, starterQuestions(context).slice(0, OFFERED), context) };
    }
  }
}

/** The contents of the only article, or of the one that is talked about; the articles where there are several. */
function whatThereIs(context: Context): Reply {
  const { articles } = context.library;
  const meant = articles.find(({ id }) => articles.length === 1 || id === context.prefer?.articleId);
  return meant === undefined ? libraryCard('public', context) : contentsCard(meant, 'public', context);
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
