import { readQuestion } from '../question/question.ts';
import { find } from './find.ts';
import type { Passage } from './passages/passages.ts';
import { placeOf } from './passages/pieces.ts';
import { bestOfEach } from './rank.ts';
import { limitOf, type Scope } from './scope.ts';
import type { PassageStore } from './store/store.ts';

/** A paragraph that has somebody's words, or some of them. */
export interface Hit {
  readonly passage: Passage;
  /** How much of the words it has, by rarity: 0 to 1. */
  readonly coverage: number;
}

/** Plain search, at once: the paragraphs that words are likeliest about, best first. Whether one answers is not asked. */
export function search(store: PassageStore, words: string, scope: Scope): Hit[] {
  return bestOfEach(find(store, readQuestion(words), scope).ranked)
    .slice(0, limitOf(scope))
    .map(({ passage, matches }) => ({ passage: placeOf(passage).passage, coverage: matches.coverage }));
}
