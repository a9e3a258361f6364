import type { Article } from '../article/article.ts';
import { parseSeed, type ReadSeed } from '../library/seed-file.ts';
import { outline } from '../summary/summarise.ts';

/** A page to be read, as it is handed to the process that reads pages. */
export interface PageTask {
  readonly bytes: Uint8Array;
  /** Of the file, for its name. */
  readonly path: string;
  /** Whether the sections are to be summed up, too. */
  readonly summed: boolean;
}

/** What a page was made into, with the summaries of each article where they were asked for. */
export interface ReadPage extends ReadSeed {
  /** In the order of the articles, the sentences of each section's summary. */
  readonly summaries: readonly Summaries[];
}

export type Summaries = readonly (readonly string[])[];

/**
 * Makes articles of a page, in the process that it is called in.
 * @throws NotAnArticle with the reason
 */
export async function readPage({ bytes, path, summed }: PageTask): Promise<ReadPage> {
  const { articles, refused } = await parseSeed(bytes, path);
  return { articles, refused, summaries: summed ? articles.map(summariesOf) : [] };
}

function summariesOf(article: Article): Summaries {
  return article.sections.map((section) => summaryOf(section, article));
}

function summaryOf(section: Article['sections'][number], { title, sections }: Article): string[] {
  return outline(section, { title, last: section === sections.at(-1) }).map(({ text }) => text);
}
