/** What JSON may hold as it is and a terminal acts on; the characters below U+0020 JSON escapes itself. */
const ACTED_ON = /[\u007f-\u009f\p{Bidi_Control}\p{Zl}\p{Zp}\u206a-\u206f\ufff9-\ufffb]/gu;

/** A value as one line of JSON that is safe to be shown. Who parses it gets the same value. */
export function jsonLine(value: unknown): string {
  return escapeJson(JSON.stringify(value));
}

/** JSON of the same value, in which nothing is left that a terminal acts on. @param json as `JSON.stringify` writes it */
export function escapeJson(json: string): string {
  // Such characters stand in strings alone, where a code may stand for them.
  return json.replace(ACTED_ON, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
