import { parsePlaces, type TypedPlace } from '../article/address.ts';
import type { Article, Section } from '../article/article.ts';
import { type Located, locate } from '../article/located.ts';
import { fold } from '../language/fold.ts';
import { passagesBetween } from '../passages/parts.ts';
import { articleText, type Passage, passagesOf } from '../passages/passages.ts';
import type { Scope } from '../passages/scope.ts';
import type { Question } from '../question/question.ts';
import type { PassageStore } from '../retrieval/store/store.ts';
import { outline } from '../summary/summarise.ts';
import type { FoundPassage } from './answer.ts';

/** How a passage is asked for by its address: 第2节第4段讲了什么. */
const ASKED_OF_IT = /(?:是什么|[讲说写]了?什么|的?内容)$/;
const CLOSING_MARKS = /(?<![?。.\s])[?。.\s]+$/;
/** In digits alone only what nobody types for anything else: 2 alone nearly always is a number. */
const IN_DIGITS = /^[\d\s.,、;-]+$/;
/** How a section is meant that is to be opened: 第二部分 in words is a question about what it says. */
const SECTION_SIGN = '§';

/** What is at the addresses that are all that was typed. */
export interface Addressed {
  /** In the order in which they were typed. */
  readonly passages: readonly FoundPassage[];
  /** The number of the section, where one was typed and no paragraph. */
  readonly section?: number;
}

/**
 * What stands at the address, or the addresses, that are all that was typed: `§2¶1`, `jinchang§2¶1`, 第二节第一段, `s2p1`,
 * `2.1`, 最后一段, `2.4和2.6`, `§1`.
 * @returns undefined for anything else, for an address without a passage, and where several articles may be meant.
 */
export function addressed(store: PassageStore, { folded }: Question, scope: Scope): Addressed | undefined {
  const typed = folded.replace(CLOSING_MARKS, '').replace(ASKED_OF_IT, '');
  const places = parsePlaces(typed);
  if (places.length === 0) return undefined;
  const found: FoundPassage[] = [];
  for (const place of places) {
    const article = articleOf(store, place.articleId, scope);
    if (article === undefined) return undefined;
    const [from, to] = [locate(article, place.from), locate(article, place.to)];
    if ('missing' in from || 'missing' in to) return undefined;
    if (isSection(from, place))
      return places.length === 1 && typed.includes(SECTION_SIGN) ? opened(article, from) : undefined;
    if (IN_DIGITS.test(typed) && articleText(article).includes(typed.trim())) return undefined;
    for (const passage of passagesBetween(article, from, to)) found.push(whole(passage));
  }
  return found.length === 0 ? undefined : { passages: found };
}

function isSection({ paragraph }: Located, { from, to }: TypedPlace): boolean {
  return paragraph === undefined || from.paragraph === undefined || to.paragraph === undefined;
}

function opened(article: Article, { section }: Located): Addressed | undefined {
  const passages = saidInSection(article, section);
  return passages.length === 0 ? undefined : { passages, section: section.number };
}

function articleOf(store: PassageStore, id: string | undefined, { articleId }: Scope): Article | undefined {
  const articles = [...store.articles.values()];
  if (id !== undefined) return articles.find((article) => fold(article.id) === fold(id));
  return articleId === undefined && articles.length === 1 ? articles[0] : store.articles.get(articleId ?? '');
}

/** What a section says, in the sentences of its outline: each in its passage, in document order. */
export function saidInSection(article: Article, section: Section): FoundPassage[] {
  const summary = outline(section, { title: article.title, last: section === article.sections.at(-1) });
  const passages = passagesOf(article).filter((passage) => passage.section === section.number);
  const said = summary.flatMap(({ span, paragraph }): FoundPassage[] => {
    const passage = passages.find((one) => one.paragraph === paragraph);
    return passage === undefined ? [] : [{ passage, score: 0, sentence: span, answer: null }];
  });
  const found = said.length > 0 ? eachOnce(said) : passages.slice(0, 1).map(whole);
  return found.map((one) => ({ ...one, score: Number((1 / found.length).toFixed(4)) }));
}

/** Of several findings in one passage the first. */
export function eachOnce(found: readonly FoundPassage[]): FoundPassage[] {
  return found.filter(({ passage }, at) => found.findIndex((other) => other.passage === passage) === at);
}

/** A passage, none of its sentences more than another. */
export function whole(passage: Passage): FoundPassage {
  return { passage, score: 1, sentence: null, answer: null };
}
