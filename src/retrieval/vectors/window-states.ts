import type { Article } from '../../article/article.ts';
import type { EncodedPassage, Network } from '../../network/network.ts';
import { contextOf, type Window } from '../../passages/windows.ts';

/** Windows as the network has encoded them, the ones that were read last. */
export interface WindowStates {
  /** Encodes a window where it is not kept. */
  of(window: Window): Promise<EncodedPassage>;
  /** Encodes a window, and keeps it only where nothing has to give way: for reading ahead. */
  ahead(window: Window): Promise<EncodedPassage>;
  /** Keeps nothing of these articles any longer. */
  drop(articles: ReadonlySet<Article>): void;
  /** What is kept. Bytes. */
  readonly bytes: number;
}

/**
 * As they came, in float32: 120 windows of the usual length; the seed has 29. In 16 bits there would be twice as many,
 * at the price of rounding what is read at once, too, so that an answer does not depend on what was kept. Bytes.
 */
const MOST_KEPT = 24 * 1024 * 1024;

export function createWindowStates(network: Network, mostKept = MOST_KEPT): WindowStates {
  /** Those read last are last. */
  const kept = new Map<Window, EncodedPassage>();
  let bytes = 0;

  async function encoded(window: Window): Promise<EncodedPassage> {
    return network.encodePassage({ context: contextOf(window), text: window.text, sentences: window.sentences });
  }

  function keep(window: Window, passage: EncodedPassage): void {
    forget(window);
    kept.set(window, passage);
    bytes += bytesOf(passage);
    for (const oldest of kept.keys()) {
      if (bytes <= mostKept) break;
      forget(oldest);
    }
  }

  function forget(window: Window): void {
    const passage = kept.get(window);
    if (passage === undefined) return;
    kept.delete(window);
    bytes -= bytesOf(passage);
  }

  return {
    async of(window) {
      const passage = kept.get(window) ?? (await encoded(window));
      keep(window, passage);
      return passage;
    },
    async ahead(window) {
      const known = kept.get(window);
      if (known !== undefined) return known;
      const passage = await encoded(window);
      if (bytes + bytesOf(passage) <= mostKept) keep(window, passage);
      return passage;
    },
    drop(articles) {
      for (const window of [...kept.keys()]) if (articles.has(window.passage.article)) forget(window);
    },
    get bytes() {
      return bytes;
    },
  };
}

/** All but a few vectors and offsets. */
function bytesOf({ states }: EncodedPassage): number {
  return states.values.byteLength;
}
