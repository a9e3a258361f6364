import type { Article } from '../article/article.ts';
import { type ParsedSeed, parseSeed } from '../library/seed-file.ts';
import { outline } from '../summary/summarise.ts';

/** A page to be read, as it is handed to the process that reads pages. */
export interface PageTask {
  readonly bytes: Uint8Array;
  /** Of the file, for its name. */
  readonly path: string;
  /** Whether the sections are to be summed up, too. */
  readonly summed: boolean;
  /** Whether the files' own texts are to come with the articles. */
  readonly withTexts?: boolean;
  /** Whether the file of each article is wanted back, too: those of an archive were packed in it. */
  readonly withFiles?: boolean;
}

/** What a page was made into, with the summaries of each article where they were asked for. */
export interface ReadPage extends ParsedSeed {
  /** In the order of the articles, the sentences of each section's summary. */
  readonly summaries: readonly Summaries[];
}

export type Summaries = readonly (readonly string[])[];

/**
 * Makes articles of a page, in the process that it is called in.
 * @throws NotAnArticle with the reason
 */
export async function readPage(page: PageTask): Promise<ReadPage> {
  const { bytes, path, summed, withTexts = false, withFiles = false } = page;
  const { articles, refused, texts, files } = await parseSeed(bytes, path);
  return {
    articles,
    refused,
    texts: withTexts ? texts : [],
    files: withFiles ? files : [],
    summaries: summed ? articles.map(summariesOf) : [],
  };
}

function summariesOf(article: Article): Summaries {
  return article.sections.map((section) => summaryOf(section, article));
}

function summaryOf(section: Article['sections'][number], { title, sections }: Article): string[] {
  return outline(section, { title, last: section === sections.at(-1) }).map(({ text }) => text);
}
