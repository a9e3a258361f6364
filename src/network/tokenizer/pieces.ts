import { SPACE_MARK, type Vocabulary } from './tokenizer-file.ts';

/** A piece in a marked text: UTF-16 offsets, `end` exclusive. */
export interface Piece {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The likeliest way to put a text together from pieces (Viterbi over a unigram model, as Hugging Face's tokenizers
 * have it: of two equal ways the one whose last piece is longer). Characters in a row that are in no piece are one.
 * @param units see `markSpaces`
 */
export function cutIntoPieces(units: string, vocabulary: Vocabulary): Piece[] {
  const { ids, scores, longest, unknown } = vocabulary;
  const best = new Float64Array(units.length + 1);
  const lastStart = new Int32Array(units.length + 1).fill(-1);
  const lastId = new Int32Array(units.length + 1);

  function offer(start: number, end: number, id: number, score: number): void {
    const whole = (best[start] ?? 0) + score;
    if (lastStart[end] !== -1 && whole <= (best[end] ?? 0)) return;
    best[end] = whole;
    lastStart[end] = start;
    lastId[end] = id;
  }

  for (let start = 0; start < units.length; ) {
    // Every way leads over the start of a word: counted from there, equal ways stay equal, whatever stands before.
    if (units.charAt(start) === SPACE_MARK) best[start] = 0;
    const width = (units.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
    const reach = Math.min(units.length, start + (longest.get(units.charCodeAt(start)) ?? 0));
    let isKnown = false;
    for (let end = start + 1; end <= reach; end += 1) {
      const id = ids.get(units.slice(start, end));
      if (id === undefined) continue;
      offer(start, end, id, scores[id] ?? 0);
      isKnown ||= end === start + width;
    }
    if (!isKnown) offer(start, start + width, unknown.id, unknown.score);
    start += width;
  }
  return withUnknownJoined(backwards(units.length, lastStart, lastId), units, unknown.id);
}

function backwards(length: number, lastStart: Int32Array, lastId: Int32Array): Piece[] {
  const pieces: Piece[] = [];
  for (let end = length; end > 0; ) {
    const start = lastStart[end] ?? 0;
    pieces.push({ id: lastId[end] ?? 0, start, end });
    end = start;
  }
  return pieces.reverse();
}

function withUnknownJoined(pieces: readonly Piece[], units: string, unknown: number): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const goesOn = before?.id === unknown && piece.id === unknown && units.charAt(piece.start) !== SPACE_MARK;
    if (goesOn) joined[joined.length - 1] = { ...before, end: piece.end };
    else joined.push(piece);
  }
  return joined;
}
