import type { Article } from '../../article/article.ts';
import type { TextInContext } from '../../network/network.ts';
import { piecesOf } from '../passages/pieces.ts';
import { contextOf, type Window, windowsOf } from '../passages/windows.ts';
import { type EncodedWindow, type PassageVectors, passageVectors } from './passage-vectors.ts';
import type { Turns } from './turns.ts';
import type { VectorStore } from './vector-store.ts';
import type { WindowStates } from './window-states.ts';

/** The same network in another process: where a machine has a core to spare, vectors are made there, too. */
export interface Elsewhere {
  /**
   * Several at once: while this process is busy nobody hears that another is done. One call at a time.
   * @throws Error where the other process cannot go on
   */
  encode(windows: readonly TextInContext[]): Promise<EncodedWindow[]>;
  /** Ends it. */
  close(): void;
}

/** What vectors are made with. */
export interface Filling {
  readonly store: VectorStore;
  readonly windows: WindowStates;
  /** Asked before every window: a pass holds the thread for some hundredths of a second, and questions go first. */
  readonly turns: Turns;
  /** Makes vectors of other articles at the same time. */
  readonly elsewhere?: Elsewhere | undefined;
  /** Asked before every window: whether there are other articles by now. */
  readonly isOver: () => boolean;
}

/** Undefined where it is over. */
type Encode = (windows: readonly Window[]) => Promise<EncodedWindow[] | undefined>;

/** So many windows cross to another process together: half a second of its work. */
const TOGETHER = 16;

/**
 * Drops the vectors of other articles, and makes those that are missing, one window after another. An article's are
 * seen when all of them are made; what is made of one when it is over is lost. Where it cannot go on elsewhere, all is
 * made here.
 * @throws whatever the network throws here
 */
export async function fillVectors(articles: readonly Article[], filling: Filling): Promise<void> {
  const { store, windows, turns, elsewhere, isOver } = filling;
  const current = new Map(articles.map((article) => [article.id, article]));
  for (const id of [...store.articles]) if (!current.has(id)) store.remove(id);
  const missing = articles.filter((article) => !store.has(article)).reverse();

  /** Takes one article after another. @returns false when it is over */
  async function makeWith(encode: Encode, together: number): Promise<boolean> {
    for (let article = missing.pop(); article !== undefined; article = missing.pop()) {
      const vectors = await vectorsOf(article, encode, together).catch((error: unknown) => {
        if (article !== undefined) missing.push(article);
        throw error;
      });
      if (vectors === undefined) return false;
      store.add(article, vectors);
    }
    return true;
  }

  const here: Encode = async ([window]) => {
    await turns.free();
    return isOver() || window === undefined ? undefined : [await windows.ahead(window)];
  };
  const there: Encode = async (some) => (isOver() ? undefined : elsewhere?.encode(some.map(textOf)));
  const others = elsewhere === undefined ? undefined : makeWith(there, TOGETHER).catch(() => true);
  await makeWith(here, 1);
  // What was given back there is made here.
  if ((await others) === true) await makeWith(here, 1);
}

function textOf(window: Window): TextInContext {
  return { context: contextOf(window), text: window.text, sentences: window.sentences };
}

/** @returns undefined when it is over before all are made */
async function vectorsOf(article: Article, encode: Encode, together: number): Promise<PassageVectors[] | undefined> {
  const passages = piecesOf(article).map(windowsOf);
  const windows = passages.flat();
  const encoded = new Map<Window, EncodedWindow>();
  for (let from = 0; from < windows.length; from += together) {
    const some = windows.slice(from, from + together);
    const made = await encode(some);
    if (made === undefined) return undefined;
    for (const [at, window] of some.entries()) {
      const one = made[at];
      if (one === undefined) throw new Error('a window was not encoded');
      encoded.set(window, one);
    }
  }
  return passages.map((some) =>
    passageVectors(
      some.flatMap((window): [Window, EncodedWindow][] => {
        const made = encoded.get(window);
        return made === undefined ? [] : [[window, made]];
      }),
    ),
  );
}
