import type { Answer } from '../answer/answer.ts';
import { spokenOf, spokenOfIn } from '../conversation/spoken-of.ts';
import { isFactsLine, passageAt } from '../passages/passages.ts';
import { MOST_CLOSEST } from './cards/closest.ts';
import type { Context } from './command.ts';
import type { Before, Target } from './reply.ts';

/** An answer as what a follow-up goes on from. @param understood the question as it was answered */
export function rememberedOf(understood: string, answer: Answer): Before {
  const [best] = answer.passages;
  const shown = answer.answered ? 1 : MOST_CLOSEST;
  if (answer.whichArticle === true)
    return { question: understood, shown, which: (answer.rivals ?? []).map(({ id }) => id) };
  const asked = spokenOf(understood, answer);
  if (best === undefined || isFactsLine(best.passage)) return { ...asked, shown };
  const { article, section, paragraph } = best.passage;
  return { ...asked, place: { articleId: article.id, hash: article.hash, address: { section, paragraph } }, shown };
}

/**
 * What a follow-up goes on from: the last answer, unless another one is replied to, of which only the place is
 * known and whom it is about.
 */
export function goesOnFrom({ before, prefer, library }: Context): Before | undefined {
  if (prefer === undefined || (before?.place !== undefined && isSamePlace(before.place, prefer))) return before;
  const article = library.articles.find(({ id }) => id === prefer.articleId);
  const passage = article && passageAt(article, prefer.address);
  return passage === undefined ? before : { ...spokenOfIn(passage), place: prefer, shown: 1 };
}

function isSamePlace(one: Target, other: Target): boolean {
  const [a, b] = [one.address, other.address];
  return one.articleId === other.articleId && a.section === b.section && a.paragraph === b.paragraph;
}
