import type { Article } from '../article/article.ts';
import type { Span } from '../language/sentences.ts';
import type { FoundPassage } from './answer.ts';
import { addressOf, type Passage, passagesOf, sentencesOf } from './passages.ts';

const NAMES = String.raw`(?<names>[\p{Script=Han}·]{2,4}?(?:[\s、,](?:通讯员\s*)?[\p{Script=Han}·]{2,4}?)*)`;

/** （本报记者 林晓舟）, 〔記者吳佩珊／花蓮報導〕, 作者：王芳, over folded text. */
const BYLINE = new RegExp(
  String.raw`(?:[(〔【\[][^()〔〕【】\[\]]{0,12}?(?:记者|通讯员|撰稿人?|撰文|作者|文(?=[:/]))|^(?:本报|本网|本刊)?(?:记者|撰稿|撰文|作者|文(?=[:/\s])))[\s:/]*${NAMES}(?:\s*(?:报道|摄影?)|[\s/]+[文图]+(?:\/[文图摄]+)?|文(?=\/[图摄])\/[图摄]+)?(?=[)/〕】\]]|\s*$)`,
  'du',
);

/** How many passages from either end a writer is named in. */
const EDGE = 2;

/**
 * The passage in which an article says who wrote it, with the names as the answer.
 * @returns undefined where it does not.
 */
export function bylineOf(article: Article): FoundPassage | undefined {
  const passages = passagesOf(article);
  const edges = passages.filter((_, index) => index < EDGE || index >= passages.length - EDGE);
  for (const passage of edges) {
    const names = namesIn(passage);
    if (names === undefined) continue;
    return {
      articleId: article.id,
      address: addressOf(passage),
      section: passage.heading,
      text: passage.text,
      score: 1,
      highlight: sentencesOf(passage).find(({ start, end }) => start <= names.start && names.end <= end) ?? names,
      answer: names,
    };
  }
  return undefined;
}

function namesIn({ folded }: Passage): Span | undefined {
  const [start, end] = BYLINE.exec(folded)?.indices?.groups?.names ?? [];
  return start === undefined || end === undefined ? undefined : { start, end };
}
