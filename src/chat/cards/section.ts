import type { Article, Section } from '../../article/article.ts';
import type { Context } from '../command.ts';
import type { Action, Block, Choice, Reply } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import {
  cardHeading,
  characterCount,
  citation,
  forReader,
  headingOf,
  isConverted,
  linkAction,
  openingSummary,
  quoteParagraph,
  shownAddress,
  shownSection,
  shownTo,
  targetOf,
  wholeOf,
} from './parts.ts';

/**
 * A section: its summary, then its text page by page.
 * @param page counted from 0; one beyond the last shows the last
 */
export function sectionCard(
  article: Article,
  section: Section,
  page: number,
  visibility: Reply['visibility'],
  context: Context,
): Reply {
  const pages = paginate(section.paragraphs, context.pageSize ?? Number.POSITIVE_INFINITY);
  const shownPage = Math.max(0, Math.min(page, pages.length - 1));
  const numbers = pages[shownPage] ?? [];
  const shown = shownSection(article, section.number, context);
  const whereabouts = pages.length < 2 ? [] : [textsIn(context.locale).page(shownPage + 1, pages.length)];
  const blocks: Block[] = [
    { kind: 'heading', text: cardHeading(article, section, context), address: shown },
    ...openingSummary(article, section, context),
    {
      kind: 'quotation',
      paragraphs: numbers.map((paragraph) => {
        const text = section.paragraphs[paragraph - 1] ?? '';
        const address = shownAddress(article, { section: section.number, paragraph }, context);
        return quoteParagraph(text, address, null, shownTo(text, article, context));
      }),
      converted: isConverted(article, context),
    },
    citation(article, [shown, ...whereabouts].join(' · ')),
  ];
  return {
    visibility,
    blocks,
    actions: [
      ...pageActions(article, section, shownPage, pages.length, context),
      contentsAction(article, context),
      ...linkAction(article, context),
    ],
    choices: jumpChoice(article, context),
  };
}

/** The table of contents: every section with its size and summary. */
export function contentsCard(article: Article, visibility: Reply['visibility'], context: Context): Reply {
  const texts = textsIn(context.locale);
  return {
    visibility,
    blocks: [
      { kind: 'heading', text: forReader(article.title, article, context) },
      {
        kind: 'contents',
        of: 'sections',
        entries: article.sections.map((section) => ({
          address: shownSection(article, section.number, context),
          heading: headingOf(article, section, context),
          size: texts.sectionSize(section.paragraphs.length, characterCount(section)),
          summary: context.library
            .summary(article, section.number)
            .map(({ text }) => forReader(text, article, context)),
          target: targetOf(article, { section: section.number, paragraph: 0 }),
        })),
      },
    ],
    actions: linkAction(article, context),
    choices: jumpChoice(article, context),
  };
}

/** A select over the article's sections; none where there is nothing to choose. */
export function jumpChoice(article: Article, context: Context): Choice[] {
  if (article.sections.length < 2) return [];
  const texts = textsIn(context.locale);
  return [
    {
      kind: 'section',
      placeholder: texts.labels.jump,
      options: article.sections.map((section) => ({
        label: `${shownSection(article, section.number, context)} ${headingOf(article, section, context)}`,
        description: texts.sectionSize(section.paragraphs.length, characterCount(section)),
        target: targetOf(article, { section: section.number, paragraph: 0 }),
      })),
    },
  ];
}

/** The way up: to the contents of the article. */
function contentsAction(article: Article, context: Context): Action {
  return { kind: 'contents', label: textsIn(context.locale).labels.contents, target: wholeOf(article) };
}

function pageActions(article: Article, section: Section, page: number, pages: number, context: Context): Action[] {
  if (pages < 2) return [];
  const { labels } = textsIn(context.locale);
  const turn = (to: number, label: string): Action => ({
    kind: 'section',
    label,
    target: { ...targetOf(article, { section: section.number, paragraph: 0 }), page: Math.max(0, to) },
    disabled: to < 0 || to >= pages,
  });
  return [turn(page - 1, `◀ ${labels.previousPage}`), turn(page + 1, `${labels.nextPage} ▶`)];
}

/** Whole paragraphs, as many a page as fit into `size` characters, at least one. Returns paragraph numbers from 1. */
function paginate(paragraphs: readonly string[], size: number): number[][] {
  const pages: number[][] = [];
  let room = 0;
  paragraphs.forEach((paragraph, index) => {
    const page = pages.at(-1);
    if (page !== undefined && paragraph.length <= room) page.push(index + 1);
    else {
      pages.push([index + 1]);
      room = size;
    }
    room -= paragraph.length;
  });
  return pages;
}
