import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FILES = markdownFiles();

/** An address outside of the repository. */
const ELSEWHERE = /^[a-z][a-z+.-]*:/i;

test('there is something to follow', () => {
  expect(FILES).toContain('README.md');
  expect(FILES.flatMap((file) => linksIn(file)).length).toBeGreaterThan(30);
  expect(missing('README.md', 'nowhere.md')).toBe(true);
  expect(missing('README.md', '#nowhere')).toBe(true);
  expect(missing('README.md', 'src/README.md#the-house')).toBe(false);
});

describe.each(FILES)('%s', (file) => {
  test('every link points to something that is there', () => {
    expect(linksIn(file).filter((link) => missing(file, link))).toEqual([]);
  });
});

test('the README and its twin have the same figures, pictures and links', () => {
  const [english, chinese] = ['README.md', 'README.zh.md'].map((file) => ({
    links: linksIn(file)
      .map((link) => link.replace(/#.*/, ''))
      .filter((link) => !/^README(\.zh)?\.md$/.test(link))
      .sort(),
    headings: headingsIn(file).map(({ depth }) => depth),
    rows: tablesIn(file),
    commands: codeIn(file),
  }));
  expect(chinese).toEqual(english);
});

test('no line breaks are seen as spaces between Chinese characters', () => {
  const text = read('README.zh.md').replace(/^```[\s\S]*?^```/gm, '');
  expect(text.match(/.*[\p{Script=Han}，。；：、]\n(?: *[^\s<|#\d-]).*/gu)).toBeNull();
});

function missing(file: string, link: string): boolean {
  const [path = '', anchor] = decodeURI(link).split('#');
  const target = path === '' ? file : relative(ROOT, join(ROOT, dirname(file), path));
  if (!existsSync(join(ROOT, target))) return true;
  return anchor !== undefined && !headingsIn(target).some(({ text }) => anchorOf(text) === anchor);
}

/** What GitHub makes of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** Relative ones, of the text and of HTML in it. */
function linksIn(file: string): string[] {
  const html = marked.parse(read(file), { async: false });
  return [...html.matchAll(/ (?:href|src|srcset)="([^"]+)"/g)]
    .map(([, link = '']) => link)
    .filter((link) => !ELSEWHERE.test(link));
}

function headingsIn(file: string): { depth: number; text: string }[] {
  return tokensIn(file).flatMap((token) =>
    token.type === 'heading' ? [{ depth: token.depth as number, text: plainText(token.text as string) }] : [],
  );
}

/** How many rows each table has, and the digits in them. */
function tablesIn(file: string): string[][] {
  return tokensIn(file).flatMap((token) =>
    token.type === 'table'
      ? [
          token.raw
            .trim()
            .split('\n')
            .map((row) => (row.match(/\d+(?:[.,]\d+)*/g) ?? []).join(' ')),
        ]
      : [],
  );
}

/** Commands without what is said of them. */
function codeIn(file: string): string[] {
  return tokensIn(file).flatMap((token) =>
    token.type === 'code' && token.lang === 'sh' ? [(token.text as string).replace(/\s*#.*/g, '')] : [],
  );
}

function tokensIn(file: string): Token[] {
  return marked.lexer(read(file));
}

function plainText(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** Those of the repository, whether they are kept already or not, and none of what is installed or built. */
function markdownFiles(): string[] {
  const [tops, deeper] = [
    readdirSync(ROOT).filter((name) => name.endsWith('.md')),
    ['src', 'tests', 'commands'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    ),
  ];
  return [...tops, ...deeper.filter((path) => path.endsWith('.md') && !path.includes('node_modules'))];
}
