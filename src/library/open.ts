import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Article, NotAnArticle } from '../article/article.ts';
import type { Log } from '../log.ts';
import { createPassageIndex } from '../retrieval/passage-index.ts';
import { type SummarySentence, summarise } from '../summary/summarise.ts';
import type { Library } from './library.ts';
import { isSeedName, readSeedFile } from './seed-file.ts';

/** A folder without a single article: there is nothing to talk about. */
export class EmptyLibrary extends Error {
  override readonly name = 'EmptyLibrary';
}

/**
 * Reads every seed of a folder and makes its articles ready to be asked. A bad seed, or a
 * second one of the same id, is skipped with one line in the log.
 *
 * @param progress told how many of how many files are read
 * @throws EmptyLibrary where no article is left
 */
export function openLibrary(
  folder: string,
  log: Log,
  progress: (read: number, of: number) => void = () => {},
): Library {
  const articles = readArticles(folder, log, progress);
  if (articles.length === 0) throw new EmptyLibrary(`no article in ${folder}`);
  return createLibrary(articles);
}

/** A library of these articles. */
export function createLibrary(articles: readonly Article[]): Library {
  const index = createPassageIndex(articles);
  const summaries = new WeakMap<object, readonly SummarySentence[]>();
  return {
    articles,
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
  };
}

function readArticles(folder: string, log: Log, progress: (read: number, of: number) => void): Article[] {
  const byId = new Map<string, Article>();
  const files = seedNames(folder);
  files.forEach((file, index) => {
    const article = readOrSkip(folder, file, log);
    if (article !== undefined && byId.has(article.id)) {
      log.warn('seed skipped', { file, reason: `another seed has the id ${article.id}` });
    } else if (article !== undefined) byId.set(article.id, article);
    progress(index + 1, files.length);
  });
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function seedNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter(isSeedName).sort();
  } catch (cause) {
    throw new EmptyLibrary(`the folder ${folder} cannot be read`, { cause });
  }
}

function readOrSkip(folder: string, file: string, log: Log): Article | undefined {
  try {
    return readSeedFile(join(folder, file));
  } catch (error) {
    if (!(error instanceof NotAnArticle)) throw error;
    log.warn('seed skipped', { file, reason: error.message });
    return undefined;
  }
}
