import { fold } from './fold.ts';
import { countOf } from './frequency.ts';
import { type Convert, traditionalConverter } from './opencc.ts';
import { toTraditionalCharacters } from './script.ts';
import { tag } from './segment.ts';
import { spelledInTaiwan } from './taiwan.ts';

/** A word as no writer of Traditional spells it. */
export interface ConversionMark {
  readonly word: string;
  /** How it is spelled: `規範` for `規范`. */
  readonly spelling: string;
  /** The Simplified character whose image is wrong here: `范`. */
  readonly character: string;
}

let spelledInHongKong: Convert | undefined;

const spellings = new Map<string, readonly string[]>();
/** Words that are frequent enough to be looked at: there are some 60,000. */
const MOST_SPELLINGS = 20_000;

/** How Taiwan and Hong Kong spell, phrases included. Built when first needed: Simplified articles never do. */
function spellingsOf(simplified: string): readonly string[] {
  const known = spellings.get(simplified);
  if (known !== undefined) return known;
  const spell = spelledInHongKong ?? traditionalConverter('hk');
  spelledInHongKong = spell;
  const both = [spelledInTaiwan(simplified), spell(simplified)];
  if (spellings.size === MOST_SPELLINGS) spellings.clear();
  spellings.set(simplified, both);
  return both;
}

/** Rarer dictionary words are spelled by rule in OpenCC, not from usage. */
const COMMON_COUNT = 100;

/** People, transliterations, places, organisations: a name is spelled as its bearer likes. */
const NAME_TAG = /^n[rst]/;

/**
 * Characters that writers of Traditional use for each other whatever OpenCC prescribes, seen
 * in both spellings in the paragraphs of DRCD, which people wrote: never a mark.
 */
const INTERCHANGEABLE = new Set(
  (
    '布佈 占佔 周週 跡蹟 畫劃 了瞭 迴回 升昇 鋪舖 杯盃 杆桿 毀燬 巨鉅 厘釐 伙夥 傢家 岩巖 彙匯 盡儘 雇僱 泛氾 弦絃 ' +
    '欲慾 豔艷 紮扎 託托 註注 諮咨 兇凶 唸念 搜蒐 遊游 捆綑 採采 姦奸 衝沖 誌志 臺台 線綫 恤卹 譁嘩 嚥咽 於于 製制 ' +
    '菸煙 覆復 徑逕 捲卷 拼拚 剋克'
  )
    .split(' ')
    .flatMap((pair) => [pair, `${pair.charAt(1)}${pair.charAt(0)}`]),
);

const HAN = /\p{Script=Han}/u;
const HAN_WORD = /^\p{Script=Han}+$/u;

/**
 * What shows that a text was converted from Simplified character by character: one mark for each Simplified character
 * with a wrong image. Found line by line, so that whoever has seen enough pays for no more. Linear in the length of the text.
 */
export function* conversionMarks(text: string): Generator<ConversionMark> {
  const found = new Set<string>();
  for (const line of text.split('\n')) {
    for (const { text: word, tag: kind, start, end } of tag(fold(line))) {
      if (NAME_TAG.test(kind) || (countOf(word) ?? 0) < COMMON_COUNT) continue;
      const mark = markOf(line.slice(start, end), word);
      if (mark === undefined || found.has(mark.character)) continue;
      found.add(mark.character);
      yield mark;
    }
  }
}

/** The first character of the word that no tradition has in this place, nor one interchangeable with it. */
function markOf(word: string, simplified: string): ConversionMark | undefined {
  if (!HAN_WORD.test(word)) return undefined;

  // A single character may be a word of its own in many forms (系, 係, 繫). Only those of OpenCC’s own
  // standard tell that neither place writes but converters do: 爲, 衆, 喫.
  if (word.length === 1 && (word === simplified || toTraditionalCharacters(simplified) !== word)) return undefined;
  const spellings = spellingsOf(simplified);
  for (let at = 0; at < word.length; at += 1) {
    const written = word.charAt(at);
    const possible = spellings.map((spelling) => spelling.charAt(at));
    if (possible.some((form) => form === written || INTERCHANGEABLE.has(written + form))) continue;
    return { word, spelling: spellings[0] ?? simplified, character: simplified.charAt(at) };
  }
  return undefined;
}

/**
 * How many Simplified characters stand in two Traditional forms (后 as 後 and as 后). A character-by-character converter
 * has one image for each, so these speak for a writer. Linear in the length of the text.
 */
export function countDoubleForms(text: string): number {
  const folded = fold(text);
  const forms = new Map<string, string>();
  const double = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    const simplified = folded.charAt(at);
    const form = forms.get(simplified);
    if (form === undefined) forms.set(simplified, text.charAt(at));
    else if (form !== text.charAt(at) && HAN.test(simplified)) double.add(simplified);
  }
  return double.size;
}
