/** How much text there may be. Chinese runs out of bytes before it runs out of characters. */
export interface Space {
  /** UTF-16 units: never fewer than Discord counts. */
  readonly characters: number;
  /** Of UTF-8. */
  readonly bytes: number;
}

/** How much space a text takes. */
export function sizeOf(text: string): Space {
  return { characters: text.length, bytes: Buffer.byteLength(text) };
}

/** Whether a text takes no more than there is. */
export function fits(text: string, space: Space): boolean {
  return isWithin(sizeOf(text), space);
}

/** Whether what is taken is no more than there is. */
export function isWithin(taken: Space, space: Space): boolean {
  return taken.characters <= space.characters && taken.bytes <= space.bytes;
}

/** What all take together. */
export function sum(...taken: readonly Space[]): Space {
  return taken.reduce(
    (total, { characters, bytes }) => ({ characters: total.characters + characters, bytes: total.bytes + bytes }),
    NOTHING,
  );
}

/** What is left of a space; below nothing where more is taken than there was. */
export function less(space: Space, taken: Space): Space {
  return { characters: space.characters - taken.characters, bytes: space.bytes - taken.bytes };
}

const NOTHING: Space = { characters: 0, bytes: 0 };
