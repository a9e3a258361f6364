import { table } from '../markdown.ts';
import { progress } from '../progress.ts';
import { HOSTILE_INPUTS } from './hostile.ts';
import type { HostileArticleSpeed } from './hostile-article-worker.ts';
import { HOSTILE_ARTICLES } from './hostile-articles.ts';
import type { HostileSpeed } from './hostile-worker.ts';
import { type Outcome, runWorker } from './worker.ts';

const WORKER = new URL('hostile-worker.ts', import.meta.url);
const ARTICLE_WORKER = new URL('hostile-article-worker.ts', import.meta.url);

/** How long the worst questions take: over the seed and, where there is a folder of data sets, over so many passages. */
export async function hostileTable(folder: string | undefined, size: number): Promise<string> {
  progress('Wenzhai under hostile questions');
  const outcomes = [await runWorker<HostileSpeed>(WORKER, [])];
  if (folder !== undefined) outcomes.push(await runWorker<HostileSpeed>(WORKER, [String(size), folder]));
  const head = ['question', 'the seed, ms at worst', `${size.toLocaleString('en')} passages, ms at worst`];
  const rows = HOSTILE_INPUTS.map(({ name }, at) => [name, ...outcomes.map((outcome) => cell(outcome, at))]);
  return `### Hostile questions\n\n${table(head.slice(0, 1 + outcomes.length), rows)}`;
}

function cell(outcome: Outcome<HostileSpeed>, at: number): string {
  return 'failure' in outcome ? outcome.failure : (outcome.result.worstMs[at] ?? Number.NaN).toFixed(1);
}

/** What articles of ten megabytes cost that nobody would write, and how long the worst question to each takes. */
export async function hostileArticlesTable(): Promise<string> {
  const rows: string[][] = [];
  for (const { name } of HOSTILE_ARTICLES) {
    progress(`Wenzhai with ten megabytes: ${name}`);
    const outcome = await runWorker<HostileArticleSpeed>(ARTICLE_WORKER, [name]);
    if ('failure' in outcome) rows.push([name, outcome.failure, '', '', '']);
    else {
      const { index, first, worst, summary } = outcome.result;
      rows.push([name, (index / 1_000).toFixed(1), ...[first, worst, summary].map((took) => took.toFixed(0))]);
    }
  }
  const head = ['ten megabytes of', 'indexed, s', 'first question, ms', 'worst question, ms', 'summary, ms'];
  return `### Hostile articles\n\n${table(head, rows)}`;
}
