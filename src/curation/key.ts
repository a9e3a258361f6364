import { createHash } from 'node:crypto';

const LENGTH = 12;

/** An article's id in a few letters that fit into a control, whatever the id is. */
export function keyOf(articleId: string): string {
  return createHash('sha256').update(articleId).digest('hex').slice(0, LENGTH);
}
