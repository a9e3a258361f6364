import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleToJson } from '../article/json.ts';
import { type Store, StoreMistake } from './store.ts';

/** Of the end of a file's name that came from elsewhere. Systems take 255 with the article's id. Bytes. */
const LONGEST_NAME = 120;

/**
 * Writes a server's library into a new folder: of each article on its shelf a file of JSON as the program prints and
 * reads one, without summaries, and in `files` the file as it came, its name behind the article's id.
 *
 * @returns articles
 * @throws StoreMistake where the folder is not empty or cannot be written, or the server has no articles; StoreUnavailable
 */
export async function exportLibrary(store: Store, server: string, folder: string): Promise<number> {
  if (onDisk(() => existsSync(folder) && readdirSync(folder).length > 0))
    throw new StoreMistake('the folder is not empty');
  const { articles } = await store.shelf(server);
  if (articles.length === 0) throw new StoreMistake('the server has no articles');
  onDisk(() => mkdirSync(join(folder, 'files'), { recursive: true }));
  for (const { article } of articles) {
    const json = `${JSON.stringify(articleToJson(article, []), undefined, 2)}\n`;
    onDisk(() => writeFileSync(join(folder, `${article.id}.json`), json));
    const file = await store.file(server, article.id);
    if (file === undefined) continue;
    onDisk(() => writeFileSync(join(folder, 'files', `${article.id}.${plain(file.name)}`), file.bytes));
  }
  return articles.length;
}

function onDisk<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new StoreMistake(`the folder cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** A name that is one on every system, and leads nowhere. */
function plain(name: string): string {
  let kept = '';
  for (const character of [...name.replace(/[^\p{L}\p{N}._-]/gu, '_')].reverse()) {
    if (Buffer.byteLength(character + kept) > LONGEST_NAME) break;
    kept = character + kept;
  }
  return kept;
}
