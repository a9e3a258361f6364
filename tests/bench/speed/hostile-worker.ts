import { readFileSync } from 'node:fs';
import type { Article } from '../../../src/article/article.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { loadDictionary } from '../../../src/language/dictionary.ts';
import { createPassageIndex } from '../../../src/retrieval/passage-index.ts';
import { readDatasets } from '../../training/datasets.ts';
import { articlesOf } from '../article-of.ts';
import { poolOf } from '../pool.ts';
import { corpusOf } from './corpus.ts';
import { HOSTILE_INPUTS } from './hostile.ts';
import { SEED_QUESTIONS } from './seed-questions.ts';
import { time } from './time.ts';
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
const index = createPassageIndex(size === undefined ? [seed()] : made(Number(size), folder ?? ''));
for (const question of SEED_QUESTIONS) index.ask(question);
handOver({ worstMs: HOSTILE_INPUTS.map(({ text }) => worst(() => index.ask(text))) } satisfies HostileSpeed);

function seed(): Article {
  return parseArticle(readFileSync(SEED), 'jinchang');
}

function made(size: number, folder: string): Article[] {
  const real = poolOf(readDatasets(folder)).passages.map(({ text }) => text);
  return articlesOf(corpusOf(real, size), PER_ARTICLE);
}

function worst(step: () => unknown): number {
  return Math.max(...Array.from({ length: ROUNDS }, () => time(step)));
}
