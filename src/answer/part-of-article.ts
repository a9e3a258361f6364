import type { TypedPoint } from '../article/address.ts';
import type { Article, Section } from '../article/article.ts';
import { type Passage, passagesOf } from '../retrieval/passages/passages.ts';
import { outline } from '../summary/summarise.ts';
import type { FoundPassage } from './answer.ts';

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

/** What a section says, in the sentences of its outline: each in its passage, in document order. */
export function saidInSection(article: Article, section: Section): FoundPassage[] {
  const summary = outline(section, { title: article.title, last: section === article.sections.at(-1) });
  const passages = passagesOf(article).filter((passage) => passage.section === section.number);
  const said = summary.flatMap(({ span, paragraph }): FoundPassage[] => {
    const passage = passages.find((one) => one.paragraph === paragraph);
    return passage === undefined ? [] : [{ passage, score: 0, sentence: span, answer: null }];
  });
  const once = said.filter(({ passage }, at) => said.findIndex((other) => other.passage === passage) === at);
  const found = once.length > 0 ? once : passages.slice(0, 1).map(whole);
  return found.map((one) => ({ ...one, score: Number((1 / found.length).toFixed(4)) }));
}

/** A passage, none of its sentences more than another. */
export function whole(passage: Passage): FoundPassage {
  return { passage, score: 1, sentence: null, answer: null };
}
