import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../article/article.ts';
import { createPassageStore, importPassageStore, type PassageStore } from '../retrieval/store/store.ts';
import { takeInSlices } from '../steps.ts';
import type { Library } from './library.ts';
import { openVectors } from './library-vectors.ts';
import type { FillableMeaning } from './meanings.ts';
import { createLibrary } from './open.ts';
import type { ServerCache } from './server-cache.ts';

/** The library of a server's own articles. */
export interface ServerLibrary extends Library {
  /** Takes in what has changed. Nothing of what has gone is kept anywhere when it resolves. @param next in the order of their ids */
  take(next: readonly Article[]): Promise<void>;
  /**
   * Makes the vectors that are missing, while nobody waits for an answer, and keeps what was made. To be called once
   * more after `take`, which ends it.
   * @throws whatever the network throws
   */
  fill(): Promise<void>;
  /** What it takes in memory, estimated. Bytes. */
  bytes(): number;
  /** Nobody asks it any more: what is being made is made no further. */
  leave(): void;
  /** As `leave`, and nothing that was made of it stays, or will be, kept. */
  forget(): void;
}

/** With what it is made. */
export interface ServerLibraryMeans {
  /** Without vectors yet. Words alone decide without it. */
  readonly meaning: FillableMeaning | undefined;
  /** Nothing is kept where undefined. */
  readonly cache: ServerCache | undefined;
}

/** So long the thread may be held by taking in an article, before somebody else gets their turn. Milliseconds. */
const SLICE_MS = 15;

/** Reading a larger index again holds the thread for longer than anybody should wait behind it: it is made anew, in slices. Passages. */
const MOST_KEPT = 2_000;

/**
 * What a library takes in memory without its vectors, measured over libraries of one to five articles of 1,000
 * characters that have answered eight questions: by itself, and for each character. Bytes.
 */
const BYTES = { library: 600_000, character: 320 };

/** @param articles in the order of their ids */
export async function openServerLibrary(
  articles: readonly Article[],
  { meaning, cache }: ServerLibraryMeans,
): Promise<ServerLibrary> {
  const kept = restored(cache?.loadIndex(), articles);
  const store = kept ?? (await built(articles));
  const library = createLibrary(articles, store, meaning);
  let isLeft = false;
  const filled = {
    get articles() {
      return isLeft ? [] : library.articles;
    },
  };
  const vectors = meaning && openVectors(meaning, filled, cache?.vectors);
  let ownBytes = bytesOf(library);
  let isKept = kept !== undefined;
  if (!isKept) forgetKept();

  /** What is kept of articles that are no longer there does not wait for what is kept instead. */
  function forgetKept(): void {
    isKept = false;
    cache?.remove();
    const current = new Map(library.articles.map((article) => [article.id, article]));
    for (const id of [...(meaning?.vectors.articles ?? [])]) {
      const article = current.get(id);
      if (article === undefined || meaning?.vectors.has(article) === false) meaning?.vectors.remove(id);
    }
  }

  function leave(): void {
    isLeft = true;
    // By the time it was written, another may have been opened in its place, of other articles.
    cache?.close();
    meaning?.windows.drop(new Set(library.articles));
  }

  return Object.assign(library, {
    async take(next: readonly Article[]) {
      const before = new Set(library.articles);
      const changed = await library.replace(asBefore(next, library.articles));
      if (changed.length === 0) return;
      for (const article of library.articles) before.delete(article);
      meaning?.windows.drop(before);
      ownBytes = bytesOf(library);
      forgetKept();
    },
    async fill() {
      if (isLeft) return;
      if (!isKept && store.size <= MOST_KEPT) cache?.saveIndex(store.export);
      isKept = true;
      await vectors?.fill('always');
    },
    bytes: () => ownBytes + (meaning?.vectors.bytes ?? 0),
    leave,
    forget() {
      leave();
      cache?.remove();
    },
  });
}

/** Undefined where nothing was kept, or of other articles. */
function restored(kept: string | undefined, articles: readonly Article[]): PassageStore | undefined {
  if (kept === undefined) return undefined;
  try {
    return importPassageStore(kept, articles);
  } catch {
    // Of articles as they were: it is built anew, which takes no longer than a question may.
    return undefined;
  }
}

async function built(articles: readonly Article[]): Promise<PassageStore> {
  const store = createPassageStore();
  for (const article of articles) await takeInSlices(store.adding(article), SLICE_MS);
  return store;
}

/** What has not changed is the very same article: what was made of it is known by that. */
function asBefore(next: readonly Article[], before: readonly Article[]): Article[] {
  const byId = new Map(before.map((article) => [article.id, article]));
  return next.map((article) => {
    const same = byId.get(article.id);
    return same !== undefined && isDeepStrictEqual(same, article) ? same : article;
  });
}

function bytesOf({ articles }: Library): number {
  return BYTES.library + BYTES.character * charactersOf(articles);
}

function charactersOf(articles: readonly Article[]): number {
  return articles
    .flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs))
    .reduce((sum, { length }) => sum + length, 0);
}
