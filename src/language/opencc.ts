import { ConverterBuilder, type DictLike } from 'opencc-js/core';
import * as toTraditional from 'opencc-js/preset/cn2t';
import * as toSimplified from 'opencc-js/preset/t2cn';
import type { Span } from './sentences.ts';

const traditional = ConverterBuilder(toTraditional);
const simplified = ConverterBuilder(toSimplified);

/** Turns a text into another script; what OpenCC does not know stays. */
export type Convert = (text: string) => string;

const toTraditionalBy = new Map<string, Convert>();

/** OpenCC from Simplified, by phrases and characters, to plain Traditional or as Taiwan or Hong Kong spells it. */
export function traditionalConverter(to: 't' | 'tw' | 'hk'): Convert {
  // Its tables take some 40 MB and half a second each time that they are read.
  const convert = toTraditionalBy.get(to) ?? aroundDescriptions(traditional({ from: 'cn', to }));
  toTraditionalBy.set(to, convert);
  return convert;
}

/** OpenCC from plain Traditional to the characters that Taiwan or Hong Kong writes: its small tables alone. */
export function variantConverter(to: 'tw' | 'hk'): Convert {
  return aroundDescriptions(traditional({ from: 't', to }));
}

/** OpenCC to Simplified, by phrases and characters, from Traditional as Taiwan or Hong Kong spells it. */
export function simplifiedConverter(from: 'tw' | 'hk'): Convert {
  return aroundDescriptions(simplified({ from, to: 'cn' }));
}

let phrases: ReadonlySet<string> | undefined;

/** The Simplified phrases that OpenCC spells as wholes (皇后, 头发). Read when first asked for: a thirtieth of a second, 5 MB. */
export function simplifiedPhrases(): ReadonlySet<string> {
  phrases ??= new Set((toTraditional.configs.s2tw?.segmentation ?? []).flatMap(wordsIn));
  return phrases;
}

/** The tables of phrases are lists of `头发 頭髮`, a bar between them. */
function wordsIn(table: DictLike | string | readonly [string, string]): string[] {
  if (typeof table !== 'string') throw new Error('opencc-js has its tables of phrases in another form than it had');
  return table.split('|').map((entry) => entry.slice(0, entry.indexOf(' ')));
}

/** Says how the characters behind it make up one that no font has: ⿰亻馬. */
const DESCRIBES = /[\u2ff0-\u2fff]/;

/**
 * OpenCC leaves the characters of an ideographic description as they are. To find where one ends, opencc-js tries two
 * ways for each of its signs wherever a text stops too early: 60 signs in a row would take it years, and some ten
 * thousand the stack. So it never sees one: the ends are found here, once, and it converts what stands between. No
 * phrase of its tables has such a sign, so that nothing else comes out.
 */
function aroundDescriptions(convert: Convert): Convert {
  return (text) => {
    let converted = '';
    let from = 0;
    for (const { start, end } of descriptionsIn(text)) {
      if (from < start) converted += convert(text.slice(from, start));
      converted += text.slice(start, end);
      from = end;
    }
    if (from === 0) return convert(text);
    return from < text.length ? converted + convert(text.slice(from)) : converted;
  };
}

/** The descriptions of a text in order, those that are parts of another left out. */
export function descriptionsIn(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const [start, end] of [...endsOfDescriptions(text)].reverse()) {
    if (start < from) continue;
    spans.push({ start, end });
    from = end;
  }
  return spans;
}

/**
 * Where each description ends, by the offset of its first sign; one that the text's end cuts off is its first sign
 * alone. From the last sign to the first, so that each looks at no more than three that are known.
 */
function endsOfDescriptions(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  if (!DESCRIBES.test(text)) return ends;
  const whole = new Set<number>();
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const parts = partsOf(text.charCodeAt(at));
    if (parts === 0) continue;
    let end = at + 1;
    let found = 0;
    for (; found < parts && end < text.length; found += 1) {
      end = (whole.has(end) ? ends.get(end) : undefined) ?? end + lengthAt(text, end);
    }
    if (found === parts) whole.add(at);
    ends.set(at, found === parts ? end : at + 1);
  }
  return ends;
}

/** How many characters, or descriptions in their place, a sign puts together; 0 for anything else. */
function partsOf(unit: number): 0 | 2 | 3 {
  if (unit < 0x2ff0 || unit > 0x2fff) return 0;
  return unit === 0x2ff2 || unit === 0x2ff3 ? 3 : 2;
}

/** UTF-16 units of the code point at an offset. */
function lengthAt(text: string, offset: number): number {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}
