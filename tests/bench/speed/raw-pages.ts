import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toSimplifiedCharacters } from '../../../src/language/script.ts';
import { type Damage, damagedPage, UNDAMAGED } from '../../article/damage.ts';
import { seededRandom } from '../../training/random.ts';

const SEED = 20211123;
const PER_ARTICLE = 20;

/** Paragraphs indented as pages do. */
const CLEAN: Damage = { ...UNDAMAGED, indent: '　　' };

/** What mirrors do, all at once. */
const AS_A_MIRROR: Damage = {
  ...CLEAN,
  traditional: true,
  leavesSomeAlone: true,
  glosses: true,
  lostByte: true,
  narrow: true,
  spam: true,
};

/**
 * A page for every twenty passages, as a mirror makes it of a Simplified article: converted character by
 * character, with glosses and with bytes lost. The same for the same passages.
 */
export function rawPages(passages: readonly string[]): Uint8Array[] {
  return pagesOf(passages.map(asSimplified), AS_A_MIRROR);
}

/** The same of passages as they are. */
export function cleanPages(passages: readonly string[]): Uint8Array[] {
  return pagesOf(passages, CLEAN);
}

/** What a Simplified article would say in the place of a passage that may be Traditional. */
export function asSimplified(passage: string): string {
  return toSimplifiedCharacters(passage).replace(/[「」『』]/g, (mark) => QUOTES[mark] ?? mark);
}
const QUOTES: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };

function pagesOf(passages: readonly string[], damage: Damage): Uint8Array[] {
  const random = seededRandom(SEED);
  const chance = (n: number) => Math.floor(random() * n);
  const pages: Uint8Array[] = [];
  for (let at = 0; at < passages.length; at += PER_ARTICLE) {
    const title = `第${at / PER_ARTICLE + 1}篇文章`;
    pages.push(damagedPage(published(title, passages.slice(at, at + PER_ARTICLE)), damage, chance));
  }
  return pages;
}

function published(title: string, paragraphs: readonly string[]) {
  return {
    id: title,
    script: 'hans' as const,
    title,
    editors: [],
    breadcrumbs: [],
    sections: [{ heading: null, paragraphs }],
    head: [title, '2021-11-23 09:21:00 来源：金昌日报'],
    foot: [],
  };
}

/** Writes pages as the seeds of a folder, which is made. @returns the folder */
export function writePages(folder: string, pages: readonly Uint8Array[]): string {
  mkdirSync(folder);
  for (const [number, page] of pages.entries()) writeFileSync(join(folder, `${number}.txt`), page);
  return folder;
}
