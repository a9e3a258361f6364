import { partAskedFor } from '../article/address.ts';
import type { Article } from '../article/article.ts';
import type { FactName } from '../article/printed-facts.ts';
import { fold } from '../language/fold.ts';
import { onceFor } from '../once-for.ts';
import { passagesOfPart, sectionOfPart } from '../passages/parts.ts';
import { articleText } from '../passages/passages.ts';
import { looksIn, type Scope } from '../passages/scope.ts';
import type { ArticleQuestion } from '../question/article-question.ts';
import type { Question } from '../question/question.ts';
import { readFactsInPinyin } from '../retrieval/spelling/pinyin.ts';
import type { PassageStore } from '../retrieval/store/store.ts';
import { meantArticle } from '../selection/meant-article.ts';
import type { FoundPassage } from './answer.ts';
import { factsPassage, type LineFact, madeFact, plainFacts, writersOf } from './facts.ts';
import { figuresTold, gistOf, headingOf, headingsOf, interviewedTold, peopleTold, sizeOf } from './made-facts.ts';
import { saidInSection, whole } from './places.ts';

/** What is known to a question about an article: the passages that say it, the telling one first, or where none does what comes closest, if anything. */
export interface AboutArticle {
  readonly says?: readonly FoundPassage[];
  readonly closest?: FoundPassage;
  /** The number of the section that was asked for. */
  readonly section?: number;
  /** Set where any of several articles may be meant. */
  readonly isOpen?: true;
  /** These, where not all of them may be. */
  readonly among?: readonly Article[];
}

/**
 * What is known about an article itself, where that is asked for: who wrote and who edited it, where
 * and when it appeared, what it is about, which parts it has and what they say, who is named in it.
 *
 * @returns nothing said when nobody is named as its writer, or the question leaves open which article
 * it is about; undefined when the question is about something that stands in an article, and
 * where the page does not print the fact: a passage may tell it.
 */
export function aboutArticle(store: PassageStore, question: Question, scope: Scope): AboutArticle | undefined {
  if (scope.section !== undefined) return undefined;
  const byValue = valueAsked(store, question, scope);
  if (byValue !== undefined) return { says: [byValue] };
  const meant = meantArticle(store, readFactsInPinyin(question, store) ?? question.folded, scope);
  if (meant === undefined) return undefined;
  if (meant.article !== undefined) return told(meant.article, meant.asked, question);
  return { isOpen: true, ...(meant.among !== undefined && { among: meant.among }) };
}

function told(article: Article, asked: ArticleQuestion, { folded }: Question): AboutArticle | undefined {
  const { topic } = asked;
  switch (topic) {
    case 'part':
      return partTold(article, folded);
    case 'sections':
    case 'size':
      return makeupTold(article, topic);
    case 'people':
      return listTold(article, peopleTold(article, partAskedFor(folded)));
    case 'interviewed':
      return listTold(article, interviewedTold(article));
    case 'figures':
      return listTold(article, figuresTold(article, partAskedFor(folded)));
    case 'gist':
      return oneTold(article, asked, gistOf(article));
    case 'author':
    case 'reporter':
      return oneTold(article, asked, writersOf(article, topic));
    default:
      return oneTold(article, asked, factsPassage(article, topic));
  }
}

/** A fact of one passage; where the page does not tell it, what it tells, unless a passage may say more. */
function oneTold(article: Article, asked: ArticleQuestion, says: FoundPassage | undefined): AboutArticle | undefined {
  if (says !== undefined) return { says: [says] };
  return isOfTheArticle(article, asked) ? closest(article) : undefined;
}

/**
 * Whether nothing but the article itself can be meant: 记者是谁, said of no article, may ask for a reporter of
 * whom it tells, 编辑是谁 for an editor, where its text has one.
 */
function isOfTheArticle(article: Article, { topic, spokenOf, ownTerm, term }: ArticleQuestion): boolean {
  if (topic === 'author' || spokenOf || ownTerm !== undefined) return true;
  const nouns = term.match(PERSON_NOUN) ?? [];
  return nouns.length > 0 && nouns.every((noun) => !articleText(article).includes(noun));
}
const PERSON_NOUN = /记者|编[辑缉集]|校对|审核|来源|出处|网站|频道|栏目|副标题|副题|链接|网址/g;

/** Several passages that say it together, as long as there are any. */
function listTold(article: Article, says: readonly FoundPassage[]): AboutArticle {
  return says.length > 0 ? { says } : closest(article);
}

/** Which parts an article has, or how much there is of it; one without headings has no parts. */
function makeupTold(article: Article, topic: 'sections' | 'size'): AboutArticle {
  const headings = headingsOf(article);
  const size = sizeOf(article);
  if (topic === 'size') return { says: [madeFact(article, size, headings === undefined ? [] : [headings])] };
  return headings === undefined ? closest(article, [size]) : { says: [madeFact(article, headings, [size])] };
}

/** A paragraph, or a section by its own sentences or its heading; of one that is not there, which ones are. */
function partTold(article: Article, folded: string): AboutArticle | undefined {
  const part = partAskedFor(folded);
  if (part === undefined) return undefined;
  const [first] = passagesOfPart(article, part);
  const headings = headingsOf(article);
  if (first === undefined) return closest(article, [...(headings === undefined ? [] : [headings]), sizeOf(article)]);
  const section = sectionOfPart(article, part);
  if (section === undefined || part.paragraph !== undefined) return { says: [whole(first)] };
  const heading = HEADING.test(folded) ? headingOf(article, section) : undefined;
  if (heading !== undefined) return { says: [madeFact(article, heading)] };
  return { says: saidInSection(article, section), section: section.number };
}
const HEADING = /标题|题目|heading|title/;

/** What is known about an article, nothing of it what was asked. */
function closest(article: Article, first: readonly LineFact[] = []): AboutArticle {
  const facts = plainFacts(article, first);
  return facts === undefined ? {} : { closest: facts };
}

/** 焦隆是谁, 金昌日报: a value that the page prints and nothing else; who stands in a passage is looked for there. */
function valueAsked(store: PassageStore, { folded, words }: Question, scope: Scope): FoundPassage | undefined {
  const content = words.map(({ text }) => text);
  if (content.length === 0 || content.length > LONGEST_VALUE) return undefined;
  const found: FoundPassage[] = [];
  for (const article of store.articles.values()) {
    if (!looksIn(scope, article)) continue;
    const value = valuesOf(article).find(
      ({ text }) => folded.includes(text) && content.every((word) => text.includes(word) || word.includes(text)),
    );
    if (value === undefined) continue;
    const isAllOfIt =
      value.fact !== 'editors' && value.fact !== 'authors' && folded.replace(/[\p{P}\s]/gu, '') === value.text;
    if (!isAllOfIt && articleText(article).includes(value.text)) continue;
    const passage = factsPassage(article, value.fact, 'label');
    if (passage !== undefined) found.push(passage);
  }
  return found.length === 1 ? found[0] : undefined;
}
/** In words: 金川区融媒体中心 is four. */
const LONGEST_VALUE = 5;

interface PrintedValue {
  readonly fact: FactName;
  /** Folded. */
  readonly text: string;
}

const valuesOf = onceFor(({ authors = [], editors, source, site }: Article): readonly PrintedValue[] =>
  [
    ...authors.map((author) => ({ fact: 'authors' as const, text: fold(author) })),
    ...editors.map((editor) => ({ fact: 'editors' as const, text: fold(editor) })),
    ...(source === undefined ? [] : [{ fact: 'source' as const, text: fold(source) }]),
    ...(site === undefined ? [] : [{ fact: 'site' as const, text: fold(site) }]),
  ].filter(({ text }) => text.length > 1),
);
