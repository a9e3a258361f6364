import iconv from 'iconv-lite';
import { countOf, logLikelihood } from './frequency.ts';
import { type Convert, simplifiedConverter, traditionalConverter } from './opencc.ts';

// Hong Kong's table knows a few forms more (衹) than the plain one and, unlike Taiwan's, leaves 著 alone.
const simplify = simplifiedConverter('hk');
const traditionalise = traditionalConverter('t');

/** What characters of one UTF-16 unit become, by its code. */
const simplifiedCharacter: (string | undefined)[] = new Array(0x10000);
const traditionalCharacter: (string | undefined)[] = new Array(0x10000);

/** Converts character by character, no phrases: as many UTF-16 units come out as go in. */
export function toTraditionalCharacters(text: string): string {
  return characterByCharacter(text, traditionalise, traditionalCharacter);
}

/** Converts character by character, no phrases: as many UTF-16 units come out as go in. */
export function toSimplifiedCharacters(text: string): string {
  return characterByCharacter(text, simplify, simplifiedCharacter);
}

function characterByCharacter(text: string, convert: Convert, memo: (string | undefined)[]): string {
  const known = text.length === 1 ? memo[text.charCodeAt(0)] : undefined;
  if (known !== undefined) return known;
  let converted = '';
  for (const character of text) {
    const code = character.charCodeAt(0);
    let other = character.length === 1 ? memo[code] : undefined;
    if (other === undefined) {
      other = convert(character);
      if (other.length !== character.length) other = character;
      if (character.length === 1) memo[code] = other;
    }
    converted += other;
  }
  return converted;
}

/**
 * What OpenCC's phrases make of a converted text that the Simplified original did not have:
 * each is the image of one Simplified character under character-by-character conversion.
 */
const ORIGINALS: ReadonlyMap<string, string> = new Map([
  // 钟 became 鍾 everywhere, and 鍾馗 is spelled 锺馗 by OpenCC; papers print 钟馗, 钟繇, 钱钟书.
  ['锺', '钟'],
  // Not in the standard list of characters; 昵 is.
  ['暱', '昵'],
]);

/**
 * Undoes a character-by-character conversion to Traditional: the Simplified text it came
 * from, of the same length. Phrases decide where a character has two originals (乾隆 but
 * 干净); 著 becomes 着 unless the word it stands in is spelled with 著 (显著, 著名).
 */
export function restoreSimplified(text: string): string {
  const phrased = simplify(text);
  const simplified = phrased.length === text.length ? phrased : toSimplifiedCharacters(text);
  return restoreZhe(simplified.replace(/[锺暱]/g, (character: string) => ORIGINALS.get(character) ?? character));
}

/** Words that reach beyond this many characters on either side are not needed to tell 著 from 着. */
const ZHE_CONTEXT = 6;

/** Books written: phrases that no dictionary lists, as 著有《…》 and 某某所著. */
const AUTHOR_OF = /^著有《/;
const BY_AUTHOR = /所$/;
const BY_AUTHOR_END = /^(?:[\p{P}\s的]|$)/u;

/** Each 著 is read as 着 unless its surroundings are likelier with 著: 显著, 著名 stay, 随著, 管辖著, 著力 change. */
function restoreZhe(text: string): string {
  return text.replace(/著/g, (zhu, at: number) => {
    if (AUTHOR_OF.test(text.slice(at, at + 3))) return zhu;
    const before = text.slice(Math.max(0, at - ZHE_CONTEXT), at);
    const after = text.slice(at + 1, at + 1 + ZHE_CONTEXT);
    if (BY_AUTHOR.test(before) && BY_AUTHOR_END.test(after)) return zhu;
    const withZhu = logLikelihood(`${before}著${after}`, countZhu);
    return withZhu >= logLikelihood(`${before}着${after}`, countZheLikeZhu) ? zhu : '着';
  });
}

/**
 * By itself 着 is counted 30 times as often as 著: there the words around are to decide, and
 * 着 if none does. Twice as often lets 彰显着 win over 彰 and 显著.
 */
const ZHE_PER_ZHU = 2;

function countZheLikeZhu(word: string): number | undefined {
  // The dictionary lists 着名 and 着名人物, which are 著名 misspelt.
  if (word.startsWith('着名')) return 0;
  return word === '着' ? (countOf('著') ?? 0) * ZHE_PER_ZHU : countOf(word);
}

/** The dictionary lists 意味著 and 标志著 with this count: a verb and 着, met in unconverted text. */
const STRAY_COUNT = 3;

function countZhu(word: string): number | undefined {
  const count = countOf(word);
  const isStray =
    count !== undefined && count <= STRAY_COUNT && /..著$/.test(word) && (countOf(word.slice(0, -1)) ?? 0) > 0;
  return isStray ? 0 : count;
}

/** Characters of Taiwan's standard, many of them (后, 里, 范) Simplified forms of others as well. */
const TRADITIONAL_ENCODING = 'cp950';

const isSimplifiedOnly = new Map<string, boolean>();

/** In which script a text stands, by the characters that only one of them has; Simplified where there are none. */
export function scriptOf(text: string): 'hans' | 'hant' {
  let balance = 0;
  for (const character of text) {
    if (toSimplifiedCharacters(character) !== character) balance += 1;
    else if (belongsToSimplifiedOnly(character)) balance -= 1;
  }
  return balance > 0 ? 'hant' : 'hans';
}

function belongsToSimplifiedOnly(character: string): boolean {
  let known = isSimplifiedOnly.get(character);
  if (known === undefined) {
    const isEncodable = iconv.decode(iconv.encode(character, TRADITIONAL_ENCODING), TRADITIONAL_ENCODING) === character;
    known = !isEncodable && toTraditionalCharacters(character) !== character;
    isSimplifiedOnly.set(character, known);
  }
  return known;
}
