import { UNREADABLE } from '../../src/article/unreadable.ts';

/**
 * Whether a text was restored: exactly, or but for one honest gap in front of a figure. Of 只有3毫米
 * the run of misread bytes that ends there leaves one byte of 有, and a digit may be gone.
 */
export function isRestored(restored: string, text: string): boolean {
  const [before = '', after, ...more] = restored.split(UNREADABLE);
  if (after === undefined) return restored === text;
  const missing = text.length - before.length - after.length;
  const isInFront = more.length === 0 && /^\d/.test(after) && (missing === 0 || missing === 1);
  return isInFront && text.startsWith(before) && text.endsWith(after);
}
