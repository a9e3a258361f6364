import type { Article } from '../article/article.ts';
import type { Log } from '../log.ts';
import { createPassageIndex, importPassageIndex, type PassageIndex } from '../retrieval/passage-index.ts';
import { type SummarySentence, summarise } from '../summary/summarise.ts';
import { type LibraryCache, openCache } from './cache.ts';
import type { Library } from './library.ts';
import { openSeedFolder, type SeedFolder } from './seed-folder.ts';
import type { Snapshot } from './snapshot.ts';

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

/** How a folder is opened. */
export interface Opening {
  readonly log: Log;
  /** Where a built index is kept between runs; nowhere where undefined. */
  readonly cacheDir?: string;
  /** What makes articles and indexes, as a key of what is kept; the digest of the sources unless told. */
  readonly code?: string;
  /** A library of fewer passages is not kept; 500 unless told, since a smaller one is built fast. */
  readonly worthKeeping?: number;
  /** Told how far the reading, and then the indexing, has come. */
  readonly progress?: (done: number, of: number) => void;
}

/**
 * Reads every seed of a folder and makes its articles ready to be asked.
 * @throws EmptyLibrary where there is no article
 */
export function openLibrary(folder: string, opening: Opening): OpenLibrary {
  const { log, cacheDir, code, worthKeeping = 500, progress = () => {} } = opening;
  const cache = cacheDir === undefined ? undefined : openCache(cacheDir, folder, { log, code });
  const snapshot = cache?.load();
  const seeds = openSeedFolder(folder, log, snapshot?.readings);
  const articles = seeds.read(progress);
  if (articles.length === 0) throw new EmptyLibrary(emptiness(folder, seeds));
  const { library, index, isNew } = restored(snapshot, articles, cache) ?? built(articles, progress);
  const isKept = index.size >= worthKeeping || cache?.isUseless === true;
  if (isNew && isKept) cache?.save(readingsOf(articles, seeds), index.export);
  let isEmptied = false;
  return Object.assign(library, {
    refresh() {
      const now = seeds.read();
      if (now.length > 0) {
        isEmptied = false;
        return library.replace(now);
      }
      // Once: whoever empties a folder is seen at it many times.
      if (!isEmptied) log.warn('the library stays as it was', { reason: emptiness(folder, seeds) });
      isEmptied = true;
      return [];
    },
  });
}

/** Why there is no article, for people. */
function emptiness(folder: string, { trouble }: SeedFolder): string {
  return trouble === undefined ? `there is no article in ${folder}` : `the seeds folder ${folder} ${trouble}`;
}

interface Built {
  readonly library: ReplaceableLibrary;
  readonly index: PassageIndex;
  /** Whether the cache does not hold just this. */
  readonly isNew: boolean;
}

function built(articles: readonly Article[], progress: (done: number, of: number) => void): Built {
  const index = createPassageIndex([]);
  for (const [done, article] of articles.entries()) {
    index.add(article);
    progress(done + 1, articles.length);
  }
  return { library: createLibrary(articles, index), index, isNew: true };
}

/** The library as it was kept, with what has changed since taken in; undefined where the cache is of no use. */
function restored(
  snapshot: Snapshot | undefined,
  articles: readonly Article[],
  cache: LibraryCache | undefined,
): Built | undefined {
  if (snapshot === undefined) return undefined;
  try {
    const index = importPassageIndex(snapshot.index, snapshot.articles);
    const library = createLibrary(snapshot.articles, index);
    return { library, index, isNew: library.replace(articles).length > 0 };
  } catch {
    cache?.reject('its index does not fit its articles');
    return undefined;
  }
}

/** What was read into the library's articles; a second file of the same id was not. */
function readingsOf(articles: readonly Article[], seeds: SeedFolder): Snapshot['readings'] {
  const inLibrary = new Set(articles);
  return new Map([...seeds.readings()].filter(([, { article }]) => inLibrary.has(article)));
}

/** A library whose articles can be exchanged. */
interface ReplaceableLibrary extends Library {
  /** @returns the ids that came, changed or went */
  replace(articles: readonly Article[]): readonly string[];
}

/** A library of these articles. @param index over just these articles */
export function createLibrary(
  articles: readonly Article[],
  index: PassageIndex = createPassageIndex(articles),
): ReplaceableLibrary {
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
      const before = new Set(current);
      const ids = new Set(next.map(({ id }) => id));
      const came = next.filter((article) => !before.has(article));
      const went = current.filter(({ id }) => !ids.has(id));
      if (came.length + went.length === 0) return [];
      for (const { id } of went) index.remove(id);
      for (const article of came) index.add(article);
      current = next;
      return [...came, ...went].map(({ id }) => id);
    },
  };
}
