import type { TypedPoint } from '../article/address.ts';
import type { Article, Section } from '../article/article.ts';
import type { Located } from '../article/located.ts';
import { type Passage, passagesOf } from './passages.ts';

/** The section that is asked for by its number among those with a heading; undefined where there is none, or none was asked for. */
export function sectionOfPart({ sections }: Article, { section }: TypedPoint): Section | undefined {
  if (section === undefined) return undefined;
  const headed = sections.filter(({ heading }) => heading !== null);
  return section < 0 ? headed.at(section) : headed[section - 1];
}

/** The passages of a part of an article; none where it has no such part. */
export function passagesOfPart(article: Article, part: TypedPoint): readonly Passage[] {
  const section = sectionOfPart(article, part);
  if (part.section !== undefined && section === undefined) return [];
  const passages = passagesOf(article).filter((passage) => section === undefined || passage.section === section.number);
  if (part.paragraph === undefined) return passages;
  const one = part.paragraph < 0 ? passages.at(part.paragraph) : passages[part.paragraph - 1];
  return one === undefined ? [] : [one];
}

/** The passages of a range, whichever of its ends was typed first. */
export function passagesBetween(article: Article, from: Located, to: Located): Passage[] {
  const passages = passagesOf(article);
  const [first = -1, last = -1] = [from, to]
    .map(({ section, paragraph }) =>
      passages.findIndex((passage) => passage.section === section.number && passage.paragraph === paragraph),
    )
    .sort((a, b) => a - b);
  return first < 0 ? [] : passages.slice(first, last + 1);
}
