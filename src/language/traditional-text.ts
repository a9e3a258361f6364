import { byItself, outsidePhrases } from './lone-characters.ts';
import { type Convert, simplifiedPhrases, traditionalConverter, variantConverter } from './opencc.ts';
import { OWN_PHRASES, type ScriptPiece, scriptPieces } from './script-pieces.ts';
import type { Span } from './sentences.ts';

/** Whose standard Traditional characters follow: 裡 麵 著 in Taiwan, 裏 麪 着 in Hong Kong. */
export type TraditionalStandard = 'tw' | 'hk';

/**
 * Writes a Simplified text in Traditional characters, one for each, words as Taiwan or Hong Kong spells them.
 *
 * The words stay: 软件 is 軟件 in Taiwan, too. What is shown is what the article says, and OpenCC’s tables of
 * vocabulary (`s2twp`) exchange words by their look alone: 文件 of a government for 檔案, “六步议事”程序 for 程式.
 *
 * Where a character is written in several ways, phrases decide (皇后, 头发), and outside them what stands around it.
 * A name that is no phrase keeps the characters that names are written with in Traditional as well (于 范 余 里 后 干).
 *
 * @param names who is known to be named in the text, as it is written there
 * @returns for each code point of the text the one that stands for it
 */
export function traditionalCharacters(
  text: string,
  standard: TraditionalStandard,
  names: readonly string[] = [],
): string[] {
  const convert = converterTo(standard);
  const pieces = scriptPieces(text);
  const written = new Map<number, string>();
  for (const [index, piece] of pieces.entries()) {
    const simplified = text.slice(piece.start, piece.end);
    const characters = spell(simplified, piece, () => outsidePhrases(text, pieces, index, convert), convert);
    let at = piece.start;
    for (const [place, character] of [...simplified].entries()) {
      written.set(at, characters[place] ?? character);
      at += character.length;
    }
  }
  for (const name of namesIn(text, names, pieces)) {
    for (let at = name.start; at < name.end; at += 1) {
      if (written.has(at)) written.set(at, inName(String.fromCodePoint(text.codePointAt(at) ?? 0), convert));
    }
  }
  return [...written.values()];
}

const converters = new Map<TraditionalStandard, Convert>();

/** For one phrase or character: then OpenCC’s way over plain Traditional, whose tables are read anyhow, is its way at once. */
function converterTo(standard: TraditionalStandard): Convert {
  const known = converters.get(standard);
  if (known !== undefined) return known;
  const [plain, variants] = [traditionalConverter('t'), variantConverter(standard)];
  const convert: Convert = (piece) => variants(plain(piece));
  converters.set(standard, convert);
  return convert;
}

function spell(simplified: string, { kind }: ScriptPiece, single: () => string, convert: Convert): string[] {
  if (kind === 'phrase') return phrase(simplified, convert);
  return kind === 'character' ? [single()] : [...simplified];
}

/** A phrase as it is spelled, character by character. */
function phrase(simplified: string, convert: Convert): string[] {
  const spelled = [...(OWN_PHRASES.get(simplified) ?? convert(simplified))];
  const characters = [...simplified];
  return characters.length === spelled.length ? spelled : characters.map((one) => byItself(one, convert));
}

/** Simplified characters that names have in Traditional writing, too: which one it is only its bearer knows. */
const STAY_IN_NAMES = new Set('于范余里后干台党岳郁朴杰咸采征占几种游涌涂岩沄准斗淀栖并丑丰');

function inName(written: string, convert: Convert): string {
  if (STAY_IN_NAMES.has(written)) return written;
  return written === '冲' ? '沖' : byItself(written, convert);
}

/** Where known names stand; one of two characters not where it begins within a word: 于海 is not in 位于海边. */
function* namesIn(text: string, names: readonly string[], pieces: readonly ScriptPiece[]): Iterable<Span> {
  const starts = new Set(pieces.map(({ word }) => word.start));
  for (const name of names) {
    if (name.length < 2 || simplifiedPhrases().has(name)) continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (name.length > 2 || starts.has(at)) yield { start: at, end: at + name.length };
    }
  }
}
