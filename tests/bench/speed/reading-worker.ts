import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Article } from '../../../src/article/article.ts';
import { handOver } from './worker.ts';

/** What a checkout needs to make a library of pages; seconds of CPU. */
export interface ReadingSpeed {
  readonly readSeconds: number;
  readonly indexSeconds: number;
  /** Millionths of a second for a character of clean pages, when all code is warm. */
  readonly simplifiedMicros: number;
  readonly traditionalMicros: number;
}

const [root = '', raw = '', simplified = '', traditional = ''] = process.argv.slice(2);
const { loadDictionary } = await of<typeof import('../../../src/language/dictionary.ts')>('language/dictionary.ts');
const { parseArticle } = await of<typeof import('../../../src/article/parse.ts')>('article/parse.ts');
const { createPassageStore } =
  await of<typeof import('../../../src/retrieval/store/store.ts')>('retrieval/store/store.ts');
loadDictionary();

const pages = pagesIn(raw);
let articles: Article[] = [];
const readSeconds = cpuSeconds(() => {
  articles = pages.map((page, number) => parseArticle(page, String(number)));
});
const indexSeconds = cpuSeconds(() => {
  // Step by step: what is measured may be a checkout whose stores begin empty.
  const store = createPassageStore();
  for (const article of articles) for (const _ of store.adding(article));
});
handOver({
  readSeconds,
  indexSeconds,
  simplifiedMicros: microsPerCharacter(pagesIn(simplified)),
  traditionalMicros: microsPerCharacter(pagesIn(traditional)),
} satisfies ReadingSpeed);

/** A module of the checkout that is measured. */
function of<Module>(path: string): Promise<Module> {
  return import(pathToFileURL(join(root, 'src', path)).href);
}

function pagesIn(folder: string): Uint8Array[] {
  return readdirSync(folder).map((name) => readFileSync(join(folder, name)));
}

function microsPerCharacter(clean: readonly Uint8Array[]): number {
  const characters = clean.reduce((total, page) => total + new TextDecoder().decode(page).length, 0);
  return (cpuSeconds(() => clean.map((page) => parseArticle(page, 'clean'))) / characters) * 1e6;
}

function cpuSeconds(step: () => unknown): number {
  const before = process.cpuUsage();
  step();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
