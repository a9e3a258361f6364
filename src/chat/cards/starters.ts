import type { ToTheBot } from '../../question/to-the-bot.ts';
import { type Context, homeOf } from '../command.ts';
import { noticeReply } from '../failure.ts';
import type { Action, Block, Reply } from '../reply.ts';
import { starterQuestions } from '../starters.ts';
import { textsIn } from '../texts/texts.ts';
import { libraryCard } from './about.ts';
import { headingOf, shownSection, targetOf } from './parts.ts';
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
  const meant = articles.find(({ id }) => articles.length === 1 || id === context.prefer?.articleId) ?? homeOf(context);
  return meant === undefined ? libraryCard('public', context) : contentsCard(meant, 'public', context);
}

/** So many questions are offered in place of one that nothing is near. */
const OFFERED = 3;

/** Where nothing in the articles is near what was asked: what one could ask instead. @param line what is told of that */
export function offTopicCard(context: Context, line = textsIn(context.locale).offTopic()): Reply {
  const questions = starterQuestions(context).slice(0, OFFERED);
  const told = withStarters(line, questions, context);
  return { visibility: 'private', ...told, refused: true };
}

/** A line, and questions to tap, or to type where nothing can be tapped; where they are few, sections as well. */
function withStarters(text: string, questions: readonly string[], context: Context) {
  const { labels } = textsIn(context.locale);
  const sections = firstSections(OFFERED - questions.length, context);
  const blocks: Block[] = [{ kind: 'notice', text }];
  if (questions.length > 0) blocks.push({ kind: 'suggestions', label: labels.starters, items: questions });
  if (sections.length > 0)
    blocks.push({ kind: 'suggestions', label: labels.contents, items: sections.map(({ label }) => label) });
  const actions = [...questions.map((question): Action => ({ kind: 'ask', label: question })), ...sections];
  return { blocks, actions, choices: [] };
}

/** Ways to the first sections of the only article, by their headings; none where there are several articles. */
function firstSections(most: number, context: Context) {
  const [article, ...others] = context.library.articles;
  if (article === undefined || others.length > 0) return [];
  const sections = article.sections.filter(({ heading }) => heading !== null).slice(0, Math.max(0, most));
  return sections.map((section) => ({
    kind: 'section' as const,
    label: `${shownSection(article, section.number, context)} ${headingOf(article, section, context)}`,
    target: targetOf(article, { section: section.number, paragraph: 0 }),
  }));
}
