import { encodingOf, requireSize, textIn, unicodeOf } from '../../article/decode.ts';

/** Browsers look no further for a declared charset. Bytes. */
const DECLARED_WITHIN = 4096;
const DECLARATION = /<(?:meta|\?xml)\b[^<>]*>/gi;
const CHARSET = /(?:charset|encoding)\s{0,4}=\s{0,4}["']?\s{0,4}([\w:-]{1,40})/i;
const MARKUP = /<[^<>]*>/g;
/** A page that is broken here and there is in this charset all the same. */
const MAX_BROKEN_SHARE = 0.02;

/**
 * The text of a page. Its bytes count for more than what it declares: some say GB2312 and are UTF-8. What is declared
 * decides where they do not tell, as between Japanese and Chinese.
 *
 * @param declared the charset that something outside the page names
 * @throws NotAnArticle where the page is empty or too large
 */
export function decodeHtml(bytes: Uint8Array, declared?: string): string {
  requireSize(bytes);
  // Of markup, which is ASCII, no charset can be told.
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const words = Buffer.from(latin.replace(MARKUP, ' '), 'latin1');
  const likely = unicodeOf(bytes) ?? encodingOf(words);
  if (likely.startsWith('utf')) return textIn(likely, bytes);
  const named = decoderFor(declared ?? declaredIn(latin.slice(0, DECLARED_WITHIN)));
  const asNamed = named?.encoding === 'big5' ? textIn('big5', bytes) : named?.decode(bytes);
  if (asNamed !== undefined && brokenShare(asNamed) <= MAX_BROKEN_SHARE) return asNamed;
  return textIn(likely, bytes);
}

function declaredIn(start: string): string | undefined {
  const declarations = start.match(DECLARATION) ?? [];
  return declarations.map((tag) => CHARSET.exec(tag)?.[1]).find((name) => name !== undefined);
}

function decoderFor(name: string | undefined): InstanceType<typeof TextDecoder> | undefined {
  if (name === undefined) return undefined;
  try {
    const decoder = new TextDecoder(name);
    return decoder.encoding.startsWith('utf') || decoder.encoding.startsWith('windows') ? undefined : decoder;
  } catch {
    // No charset has this name.
    return undefined;
  }
}

function brokenShare(text: string): number {
  const beyondAscii = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  return (text.match(/\ufffd/g)?.length ?? 0) / Math.max(1, beyondAscii);
}
