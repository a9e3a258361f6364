import type { Address, TypedPoint } from './address.ts';
import type { Article, Section } from './article.ts';

/** What a place that somebody named is in an article: a section, and a paragraph of it where one is meant. */
export interface Located {
  readonly section: Section;
  /** Counted from 1; undefined where all of the section is meant. */
  readonly paragraph: number | undefined;
}

/** Why there is no such place, and how many there are. */
export interface Missing {
  readonly missing: 'section' | 'paragraph';
  /** The section that has too few paragraphs; undefined where those of the whole article were counted. */
  readonly section?: Section;
  /** How many paragraphs that is, or the whole article has. */
  readonly paragraphs: number;
}

/** Finds a place that somebody named, or says what the article has instead. */
export function locate(article: Article, { section: number, paragraph }: TypedPoint): Located | Missing {
  const all = paragraphsOf(article);
  if (number === undefined)
    return nthOf(article, all, paragraph ?? 1) ?? { missing: 'paragraph', paragraphs: all.length };
  const section = sectionAt(article, number);
  if (section === undefined) return { missing: 'section', paragraphs: all.length };
  if (paragraph === undefined) return { section, paragraph };
  const { length } = section.paragraphs;
  const counted = paragraph < 0 ? length + 1 + paragraph : paragraph;
  return counted >= 1 && counted <= length
    ? { section, paragraph: counted }
    : { missing: 'paragraph', section, paragraphs: length };
}

/** A section by its number, or from the end of those that have a heading where there are any. */
function sectionAt({ sections }: Article, number: number): Section | undefined {
  if (number >= 0) return sections.find((section) => section.number === number);
  const headed = sections.filter(({ heading }) => heading !== null);
  return (headed.length > 0 ? headed : sections).at(number);
}

function nthOf(article: Article, all: readonly Address[], paragraph: number): Located | undefined {
  const address = paragraph < 0 ? all.at(paragraph) : all[paragraph - 1];
  const section = address === undefined ? undefined : sectionAt(article, address.section);
  return section === undefined || address === undefined ? undefined : { section, paragraph: address.paragraph };
}

/** Those that have something in them. */
function paragraphsOf({ sections }: Article): Address[] {
  return sections.flatMap(({ number, paragraphs }) =>
    paragraphs.flatMap((text, index) => (text.trim() === '' ? [] : [{ section: number, paragraph: index + 1 }])),
  );
}
