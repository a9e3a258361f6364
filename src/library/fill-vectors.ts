import type { Article } from '../article/article.ts';
import type { EncodedPassage, TextInContext } from '../network/network.ts';
import { toLengthOne } from '../network/pooling.ts';
import type { Turns } from '../network/turns.ts';
import type { Passage } from '../passages/passages.ts';
import { piecesOf } from '../passages/pieces.ts';
import { contextOf, type Window, windowsOf } from '../passages/windows.ts';
import type { PassageVectors, VectorStore } from '../retrieval/vectors/vector-store.ts';
import type { WindowStates } from '../retrieval/vectors/window-states.ts';

/** What vectors are made of. */
export type EncodedWindow = Pick<EncodedPassage, 'vector' | 'sentenceVectors' | 'tokens'>;

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

/** @returns one for each piece; undefined when it is over before all are made */
async function vectorsOf(article: Article, encode: Encode, together: number): Promise<PassageVectors[] | undefined> {
  const windows = piecesOf(article).flatMap(windowsOf);
  const encoded = new Map<Passage, (readonly [Window, EncodedWindow])[]>(piecesOf(article).map((piece) => [piece, []]));
  for (let from = 0; from < windows.length; from += together) {
    const some = windows.slice(from, from + together);
    const made = await encode(some);
    if (made === undefined) return undefined;
    for (const [at, window] of some.entries()) {
      const one = made[at];
      if (one === undefined) throw new Error('a window was not encoded');
      encoded.get(window.passage)?.push([window, one]);
    }
  }
  return [...encoded.values()].map(passageVectors);
}

/**
 * A passage of several windows has the mean of theirs, each counted by its tokens; a sentence of several the one of
 * its beginning.
 * @param windows of one passage in order; one at least
 */
function passageVectors(windows: readonly (readonly [Window, EncodedWindow])[]): PassageVectors {
  const sentences: Float32Array[] = [];
  const sum = new Float32Array(windows[0]?.[1].vector.length ?? 0);
  for (const [{ firstSentence }, { vector, sentenceVectors, tokens }] of windows) {
    for (const [index, ofSentence] of sentenceVectors.entries()) sentences[firstSentence + index] ??= ofSentence;
    for (const [at, value] of vector.entries()) sum[at] = (sum[at] ?? 0) + value * tokens.length;
  }
  return { whole: toLengthOne(sum), sentences };
}
