import type { Article } from '../../article/article.ts';
import { type Entry, KINDS, type Kind } from '../../glance/entries.ts';
import { glanceAt } from '../../glance/glance.ts';
import { fold } from '../../language/fold.ts';
import { LOCALES } from '../locale.ts';
import { textsIn } from '../texts/texts.ts';

/** The kind that somebody named in any of the languages, or by its own name; undefined where it is none. */
export function kindNamed(typed: string): Kind | undefined {
  const asked = fold(typed).trim();
  // The label of a suggestion has a count behind it.
  const word = /^\S+/.exec(asked)?.[0] ?? '';
  return KINDS.find((kind) => kind === word || LOCALES.some((locale) => fold(textsIn(locale).labels[kind]) === word));
}

/** What an article names that somebody typed, whole or in part: who or what is told of, no date and no figure. */
export function entriesNamed(typed: string, article: Article): readonly Entry[] {
  const glance = glanceAt(article);
  const told = [...glance.people, ...glance.organisations, ...glance.places, ...glance.documents];
  const asked = fold(typed).trim();
  if (asked === '') return told;
  const exact = told.filter(({ text }) => fold(text) === asked || fold(text) === `《${asked}》`);
  return exact.length > 0 ? exact : told.filter(({ text }) => fold(text).includes(asked));
}
