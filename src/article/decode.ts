import { countOf, logProbability } from '../language/frequency.ts';
import { toSimplifiedCharacters } from '../language/script.ts';
import { NotAnArticle } from './article.ts';
import { LARGEST_FILE } from './largest-file.ts';

const HTML = /^\s*<(?:!doctype\s+html|html|\?xml|head|body)\b/i;

/** Chinese encodings are told apart by the first bytes: more would take time and add no certainty. */
const SAMPLE_BYTES = 16 * 1024;

/** Says as much for an encoding as the most frequent character, 的. */
const COMMON_PUNCTUATION = /[，。、：；？！“”‘’「」『』（）《》—…　]/;

/**
 * The text of a file in UTF-8, GB18030 (so GBK and GB2312 too), Big5, or UTF-16 with a byte
 * order mark; the mark itself is no part of the text. Bytes that are impossible in the
 * encoding become U+FFFD, for the lost-byte rule to see.
 *
 * @throws NotAnArticle when the file is empty, too large, HTML or not text.
 */
export function decode(bytes: Uint8Array): string {
  requireSize(bytes);
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const ownSigns = encoding === 'utf-8' ? countOfSigns(bytes) : 0;
  if (isBinary(text, ownSigns)) throw new NotAnArticle('the file is binary, not text');
  if (HTML.test(text)) throw new NotAnArticle('the file is an HTML page; save its text instead');
  if (text.trim() === '') throw new NotAnArticle('the file is empty');
  return text;
}

/** @throws NotAnArticle where there is nothing, or more than any text has */
export function requireSize(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new NotAnArticle('the file is empty');
  if (bytes.length > LARGEST_FILE) {
    throw new NotAnArticle(`the file is larger than ${LARGEST_FILE / 1024 / 1024} MB`);
  }
}

/** The name of the encoding that a text's bytes are likeliest in, for `TextDecoder`. */
export function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (isNearlyUtf8(bytes)) return 'utf-8';
  return likelierChinese(bytes.subarray(0, SAMPLE_BYTES));
}

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
function likelierChinese(sample: Uint8Array): string {
  const commonness = (encoding: string) => meanCharacterCount(new TextDecoder(encoding).decode(sample));
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
  const control = text.match(/[\u0000-\u0008\u000b\u000e-\u001f]/g)?.length ?? 0;
  // At the very end it is a file that was cut, however short.
  const impossible = (text.match(/\ufffd(?!$)/g)?.length ?? 0) - ownSigns;
  return control > Math.max(1, text.length * MAX_CONTROL_SHARE) || impossible > text.length * MAX_IMPOSSIBLE_SHARE;
}
