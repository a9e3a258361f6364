import iconv from 'iconv-lite';
import { countOf, logProbability } from '../language/frequency.ts';
import { frequentShare } from '../language/frequent-characters.ts';
import { toSimplifiedCharacters } from '../language/script.ts';
import { NotAnArticle } from './article.ts';
import { LARGEST_FILE } from './largest-file.ts';

const HTML = /^\s*<(?:!doctype\s+html|html|\?xml|head|body)\b/i;

/** Chinese encodings are told apart by the first bytes: more would take time and add no certainty. */
const SAMPLE_BYTES = 16 * 1024;

/** Says as much for an encoding as the most frequent character, 的. */
const COMMON_PUNCTUATION = /[，。、：；？！“”‘’「」『』（）《》—…　]/;

/**
 * The text of a file in UTF-8, GB18030 (so GBK and GB2312 too), Big5 with Hong Kong's characters, UTF-16 or UTF-32; a byte
 * order mark is no part of the text, and neither is what fills a file up (NUL). Bytes that are impossible in the
 * encoding become U+FFFD, for the lost-byte rule to see.
 *
 * @throws NotAnArticle when the file is empty, too large, HTML or not text.
 */
export function decode(bytes: Uint8Array): string {
  requireSize(bytes);
  const encoding = encodingOf(bytes);
  const text = withoutFiller(textIn(encoding, bytes));
  const ownSigns = encoding === 'utf-8' ? countOfSigns(bytes) : 0;
  if (isBinary(text, ownSigns)) {
    throw new NotAnArticle('the file is binary, or text in an encoding that is not read; save its text as UTF-8');
  }
  if (HTML.test(text)) throw new NotAnArticle('the file is an HTML page; save its text instead');
  if (text.trim() === '') throw new NotAnArticle('the file is empty');
  return text;
}

/** The text of bytes in an encoding that `encodingOf` names. */
export function textIn(encoding: Encoding, bytes: Uint8Array): string {
  switch (encoding) {
    // Node's own leaves the characters of Hong Kong private, and has no UTF-32.
    case 'big5':
      return iconv.decode(asBuffer(bytes), 'big5-hkscs');
    case 'utf-32le':
    case 'utf-32be':
      return iconv.decode(asBuffer(bytes), encoding);
    default:
      return new TextDecoder(encoding).decode(bytes);
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Some programs fill a file up with NUL, and end it as DOS did; a NUL inside of Chinese text is nobody's either. */
function withoutFiller(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charAt(end - 1) === '\0' || text.charAt(end - 1) === '\u001a')) end -= 1;
  const filled = text.slice(0, end);
  const hasFiller = end < text.length || filled.includes('\0');
  return hasFiller && isPlainlyChinese(filled) ? filled.replaceAll('\0', '') : text;
}

/** @throws NotAnArticle where there is nothing, or more than any text has */
export function requireSize(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new NotAnArticle('the file is empty');
  if (bytes.length > LARGEST_FILE) {
    throw new NotAnArticle(`the file is larger than ${LARGEST_FILE / 1024 / 1024} MB`);
  }
}

export type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** The encoding that a text's bytes are likeliest in. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const unicode = unicodeOf(bytes);
  if (unicode !== undefined) return unicode;
  if (isNearlyUtf8(bytes)) return 'utf-8';
  return likelierChinese(bytes.subarray(0, SAMPLE_BYTES));
}

/** Two or four bytes a character: by the mark that such a file begins with, or since its bytes make sense so alone. */
export function unicodeOf(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'utf-32le' : 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32be';
  const sample = bytes.subarray(0, SAMPLE_BYTES & ~3);
  if (!sample.includes(0) && isNearlyUtf8(bytes)) return undefined;
  const encodings = ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const;
  return encodings.find((encoding) => isWritten(textIn(encoding, sample)));
}

/** What texts are written in: Chinese and its neighbours, ASCII, their marks. */
const WRITTEN = /[\t\n\r -~\u00a0-\u024f\u2000-\u206f\u3000-\u30ff\uff00-\uffef\p{Script=Han}\p{Script=Hangul}]/gu;
const MIN_WRITTEN_SHARE = 0.95;

function isWritten(text: string): boolean {
  if (text.length < MIN_SAMPLE) return false;
  const written = (text.match(WRITTEN) ?? []).reduce((sum, { length }) => sum + length, 0);
  return written >= MIN_WRITTEN_SHARE * text.length && frequentShare(text) > MIN_FREQUENT_SHARE;
}

/** Of less no encoding can be told. Characters. */
const MIN_SAMPLE = 16;
/** Chinese has twice as many frequent characters, and noise a tenth. */
const MIN_FREQUENT_SHARE = 0.25;

/** Chinese in another encoding breaks UTF-8 at almost every character; a damaged UTF-8 file does so here and there. */
const MAX_BROKEN_SHARE = 0.02;

/** A file may have been cut in the middle of its last character: `stream` leaves that out. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  const broken = text.split('\ufffd').length - countOfSigns(bytes) - 1;
  const beyondAscii = text.length - text.replace(/[\u0080-\uffff]/g, '').length;
  return broken <= beyondAscii * MAX_BROKEN_SHARE;
}

/** How often U+FFFD itself is written, which breaks nothing: some page was decoded before it was saved. */
function countOfSigns(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sign = Buffer.from('\ufffd');
  let count = 0;
  for (let at = file.indexOf(sign); at >= 0; at = file.indexOf(sign, at + sign.length)) count += 1;
  return count;
}

/** Read in the wrong encoding, Chinese becomes characters that hardly anybody uses. */
function likelierChinese(sample: Uint8Array): Encoding {
  const commonness = (encoding: Encoding) => meanCharacterCount(textIn(encoding, sample));
  return commonness('big5') > commonness('gb18030') ? 'big5' : 'gb18030';
}

/** The mean logarithm of how often the dictionary counted the text's characters beyond ASCII. */
function meanCharacterCount(text: string): number {
  const beyondAscii = toSimplifiedCharacters(text).match(/\p{Script=Han}|[\u0080-\uffff]/gu) ?? [];
  const sum = beyondAscii.reduce((total, character) => {
    if (COMMON_PUNCTUATION.test(character)) return total;
    return total + logProbability(countOf(character) ?? 0);
  }, 0);
  return sum / Math.max(1, beyondAscii.length);
}

/** Text has line breaks and tabs but no other control characters; a stray one is forgiven. */
const MAX_CONTROL_SHARE = 0.002;

/** A lost byte leaves one or two of these in a paragraph. */
const MAX_IMPOSSIBLE_SHARE = 0.05;

/** @param ownSigns how many signs for a broken byte the file itself has written out: they are no broken bytes */
function isBinary(text: string, ownSigns: number): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const control = text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  // At the very end it is a file that was cut, however short.
  const impossible = (text.match(/\ufffd(?!$)/g)?.length ?? 0) - ownSigns;
  if (control > Math.max(1, text.length * MAX_CONTROL_SHARE)) return true;
  return impossible > text.length * MAX_IMPOSSIBLE_SHARE && !isPlainlyChinese(text);
}

/** Half of it Chinese, and of that enough such as is in every text: then the rest are gaps, however many. */
function isPlainlyChinese(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES);
  const chinese = sample.match(/[\p{Script=Han}，。、：；？！“”《》]/gu)?.length ?? 0;
  return chinese * 2 > sample.length && frequentShare(sample) > MIN_FREQUENT_SHARE;
}
