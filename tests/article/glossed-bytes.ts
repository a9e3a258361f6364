import iconv from 'iconv-lite';

/*
 * What mirrors do that gloss into the bytes: wherever the two bytes of a character stand, in one
 * character or across two, its reading is put behind them. Then the bytes are decoded, and what
 * is no character becomes a sign.
 */

/** How a decoder treats bytes that are no character: its sign, and whether it takes the ASCII character behind for the second byte. */
export interface Decoder {
  readonly sign: '?' | '\ufffd';
  readonly swallows: boolean;
}

/** A text with glosses in its bytes, one character after the other, as a decoder reads it. */
export function glossedIntoBytes(
  text: string,
  readings: readonly (readonly [string, string])[],
  decoder: Decoder,
): string {
  let bytes: Uint8Array = iconv.encode(text, 'gbk');
  for (const [character, reading] of readings) {
    bytes = glossed(bytes, iconv.encode(character, 'gbk'), iconv.encode(`(${reading})`, 'gbk'));
  }
  return decoded(bytes, decoder);
}

function glossed(bytes: Uint8Array, [first, second]: Uint8Array, gloss: Uint8Array): Uint8Array {
  const result: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    result.push(byte);
    if (byte !== first || bytes[at + 1] !== second) continue;
    result.push(second ?? 0, ...gloss);
    at += 1;
  }
  return Uint8Array.from(result);
}

/** Two by two, as the tables of GBK have them. */
function decoded(bytes: Uint8Array, { sign, swallows }: Decoder): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const [first = 0, second] = bytes.subarray(at, at + 2);
    if (first < 0x80) {
      text += String.fromCharCode(first);
      continue;
    }
    const pair = second === undefined ? '\ufffd' : new TextDecoder('gbk').decode(bytes.subarray(at, at + 2));
    const isPair = pair.length === 1 && pair !== '\ufffd';
    text += isPair ? pair : sign;
    if (isPair || (swallows && second !== undefined && second < 0x80 && second > 0x20)) at += 1;
  }
  return text;
}
