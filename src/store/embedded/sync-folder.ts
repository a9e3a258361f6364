import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Waits until all files of a folder are on the disk: at once where the system has a program for it, else one after the
 * other, which takes seconds for a thousand.
 */
export function syncFolder(folder: string): void {
  const { status } = spawnSync('sync', ['-f', folder], { stdio: 'ignore' });
  if (status === 0) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) syncFile(join(entry.parentPath, entry.name));
  }
  syncNames(folder);
}

/** Waits until the names of the files in a folder are on the disk. */
export function syncNames(folder: string): void {
  // Windows opens no folders, and writes names by itself.
  if (process.platform !== 'win32') syncFile(folder);
}

function syncFile(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
