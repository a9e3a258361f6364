import { createMeaning } from '../../../src/library/meanings.ts';
import { openLibrary } from '../../../src/library/open.ts';
import { articleText } from '../../../src/passages/passages.ts';
import { openedNetwork } from '../opened-network.ts';
import { shrunkMemory } from '../speed/memory.ts';
import { handOver } from '../speed/worker.ts';
import { SILENT } from './silent.ts';

/** What an engine takes that has answered some questions. */
export interface Resident {
  /** Megabytes (10⁶ bytes). */
  readonly residentMb: number;
  /** Of how many articles the vectors were there. */
  readonly withVectors: number;
}

const [folder = '', cacheDir = '', questions = '[]'] = process.argv.slice(2);
const meaning = createMeaning(await openedNetwork());
const library = await openLibrary(folder, { log: SILENT, cacheDir, worthKeeping: 1, meaning });
// A word that hardly a text has has them all looked through, and kept as they were: sooner or later any engine holds that.
for (const article of library.articles) articleText(article);
for (const question of JSON.parse(questions) as string[]) await library.ask(question);
const { resident } = await shrunkMemory();
handOver({ residentMb: resident, withVectors: [...meaning.vectors.articles].length } satisfies Resident);
