import './debug-output.ts';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Locale, localeOf, scriptOf, standardOf } from './chat/locale.ts';
import type { Reader } from './chat/reader.ts';
import { type Mode, readCommandLine, USAGE, UsageError } from './command-line.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { articleMode } from './console/article.ts';
import { askMode } from './console/ask.ts';
import { chatInTerminal } from './console/chat.ts';
import { showsColour, styleFor } from './console/style.ts';
import { visible } from './console/visible.ts';
import { servedShelves } from './curation/shelves.ts';
import { warnOfDebugOutput } from './debug-output.ts';
import type { Bot } from './discord/bot.ts';
import { openEngine, type RunningEngine } from './engine/host.ts';
import { createPageReader } from './engine/page-reader.ts';
import { createPictureDrawer, openPictureDrawer, type PictureDrawer } from './engine/picture-drawer.ts';
import type { Shelves } from './engine/shelves.ts';
import { loadEnvironment } from './environment.ts';
import { beWatched } from './liveness.ts';
import { createLog, errorFields, type Log } from './log.ts';
import { createScrub, secretsIn } from './secrets.ts';
import { scrubStandardError } from './standard-error.ts';
import type { Database } from './store/database.ts';
import type { Leases } from './store/lease.ts';
import type { Notes } from './store/notes.ts';
import type { Opening } from './store/open-database.ts';
import type { Store } from './store/store.ts';
import { createLaidDown, type LaidDownArticles } from './web/laid-down.ts';
import type { OpenPage } from './web/open-page.ts';

/** The folder of the built program; the project's is the one above `dist`. */
const BUILD = dirname(fileURLToPath(import.meta.url));
const ROOT = join(BUILD, '../..');
/** Where the person stands: npm runs scripts in the project's folder. */
const HERE = process.env.INIT_CWD ?? process.cwd();
/** The programs of the processes that read foreign text. */
const ENGINE = join(BUILD, 'engine-process.js');
const PAGES = join(BUILD, 'page-process.js');
const PICTURES = join(BUILD, 'picture-process.js');
/** The program of the process that holds the embedded database. */
const STORE = join(BUILD, 'store-process.js');
/** What a browser loads of the page to try it on. */
const SITE = join(BUILD, 'site');

/** After its end the program waits so long for what others have not answered. Milliseconds. */
const LINGER_MS = 500;

/**
 * A library of so many passages at most is made ready to be found by meaning before the first answer. Twenty passages
 * take a third of a second: who waits for a prompt or a bot does not notice it, and of a batch all answers are to be
 * made alike. Passages.
 */
const FILLED_WHILE_SOMEBODY_WAITS = 64;
const FILLED_BEFORE_A_BATCH = 640;

/** The exit codes of what Discord refuses; 2 is wrong use or configuration, 1 anything else. */
const EXIT_CODES: Readonly<Record<string, number>> = { configuration: 2, token: 3, intents: 4, 'start-limit': 5 };

const skippedEnvironment = loadEnvironment(join(ROOT, '.env'), process.env);
const scrub = createScrub(secretsIn(process.env));
scrubStandardError(scrub);
process.stdout.on('error', leaveQuietly);
process.exitCode = await main(process.argv.slice(2));

/** Command line, configuration, then one of the program's modes. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const mode = readCommandLine(args);
    const config = readConfig(process.env);
    const log = createLog(config.logLevel, scrub);
    warnOfEnvironment(log);
    switch (mode.kind) {
      case 'article':
        return await showArticles(mode, config);
      case 'ask':
        return await answerQuestions(mode, config, log);
      case 'start':
        return config.token === undefined && !mode.discord
          ? await chat(mode, config, log)
          : await bot(mode, config, log);
      case 'register':
        return await register(mode, config, log);
      case 'invite':
        return await invite(config);
      case 'backup':
      case 'restore':
      case 'export':
        return await keepLibraries(mode, config, log);
      case 'help':
        print(USAGE);
        return 0;
    }
  } catch (error) {
    // A connection that was given up may stay open for a minute.
    setTimeout(() => process.exit(), LINGER_MS).unref();
    return explain(error);
  }
}

async function showArticles({ files, json }: Extract<Mode, { kind: 'article' }>, { pageMs }: Config): Promise<number> {
  endOnSignal();
  const style = styleFor(showsColour(process.stdout, process.env));
  const pages = createPageReader({ entry: PAGES, deadlineMs: pageMs });
  try {
    const shown = await articleMode({
      files,
      json,
      style,
      pages,
      resolve: (file) => resolve(HERE, file),
      write: print,
      complain,
    });
    return shown ? 0 : 1;
  } finally {
    pages.close();
  }
}

async function answerQuestions(mode: Extract<Mode, { kind: 'ask' }>, config: Config, log: Log): Promise<number> {
  endOnSignal();
  const engine = await openSeeds(mode.seeds, config, log, { filledFirst: FILLED_BEFORE_A_BATCH });
  const coloured = showsColour(process.stdout, process.env);
  try {
    await askMode({ ...mode, engine, reader: readerOf(mode.locale), coloured, input: process.stdin, write: print });
    return 0;
  } finally {
    engine.stop();
  }
}

async function chat(mode: Extract<Mode, { kind: 'start' }>, config: Config, log: Log): Promise<number> {
  endOnSignal();
  // Into a pipe only answers are written, and no link.
  const isServed = mode.page && process.stdin.isTTY === true && process.stdout.isTTY === true;
  const laidDown = isServed ? createLaidDown() : undefined;
  const { shelves } = laidDown ?? {};
  // Loaded while the engine opens, which takes longer.
  if (isServed) import('./web/open-page.ts').catch(() => {});
  // Somebody waits for the prompt: even a small library is worth keeping.
  const engine = await openSeeds(mode.seeds, config, log, { worthKeeping: 1, watch: process.stdin.isTTY, shelves });
  const pictures = createPictureDrawer({ entry: PICTURES });
  const page = laidDown && (await servePage({ engine, pictures, laidDown }, mode, config, log));
  try {
    await chatInTerminal({
      engine,
      pictures,
      reader: { ...readerOf(mode.locale), pictures: true },
      log,
      folder: HERE,
      input: process.stdin,
      output: process.stdout,
      environment: process.env,
      ...(page !== undefined && { page: page.link }),
    });
    return 0;
  } finally {
    pictures.close();
    page?.close();
    engine.stop();
  }
}

/** The page beside the terminal; without one the terminal is enough. */
async function servePage(
  served: { readonly engine: RunningEngine; readonly pictures: PictureDrawer; readonly laidDown: LaidDownArticles },
  { seeds }: Extract<Mode, { kind: 'start' }>,
  config: Config,
  log: Log,
): Promise<OpenPage | undefined> {
  try {
    const { openPage } = await import('./web/open-page.ts');
    const pages = createPageReader({ entry: PAGES, deadlineMs: config.pageMs });
    const page = await openPage({ ...served, pages, seeds: seedsFolder(seeds, config), site: SITE, log });
    const close = () => {
      page.close();
      pages.close();
    };
    return { ...page, close };
  } catch (error) {
    log.warn('no page is served', errorFields(error));
    return undefined;
  }
}

/** Runs until it is told to stop (exit code 0) or a person has to put something right. */
async function bot(mode: Extract<Mode, { kind: 'start' }>, config: Config, log: Log): Promise<number> {
  const token = requireToken(config);
  const { startBot } = await import('./discord/bot.ts');
  const { signal, stopped } = toldToStop(config);
  let running: Bot | undefined;
  let isShown = true;
  const onChange = () => {
    isShown = running !== undefined;
    void running?.showLibrary();
  };
  const onAnswered = (seconds: number) => running?.metrics.databaseAnsweredAfter(seconds);
  const { store, others } = (await openKept(config, log, onAnswered)) ?? {};
  const shelves = store && servedShelves(store);
  const opening = openSeeds(mode.seeds, config, log, { worthKeeping: 1, watch: true, onChange, shelves });
  const pages = createPageReader({ entry: PAGES, deadlineMs: config.pageMs });
  const library = store && { store, pages, limits: config.limits };
  const drawing = openPictureDrawer({ entry: PICTURES }, (reason) => log.warn('there are no pictures', { reason }));
  try {
    const engine = await Promise.race([opening, stopped]);
    if (engine === undefined) return 0;
    log.info('library opened', { articles: engine.holdings.articles.length, passages: engine.holdings.passages });
    const pictures = await Promise.race([drawing, stopped]);
    running = await startBot({ ...config, token, engine, library, pictures, others, log, signal }).catch(
      (error: unknown) => {
        if (signal.aborted) return undefined;
        throw error;
      },
    );
    if (running === undefined) return 0;
    if (!isShown) onChange();
    const failure = await Promise.race([stopped, running.failed]);
    await running.stop();
    if (failure !== undefined) throw failure;
    return 0;
  } finally {
    opening.then(
      (engine) => engine.stop(),
      () => {},
    );
    pages.close();
    await store?.close();
    void drawing.then((pictures) => pictures?.close());
    setTimeout(() => process.exit(), LINGER_MS).unref();
  }
}

/** Where moderators' articles are kept, and what several processes that share it have in common. */
interface Kept {
  readonly store: Store;
  readonly others: (Leases & Notes) | undefined;
}

/**
 * @returns undefined where the folder of the embedded database cannot be opened: the bot answers from the operator's articles then
 * @throws ConfigError where several processes share a database and it refuses this one: without the leases two would answer
 */
async function openKept(config: Config, log: Log, onAnswered: (seconds: number) => void): Promise<Kept | undefined> {
  const { databaseUrl } = config;
  const { storeIn } = await import('./store/store-in.ts');
  const { leases } = await import('./store/lease.ts');
  const { notes } = await import('./store/notes.ts');
  try {
    const database = await openLibrary({ ...libraryOpening(config, log), onAnswered });
    const others = databaseUrl === undefined ? undefined : { ...leases(databaseUrl), ...notes(database) };
    return { store: storeIn(database, databaseUrl, log), others };
  } catch (error) {
    if (databaseUrl !== undefined) throw error;
    const reason =
      error instanceof Error && error.name === 'StoreMistake' ? { reason: error.message } : errorFields(error);
    log.error('library cannot be opened: nothing can be added', reason);
    return undefined;
  }
}

/** Whoever ends a mode that is not the bot's ends the processes that it has started, too. */
function endOnSignal(): void {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(0));
  process.once('SIGHUP', () => process.exit(129));
}

/** Told by a signal, or by the end of the process that guards this one. */
function toldToStop({ silenceMs }: Config): { signal: AbortSignal; stopped: Promise<undefined> } {
  const stopping = new AbortController();
  const stopped = new Promise<undefined>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve(undefined));
  });
  const stop = () => stopping.abort();
  // A group of processes is told as one, and each may pass it on: being told twice is being told.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  beWatched(silenceMs, stop);
  return { signal: stopping.signal, stopped };
}

async function register(mode: Extract<Mode, { kind: 'register' }>, config: Config, log: Log): Promise<number> {
  const token = requireToken(config);
  const { registerCommands } = await import('./discord/administration.ts');
  endOnSignal();
  // Servers may have articles, and several, whatever the operator has.
  const engine = await openSeeds(mode.seeds, config, log, { mayBeEmpty: true });
  const { commands } = engine;
  engine.stop();
  const { guildId } = config;
  const difference = await registerCommands({ ...config, token }, commands, {
    severalArticles: true,
    guildId,
    dryRun: mode.dryRun,
  });
  const lines = Object.entries(difference).flatMap(([what, names]) => names.map((name: string) => `${what}: ${name}`));
  for (const line of lines.length > 0 ? lines : ['nothing differs']) print(scrub(visible(line)));
  return 0;
}

async function invite(config: Config): Promise<number> {
  const token = requireToken(config);
  const { invitation } = await import('./discord/administration.ts');
  print(await invitation({ ...config, token }));
  return 0;
}

/** Takes what the database keeps out of it, or puts it back. */
async function keepLibraries(
  mode: Extract<Mode, { kind: 'backup' | 'restore' | 'export' }>,
  config: Config,
  log: Log,
): Promise<number> {
  endOnSignal();
  const database = await openLibrary(libraryOpening(config, log));
  try {
    print(await keep(mode, database, config, log));
    return 0;
  } finally {
    await database.close();
  }
}

/** @returns a line that says what was done */
async function keep(
  mode: Extract<Mode, { kind: 'backup' | 'restore' | 'export' }>,
  database: Database,
  { databaseUrl }: Config,
  log: Log,
): Promise<string> {
  switch (mode.kind) {
    case 'backup': {
      const { backUp } = await import('./store/backup.ts');
      return `${await backUp(database, resolve(HERE, mode.file))} rows`;
    }
    case 'restore': {
      const { restoreBackup } = await import('./store/restore.ts');
      return `${await restoreBackup(database, resolve(HERE, mode.file), mode.replace)} rows`;
    }
    case 'export': {
      const { exportLibrary } = await import('./store/export.ts');
      const { storeIn } = await import('./store/store-in.ts');
      const store = storeIn(database, databaseUrl, log);
      return `${await exportLibrary(store, mode.server, resolve(HERE, mode.folder))} articles`;
    }
  }
}

/** Where servers' libraries are kept. */
function libraryOpening({ databaseUrl, libraryDir }: Config, log: Log): Opening {
  return { databaseUrl, folder: resolve(ROOT, libraryDir), entry: STORE, log };
}

/** @throws ConfigError where the address is at fault; StoreMistake where the folder is */
async function openLibrary(opening: Opening): Promise<Database> {
  const { openDatabaseAt } = await import('./store/open-database.ts');
  try {
    return await openDatabaseAt(opening);
  } catch (error) {
    const isOfAddress = opening.databaseUrl !== undefined && error instanceof Error && error.name === 'StoreMistake';
    throw isOfAddress ? new ConfigError(`DATABASE_URL: ${error.message}`) : error;
  }
}

/** What was set and is not heeded. */
function warnOfEnvironment(log: Log): void {
  if (skippedEnvironment !== undefined) log.warn('.env skipped', { file: '.env', reason: skippedEnvironment });
  warnOfDebugOutput(log);
}

function requireToken({ token }: Config): string {
  if (token === undefined) throw new ConfigError('DISCORD_TOKEN is not set: put the bot’s token into .env');
  return token;
}

/** The engine over a folder of seeds. Whatever ends this process ends the engine's, too. */
function openSeeds(
  seeds: string | undefined,
  config: Config,
  log: Log,
  {
    worthKeeping = 500,
    filledFirst = FILLED_WHILE_SOMEBODY_WAITS,
    watch = false,
    onChange = () => {},
    shelves,
    mayBeEmpty,
  }: {
    worthKeeping?: number;
    filledFirst?: number;
    watch?: boolean;
    onChange?: () => void;
    shelves?: Shelves | undefined;
    mayBeEmpty?: boolean;
  } = {},
): Promise<RunningEngine> {
  const { questionMs, completionMs, pageMs, serversBytes } = config;
  const folder = seedsFolder(seeds, config);
  const cacheDir = resolve(ROOT, config.cacheDir);
  const ownFolders = [resolve(ROOT, config.libraryDir)];
  return openEngine({
    entry: ENGINE,
    opening: { folder, cacheDir, ownFolders, worthKeeping, filledFirst, watch, pageMs, serversBytes },
    questionMs,
    completionMs,
    log,
    onProgress: showProgress,
    onChange,
    shelves,
    mayBeEmpty,
  });
}

function seedsFolder(given: string | undefined, config: Config): string {
  return given === undefined ? resolve(ROOT, config.seedsDir) : resolve(HERE, given);
}

/** The reader at this terminal: as they said, else as their shell says, else Chinese as it was published. */
function readerOf(given: Locale | undefined): Reader {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const shell = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  const spoken = shell === undefined || /^(C|POSIX)\b/.test(shell) ? undefined : localeOf(shell);
  const locale = given ?? spoken;
  if (locale === undefined) return { locale: 'zh-CN', script: undefined };
  return { locale, script: scriptOf(locale), standard: standardOf(shell) };
}

/** One line on standard error, and the exit code that goes with it. */
function explain(error: unknown): number {
  if (!(error instanceof Error)) {
    complain(JSON.stringify(errorFields(error)));
    return 1;
  }
  const hint = error.name === 'EmptyLibrary' ? '; SEEDS_DIR or --seeds says where articles are' : '';
  complain(isForPeople(error) ? error.message + hint : JSON.stringify(errorFields(error)));
  if (error instanceof UsageError || error instanceof ConfigError) return 2;
  // discord.js is loaded only where it is used, so its failures are known by their name.
  return error.name === 'DiscordFailure' && 'kind' in error ? (EXIT_CODES[String(error.kind)] ?? 1) : 1;
}

function isForPeople(error: Error): boolean {
  return [
    'UsageError',
    'ConfigError',
    'EmptyLibrary',
    'DictionaryError',
    'DiscordFailure',
    'StoreMistake',
    'StoreUnavailable',
  ].includes(error.name);
}

/** How far reading the seeds is, on one line of a terminal. */
function showProgress(read: number, of: number): void {
  if (!process.stderr.isTTY || of < 20) return;
  process.stderr.write(read === of ? '\r\u001b[K' : `\r${read} / ${of}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${visible(line)}\n`);
}

/** Whoever read our output is gone: there is nobody left to talk to. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  process.exit(error.code === 'EPIPE' ? 0 : explain(error));
}
