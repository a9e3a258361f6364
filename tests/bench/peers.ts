import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** npm writes the first when it has installed what the second lists. */
const INSTALLED = new URL('node_modules/.package-lock.json', import.meta.url);
const WANTED = new URL('package-lock.json', import.meta.url);

/**
 * Installs the other engines and readers of pages beside the benchmark, unless they are there already.
 * @throws Error when npm fails
 */
export function installPeers(): void {
  if (existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync(WANTED).mtimeMs) return;
  process.stderr.write('installing what Wenzhai is measured against (npm ci --prefix tests/bench)\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: HERE,
    // Standard output belongs to the tables.
    stdio: ['ignore', process.stderr, 'inherit'],
    // npm is a script with an extension of its own on Windows.
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm could not install what Wenzhai is measured against');
}
