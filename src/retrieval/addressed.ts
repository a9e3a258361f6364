import Nzh from 'nzh';
import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import type { FoundPassage } from './answer.ts';
import { articleText } from './article-text.ts';
import { addressOf, passagesOf } from './passages.ts';
import type { Question } from './question.ts';
import type { Scope } from './scope.ts';
import type { PassageStore } from './store.ts';

const NUMBER = '(?:\\d{1,4}|[一二三四五六七八九十]{1,3})';
const ASKED_OF_IT = '(?:是什么|[讲说写]了?什么|的?内容)?[?。.\\s]*$';
/** What nobody types for anything else; 2 alone nearly always is a number. */
const ADDRESSES: readonly RegExp[] = [
  /^(?:(?<id>[\p{L}\p{N}_-]+)\s*)?§\s*(?<section>\d{1,4})\s*¶\s*(?<paragraph>\d{1,4})[?。.\s]*$/u,
  new RegExp(`^第(?<section>${NUMBER})节的?第(?<paragraph>${NUMBER})段${ASKED_OF_IT}`, 'u'),
  new RegExp(`^s\\s*(?<section>\\d{1,4})\\s*p\\s*(?<paragraph>\\d{1,4})${ASKED_OF_IT}`, 'u'),
  new RegExp(`^(?<number>(?<section>\\d{1,4})[.-](?<paragraph>\\d{1,4}))${ASKED_OF_IT}`, 'u'),
];

/**
 * The passage whose address is all that was typed: `§2¶1`, `jinchang§2¶1`, `第二节第一段`, `s2p1`, `2.1`.
 * @returns undefined for anything else, for an address without a passage, and where several articles may be meant.
 */
export function addressedPassage(store: PassageStore, { folded }: Question, scope: Scope): FoundPassage | undefined {
  for (const pattern of ADDRESSES) {
    const typed = pattern.exec(folded)?.groups;
    if (typed === undefined) continue;
    const article = articleOf(store, typed.id, scope);
    const passage =
      article &&
      passagesOf(article).find(
        ({ section, paragraph }) => section === numberIn(typed.section) && paragraph === numberIn(typed.paragraph),
      );
    if (passage === undefined || isNumberOf(passage.article, typed.number)) return undefined;
    const { heading, text } = passage;
    const address = addressOf(passage);
    return { articleId: passage.article.id, address, section: heading, text, score: 1, highlight: null, answer: null };
  }
  return undefined;
}

/** Whether what may be an address (2.4) is a number that the article has. */
function isNumberOf(article: Article, number: string | undefined): boolean {
  return number !== undefined && articleText(article).includes(number);
}

function articleOf(store: PassageStore, id: string | undefined, { articleId }: Scope): Article | undefined {
  const articles = [...store.articles.values()];
  if (id !== undefined) return articles.find((article) => fold(article.id) === id);
  return articleId === undefined && articles.length === 1 ? articles[0] : store.articles.get(articleId ?? '');
}

function numberIn(written = ''): number {
  return /^\d+$/.test(written) ? Number(written) : Number(Nzh.cn.decodeS(written));
}
