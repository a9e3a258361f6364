import type { Search } from '../engines/engine.ts';
import type { Pool } from '../pool.ts';

/** Shares from 0 to 1 of the questions asked. */
export interface Ranking {
  readonly recallAt1: number;
  readonly recallAt5: number;
  /** Mean of 1 / rank of the right passage, 0 where it is not among the first ten. */
  readonly mrrAt10: number;
}

const DEPTH = 10;

/** Asks every question of the pool and looks where the right passage comes. */
export async function measureRanking(search: Search, { questions }: Pool): Promise<Ranking> {
  const ranks: number[] = [];
  for (const { question, passage } of questions) {
    const found = await search(question, DEPTH);
    ranks.push(found.indexOf(passage) + 1);
  }
  return rankingOf(ranks);
}

/** @param ranks the right passage's place, counted from 1; 0 where it was not found. */
export function rankingOf(ranks: readonly number[]): Ranking {
  const share = (depth: number) => ranks.filter((rank) => rank > 0 && rank <= depth).length / ranks.length;
  const reciprocal = ranks.reduce((sum, rank) => sum + (rank > 0 && rank <= DEPTH ? 1 / rank : 0), 0);
  return { recallAt1: share(1), recallAt5: share(5), mrrAt10: reciprocal / ranks.length };
}
