import { readDatasets } from '../../training/datasets.ts';
import type { EngineId } from '../engines/catalogue.ts';
import { poolOf } from '../pool.ts';
import { conditionsOf } from './conditions.ts';
import { margin } from './margin.ts';
import { markTables } from './mark-tables.ts';
import { rankingTables } from './ranking-tables.ts';
import { refusalTables } from './refusal-tables.ts';

/**
 * How good the answers are: tables in Markdown, all shares in per cent.
 * @param folder holds the two public question sets
 * @param ids the engines to rank; marks and refusals are Wenzhai's alone
 */
export async function quality(folder: string, ids: readonly EngineId[]): Promise<string> {
  const pool = poolOf(readDatasets(folder));
  const conditions = conditionsOf(pool);
  const tables = [await rankingTables(ids, conditions)];
  if (ids.includes('wenzhai')) tables.push(await markTables(conditions), await refusalTables(pool));
  const { passages, questions } = pool;
  const asked = `${questions.length} questions that neither weights nor choices were made on, over ${passages.length} passages (DRCD 1.3 dev and CMRC 2018 trial). All shares in per cent; one of 95 is good to ±${margin(0.95, questions.length)}.`;
  return [asked, ...tables].join('\n\n');
}
