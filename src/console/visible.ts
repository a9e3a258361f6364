/**
 * What a terminal would act on instead of showing it: control characters (escape sequences begin
 * with one), marks that turn the direction of writing or end a line, and what Unicode has given up.
 */
const ACTED_ON = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\u206a-\u206f\ufff9-\ufffb]/gu;

/** Unicode has a picture of each of the first 32 characters, and of the one that is deleted: ␀ to ␟, ␡. */
const PICTURES = 0x2400;
const DELETE = 0x7f;

/**
 * A foreign text as a terminal can show it: what would move the cursor, change colours, ring or
 * turn the writing round is shown, `␛` for escape, `\u{202e}` where there is no picture. The result
 * is one line.
 */
export function visible(text: string): string {
  return text.replace(ACTED_ON, picture);
}

function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(PICTURES + code);
  return code === DELETE ? '␡' : `\\u{${code.toString(16)}}`;
}
