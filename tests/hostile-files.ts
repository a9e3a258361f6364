import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** What may lie where a file is expected, by name, with what is to be said of it. */
export const HOSTILE: Readonly<Record<string, RegExp>> = {
  'device.txt': /a device/,
  'folder.txt': /a folder/,
  'huge.txt': /\d+ bytes; the limit is/,
  'loop.txt': /a link that leads back to itself/,
  'nowhere.txt': /does not exist/,
  'pipe.json': /a pipe/,
  'pipe.txt': /a pipe/,
  'socket.txt': /a socket/,
  'to-folder.txt': /a folder/,
  'to-pipe.txt': /a pipe/,
};

/** Lays all of it into a folder. @returns what has to be closed afterwards */
export async function layHostileFiles(folder: string): Promise<Server> {
  makePipe(join(folder, 'pipe.txt'));
  makePipe(join(folder, 'pipe.json'));
  mkdirSync(join(folder, 'folder.txt'));
  const links = { device: '/dev/zero', loop: 'loop.txt', nowhere: 'gone', 'to-pipe': 'pipe.txt', 'to-folder': '.' };
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, `${name}.txt`));
  writeFileSync(join(folder, 'huge.txt'), '');
  truncateSync(join(folder, 'huge.txt'), 2 ** 33);
  const server = createServer().listen(join(folder, 'socket.txt'));
  await once(server, 'listening');
  return server;
}

export function makePipe(path: string): void {
  execFileSync('mkfifo', [path]);
}
