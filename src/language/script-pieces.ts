import { countOf, logProbability } from './frequency.ts';
import { descriptionsIn, simplifiedPhrases } from './opencc.ts';
import type { Span } from './sentences.ts';

/** What is spelled as a whole, or a character by itself. */
export interface ScriptPiece extends Span {
  readonly kind: 'phrase' | 'character' | 'description';
  /** The word that it is, or is a part of. */
  readonly word: Span;
}

/** No phrase of OpenCC’s that decides a spelling is longer, but proverbs, whose parts are in it as well. UTF-16 units. */
const LONGEST_WORD = 8;
/** A phrase that the dictionary does not count is as likely as a rare word of it, */
const PHRASE_COUNT = 5;
/** and at least so much likelier than its characters by themselves. Natural logarithm. */
const PHRASE_BONUS = 3;

/**
 * Cuts a Simplified text into what is spelled as one, gapless and in order. OpenCC takes the longest phrase from the
 * left, and so finds 年历 in 百年历史 and 被发 in 被发展; here a phrase has to stand in the likeliest division of the text into words.
 */
export function scriptPieces(text: string): ScriptPiece[] {
  const pieces: ScriptPiece[] = [];
  let from = 0;
  for (const word of descriptionsIn(text)) {
    for (const piece of piecesBetween(text, from, word.start)) pieces.push(piece);
    pieces.push({ ...word, kind: 'description', word });
    from = word.end;
  }
  for (const piece of piecesBetween(text, from, text.length)) pieces.push(piece);
  return pieces;
}

function* piecesBetween(text: string, from: number, to: number): Iterable<ScriptPiece> {
  for (const { start, end } of likeliestWords(text.slice(from, to))) {
    yield* piecesOfWord(text, { start: from + start, end: from + end });
  }
}

/** The phrases in a word, the longest first, and its other characters one by one. */
function* piecesOfWord(text: string, word: Span): Iterable<ScriptPiece> {
  for (let at = word.start; at < word.end; ) {
    let end = word.end;
    while (end > at && !isPhraseAt(text, at, end)) end -= 1;
    const kind = end > at ? 'phrase' : 'character';
    if (end === at) end = at + lengthAt(text, at);
    yield { start: at, end, kind, word };
    at = end;
  }
}

/** Of OpenCC’s phrases, two words that stand beside each other more often than they are that one: there 并 is 並, 云 is 雲. */
const NO_PHRASES = new Set(['并为', '并到', '并成', '云为', '复名', '于家']);

/** Beside those of OpenCC’s tables, which have no more than some of the years of reigns. */
export const OWN_PHRASES: ReadonlyMap<string, string> = new Map([
  ['不准', '不准'],
  ['说不准', '說不準'],
  ['算不准', '算不準'],
  ['拿不准', '拿不準'],
  ['瞄不准', '瞄不準'],
  ['看不准', '看不準'],
  ['猜不准', '猜不準'],
  ['吃不准', '吃不準'],
  ['测不准', '測不準'],
  ['并州', '并州'],
  ['改制为', '改制為'],
  ['胡同', '胡同'],
  ['永历', '永曆'],
  ['庆历', '慶曆'],
]);

/** Whether a run that the text has there is spelled as a whole there. */
function isPhraseAt(text: string, start: number, end: number): boolean {
  const run = text.slice(start, end);
  if (OWN_PHRASES.has(run)) return true;
  if (!simplifiedPhrases().has(run) || NO_PHRASES.has(run)) return false;
  const before = text.slice(Math.max(0, start - 1), start);
  if (run === DAYS_LATER) return !NUMERAL.test(before);
  return !(run.startsWith('于') && HAN.test(before) && isCommon(run.slice(1)));
}
/** 三天后 is no goddess. */
const DAYS_LATER = '天后';
const NUMERAL = /[\d０-９零一二三四五六七八九十百千万几数]$/;
const HAN = /\p{Script=Han}/u;

/** Names in the tables begin with 于, and are 于 and a word behind another: 分布于海洋, 生长于山. But 演员于谦. */
function isCommon(rest: string): boolean {
  return (countOf(rest) ?? 0) >= (rest.length > 1 ? 400 : 5_000);
}

/** The likeliest division into words of the dictionary, phrases and single characters (Viterbi over word counts). */
function likeliestWords(text: string): Span[] {
  const best = new Array<number>(text.length + 1).fill(Number.NEGATIVE_INFINITY);
  const startOf = new Array<number>(text.length + 1).fill(0);
  best[0] = 0;
  for (let start = 0; start < text.length; start += 1) {
    const before = best[start] ?? Number.NEGATIVE_INFINITY;
    if (before === Number.NEGATIVE_INFINITY) continue;
    for (const { end, likelihood } of wordsFrom(text, start)) {
      if (before + likelihood <= (best[end] ?? Number.NEGATIVE_INFINITY)) continue;
      best[end] = before + likelihood;
      startOf[end] = start;
    }
  }
  const words: Span[] = [];
  for (let end = text.length; end > 0; end = startOf[end] ?? 0) words.push({ start: startOf[end] ?? 0, end });
  return words.reverse();
}

function* wordsFrom(text: string, start: number): Iterable<{ end: number; likelihood: number }> {
  const first = start + lengthAt(text, start);
  const last = Math.min(text.length, start + LONGEST_WORD);
  let characters = logProbability(countOf(text.slice(start, first)) ?? 0);
  yield { end: first, likelihood: characters };
  let mayBeWord = true;
  for (let end = first + lengthAt(text, first); end <= last; end += lengthAt(text, end)) {
    const run = text.slice(start, end);
    const count: number | undefined = mayBeWord ? countOf(run) : undefined;
    mayBeWord = count !== undefined;
    characters += logProbability(countOf(text.slice(end - 1, end)) ?? 0);
    if (isPhraseAt(text, start, end)) {
      const asPhrase = Math.max(characters + PHRASE_BONUS, logProbability(Math.max(PHRASE_COUNT, count ?? 0)));
      yield { end, likelihood: asPhrase };
    } else if (count !== undefined && count > 0) yield { end, likelihood: logProbability(count) };
  }
}

/** UTF-16 units of the code point at an offset; 1 at the text's end. */
function lengthAt(text: string, offset: number): number {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}
