import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import { onceFor } from '../once-for.ts';
import { bodiesAmong } from './bodies.ts';
import { datesAmong } from './dates.ts';
import { documentsAmong } from './documents.ts';
import type { Entry, Kind } from './entries.ts';
import { figuresAmong } from './figures.ts';
import { paragraphsOf } from './paragraphs.ts';
import { peopleAmong } from './people.ts';
import { speakersAmong } from './speakers.ts';

/** What an article names, by kind. */
export type Glance = Readonly<Record<Kind, readonly Entry[]>>;

/**
 * What an article names: each once, in its own words, with all its places. People, organisations, places,
 * figures and documents in the order of the text, dates in the order of time. A name that the text
 * does not show to be one is left out rather than guessed.
 */
export const glanceAt = onceFor((article: Article): Glance => {
  const paragraphs = paragraphsOf(article);
  const people = peopleNamed(article);
  return {
    people,
    ...bodiesAmong(paragraphs, new Set(people.map(({ text }) => fold(text)))),
    dates: datesAmong(paragraphs, article.publishedAt),
    figures: figuresAmong(paragraphs),
    documents: documentsAmong(paragraphs),
  };
});

/** Who is named in an article, as in `glanceAt`, which takes twice as long. */
export const peopleNamed = onceFor((article: Article): readonly Entry[] => peopleAmong(paragraphsOf(article)));

/** With whom an article is an interview; nobody where it is none. */
export function peopleInterviewed(article: Article): readonly Entry[] {
  const speakers = speakersAmong(paragraphsOf(article));
  return peopleNamed(article).filter(({ text }) => speakers.includes(fold(text)));
}
