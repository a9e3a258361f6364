import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Script } from '../article/article.ts';
import { charactersOf } from './font-characters.ts';

/** A file of a font, which has some of its characters. */
export interface FontFile {
  readonly path: string;
  /** Whether it can draw a character. */
  has(character: number): boolean;
}

/** The fonts that the program comes with. */
export interface Fonts {
  /** Of a character's forms those of a script, where there are such; undefined where no font has the character. */
  fileWith(character: number, script: Script): FontFile | undefined;
  /** The same of a pictograph. */
  fileWithPictograph(character: number): FontFile | undefined;
}

/** Source Han Serif for the mainland, all of GB 18030's Chinese but the rarest; Noto Serif TC, the same design, for Taiwan. */
const PACKAGES = {
  hans: ['@chinese-fonts/syst', 'dist/SourceHanSerifCN/result.css'],
  hant: ['@fontsource-variable/noto-serif-tc', 'wght.css'],
  pictographs: ['@fontsource-variable/noto-emoji', 'wght.css'],
} as const;

/** @throws Error where a package is not installed, or is another than it was */
export function openFonts(): Fonts {
  const hans = openFont(PACKAGES.hans);
  const hant = openFont(PACKAGES.hant);
  const pictographs = openFont(PACKAGES.pictographs);
  return {
    fileWith: (character, script) =>
      (script === 'hant' ? hant(character) : undefined) ?? hans(character) ?? hant(character) ?? pictographs(character),
    fileWithPictograph: pictographs,
  };
}

type FindFile = (character: number) => FontFile | undefined;

/** A package of parts of a font, with a style sheet that tells which part is said to have which characters. */
function openFont([name, sheet]: readonly [string, string]): FindFile {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve(`${name}/package.json`));
  const at = join(folder, sheet);
  const files = partsIn(readFileSync(at, 'utf8'), dirname(at));
  if (files.length === 0) throw new Error(`${name} has no fonts`);
  const found = new Map<number, FontFile | undefined>();
  return (character) => {
    if (!found.has(character)) {
      const file = files.find(({ ranges, file }) => isIn(character, ranges) && file.has(character));
      found.set(character, file?.file);
    }
    return found.get(character);
  };
}

interface Part {
  readonly file: FontFile;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

function partsIn(sheet: string, folder: string): Part[] {
  return sheet
    .split('@font-face')
    .slice(1)
    .flatMap((face) => {
      const url = /url\(["']?([^"')]{1,200})/.exec(face)?.[1];
      const ranges = /unicode-range:([^;}]*)/.exec(face)?.[1];
      return url === undefined || ranges === undefined
        ? []
        : [{ file: openFile(join(folder, url)), ranges: rangesIn(ranges) }];
    });
}

/** `U+4E00-4E0F,U+4E20` */
function rangesIn(list: string): [number, number][] {
  return list.split(',').map((range) => {
    const [first = '', last = first] = range.trim().slice(2).split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}

function isIn(character: number, ranges: Part['ranges']): boolean {
  return ranges.some(([first, last]) => first <= character && character <= last);
}

/** What it is said to have is not always in it: it is read when somebody asks. */
function openFile(path: string): FontFile {
  let characters: ReadonlySet<number> | undefined;
  return {
    path,
    has(character) {
      characters ??= charactersOf(readFileSync(path));
      return characters.has(character);
    },
  };
}
