import type { FoundPassage } from '../../answer/answer.ts';
import { type Address, formatAddress, formatSection } from '../../article/address.ts';
import type { Article, Section } from '../../article/article.ts';
import { formatPublishedAt } from '../../article/dateline.ts';
import { peopleNamed } from '../../glance/glance.ts';
import { peopleInText } from '../../glance/people-in-text.ts';
import { type ConvertedText, convertText, unconverted } from '../../language/converted-text.ts';
import { type Span, splitSentences } from '../../language/sentences.ts';
import type { TraditionalStandard } from '../../language/traditional-text.ts';
import type { Context } from '../command.ts';
import type { Action, CitationLine, QuotedParagraph, SummaryBlock, Target } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';

/** The pieces that cards are made of. */

/** An address as people see it: with the article's id in front where there are several. */
export function shownAddress(article: Article, address: Address, context: Context): string {
  return articlePrefix(article, context) + formatAddress(address);
}

/** A place in words with its address: `第2节第4段（§2¶4）`. */
export function placeInWords(article: Article, address: Address, context: Context): string {
  const section = article.sections.find(({ number }) => number === address.section);
  const isUndivided = section !== undefined && isWhole(article, section);
  const words = textsIn(context.locale).place(isUndivided ? undefined : address.section, address.paragraph);
  const shown = shownAddress(article, address, context);
  return context.locale === 'en' ? `${words} (${shown})` : `${words}（${shown}）`;
}

/** `§2`, or `jinchang§2` where there are several articles. */
export function shownSection(article: Article, section: number, context: Context): string {
  return articlePrefix(article, context) + formatSection(section);
}

/** What stands before an address: the article's id where there are several articles. */
export function articlePrefix(article: Article, context: Context): string {
  return context.library.articles.length > 1 ? article.id : '';
}

/** A place in an article as a button or a select names it. */
export function targetOf(article: Article, { section, paragraph }: Address): Target {
  return { articleId: article.id, hash: article.hash, address: { section, paragraph } };
}

/** The article itself, where no place in it is meant. */
export function wholeOf(article: Article): Target {
  return targetOf(article, { section: 0, paragraph: 0 });
}

/** The section's heading; the lead and an article without headings have a name in the reader's language. */
export function headingOf(article: Article, section: Section, context: Context): string {
  if (section.heading !== null) return forReader(section.heading, article, context);
  const { labels } = textsIn(context.locale);
  return isWhole(article, section) ? labels.wholeArticle : labels.lead;
}

/** Whether a section is the whole of its article: one that has no headings. */
export function isWhole(article: Article, section: Section): boolean {
  return section.heading === null && article.sections.length === 1;
}

/** What stands over a section's words: its heading, or the title of the article that it is the whole of. */
export function cardHeading(article: Article, section: Section, context: Context): string {
  return isWhole(article, section) ? forReader(article.title, article, context) : headingOf(article, section, context);
}

/** The way to a passage, by its address. */
export function openAction(article: Article, address: Address, context: Context): Action {
  const label = textsIn(context.locale).openAt(shownAddress(article, address, context));
  return { kind: 'passage', label, target: targetOf(article, address) };
}

/** So many of several passages can be opened where they stand: a row of buttons. */
export const MOST_OPENED = 5;

/** The way to the whole section that a passage is from. */
export function sectionAction(article: Article, section: Section, context: Context): Action {
  const { labels } = textsIn(context.locale);
  return {
    kind: 'section',
    label: isWhole(article, section) ? labels.wholeArticle : labels.section,
    target: targetOf(article, { section: section.number, paragraph: 0 }),
  };
}

/** Whether the reader's script is another than the article's. */
export function isConverted(article: Article, context: Context): boolean {
  return context.script !== undefined && context.script !== article.script;
}

/** The article's words in the reader's script. */
export function forReader(text: string, article: Article, context: Context): string {
  return shownTo(text, article, context).text;
}

/** The article's words in the reader's script, and where each part of them stands there. */
export function shownTo(text: string, article: Article, context: Context): ConvertedText {
  if (!isConverted(article, context)) return unconverted(text);
  return convertText(text, targetScript(context), namesKept(article));
}

/** Everybody whom an article or its page names, as it is printed: names are shown as they are written. */
function namesKept(article: Article): readonly string[] {
  const { authors = [], editors } = article;
  return [...new Set([...peopleNamed(article).map(({ text }) => text), ...authors, ...editors])];
}

function targetScript({ script, standard = 'tw' }: Context): 'hans' | TraditionalStandard {
  return script === 'hans' ? 'hans' : standard;
}

/** A line of a list in the reader's script: of many articles, none is read for who is named in it, but the line itself. */
export function listed(text: string, article: Article, context: Context): string {
  if (!isConverted(article, context)) return text;
  return convertText(text, targetScript(context), [...peopleInText(text), ...(article.authors ?? [])]).text;
}

/**
 * A paragraph cut into its sentences, white space between them kept, so that joined they are the paragraph.
 * @param highlight UTF-16 offsets of the answering sentence or sentences in the text
 * @param shown the text as the reader sees it
 */
export function quoteParagraph(
  text: string,
  address: string,
  highlight: Span | null,
  shown: ConvertedText = unconverted(text),
): QuotedParagraph {
  const spans = splitSentences(text);
  const sentences = spans.map((span, index) => {
    const start = index === 0 ? 0 : span.start;
    const end = spans[index + 1]?.start ?? text.length;
    const marked = highlight !== null && span.start < highlight.end && span.end > highlight.start;
    return { text: sliceOf(shown, { start, end }), marked };
  });
  return { address, sentences };
}

/** A line of facts with the one asked for marked: a fact is no sentence. */
export function quoteFacts({ passage, sentence }: FoundPassage, context: Context): QuotedParagraph {
  const { article, text } = passage;
  const { start, end } = sentence ?? { start: 0, end: 0 };
  const shown = shownTo(text, article, context);
  const pieces = [
    { text: sliceOf(shown, { start: 0, end: start }), marked: false },
    { text: sliceOf(shown, { start, end }), marked: true },
    { text: sliceOf(shown, { start: end, end: text.length }), marked: false },
  ];
  return { address: '', sentences: pieces.filter((piece) => piece.text !== '') };
}

function sliceOf(shown: ConvertedText, span: Span): string {
  const { start, end } = shown.spanOf(span);
  return shown.text.slice(start, end);
}

/**
 * 《title》 · source · the article's own date · address. Read back by `targetOfCitation`.
 * @param address undefined where no place in the article is cited
 */
export function citation(article: Article, address?: string): CitationLine {
  const text = [`《${article.title}》`, ...publication(article), ...(address === undefined ? [] : [address])].join(
    ' · ',
  );
  return article.url === undefined ? { kind: 'citation', text } : { kind: 'citation', text, url: article.url };
}

/** Source and date, as far as they are known. */
export function publication({ source, publishedAt }: Article): string[] {
  const date = publishedAt === undefined ? undefined : formatPublishedAt(publishedAt);
  return [source, date].filter((part): part is string => part !== undefined && part !== '');
}

/** The way to a picture of what a target shows, where there are pictures. */
export function pictureAction(target: Target, { pictures, locale }: Context): Action[] {
  if (pictures !== true) return [];
  return [{ kind: 'picture', label: textsIn(locale).labels.picture, target: { ...target, picture: 'landscape' } }];
}

/** A section of fewer characters is read as soon as its summary, which would say it twice. */
const SHORTEST_SUMMARISED = 150;

/** The section told by its own sentences; no block where the section is so short that it would be shown twice. */
export function summaryBlock(article: Article, section: Section, context: Context): SummaryBlock[] {
  const summary = context.library.summary(article, section.number);
  if (summary.length === 0 || section.paragraphs.length < 2) return [];
  if (characterCount(section) < SHORTEST_SUMMARISED) return [];
  const sentences = summary.map(({ text, paragraph }) => ({
    text: forReader(text, article, context),
    address: shownAddress(article, { section: section.number, paragraph }, context),
  }));
  const { labels } = textsIn(context.locale);
  return [{ kind: 'summary', label: isWhole(article, section) ? labels.articleSummary : labels.summary, sentences }];
}

/** The same, each sentence with the way to its passage, where it is marked. */
export function openingSummary(article: Article, section: Section, context: Context): SummaryBlock[] {
  const places = context.library.summary(article, section.number);
  return summaryBlock(article, section, context).map((block) => ({
    ...block,
    sentences: block.sentences.map((sentence, at) => {
      const { paragraph = 0, span } = places[at] ?? {};
      const target = targetOf(article, { section: section.number, paragraph });
      return { ...sentence, target: { ...target, ...markedIn(section.paragraphs[paragraph - 1] ?? '', span ?? null) } };
    }),
  }));
}

/** Which of a passage's sentences a stretch of it begins in, as a target names it; nothing where there is none. */
export function markedIn(text: string, highlight: Span | null): Pick<Target, 'marked'> {
  const marked = highlight === null ? -1 : splitSentences(text).findIndex(({ end }) => end > highlight.start);
  return marked < 0 ? {} : { marked };
}

/** A button to the page the article came from, where that is known. */
export function linkAction(article: Article, context: Context): Action[] {
  return article.url === undefined
    ? []
    : [{ kind: 'link', label: textsIn(context.locale).labels.link, url: article.url }];
}

/** Number of characters, as a reader counts them. */
export function characterCount(section: Section): number {
  return section.paragraphs.reduce((sum, paragraph) => sum + [...paragraph].length, 0);
}
