import type { Component } from '../discord/payload.ts';
import type { Entry } from './entries.ts';

/** A citation stands in small print and begins with the title. */
const CITATION = /^-# 《/;
const ADDRESS = /([\p{L}\p{N}_-]{0,100})§(\d{1,4})¶(\d{1,4})/gu;

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
    .flatMap((text) => [...text.matchAll(ADDRESS)])
    .filter(([, of]) => of === '' || of === articleId)
    .map(([, , section, paragraph]) => `${section}.${paragraph}`);
}

function textsIn(components: readonly Component[]): string[] {
  return components.flatMap(({ content = '', components: inner = [] }) => [...content.split('\n'), ...textsIn(inner)]);
}
