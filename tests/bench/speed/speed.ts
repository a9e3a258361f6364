import type { EngineId } from '../engines/catalogue.ts';
import { buildTable } from './build-table.ts';
import { engineTables } from './engine-tables.ts';
import { hostileArticlesTable, hostileTable } from './hostile-table.ts';
import { comparedTables, libraryTables } from './library-tables.ts';
import { meaningTable } from './meaning-table.ts';
import { seedTables } from './seed-tables.ts';

const SIZES = [1_000, 10_000];
const LARGEST = 100_000;
const LIBRARY = 10_000;

/**
 * How fast the answers come, and what they cost: tables in Markdown.
 * @param folder holds the two public question sets; without one only the seed is measured
 * @param ids the engines to compare
 * @param large whether they are measured over 100,000 passages too
 */
export async function speed(folder: string | undefined, ids: readonly EngineId[], large: boolean): Promise<string> {
  const tables = ids.includes('wenzhai')
    ? [await seedTables(), await hostileTable(folder, LIBRARY), await hostileArticlesTable()]
    : [];
  if (folder !== undefined) {
    if (ids.includes('wenzhai')) {
      tables.push(await libraryTables(folder, LIBRARY));
      tables.push(await meaningTable(folder, LIBRARY));
      tables.push(await buildTable(folder, large ? [LIBRARY, LARGEST] : [LIBRARY]));
    }
    tables.push(await engineTables(folder, ids, large ? [...SIZES, LARGEST] : SIZES));
  }
  return tables.join('\n\n');
}

/**
 * What a library of raw pages costs here and in another checkout.
 * @param folder holds the two public question sets
 * @param baseline the other checkout's folder
 * @param passages how many; 10,000 unless told
 */
export function comparedSpeed(folder: string, baseline: string, passages = LIBRARY): Promise<string> {
  return comparedTables(folder, passages, baseline);
}
