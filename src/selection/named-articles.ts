import type { Article } from '../article/article.ts';
import { fold, foldedLetters } from '../language/fold.ts';
import { numbersIn, yearsIn } from '../language/numbers.ts';
import { articleText } from '../passages/passages.ts';
import type { Scope } from '../passages/scope.ts';
import type { Question } from '../question/question.ts';
import type { PassageStore } from '../retrieval/store/store.ts';
import { type TitleName, titleNames } from './title-names.ts';
import { titlesInMarks } from './titles-in-marks.ts';

/** The articles that a question names, and by what. */
export interface NamedArticles {
  /** In the order of the library; at least one. */
  readonly articles: readonly Article[];
  /** Spans of the question's folded text that name them, in order. */
  readonly names: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly kind: string;
  }[];
  /** Whether several are named, each by a name that it does not share with all: 柳溪和望川. */
  readonly isSeveral: boolean;
  /** Those on other topics: what they say of whom or what is named may answer, too. */
  others(): readonly Article[];
}

/** What has less than this share of the best article's names is not meant. */
const NEARLY_AS_MUCH = 0.7;

/**
 * The articles whose titles name what a question names: 月城末班车几点 is about those with 月城 in their titles,
 * 2021年生产总值 about those of 2021, 《春茶博览会须知》里门票多少钱 about the one that is called so, or of which
 * this is a clear part.
 * @returns undefined where the question names no article, or all of them
 */
export function namedArticles(store: PassageStore, question: Question): NamedArticles | undefined {
  const all = [...store.articles.values()];
  if (all.length < 2) return undefined;
  const titled = inTitleMarks(question, all);
  if (titled !== undefined) return titled;
  const { names, areAlike } = titleNames(store);
  const said = { question, years: yearsIn(question.folded), numbers: numbersIn(question.folded) };
  const asked = names.flatMap((name) => spansOf(name, said).map((span) => ({ ...span, name })));
  if (asked.length === 0) return undefined;
  const meant = [...new Set(asked.map(({ name }) => name))];
  const weights = all.map((article) =>
    meant.some((name) => contradicts(article, name, meant, names))
      ? 0
      : meant.reduce((sum, name) => sum + (name.articles.has(article) ? weightOf(name, all.length) : 0), 0),
  );
  const most = weights.reduce((best, weight) => Math.max(best, weight), 0);
  if (most === 0) return undefined;
  const called = all.filter((_, at) => (weights[at] ?? 0) >= most * NEARLY_AS_MUCH);
  const isByYear = meant.every(({ kind }) => kind === 'year');
  const articles = isByYear ? all.filter((one) => called.includes(one) || isOfYear(one, question, called)) : called;
  if (articles.length === all.length) return undefined;
  return {
    articles,
    names: asked
      .filter(({ name }) => articles.some((article) => name.articles.has(article)))
      .map(({ name, ...span }) => ({ ...span, text: name.text, kind: name.kind })),
    isSeveral: articles.length > 1 && articles.every((article) => meant.some((name) => !name.articles.has(article))),
    others: () => all.filter((article) => articles.every((one) => one !== article && !areAlike(one, article))),
  };
}

/**
 * Whether an article that has no year in its title appeared in a year that is asked for, and is called by a word of the
 * question that those of that year are not: 2021年荔枝节产量, where a report of 2021 is on something else.
 */
function isOfYear(
  { title, publishedAt = '' }: Article,
  { folded, words }: Question,
  called: readonly Article[],
): boolean {
  const own = fold(title);
  if (yearsIn(own).length > 0 || !yearsIn(folded).includes(publishedAt.slice(0, 4))) return false;
  const others = called.map((one) => fold(one.title));
  return words.some(({ text }) => text.length > 1 && own.includes(text) && !others.some((one) => one.includes(text)));
}

/** The fewer titles have a name, the more it says. */
function weightOf({ articles }: TitleName, all: number): number {
  return Math.log((all + 1) / articles.size);
}

/** Of another year, or number of the same series, than the question names. */
function contradicts(
  article: Article,
  { kind, articles }: TitleName,
  meant: readonly TitleName[],
  names: readonly TitleName[],
): boolean {
  if (kind === 'name' || articles.has(article)) return false;
  if (meant.some((other) => other.kind === kind && other.articles.has(article))) return false;
  return names.some((other) => other.kind === kind && other.articles.has(article));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A question, and the years and numbers that it has. */
interface Said {
  readonly question: Question;
  readonly years: readonly string[];
  readonly numbers: ReturnType<typeof numbersIn>;
}

function spansOf({ kind, text }: TitleName, { question, years, numbers }: Said): Span[] {
  const { folded } = question;
  if (kind === 'name') return placesOf(text, folded).filter((span) => isWhole(span, question));
  if (kind === 'year' && years.length === 0) return SHORT_YEAR.exec(folded)?.[1] === text.slice(2) ? [FIRST_THREE] : [];
  if (kind === 'year') return years.includes(text) ? placesOf(text, folded).map(withUnit(folded)) : [];
  return numbers.filter((number) => number.kind === kind && number.text === text);
}

/** 22年到馆多少人次, not 20年来 or 22年前. */
const SHORT_YEAR = /^(\d\d)年(?!.?[前后来内间级])/;
const FIRST_THREE = { start: 0, end: 3 };

function placesOf(text: string, folded: string): Span[] {
  const places: Span[] = [];
  for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + 1))
    places.push({ start: at, end: at + text.length });
  return places;
}

function withUnit(folded: string): (span: Span) => Span {
  return ({ start, end }) => ({ start, end: folded.charAt(end) === '年' ? end + 1 : end });
}

/** 月城 is not in 三月城市, nor 海城 in 上海城区; what begins a question is taken for a name all the same. */
function isWhole({ start, end }: Span, { folded, known }: Question): boolean {
  const before = folded.slice(0, start);
  return known.every((word) => {
    if (word.text.length < 2) return true;
    const crossesStart = word.start < start && word.end > start;
    const crossesEnd = word.start < end && word.end > end && word.start >= start;
    return !crossesStart && (!crossesEnd || !LETTER.test(before));
  });
}
const LETTER = /[\p{L}\p{N}]/u;

/** A title in its marks, or a part of one that no other article has. */
function inTitleMarks({ folded }: Question, all: readonly Article[]): NamedArticles | undefined {
  for (const title of titlesInMarks(folded)) {
    const words = foldedLetters(title.text);
    const exact = all.filter((article) => foldedLetters(article.title) === words);
    const found = exact.length > 0 ? exact : all.filter((article) => foldedLetters(article.title).includes(words));
    if (found.length === 0 || found.length === all.length || words === '') continue;
    return { articles: found, names: [{ ...title, kind: 'title' }], isSeveral: false, others: () => [] };
  }
  return undefined;
}

const HAN_NAME = /^\p{Script=Han}{2,4}$/u;
/** cppjieba's tag for what is not in its dictionary. */
const UNKNOWN = 'x';

/**
 * Whether a question begins with a name that looks like those of titles (星城, where there are 月城 and 玉城), and
 * no article has it.
 */
export function namesNobody(store: PassageStore, { words }: Question): boolean {
  const [first] = words;
  if (first === undefined || first.tag !== UNKNOWN || !HAN_NAME.test(first.text)) return false;
  const { text } = first;
  const isLike = titleNames(store).names.some(({ kind, text: name }) => kind === 'name' && name.at(-1) === text.at(-1));
  return isLike && !isAnywhere(store, text);
}

function isAnywhere(store: PassageStore, text: string): boolean {
  if (store.pairFrequency(text.charCodeAt(0), text.charCodeAt(1)) > 0) return true;
  return [...store.articles.values()].some(({ title }) => title.includes(text));
}

/** Whether a question asks of another article than the one that is looked into, by a name that this has nowhere. */
export function namesOther(store: PassageStore, question: Question, { articleId }: Scope): boolean {
  const article = articleId === undefined ? undefined : store.articles.get(articleId);
  const named = article && namedArticles(store, question);
  if (article === undefined || named === undefined || named.articles.includes(article)) return false;
  return named.names.every(({ kind, text }) => kind === 'name' && !articleText(article).includes(text));
}
