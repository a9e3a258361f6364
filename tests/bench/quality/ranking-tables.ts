import { type EngineId, loadEngine } from '../engines/catalogue.ts';
import type { Engine } from '../engines/engine.ts';
import { percent, table } from '../markdown.ts';
import { progress } from '../progress.ts';
import * as conditions from './conditions.ts';
import { measureRanking, type Ranking } from './ranking.ts';

type ByCondition = ReadonlyMap<string, Ranking>;

/** All engines over the same pool with the same questions, in each condition. */
export async function rankingTables(ids: readonly EngineId[], all: readonly conditions.Condition[]): Promise<string> {
  const measured: { engine: Engine; rankings: ByCondition }[] = [];
  for (const id of ids) {
    const engine = await loadEngine(id);
    engine.prepare?.();
    measured.push({ engine, rankings: await measureAll(engine, all) });
  }
  const rows = (columns: (rankings: ByCondition) => string[]) =>
    measured.map(({ engine, rankings }) => [engine.name, ...columns(rankings)]);
  return [
    '### The right passage\n',
    table(
      ['engine', 'recall@1', 'recall@5', 'MRR@10', ...SCRIPTS.map((name) => `${name}, recall@1`)],
      rows((rankings) => [...published(rankings), ...SCRIPTS.map((name) => recall(rankings, name))]),
    ),
    '\n### The right passage for a misspelt question\n',
    table(
      ['engine', 'recall@1 as asked', ...MISSPELT],
      rows((rankings) => [conditions.PUBLISHED, ...MISSPELT].map((name) => recall(rankings, name))),
    ),
    '\n### How the engines are set up\n',
    ...measured.map(({ engine }) => `- ${engine.name}: ${engine.setup}`),
  ].join('\n');
}

const SCRIPTS = [conditions.HANS, conditions.HANT_ON_HANS, conditions.HANS_ON_HANT];
const MISSPELT = [conditions.HOMOPHONE, conditions.DROPPED, conditions.DOUBLED];

/** Builds an index for each text once, and asks it in every condition of that text. */
async function measureAll(engine: Engine, all: readonly conditions.Condition[]): Promise<ByCondition> {
  const rankings = new Map<string, Ranking>();
  for (const text of conditions.TEXTS) {
    const ofText = all.filter((condition) => condition.text === text);
    const passages = ofText[0]?.pool.passages ?? [];
    const search = await engine.build(passages.map((passage) => passage.text));
    for (const { name, pool } of ofText) {
      progress(`${engine.name}, ${name}`);
      rankings.set(name, await measureRanking(search, pool));
    }
  }
  return rankings;
}

function published(rankings: ByCondition): string[] {
  const { recallAt1, recallAt5, mrrAt10 } = rankings.get(conditions.PUBLISHED) ?? UNMEASURED;
  return [recallAt1, recallAt5, mrrAt10].map(percent);
}

function recall(rankings: ByCondition, name: string): string {
  return percent(rankings.get(name)?.recallAt1 ?? Number.NaN);
}

const UNMEASURED: Ranking = { recallAt1: Number.NaN, recallAt5: Number.NaN, mrrAt10: Number.NaN };
