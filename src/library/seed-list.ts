import { accessSync, constants, type Dirent, lstatSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { whyUnreadable } from '../regular-file.ts';
import { isOfSavedPage, isSeedName, whyNoSeed } from './seed-name.ts';

/** What lies in a folder of seeds and in the folders in it. Paths are relative to it, with slashes, in their order. */
export interface SeedList {
  readonly seeds: readonly string[];
  /** What is not taken, by path: why. A folder that is not entered ends in a slash. */
  readonly others: ReadonlyMap<string, string>;
}

/** Whoever sorts articles by day needs three. */
const MAX_DEPTH = 8;

/**
 * Lists a folder and all folders in it. Links to folders are not followed; what begins with a dot is passed over.
 * @param ownFolders paths of folders in which the program keeps its own
 * @throws the system's error where the folder itself cannot be listed
 */
export function listSeeds(folder: string, ownFolders: readonly string[] = []): SeedList {
  const seeds: string[] = [];
  const others = new Map<string, string>();
  // A folder that may be listed but not entered has nothing for us, which one line says better than one for each file.
  accessSync(`${folder}/.`, constants.R_OK | constants.X_OK);
  const waiting = [{ path: '', depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, depth } = next;
    for (const entry of entriesOf(folder, path, others)) {
      const name = path + entry.name;
      if (entry.name.startsWith('.') || isOwn(join(folder, name), ownFolders)) continue;
      // One that is named as a file would be is told as what it is, where a file is expected.
      if (entry.isDirectory() && !isSeedName(name)) {
        const reason = whyNotEntered(entry.name, depth);
        if (reason === undefined) waiting.push({ path: `${name}/`, depth: depth + 1 });
        else others.set(`${name}/`, reason);
        continue;
      }
      const isLinkedFolder = entry.isSymbolicLink() && !isSeedName(name) && isLinkToFolder(join(folder, name));
      const reason = isLinkedFolder ? 'the link leads to a folder; links are not followed' : whyNoSeed(name);
      if (reason === undefined) seeds.push(name);
      else others.set(name, reason);
    }
  }
  return { seeds: seeds.sort(), others };
}

function isOwn(path: string, ownFolders: readonly string[]): boolean {
  return ownFolders.some((own) => resolve(path) === resolve(own));
}

/** Whether it is a link, and what it leads to is a folder. */
export function isLinkToFolder(path: string): boolean {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  try {
    return isLink && statSync(path).isDirectory();
  } catch {
    // It leads nowhere, or back to itself.
    return false;
  }
}

function entriesOf(folder: string, path: string, others: Map<string, string>): Dirent[] {
  try {
    return readdirSync(join(folder, path), { withFileTypes: true });
  } catch (error) {
    if (path === '') throw error;
    others.set(path, `the folder ${whyUnreadable(error)}`);
    return [];
  }
}

function whyNotEntered(name: string, depth: number): string | undefined {
  if (isOfSavedPage(name)) return 'the folder holds what a saved page is drawn with; it is not read';
  return depth < MAX_DEPTH ? undefined : `the folder lies more than ${MAX_DEPTH} folders deep; it is not read`;
}
