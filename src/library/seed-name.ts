import { kindByName } from '../files/kind.ts';

/** Whether a file of a seeds folder is meant to be an article, or several, by its path in the folder. */
export function isSeedName(path: string): boolean {
  return whyNoSeed(path) === undefined && path.split('/').every((name) => !name.startsWith('.'));
}

/** What a file is that is none by its name, and what to do about it; undefined where it may be one. */
export function whyNoSeed(path: string): string | undefined {
  const kind = kindByName(path);
  return typeof kind === 'object' ? kind.reason : undefined;
}
