import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);
const ROOMS = ['src', 'commands'];

/** A file of the program. */
export interface Source {
  /** From the project's root: `src/language/fold.ts`. */
  readonly file: string;
  readonly text: string;
}

/** Every TypeScript file of the program, in the order of their names. */
export function sources(): Source[] {
  return ROOMS.flatMap((room) =>
    readdirSync(new URL(`${room}/`, ROOT), { recursive: true, encoding: 'utf8' })
      .map((name) => `${room}/${name.replaceAll('\\', '/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts')),
  )
    .sort()
    .map((file) => ({ file, text: readFileSync(pathOf(file), 'utf8') }));
}

/** Where a file of the program lies on this machine. */
export function pathOf(file: string): string {
  return fileURLToPath(new URL(file, ROOT));
}
