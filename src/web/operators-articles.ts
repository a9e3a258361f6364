import { join } from 'node:path';
import { NotAnArticle } from '../article/article.ts';
import type { PageReader } from '../engine/page-reader.ts';
import { readSeedBytes } from '../library/seed-bytes.ts';
import { listSeeds } from '../library/seed-list.ts';
import { idOf } from '../library/seed-name.ts';
import type { Shown } from './api.ts';

/** So many files at most are read for one article: of what says its own id, the name tells nothing. */
const MOST_READ = 50;

/**
 * One of the operator's articles with what its file said, read from the folder once more.
 * @returns undefined where no file there is made into it, or none any more
 */
export async function readOperatorsArticle(id: string, folder: string, pages: PageReader): Promise<Shown | undefined> {
  for (const file of candidates(id, folder).slice(0, MOST_READ)) {
    const shown = await readFrom(join(folder, file), file.replaceAll('/', '-'), id, pages);
    if (shown !== undefined) return shown;
  }
  return undefined;
}

/** The files that could be it by their names: an archive's members are named after it, what says its own id can be any. */
function candidates(id: string, folder: string): string[] {
  const named = (file: string) => idOf(file.replaceAll('/', '-'));
  const { seeds } = listSeeds(folder);
  return [
    ...seeds.filter((file) => named(file) === id),
    ...seeds.filter((file) => /\.zip$/i.test(file) && id.startsWith(`${named(file)}-`)),
    ...seeds.filter((file) => /\.json$/i.test(file) && named(file) !== id),
  ];
}

async function readFrom(path: string, name: string, id: string, pages: PageReader): Promise<Shown | undefined> {
  try {
    const read = await pages.read({ bytes: readSeedBytes(path), path: name, summed: false, withTexts: true });
    const at = read.articles.findIndex((article) => article.id === id);
    const [article, original] = [read.articles[at], read.texts[at]];
    return article && { article, ...(original !== undefined && { original }) };
  } catch (error) {
    if (error instanceof NotAnArticle) return undefined;
    throw error;
  }
}
