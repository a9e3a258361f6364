import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotAnArticle } from '../../../src/article/article.ts';
import { inTurn } from '../in-turn.ts';
import { percent, table } from '../markdown.ts';
import { share } from '../share.ts';
import { type Gold, readGold } from './gold.ts';
import { type Marks, marksOf, NOTHING } from './marks.ts';
import { type PageReader, READERS } from './readers.ts';

/**
 * How many of a folder's annotated pages each reader makes the right article of, as a table. What Wenzhai gets wrong
 * goes to standard error, page by page.
 */
export async function html(folder: string): Promise<string> {
  const pages = readGold(folder).map((gold) => ({ gold, bytes: readFileSync(join(folder, gold.file)) }));
  const rows = await inTurn(READERS, async (reader) => {
    const start = performance.now();
    const marks = await inTurn(pages, (page) => marksFor(reader, page));
    const ms = (performance.now() - start) / pages.length;
    if (reader === READERS[0])
      tellFaults(
        pages.map(({ gold }) => gold),
        marks,
      );
    const shares = COLUMNS.map((column) => percent(share(marks, (mark) => mark[column])));
    return [reader.name, ...shares, ms.toFixed(0)];
  });
  const head = [
    `${pages.length} saved pages`,
    'title',
    'date',
    'source',
    'authors',
    'headings',
    'body',
    'all but headings',
    'ms a page',
  ];
  return table(head, rows);
}

const COLUMNS = ['title', 'date', 'source', 'authors', 'headings', 'body', 'whole'] as const satisfies (keyof Marks)[];

async function marksFor(reader: PageReader, { gold, bytes }: { gold: Gold; bytes: Uint8Array }): Promise<Marks> {
  try {
    return marksOf(await reader.read(bytes), gold);
  } catch (error) {
    // It finds no article: nothing is right. What another throws is its own affair.
    if (reader === READERS[0] && !(error instanceof NotAnArticle)) throw error;
    return NOTHING;
  }
}

function tellFaults(golds: readonly Gold[], marks: readonly Marks[]): void {
  for (const [at, { file }] of golds.entries()) {
    const wrong = COLUMNS.filter((column) => column !== 'whole' && marks[at]?.[column] === false);
    if (wrong.length > 0) process.stderr.write(`${file}: ${wrong.join(', ')}\n`);
  }
}
