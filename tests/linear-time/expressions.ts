import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pathOf, sources } from './sources.ts';
import { type Syntax, syntaxOf } from './syntax.ts';

/** A regular expression of the program. */
export interface Expression {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const RECORDER = fileURLToPath(new URL('record-composed.ts', import.meta.url));

/** What the syntax of every file of the program says. */
export function syntaxes(): Syntax[] {
  return sources().map(syntaxOf);
}

/** Every regular expression of the program, the literal ones and those that are composed while it is loaded, each once. */
export function expressionsOf(files: readonly Syntax[]): Expression[] {
  const literal = files.flatMap(({ file, literals }) => literals.map((one) => ({ file, ...one })));
  const all = [...literal, ...composedIn(files.filter(({ composed }) => composed.length > 0).map(({ file }) => file))];
  return [...new Map(all.map((one) => [`${one.file} ${nameOf(one)}`, one])).values()];
}

/** `/source/flags` */
export function nameOf({ source, flags }: Pick<Expression, 'source' | 'flags'>): string {
  return `/${source}/${flags}`;
}

function composedIn(files: readonly string[]): Expression[] {
  const fileAt = new Map(files.map((file) => [pathOf(file), file]));
  const printed = execFileSync(process.execPath, ['--import', 'tsx', RECORDER, ...fileAt.keys()], { encoding: 'utf8' });
  return printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .map(({ path, source, flags }) => ({ file: fileAt.get(path) ?? path, source, flags }));
}
