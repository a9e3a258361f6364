/** A place in a tree of words: what some of them begin with. */
export type Beginning = number;

/** No word begins so. */
export const NOTHING: Beginning = -1;
/** Before the first character. */
export const START: Beginning = 0;

/**
 * Words with a number each, found character by character: whoever reads on from a word asks for what it is
 * with one character more, and what begins nothing is left at once. All that may stand behind a beginning
 * stands side by side, in order, and is found by halving. 490,000 beginnings take 6 MB.
 */
export class WordTree {
  /** Of each beginning: its last UTF-16 unit, where those begin that are longer by one, how many there are, its number. */
  readonly #units: Uint16Array;
  readonly #longer: Int32Array;
  readonly #counts: Uint16Array;
  readonly #values: Int32Array;
  /** By unit, since first characters are what is asked for most. */
  readonly #first = new Int32Array(0x10000).fill(NOTHING);

  /**
   * @param words in order of their UTF-16 units, as `sort()` has them, each once
   * @param values the number of each, 0 or more
   */
  constructor(words: readonly string[], values: ArrayLike<number>) {
    const { length, parents, units, ends } = beginningsOf(words);
    const [counts, placed] = [new Uint16Array(length), new Uint16Array(length)];
    const [longer, places] = [new Int32Array(length), new Int32Array(length)];
    for (let at = 1; at < length; at += 1) counts[parents[at] ?? 0] = (counts[parents[at] ?? 0] ?? 0) + 1;
    for (let at = 0, next = 1; at < length; at += 1) {
      longer[at] = next;
      next += counts[at] ?? 0;
    }
    this.#units = new Uint16Array(length);
    this.#longer = new Int32Array(length);
    this.#counts = new Uint16Array(length);
    this.#values = new Int32Array(length).fill(-1);
    for (let at = 0; at < length; at += 1) {
      const parent = parents[at] ?? 0;
      const place = at === 0 ? START : (longer[parent] ?? 0) + (placed[parent] ?? 0);
      if (at > 0) placed[parent] = (placed[parent] ?? 0) + 1;
      places[at] = place;
      this.#units[place] = units[at] ?? 0;
      this.#longer[place] = longer[at] ?? 0;
      this.#counts[place] = counts[at] ?? 0;
    }
    for (let at = 0; at < words.length; at += 1) this.#values[places[ends[at] ?? 0] ?? 0] = values[at] ?? 0;
    for (let at = 1; at <= (counts[START] ?? 0); at += 1) this.#first[this.#units[at] ?? 0] = at;
  }

  /** Whether any word is longer than what it begins with. */
  isOpen(beginning: Beginning): boolean {
    return (this.#counts[beginning] ?? 0) > 0;
  }

  /** What a beginning is with one UTF-16 unit more; `NOTHING` where no word begins so. */
  longer(beginning: Beginning, unit: number): Beginning {
    if (beginning === START) return this.#first[unit] ?? NOTHING;
    let count = this.#counts[beginning] ?? 0;
    if (count === 0) return NOTHING;
    const units = this.#units;
    let from = this.#longer[beginning] ?? 0;
    // Invariant: the unit, if it is there, is among the `count` ones from `from` on.
    while (count > 1) {
      const half = count >> 1;
      if ((units[from + half] ?? 0) <= unit) from += half;
      count -= half;
    }
    return units[from] === unit ? from : NOTHING;
  }

  /** The beginning that a text is; `NOTHING` where no word begins so. */
  find(text: string): Beginning {
    let here: Beginning = START;
    for (let at = 0; at < text.length && here !== NOTHING; at += 1) here = this.longer(here, text.charCodeAt(at));
    return here;
  }

  /** The number of the word that a beginning is; -1 where it is none. */
  valueOf(beginning: Beginning): number {
    return this.#values[beginning] ?? -1;
  }
}

/**
 * All that words begin with, each behind what it is longer than: that one, and its last unit; and which of them the
 * words are.
 */
function beginningsOf(words: readonly string[]) {
  const room = words.reduce((total, { length }) => total + length, 1);
  const [parents, units, ends] = [new Int32Array(room), new Uint16Array(room), new Int32Array(words.length)];
  const path: number[] = [0];
  let length = 1;
  let before = '';
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    let same = 0;
    while (same < before.length && before.charCodeAt(same) === word.charCodeAt(same)) same += 1;
    for (; same < word.length; same += 1) {
      parents[length] = path[same] ?? 0;
      units[length] = word.charCodeAt(same);
      path[same + 1] = length;
      length += 1;
    }
    ends[at] = path[word.length] ?? 0;
    before = word;
  }
  return { length, parents, units, ends };
}
