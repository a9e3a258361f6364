import { readdirSync, readFileSync } from 'node:fs';
import type { Article } from '../../src/article/article.ts';
import { figuresAmong } from '../../src/glance/figures.ts';
import { paragraphsOf } from '../../src/glance/paragraphs.ts';
import { peopleAmong } from '../../src/glance/people.ts';

/**
 * Articles that a person has read for who is named in them and which figures they tell. `tuned`: the rules
 * were made with them, and with others, in view. `kept-aside`: they were not; see README.md.
 */
export type Part = 'tuned' | 'kept-aside';

/** What a person has read out of an article. */
interface Annotation {
  /** Under `tests`. */
  readonly article: string;
  /** Everybody who is named, with what the text calls them next to the name, or nothing. */
  readonly people: Readonly<Record<string, string>>;
  /** By paragraph (`2.4`), each once. */
  readonly figures: Readonly<Record<string, readonly string[]>>;
}

/** How much of what was found is right, and how much of what there is was found. */
export interface Found {
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** @returns 0 to 1; nothing found is nothing wrong */
export function precision({ right, wrong }: Found): number {
  return right + wrong.length === 0 ? 1 : right / (right + wrong.length);
}

/** @returns 0 to 1 */
export function recall({ right, missed }: Found): number {
  return right + missed.length === 0 ? 1 : right / (right + missed.length);
}

/** Everybody of a part's articles. */
export function peopleOf(part: Part): Found {
  return together(
    annotations(part).map(({ id, article, annotation }) =>
      compared(
        id,
        peopleAmong(paragraphsOf(article)).map(({ text }) => text),
        Object.keys(annotation.people),
      ),
    ),
  );
}

/** What those who were found are called, where the text calls them something: right where one has the other in it. */
export function rolesOf(part: Part): Found {
  return together(
    annotations(part).map(({ id, article, annotation }) => {
      const shown = peopleAmong(paragraphsOf(article)).flatMap(({ text, note }) => {
        const role = annotation.people[text] ?? '';
        return role === ''
          ? []
          : [{ text, note, isRight: note !== '' && (role.includes(note) || note.includes(role)) }];
      });
      return {
        right: shown.filter(({ isRight }) => isRight).length,
        wrong: shown
          .filter(({ note, isRight }) => note !== '' && !isRight)
          .map(({ text, note }) => `${id} ${text} ${note}`),
        missed: shown.filter(({ note }) => note === '').map(({ text }) => `${id} ${text}`),
      };
    }),
  );
}

/** All figures of a part's articles. */
export function figuresOf(part: Part): Found {
  return together(
    annotations(part).map(({ id, article, annotation }) => {
      const found = figuresAmong(paragraphsOf(article)).flatMap(({ text, mentions: [first] }) =>
        first === undefined ? [] : [`${first.address.section}.${first.address.paragraph} ${text}`],
      );
      const told = Object.entries(annotation.figures).flatMap(([at, figures]) =>
        figures.map((text) => `${at} ${text}`),
      );
      return compared(id, found, told);
    }),
  );
}

function compared(id: string, found: readonly string[], there: readonly string[]): Found {
  return {
    right: found.filter((one) => there.includes(one)).length,
    wrong: found.filter((one) => !there.includes(one)).map((one) => `${id} ${one}`),
    missed: there.filter((one) => !found.includes(one)).map((one) => `${id} ${one}`),
  };
}

function together(parts: readonly Found[]): Found {
  return {
    right: parts.reduce((sum, { right }) => sum + right, 0),
    wrong: parts.flatMap(({ wrong }) => wrong),
    missed: parts.flatMap(({ missed }) => missed),
  };
}

function annotations(part: Part) {
  const folder = new URL(`annotated/${part}/`, import.meta.url);
  return readdirSync(folder).map((file) => {
    const annotation: Annotation = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const article: Article = JSON.parse(readFileSync(new URL(`../${annotation.article}`, import.meta.url), 'utf8'));
    return { id: file.replace('.json', ''), article, annotation };
  });
}
