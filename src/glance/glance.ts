import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import { bodiesAmong } from './bodies.ts';
import { datesAmong } from './dates.ts';
import { documentsAmong } from './documents.ts';
import type { Entry, Kind } from './entries.ts';
import { figuresAmong } from './figures.ts';
import { paragraphsOf } from './paragraphs.ts';
import { peopleAmong } from './people.ts';

/** What an article names, by kind. */
export type Glance = Readonly<Record<Kind, readonly Entry[]>>;

const known = new WeakMap<Article, Glance>();

/**
 * What an article names: each once, in its own words, with all its places. People, organisations, places,
 * figures and documents in the order of the text, dates in the order of time. A name that the text
 * does not show to be one is left out rather than guessed.
 */
export function glanceAt(article: Article): Glance {
  const before = known.get(article);
  if (before !== undefined) return before;
  const paragraphs = paragraphsOf(article);
  const people = peopleAmong(paragraphs);
  const glance = {
    people,
    ...bodiesAmong(paragraphs, new Set(people.map(({ text }) => fold(text)))),
    dates: datesAmong(paragraphs, article.publishedAt),
    figures: figuresAmong(paragraphs),
    documents: documentsAmong(paragraphs),
  };
  known.set(article, glance);
  return glance;
}
