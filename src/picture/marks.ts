import type { Script } from '../article/article.ts';

/** Marks that begin a stretch, and those that end one: brackets, quotation marks. */
const OPENING = new Set('（《〈「『【〔〖｛［“‘');
const CLOSING = new Set('）》〉」』】〕〗｝］”’');
/** Marks that stand in the lower left corner in the mainland, and in the middle in Taiwan. */
const STOPS = new Set('，。、；：');
/** What else begins no line, and what else ends none. */
const NOT_FIRST = new Set('！？…⋯·‧・％‰℃～,.;:!?)]}%');
const NOT_LAST = new Set('￥＄¥$([{§№');

export function isOpening(character: string): boolean {
  return OPENING.has(character);
}

export function isClosing(character: string): boolean {
  return CLOSING.has(character);
}

export function isStop(character: string): boolean {
  return STOPS.has(character);
}

/** Whether no line may begin with it. */
export function mayNotBeFirst(character: string): boolean {
  return CLOSING.has(character) || STOPS.has(character) || NOT_FIRST.has(character);
}

/** Whether no line may end with it. */
export function mayNotBeLast(character: string): boolean {
  return OPENING.has(character) || NOT_LAST.has(character);
}

/** Whether the right half of its square is empty, so that it can be done without beside another mark and at a line's end. */
export function isEmptyOnTheRight(character: string, script: Script): boolean {
  return CLOSING.has(character) || (script === 'hans' && STOPS.has(character));
}

/** A dash or an ellipsis, each of which is written twice and stays together. */
export function isHalfOfTwo(character: string): boolean {
  return character === '—' || character === '…' || character === '⋯';
}
