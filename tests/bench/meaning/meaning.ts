import type { Library } from '../../../src/library/library.ts';
import { readDatasets } from '../../training/datasets.ts';
import { articlesOf } from '../article-of.ts';
import { inTurn } from '../in-turn.ts';
import { percent, table } from '../markdown.ts';
import { openedNetwork } from '../opened-network.ts';
import { type Pool, poolOf } from '../pool.ts';
import { progress } from '../progress.ts';
import { margin } from '../quality/margin.ts';
import { marksGivenPassage, sharesOf } from '../quality/marks.ts';
import { rankingOf } from '../quality/ranking.ts';
import { share } from '../share.ts';
import { shownInPool } from './shown.ts';
import { waysOf } from './ways.ts';

/**
 * What finding and reading by meaning does to questions in the text's own words: a table in Markdown, all shares in
 * per cent.
 * @param folder holds the two public question sets
 * @throws Error where no network can be opened
 */
export async function meaning(folder: string): Promise<string> {
  const network = await openedNetwork();
  const whole = poolOf(readDatasets(folder));
  const pool = { ...whole, questions: whole.questions.filter((_, number) => number % EVERY === 0) };
  progress('vectors of the pool');
  const ways = await waysOf(
    articlesOf(
      pool.passages.map(({ text }) => text),
      1,
    ),
    network,
  );
  const rows = await inTurn(ways, async ({ name, library }) => [name, ...(await cells(name, library, pool))]);
  return [
    `Every third of the questions that are asked for the table of engines: ${pool.questions.length} over ${pool.passages.length} passages, as published (DRCD 1.3 dev and CMRC 2018 trial). All shares in per cent; one of 95 is good to ±${margin(0.95, pool.questions.length)}.`,
    'What weighs the words has not learned from these questions. The reading model has: both sets were in its training whole, and each question was seen some five times. These figures say what finding by meaning costs or gains in a large library; how good it is on unseen articles, `npm run quality` says.',
    table(['Wenzhai', ...HEAD], rows),
  ].join('\n\n');
}

/** Reading takes fifty times as long as words do: so many questions fewer are asked than of the words. */
const EVERY = 3;

const HEAD = [
  'recall@1',
  'recall@5',
  'right sentence marked',
  'and said to answer',
  'said to answer',
  'a run is given',
  'and is exact',
  'right sentence, given the passage',
];

async function cells(name: string, library: Library, pool: Pool): Promise<string[]> {
  progress(`Wenzhai, ${name}`);
  const shown = await shownInPool(library, pool.questions);
  const { recallAt1, recallAt5 } = rankingOf(shown.map(({ rank }) => rank));
  const { any, runs, exactRuns, refused } = sharesOf(shown);
  const rightly = share(shown, ({ answered, holds }) => answered && holds);
  progress(`Wenzhai, ${name}, given the passage`);
  const given = sharesOf(await marksGivenPassage(library, pool));
  return [recallAt1, recallAt5, any, rightly, 1 - refused, runs, exactRuns, given.any].map(percent);
}
