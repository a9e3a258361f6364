import { loadDictionary } from '../../../src/language/dictionary.ts';
import { createPassageStore } from '../../../src/retrieval/store/store.ts';
import { takeAll } from '../../../src/steps.ts';
import { readDatasets } from '../../training/datasets.ts';
import { articlesOf } from '../article-of.ts';
import { poolOf } from '../pool.ts';
import { corpusOf } from './corpus.ts';
import { time } from './time.ts';
import { handOver } from './worker.ts';

/** Milliseconds for one article of 20 passages to be replaced, again and again. */
export interface UpdateSpeed {
  readonly replaceMs: readonly number[];
}

const PER_ARTICLE = 20;
const UPDATES = 50;

const [size = '', folder = ''] = process.argv.slice(2);
const real = poolOf(readDatasets(folder)).passages.map(({ text }) => text);
const articles = articlesOf(corpusOf(real, Number(size)), PER_ARTICLE);
loadDictionary();
const index = createPassageStore(articles);
const step = Math.max(1, Math.floor(articles.length / UPDATES));
const replaced = articles.filter((_, number) => number % step === 0);
handOver({ replaceMs: replaced.map((article) => time(() => takeAll(index.adding(article)))) } satisfies UpdateSpeed);
