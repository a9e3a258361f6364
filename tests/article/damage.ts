import iconv from 'iconv-lite';
import { Converter } from 'opencc-js/cn2t';
import { polyphonic } from 'pinyin-pro';
import type { Published } from './published.ts';

/*
 * Does to a published article what mirror sites and scrapers do, in the order in which they
 * do it: character-by-character Traditional, a byte lost from GBK text, half-width marks,
 * pinyin glosses, the page around it, an encoding. Chance comes as a function, so that a
 * test can repeat it.
 */

/** A whole number from 0 to below `n`. */
export type Chance = (n: number) => number;

const toTraditional = Converter({ from: 'cn', to: 't' });

/** Simplified characters that converters on the web are seen to leave alone. */
const LEFT_ALONE = new Set('么里范夸后筑致斗涌于制志余谷面松郁系');

/** Every character by itself, whatever word it stands in; 着 becomes 著 as on such pages. */
export function convertCharacters(text: string, leavesSomeAlone: boolean): string {
  return Array.from(text, (character) => {
    if (character === '着') return '著';
    return leavesSomeAlone && LEFT_ALONE.has(character) ? character : toTraditional(character);
  }).join('');
}

/** Puts a reading behind some of the characters that have several. */
function addGlosses(text: string, chance: Chance, oneIn = 6): string {
  return text.replace(/\p{Script=Han}/gu, (character) => {
    const readings = polyphonic(character, { type: 'array' }).flat();
    if (readings.length < 2 || chance(oneIn) > 0) return character;
    return `${character}(${readings[chance(readings.length)]})`;
  });
}

export function narrowMarks(text: string): string {
  return text.replace(/[，：；！？（）]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

/** The text as it reads in GBK with one byte gone, and what it was. */
function loseByte(text: string, byte: number): string {
  const bytes = iconv.encode(text, 'gbk');
  return iconv.decode(Buffer.concat([bytes.subarray(0, byte), bytes.subarray(byte + 1)]), 'gbk');
}

/** Offsets in GBK bytes of the full stops whose lead byte may go: those before another mark, as on real pages. */
export function stopsBeforeMarks(text: string): number[] {
  return [...text.matchAll(/。(?=[“《‘—])/g)].map(({ index }) => iconv.encode(text.slice(0, index), 'gbk').length);
}

const PLACES =
  '九龙坡区 曲水县 石景山区 姚安县 柘荣县 呼伦贝尔市 合阳县 马鞍山市 思茅市 麻江县 精河县 金昌市 云岭县 江城市'.split(
    ' ',
  );

/** A line of links for search engines. */
function linkSpam(chance: Chance): string {
  const bar = ['| ', '|', ' | ', '丨', '｜'][chance(5)] ?? '|';
  const places = PLACES.slice(chance(4));
  return places.join(bar) + (chance(2) > 0 ? bar.trim() : '');
}

/** What is done to one article. */
export interface Damage {
  readonly traditional: boolean;
  readonly leavesSomeAlone: boolean;
  readonly glosses: boolean;
  readonly lostByte: boolean;
  readonly narrow: boolean;
  readonly spam: boolean;
  readonly encoding: 'utf8' | 'utf8-bom' | 'gb18030' | 'big5';
  readonly lineBreak: '\n' | '\n\n' | '\r\n' | '\r\n\r\n\r\n';
  readonly indent: string;
}

/** The bare lines of an article, in its own script. */
export const UNDAMAGED: Damage = {
  traditional: false,
  leavesSomeAlone: false,
  glosses: false,
  lostByte: false,
  narrow: false,
  spam: false,
  encoding: 'utf8',
  lineBreak: '\n\n',
  indent: '',
};

/** The bytes of the damaged page. */
export function damagedPage(article: Published, damage: Damage, chance: Chance): Uint8Array {
  const ruin = (line: string) => ruined(line, damage, chance);
  const body = article.sections.flatMap(({ heading, paragraphs }) => [
    ...(heading === null ? [] : [ruin(heading)]),
    ...paragraphs.map((paragraph) => damage.indent + ruin(paragraph)),
  ]);
  const lines = [...article.head.map(ruin), ...body, ...article.foot.map(ruin)];
  if (damage.spam) lines.splice(chance(2) > 0 ? 0 : lines.length, 0, linkSpam(chance));
  return encoded(lines.join(damage.lineBreak), damage.encoding);
}

function ruined(line: string, damage: Damage, chance: Chance): string {
  let text = damage.traditional ? convertCharacters(line, damage.leavesSomeAlone) : line;
  if (damage.lostByte) {
    const stops = stopsBeforeMarks(text);
    const stop = stops[chance(Math.max(1, stops.length))];
    if (stop !== undefined) text = loseByte(text, stop);
  }
  if (damage.narrow) text = narrowMarks(text);
  return damage.glosses ? addGlosses(text, chance) : text;
}

function encoded(text: string, encoding: Damage['encoding']): Uint8Array {
  if (encoding === 'utf8') return iconv.encode(text, 'utf8');
  if (encoding === 'utf8-bom') return iconv.encode(text, 'utf8', { addBOM: true });
  return iconv.encode(text, encoding);
}
