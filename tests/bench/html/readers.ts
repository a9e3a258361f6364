import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { parseText } from '../../../src/article/parse.ts';
import { decodeHtml } from '../../../src/files/html/decode-html.ts';
import { readFile } from '../../../src/files/read-file.ts';
import type { Extracted } from './marks.ts';

/** Something that makes an article of a page. */
export interface PageReader {
  readonly name: string;
  /** @throws whatever it throws where it finds none */
  readonly read: (bytes: Uint8Array) => Promise<Extracted>;
}

/** All of them get the page in the right charset, which two of them would not find. */
export const READERS: readonly PageReader[] = [
  { name: '**Wenzhai**', read: readHere },
  { name: 'Readability', read: readability },
  { name: 'defuddle', read: defuddle },
  { name: 'article-extractor', read: articleExtractor },
];

async function readHere(bytes: Uint8Array): Promise<Extracted> {
  const { title, publishedAt, source, authors = [], sections } = parseText(await readFile(bytes, 'html'), 'page');
  const headings = sections.flatMap(({ heading }) => heading ?? []);
  const lines = sections.flatMap(({ heading, paragraphs }) => [...(heading === null ? [] : [heading]), ...paragraphs]);
  return { title, publishedAt, source, authors, lines, headings };
}

async function readability(bytes: Uint8Array): Promise<Extracted> {
  const { document } = parseHTML(decodeHtml(bytes));
  const read = new Readability(document as never).parse();
  return {
    title: read?.title ?? undefined,
    publishedAt: read?.publishedTime ?? undefined,
    source: read?.siteName ?? undefined,
    authors: read?.byline ? [read.byline] : [],
    lines: linesIn(read?.content ?? ''),
    headings: headingsIn(read?.content ?? ''),
  };
}

async function defuddle(bytes: Uint8Array): Promise<Extracted> {
  const { document } = parseHTML(decodeHtml(bytes));
  const read = await Defuddle(document as never, 'https://example.org/', { useAsync: false });
  return {
    title: read.title,
    publishedAt: read.published,
    source: read.site,
    authors: read.author ? [read.author] : [],
    lines: linesIn(read.content),
    headings: headingsIn(read.content),
  };
}

async function articleExtractor(bytes: Uint8Array): Promise<Extracted> {
  const read = await extractFromHtml(decodeHtml(bytes), 'https://example.org/');
  return {
    title: read?.title,
    publishedAt: read?.published,
    source: read?.source,
    authors: read?.author ? [read.author] : [],
    lines: linesIn(read?.content ?? ''),
    headings: headingsIn(read?.content ?? ''),
  };
}

const BLOCK_END = /<\/(?:p|div|h[1-6]|li|tr|blockquote|figcaption|section)>|<br\s*\/?>/gi;

/** What a reader gives as HTML, line by line. */
function linesIn(html: string): string[] {
  const { document } = parseHTML(`<!doctype html><body>${html.replace(BLOCK_END, '$&\n')}</body>`);
  return (document.body.textContent ?? '').split('\n').filter((line: string) => line.trim() !== '');
}

function headingsIn(html: string): string[] {
  const { document } = parseHTML(`<!doctype html><body>${html}</body>`);
  return [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((heading) => heading.textContent ?? '');
}
