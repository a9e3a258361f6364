import { readFileSync } from 'node:fs';
import type { Article } from '../../../src/article/article.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { loadDictionary } from '../../../src/language/dictionary.ts';
import { createMeaning } from '../../../src/library/meanings.ts';
import { createLibrary } from '../../../src/library/open.ts';
import { openNetwork } from '../../../src/network/open-network.ts';
import { readDatasets } from '../../training/datasets.ts';
import { articlesOf } from '../article-of.ts';
import { inTurn } from '../in-turn.ts';
import { poolOf } from '../pool.ts';
import { corpusOf } from './corpus.ts';
import { HOSTILE_INPUTS } from './hostile.ts';
import { SEED_QUESTIONS } from './seed-questions.ts';
import { timeUntil } from './time.ts';
import { handOver } from './worker.ts';

/** The worst time of each hostile input in milliseconds, in the order of `HOSTILE_INPUTS`. */
export interface HostileSpeed {
  readonly worstMs: readonly number[];
}

const SEED = new URL('../../../seeds/jinchang.txt', import.meta.url);
const PER_ARTICLE = 20;
const ROUNDS = 3;

const [size, folder] = process.argv.slice(2);
loadDictionary();
const network = await openNetwork((reason) => {
  throw new Error(reason);
});
const articles = size === undefined ? [seed()] : made(Number(size), folder ?? '');
const library = createLibrary(articles, undefined, network && createMeaning(network));
for (const question of SEED_QUESTIONS) await library.ask(question);
handOver({
  worstMs: await inTurn(HOSTILE_INPUTS, ({ text }) => worst(text)),
} satisfies HostileSpeed);

function seed(): Article {
  return parseArticle(readFileSync(SEED), 'jinchang');
}

function made(size: number, folder: string): Article[] {
  const real = poolOf(readDatasets(folder)).passages.map(({ text }) => text);
  return articlesOf(corpusOf(real, size), PER_ARTICLE);
}

async function worst(question: string): Promise<number> {
  let most = 0;
  // Asked for another number of passages each time: what was asked before is known.
  for (let limit = 1; limit <= ROUNDS; limit += 1)
    most = Math.max(most, await timeUntil(() => library.ask(question, { limit })));
  return most;
}
