import type { Component } from '../discord/payload.ts';
import type { Entry } from './entries.ts';

/** A citation stands in small print and begins with the title. */
const CITATION = /^-# 《/;
const ADDRESS = /§(\d{1,4})¶(\d{1,4})/g;
/** Before an address that says of which article it is. */
const ENDS_WITH_ID = /[\p{L}\p{N}_-]$/u;

/**
 * Where the last answer of a conversation stands in an article: `2.1` for §2¶1.
 * @param articleId of the article; what is cited of another does not count
 */
export function citedLast(entries: readonly Entry[], articleId: string): readonly string[] {
  const last = entries.findLast(({ kind }) => kind === 'message');
  if (last?.kind !== 'message') return [];
  const components = (last.message.body.components ?? []) as readonly Component[];
  return textsIn(components)
    .filter((text) => CITATION.test(text))
    .flatMap((text) =>
      [...text.matchAll(ADDRESS)].flatMap(({ index, 1: section, 2: paragraph }) => {
        const before = text.slice(0, index);
        const isOfAnother = ENDS_WITH_ID.test(before.slice(-2)) && !before.endsWith(articleId);
        return isOfAnother ? [] : [`${section}.${paragraph}`];
      }),
    );
}

function textsIn(components: readonly Component[]): string[] {
  return components.flatMap(({ content = '', components: inner = [] }) => [...content.split('\n'), ...textsIn(inner)]);
}
