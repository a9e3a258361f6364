import { ask } from '../answer/ask.ts';
import type { Article } from '../article/article.ts';
import type { Log } from '../log.ts';
import { search } from '../retrieval/find.ts';
import type { Meaning } from '../retrieval/meaning.ts';
import { createPassageStore, importPassageStore, type PassageStore } from '../retrieval/store/store.ts';
import { type Steps, takeAll, takeInSlices } from '../steps.ts';
import { outline, type SummarySentence } from '../summary/summarise.ts';
import { type LibraryCache, openCache } from './cache.ts';
import { knownAnswers } from './known-answers.ts';
import type { Library } from './library.ts';
import { openVectors } from './library-vectors.ts';
import type { FillableMeaning } from './meanings.ts';
import { openSeedFolder, type ReadPage, type SeedFolder } from './seed-folder.ts';
import type { Snapshot } from './snapshot.ts';

/** A folder without a single article: there is nothing to talk about. */
export class EmptyLibrary extends Error {
  override readonly name = 'EmptyLibrary';
}

/** A library that can be brought up to date with its folder. */
export interface OpenLibrary extends Library {
  /**
   * Reads the folder again and takes in what has changed, article by article. Questions are answered
   * meanwhile: they see an article as it was or as it is. Where no article is left, the library stays as it is.
   * @returns the ids that came, changed or went
   */
  refresh(): Promise<readonly string[]>;
  /**
   * Makes the vectors that passages are found with by their meaning, where there are none yet, and keeps them. Questions
   * are answered meanwhile, and go first. To be called once more after the articles have changed, which ends it.
   * @throws whatever the network throws
   */
  fill(): Promise<void>;
}

/** How a folder is opened. */
export interface Opening {
  readonly log: Log;
  /** Where a built index is kept between runs; nowhere where undefined. */
  readonly cacheDir?: string;
  /** Other folders of the program's own: what lies in them is no seed. */
  readonly ownFolders?: readonly string[];
  /** A library of fewer passages is not kept; 500 unless told, since a smaller one is built fast. */
  readonly worthKeeping?: number;
  /** Whether what was kept is answered from at once, before anything is read: `refresh` reads the folder then. */
  readonly resume?: boolean;
  /** Of seeds that were skipped, by file name: why, which has been said already. */
  readonly skipped?: ReadonlyMap<string, string>;
  /** Whether there may be no article: what comes into the folder later is taken in. */
  readonly mayBeEmpty?: boolean;
  /** Told when a seed is skipped, and why. */
  readonly onSkip?: (file: string, reason: string) => void;
  /** Finds and reads by meaning, without vectors yet; awaited when the articles are read. Words alone decide without it. */
  readonly meaning?: FillableMeaning | undefined | Promise<FillableMeaning | undefined>;
  /** Makes an article of a file; within this process unless told. */
  readonly readPage?: ReadPage;
  /** Told how far the reading, and then the indexing, has come. */
  readonly progress?: (done: number, of: number) => void;
}

/** A larger library is kept when it is opened alone: keeping it holds whoever asks meanwhile. Passages. */
const MOST_KEPT_OFTEN = 10_000;

/** Vectors take some thirty times as long as the index: those of a smaller library are kept. Passages. */
const VECTORS_WORTH_KEEPING = 64;

/** So long the thread may be held by taking in an article, before questions get their turn. Milliseconds. */
const SLICE_MS = 15;

/**
 * Reads every seed of a folder and makes its articles ready to be asked.
 * @throws EmptyLibrary where there is no article, and there has to be one
 */
export async function openLibrary(folder: string, opening: Opening): Promise<OpenLibrary> {
  const { log, cacheDir, worthKeeping = 500, resume = false, mayBeEmpty = false, progress = () => {} } = opening;
  const cache = cacheDir === undefined ? undefined : openCache(cacheDir, folder, { log });
  const snapshot = cache?.load();
  const ownFolders = [...(cacheDir === undefined ? [] : [cacheDir]), ...(opening.ownFolders ?? [])];
  const seeds = openSeedFolder(folder, { ...opening, ownFolders, known: snapshot?.readings });
  const asKept =
    resume && snapshot !== undefined ? restored(snapshot, snapshot.articles, cache, await opening.meaning) : undefined;
  const { library, store, isNew } = asKept ?? (await read());
  if (isNew) keep();
  const meaning = await opening.meaning;
  const vectors = meaning && openVectors(meaning, library, cache?.vectors);

  async function read(): Promise<Built> {
    const articles = await seeds.read(progress);
    if (articles.length === 0 && !mayBeEmpty) throw new EmptyLibrary(emptiness(folder, seeds));
    const meaning = await opening.meaning;
    return restored(snapshot, articles, cache, meaning) ?? built(articles, progress, meaning);
  }

  function keep(): void {
    if (store.size < worthKeeping && cache?.isUseless !== true) return;
    cache?.save(readingsOf(library.articles, seeds), store.export);
  }

  let isEmptied = library.articles.length === 0;
  async function refresh(): Promise<readonly string[]> {
    const now = await seeds.read();
    // Once: whoever empties a folder is seen at it many times.
    if (now.length === 0 && !isEmptied) log.warn('the library stays as it was', { reason: emptiness(folder, seeds) });
    isEmptied = now.length === 0;
    if (isEmptied) return [];
    const changed = await library.replace(now);
    if (changed.length > 0 && store.size <= MOST_KEPT_OFTEN) keep();
    return changed;
  }

  return Object.assign(library, {
    refresh: oneAfterTheOther(refresh),
    fill: oneAfterTheOther(async () => vectors?.fill(whenToKeep(store.size, worthKeeping))),
  });
}

/** @param size of the library, in passages */
function whenToKeep(size: number, worthKeeping: number): 'never' | 'once' | 'always' {
  if (size < Math.min(worthKeeping, VECTORS_WORTH_KEEPING)) return 'never';
  return size <= MOST_KEPT_OFTEN ? 'always' : 'once';
}

/** Each sees what the one before has made. */
function oneAfterTheOther<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** Why there is no article, for people. */
function emptiness(folder: string, { trouble }: SeedFolder): string {
  return trouble === undefined ? `there is no article in ${folder}` : `the seeds folder ${folder} ${trouble}`;
}

interface Built {
  readonly library: ReplaceableLibrary;
  readonly store: PassageStore;
  /** Whether the cache does not hold just this. */
  readonly isNew: boolean;
}

function built(
  articles: readonly Article[],
  progress: (done: number, of: number) => void,
  meaning: Meaning | undefined,
): Built {
  const store = createPassageStore();
  for (const [done, article] of articles.entries()) {
    takeAll(store.adding(article));
    progress(done + 1, articles.length);
  }
  return { library: createLibrary(articles, store, meaning), store, isNew: true };
}

/** The library as it was kept, with what has changed since taken in; undefined where the cache is of no use. */
function restored(
  snapshot: Snapshot | undefined,
  articles: readonly Article[],
  cache: LibraryCache | undefined,
  meaning: Meaning | undefined,
): Built | undefined {
  if (snapshot === undefined) return undefined;
  try {
    const store = importPassageStore(snapshot.index, snapshot.articles);
    const library = createLibrary(snapshot.articles, store, meaning);
    const { came, went } = library.comparedWith(articles);
    takeAll(library.replacing(articles));
    return { library, store, isNew: came.length + went.length > 0 };
  } catch {
    cache?.reject('its index does not fit its articles');
    return undefined;
  }
}

/** What was read into the library's articles; a second file of the same id was not. */
function readingsOf(articles: readonly Article[], seeds: SeedFolder): Snapshot['readings'] {
  const inLibrary = new Set(articles);
  return new Map(
    [...seeds.readings()].flatMap(([file, reading]) => {
      const own = reading.articles.filter((article) => inLibrary.has(article));
      return own.length === reading.articles.length ? [[file, reading] as const] : [];
    }),
  );
}

/** What is to be done for a library to hold other articles. */
interface Exchange {
  readonly came: readonly Article[];
  readonly went: readonly Article[];
}

/** A library whose articles can be exchanged. */
export interface ReplaceableLibrary extends Library {
  comparedWith(next: readonly Article[]): Exchange;
  /** Makes the library hold these articles, step by step. @param next in the order of their ids */
  replacing(next: readonly Article[]): Steps;
  /** As `replacing`, in slices. @returns the ids that came, changed or went */
  replace(next: readonly Article[]): Promise<readonly string[]>;
}

/**
 * A library of these articles.
 * @param store over just these articles
 * @param meaning finds and reads by meaning; words alone decide without it
 */
export function createLibrary(
  articles: readonly Article[],
  store: PassageStore = createPassageStore(articles),
  meaning?: Meaning,
): ReplaceableLibrary {
  const summaries = new WeakMap<object, readonly SummarySentence[]>();
  let current = articles;
  let changes = 0;
  const knowingNothing = () =>
    knownAnswers((question, scope) => ask({ store, meaning }, question, scope), {
      revision: () => `${changes} ${meaning?.vectors.changes}`,
      isFinal: ({ read }) => read || meaning === undefined,
    });
  let answers = knowingNothing();

  /** An unchanged article is the very same object. */
  function comparedWith(next: readonly Article[]): Exchange {
    const before = new Set(current);
    const ids = new Set(next.map(({ id }) => id));
    return { came: next.filter((article) => !before.has(article)), went: current.filter(({ id }) => !ids.has(id)) };
  }

  function* replacing(next: readonly Article[]): Steps {
    const { came, went } = comparedWith(next);
    // What is under way over these very articles goes on.
    if (came.length + went.length === 0) return;
    for (const { id } of went) {
      current = current.filter((article) => article.id !== id);
      changes += 1;
      yield* store.removing(id);
    }
    for (const article of came) {
      yield* store.adding(article, () => {
        changes += 1;
        current = [...current.filter(({ id }) => id !== article.id), article].sort((a, b) => (a.id < b.id ? -1 : 1));
      });
    }
    current = next;
    changes += 1;
  }

  return {
    get articles() {
      return current;
    },
    get passages() {
      return store.size;
    },
    ask: (question, scope = {}) => answers(question, scope),
    search: (words, scope = {}) => search(store, words, scope),
    summary(article, number) {
      const section = article.sections.find((candidate) => candidate.number === number);
      if (section === undefined) return [];
      const known = summaries.get(section);
      if (known !== undefined) return known;
      const last = section === article.sections.at(-1);
      const summary = outline(section, { title: article.title, last });
      summaries.set(section, summary);
      return summary;
    },
    comparedWith,
    replacing,
    async replace(next) {
      const { came, went } = comparedWith(next);
      await takeInSlices(replacing(next), SLICE_MS);
      // What was answered from what has gone is not kept until somebody asks again.
      if (came.length + went.length > 0) answers = knowingNothing();
      return [...came, ...went].map(({ id }) => id);
    },
  };
}
