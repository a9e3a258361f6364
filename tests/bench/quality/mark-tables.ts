import { createPassageIndex, type PassageIndex } from '../../../src/retrieval/passage-index.ts';
import { articlesOf } from '../article-of.ts';
import { percent, table } from '../markdown.ts';
import type { Pool } from '../pool.ts';
import { progress } from '../progress.ts';
import { type Condition, TEXTS } from './conditions.ts';
import { type Mark, marksEndToEnd, marksGivenPassage, sharesOf } from './marks.ts';
import { partRows } from './part-rows.ts';
import { type PinyinStyle, toPinyin } from './pinyin.ts';
import { rankingOf } from './ranking.ts';
import { ranksIn } from './ranks.ts';
import { changeQuestions } from './scripts.ts';

/** What Wenzhai marks in the passages, in each condition, and what it makes of questions in pinyin. */
export function markTables(all: readonly Condition[]): string {
  const given: string[][] = [];
  const whole: string[][] = [];
  const typed: string[][] = [];
  const parts: string[][] = [];
  for (const text of TEXTS) {
    const ofText = all.filter((condition) => condition.text === text);
    const first = ofText[0];
    if (first === undefined) continue;
    const index = indexOf(first.pool);
    for (const { name, pool } of ofText) {
      progress(`Wenzhai's marks, ${name}`);
      given.push([name, ...cells(marksGivenPassage(index, pool))]);
      whole.push([name, ...cells(marksEndToEnd(index, pool))]);
    }
    if (text === 'published') {
      typed.push(...pinyinRows(index, first.pool));
      parts.push(...partRows(index, first.pool));
    }
  }
  return [
    '### The answering sentence, given the right passage\n',
    table(['questions', ...HEAD], given),
    '\n### The answering sentence, end to end\n',
    table(['questions', ...HEAD], whole),
    '\n### By set, and by what is asked for\n',
    table(['questions', 'number', 'recall@1', 'one sentence holds it, given the passage', 'end to end'], parts),
    '\n### Questions in pinyin\n',
    table(['typed', 'recall@1', 'recall@5', 'MRR@10', 'end to end, one sentence'], typed),
  ].join('\n');
}

const HEAD = [
  'one sentence holds it',
  'one or two hold it',
  'two are marked',
  'a run is given',
  'and is exact',
  'refused',
];

function cells(marks: readonly Mark[]): string[] {
  const { single, any, double, runs, exactRuns, refused } = sharesOf(marks);
  return [single, any, double, runs, exactRuns, refused].map(percent);
}

function indexOf({ passages }: Pool): PassageIndex {
  return createPassageIndex(
    articlesOf(
      passages.map(({ text }) => text),
      1,
    ),
  );
}

const STYLES: readonly PinyinStyle[] = ['spaced', 'with tones', 'run together'];

function pinyinRows(index: PassageIndex, published: Pool): string[][] {
  return STYLES.map((style) => {
    progress(`Wenzhai, pinyin ${style}`);
    const pool = changeQuestions(published, ({ question }) => toPinyin(question, style));
    const { recallAt1, recallAt5, mrrAt10 } = rankingOf(ranksIn(index, pool));
    return [style, ...[recallAt1, recallAt5, mrrAt10, sharesOf(marksEndToEnd(index, pool)).single].map(percent)];
  });
}
