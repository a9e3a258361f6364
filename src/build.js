import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Where builds are kept: in the project's own folder, so that nobody else on the machine can put code there. */
const DIST = join(ROOT, 'dist');
/** The programs that the bot is made of: the one that people start, and the processes that it starts. */
const ENTRIES = [
  'src/main.ts',
  'src/guard.ts',
  'src/engine-process.ts',
  'src/page-process.ts',
  'src/encode-process.ts',
  'src/picture-process.ts',
  'src/store-process.ts',
];
/** What the browser loads of the page to try it on. */
const SITE = ['src/web/site/page.tsx', 'src/web/site/page.css'];
/** What a build is made of; a change to any of it makes another build. */
const SOURCES = ['src', 'commands', 'package-lock.json'];
/** What makes an article or an index: part of the key of what is kept of them between runs. */
const MAKERS = ['src/article', 'src/files', 'src/language', 'src/network', 'src/retrieval', 'package-lock.json'];
/** What is read at run time, from beside the code. */
const MODEL = 'src/network/model';
/** So many builds are kept beside the current one: a bot that still runs one starts its processes from there. */
const KEPT = 5;

/**
 * Bundles the program's TypeScript into a folder that is named after what is in it, unless it is
 * there already. Another start that builds at the same moment does no harm: a build appears whole.
 *
 * @returns {Promise<string>} the folder with `main.js` and the programs that it starts
 * @throws where the sources cannot be read or built, or the folder cannot be written
 */
export async function build() {
  const folder = join(DIST, digestOf(SOURCES));
  if (existsSync(join(folder, 'main.js'))) return folder;
  mkdirSync(DIST, { recursive: true });
  const unfinished = mkdtempSync(join(DIST, '.building-'));
  try {
    await bundleInto(unfinished);
    // Whoever runs the program may be another user than the one who builds it.
    chmodSync(unfinished, 0o755);
    putInPlace(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  removeOldBuilds(folder);
  return folder;
}

/** @param {string} folder */
async function bundleInto(folder) {
  const secrets = ['DISCORD_TOKEN', 'DATABASE_URL', 'PGPASSWORD'].map((name) => [name, process.env[name]]);
  // The bundler is a process of its own, and has no use for them.
  for (const [name = ''] of secrets) delete process.env[name];
  try {
    await bundle(folder);
  } finally {
    for (const [name = '', value] of secrets) if (value !== undefined) process.env[name] = value;
  }
}

/** @param {string} folder */
async function bundle(folder) {
  const esbuild = await import('esbuild');
  await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    entryNames: '[name]',
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    keepNames: true,
    logLevel: 'error',
    define: { MAKERS_DIGEST: JSON.stringify(digestOf(MAKERS)) },
  });
  await buildSite(join(folder, 'site'));
  // It would stay beside the program for as long as that runs.
  await esbuild.stop();
  // The bot answers without a network, too.
  if (existsSync(join(ROOT, MODEL))) linkFiles(join(ROOT, MODEL), join(folder, 'model'));
}

/**
 * Builds what the browser loads: `page.js` and `page.css`, which need nothing else.
 * @param {string} folder
 */
export async function buildSite(folder) {
  const esbuild = await import('esbuild');
  await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: SITE,
    entryNames: '[name]',
    outdir: folder,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  });
}

/**
 * Gives the files of a folder second names in another: a build has its own, whatever comes in the place of the first,
 * and the disk holds them once. Where there can be no second names they are copied.
 * @param {string} from
 * @param {string} to
 */
function linkFiles(from, to) {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    try {
      linkSync(join(from, name), join(to, name));
    } catch {
      cpSync(join(from, name), join(to, name), { recursive: true });
    }
  }
}

/**
 * @param {string} unfinished
 * @param {string} folder
 */
function putInPlace(unfinished, folder) {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Somebody else was faster: their build is the same.
    if (!existsSync(join(folder, 'main.js'))) throw error;
  }
}

/** @param {string} current */
function removeOldBuilds(current) {
  const others = readdirSync(DIST)
    .map((name) => join(DIST, name))
    .filter((folder) => folder !== current)
    .map((folder) => ({ folder, at: statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.at - a.at);
  for (const { folder } of others.slice(KEPT)) rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {readonly string[]} paths files and folders, relative to the project's
 * @returns {string} hexadecimal, of the names and contents of all files
 */
function digestOf(paths) {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const path of paths) addFiles(path, hash);
  return hash.digest('hex').slice(0, 32);
}

/**
 * @param {string} path
 * @param {import('node:crypto').Hash} hash
 */
function addFiles(path, hash) {
  const full = join(ROOT, path);
  const stats = statSync(full, { throwIfNoEntry: false });
  if (stats?.isDirectory()) for (const name of readdirSync(full).sort()) addFiles(join(path, name), hash);
  // An editor leaves links that lead nowhere.
  else if (stats?.isFile()) hash.update(path).update('\0').update(readFileSync(full));
}
