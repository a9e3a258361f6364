import type { Article } from '../article/article.ts';
import type { Log } from '../log.ts';
import { createPassageIndex } from '../retrieval/passage-index.ts';
import { type SummarySentence, summarise } from '../summary/summarise.ts';
import type { Library } from './library.ts';
import { openSeedFolder } from './seed-folder.ts';

/** A folder without a single article: there is nothing to talk about. */
export class EmptyLibrary extends Error {
  override readonly name = 'EmptyLibrary';
}

/** A library that can be brought up to date with its folder. */
export interface OpenLibrary extends Library {
  /**
   * Reads the folder again and takes in what has changed, article by article, in one step:
   * no question is answered in between. Where no article is left, the library stays as it is.
   * @returns the ids that came, changed or went
   */
  refresh(): readonly string[];
}

/**
 * Reads every seed of a folder and makes its articles ready to be asked.
 * @param progress told how many of how many files are read
 * @throws EmptyLibrary where there is no article
 */
export function openLibrary(folder: string, log: Log, progress?: (read: number, of: number) => void): OpenLibrary {
  const seeds = openSeedFolder(folder, log);
  const articles = seeds.read(progress);
  if (articles.length === 0) throw new EmptyLibrary(`no article in ${folder}`);
  const library = createLibrary(articles);
  return Object.assign(library, {
    refresh() {
      const now = seeds.read();
      if (now.length > 0) return library.replace(now);
      log.warn('no article is left in the seeds folder; the library stays as it was', { file: folder });
      return [];
    },
  });
}

/** A library whose articles can be exchanged. */
interface ReplaceableLibrary extends Library {
  /** @returns the ids that came, changed or went */
  replace(articles: readonly Article[]): readonly string[];
}

/** A library of these articles. */
export function createLibrary(articles: readonly Article[]): ReplaceableLibrary {
  const index = createPassageIndex(articles);
  const summaries = new WeakMap<object, readonly SummarySentence[]>();
  let current = articles;
  return {
    get articles() {
      return current;
    },
    get passages() {
      return index.size;
    },
    ask: (question, scope) => index.ask(question, scope),
    summary(article, number) {
      const section = article.sections.find((candidate) => candidate.number === number);
      if (section === undefined) return [];
      const known = summaries.get(section);
      if (known !== undefined) return known;
      const last = section === article.sections.at(-1);
      const summary = summarise(section, { title: article.title, last });
      summaries.set(section, summary);
      return summary;
    },
    replace(next) {
      // An unchanged article is the very same object.
      const came = next.filter((article) => !current.includes(article));
      const went = current.filter(({ id }) => !next.some((article) => article.id === id));
      for (const { id } of went) index.remove(id);
      for (const article of came) index.add(article);
      current = next;
      return [...came, ...went].map(({ id }) => id);
    },
  };
}
