import type { Article } from '../../article/article.ts';
import { formatPublishedAt } from '../../article/dateline.ts';
import type { Context } from '../command.ts';
import type { Action, Block, Choice, ContentsEntry, Facts, Reply } from '../reply.ts';
import { starterQuestions } from '../starters.ts';
import { textsIn } from '../texts/texts.ts';
import { characterCount, forReader, headingOf, linkAction, listed, shownSection, targetOf, wholeOf } from './parts.ts';
import { jumpChoice } from './section.ts';

/** What sets a subtitle off from the title above it; behind a label it sets off nothing. */
const DASHES = /^[—–―─-]+\s*/;

/** What is known about an article, its sections, and what one could ask. What is unknown is absent. */
export function aboutCard(article: Article, visibility: Reply['visibility'], context: Context): Reply {
  const { labels } = textsIn(context.locale);
  const starters = starterQuestions(context, article);
  const blocks: Block[] = [
    { kind: 'heading', text: forReader(article.title, article, context) },
    factsOf(article, context),
    ...(starters.length === 0 ? [] : [{ kind: 'suggestions' as const, label: labels.starters, items: starters }]),
  ];
  const questions = starters.map((question): Action => ({ kind: 'ask', label: question }));
  const actions = [...aboutActions(article, context), ...questions];
  return { visibility, blocks, actions, choices: jumpChoice(article, context) };
}

/** The articles there are, where nobody named one. */
export function libraryCard(visibility: Reply['visibility'], context: Context): Reply {
  const texts = textsIn(context.locale);
  const entries = context.library.articles.map(
    (article): ContentsEntry => ({
      address: article.id,
      heading: listed(article.title, article, context),
      size: texts.sectionSize(
        article.sections.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0),
        article.sections.reduce((sum, section) => sum + characterCount(section), 0),
      ),
      summary: [],
      target: wholeOf(article),
    }),
  );
  return {
    visibility,
    blocks: [
      { kind: 'heading', text: texts.labels.articles },
      { kind: 'contents', of: 'articles', entries },
    ],
    actions: [],
    choices: [articleChoice(entries, context)],
  };
}

/** The articles to choose from, where it was asked about one and none was named. */
export function whichArticleCard(context: Context): Reply {
  const { blocks, ...card } = libraryCard('private', context);
  return { ...card, blocks: [{ kind: 'notice', text: textsIn(context.locale).whichArticle() }, ...blocks] };
}

/** A select over the articles, for those that have no button of their own. */
function articleChoice(entries: readonly ContentsEntry[], context: Context): Choice {
  const options = entries.flatMap(({ address, heading, size, target }) =>
    target === undefined ? [] : [{ label: `${address} ${heading}`, description: size, target }],
  );
  return { kind: 'contents', placeholder: textsIn(context.locale).labels.jump, options };
}

/** The ways on from what is said about an article: its first section, and the page it came from. */
export function aboutActions(article: Article, context: Context): Action[] {
  const { labels } = textsIn(context.locale);
  const first = article.sections[0];
  if (first === undefined) return linkAction(article, context);
  const target = targetOf(article, { section: first.number, paragraph: 0 });
  return [{ kind: 'section', label: labels.read, target }, ...linkAction(article, context)];
}

function factsOf(article: Article, context: Context): Facts {
  const texts = textsIn(context.locale);
  const { labels } = texts;
  const people = (names: readonly string[]): string =>
    names.map((name) => forReader(name, article, context)).join(texts.listSeparator);
  const published = article.publishedAt === undefined ? undefined : formatPublishedAt(article.publishedAt);
  const sections = article.sections
    .map((section) => `${shownSection(article, section.number, context)} ${headingOf(article, section, context)}`)
    .join('\n');
  const edits = article.repairs.length + article.removed.length;
  const facts: [string, string | undefined][] = [
    [labels.subtitle, article.subtitle && forReader(article.subtitle.replace(DASHES, ''), article, context)],
    [labels.source, article.source && forReader(article.source, article, context)],
    [labels.published, published],
    [labels.authors, people(article.authors ?? [])],
    [labels.editors, people(article.editors)],
    [labels.site, article.site && forReader(article.site, article, context)],
    [labels.sections, sections],
    [labels.repaired, edits === 0 ? undefined : texts.repairs(article.repairs.length, article.removed.length)],
  ];
  return {
    kind: 'facts',
    facts: facts.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }])),
  };
}
