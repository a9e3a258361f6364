import { rmSync } from 'node:fs';
import { bundle } from '../../engine/bundled.ts';
import { standInFolder } from '../../network/stand-in.ts';

/** The program, but over few words and a network that knows nothing: it starts in a third of the time. */
export interface QuickProgram {
  /** Paths of what a person starts. */
  readonly main: string;
  readonly guard: string;
  remove(): void;
}

const PROGRAMS = [
  'main',
  'guard',
  'engine-process',
  'page-process',
  'encode-process',
  'picture-process',
  'store-process',
];

/** For what is not about answers: exit codes, signals, what is printed. */
export async function bundleQuickProgram(): Promise<QuickProgram> {
  const model = standInFolder();
  const entries = PROGRAMS.map((name) => new URL(`../../../src/${name}.ts`, import.meta.url));
  const programs = await bundle(entries, { model, fewWords: true });
  return {
    main: programs.pathOf('main'),
    guard: programs.pathOf('guard'),
    remove() {
      programs.remove();
      rmSync(model, { recursive: true });
    },
  };
}
