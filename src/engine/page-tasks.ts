import type { Article } from '../article/article.ts';
import { parseSeed } from '../library/seed-file.ts';
import { summarise } from '../summary/summarise.ts';

/** A page to be read, as it is handed to the process that reads pages. */
export interface PageTask {
  readonly bytes: Uint8Array;
  /** Of the file, for its name. */
  readonly path: string;
  /** Whether the sections are to be summed up, too. */
  readonly summed: boolean;
}

/** An article, with the sentences of each section's summary where they were asked for. */
export interface ReadPage {
  readonly article: Article;
  readonly summaries: readonly (readonly string[])[];
}

/**
 * Makes an article of a page, in the process that it is called in.
 * @throws NotAnArticle with the reason
 */
export function readPage({ bytes, path, summed }: PageTask): ReadPage {
  const article = parseSeed(bytes, path);
  return { article, summaries: summed ? article.sections.map((section) => summaryOf(section, article)) : [] };
}

function summaryOf(section: Article['sections'][number], { title, sections }: Article): string[] {
  return summarise(section, { title, last: section === sections.at(-1) }).map(({ text }) => text);
}
