import type { Library } from '../../../src/library/library.ts';
import { createLibrary } from '../../../src/library/open.ts';
import { articlesOf } from '../article-of.ts';
import { inTurn } from '../in-turn.ts';
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
export async function markTables(all: readonly Condition[]): Promise<string> {
  const given: string[][] = [];
  const whole: string[][] = [];
  const typed: string[][] = [];
  const parts: string[][] = [];
  for (const text of TEXTS) {
    const ofText = all.filter((condition) => condition.text === text);
    const first = ofText[0];
    if (first === undefined) continue;
    const library = libraryOf(first.pool);
    for (const { name, pool } of ofText) {
      progress(`Wenzhai's marks, ${name}`);
      given.push([name, ...cells(await marksGivenPassage(library, pool))]);
      whole.push([name, ...cells(await marksEndToEnd(library, pool))]);
    }
    if (text === 'published') {
      typed.push(...(await pinyinRows(library, first.pool)));
      parts.push(...(await partRows(library, first.pool)));
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

function libraryOf({ passages }: Pool): Library {
  return createLibrary(
    articlesOf(
      passages.map(({ text }) => text),
      1,
    ),
  );
}

const STYLES: readonly PinyinStyle[] = ['spaced', 'with tones', 'run together'];

function pinyinRows(library: Library, published: Pool): Promise<string[][]> {
  return inTurn(STYLES, async (style) => {
    progress(`Wenzhai, pinyin ${style}`);
    const pool = changeQuestions(published, ({ question }) => toPinyin(question, style));
    const { recallAt1, recallAt5, mrrAt10 } = rankingOf(await ranksIn(library, pool));
    return [
      style,
      ...[recallAt1, recallAt5, mrrAt10, sharesOf(await marksEndToEnd(library, pool)).single].map(percent),
    ];
  });
}
