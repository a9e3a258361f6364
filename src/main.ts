import './debug-output.ts';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { about } from '../commands/about.ts';
import { ask } from '../commands/ask.ts';
import { findInArticle } from '../commands/find-in-article.ts';
import { quote } from '../commands/quote.ts';
import { section } from '../commands/section.ts';
import { type Locale, localeOf, scriptOf } from './chat/locale.ts';
import { type Mode, readCommandLine, USAGE, UsageError } from './command-line.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { articleMode } from './console/article.ts';
import { askMode } from './console/ask.ts';
import { chatInTerminal } from './console/chat.ts';
import { showsColour, styleFor } from './console/style.ts';
import { visible } from './console/visible.ts';
import { switchedOff } from './debug-output.ts';
import { loadEnvironment } from './environment.ts';
import { type OpenLibrary, openLibrary } from './library/open.ts';
import { watchLibrary } from './library/watch.ts';
import { createLog, errorFields, type Log } from './log.ts';
import { createScrub } from './secrets.ts';
import { scrubStandardError } from './standard-error.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Where the person stands: npm runs scripts in the project's folder. */
const HERE = process.env.INIT_CWD ?? process.cwd();
const COMMANDS = [ask, section, quote, about, findInArticle];

/** After its end the bot waits so long for requests that Discord has not answered. Milliseconds. */
const LINGER_MS = 500;

/** The exit codes of what Discord refuses; 2 is wrong use or configuration, 1 anything else. */
const EXIT_CODES: Readonly<Record<string, number>> = { configuration: 2, token: 3, intents: 4, 'start-limit': 5 };

const skippedEnvironment = loadEnvironment(join(ROOT, '.env'), process.env);
const scrub = createScrub([process.env.DISCORD_TOKEN]);
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
        return showArticles(mode);
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
      case 'help':
        print(USAGE);
        return 0;
    }
  } catch (error) {
    return explain(error);
  }
}

function showArticles({ files, json }: Extract<Mode, { kind: 'article' }>): number {
  const style = styleFor(showsColour(process.stdout, process.env));
  return articleMode({ files, json, style, resolve: (file) => resolve(HERE, file), write: print, complain }) ? 0 : 1;
}

async function answerQuestions(mode: Extract<Mode, { kind: 'ask' }>, config: Config, log: Log): Promise<number> {
  const library = await openSeeds(seedsFolder(mode.seeds, config), config, log);
  const context = { library, ...readerOf(mode.locale) };
  const coloured = showsColour(process.stdout, process.env);
  await askMode({ ...mode, commands: COMMANDS, context, coloured, input: process.stdin, write: print });
  return 0;
}

async function chat(mode: Extract<Mode, { kind: 'start' }>, config: Config, log: Log): Promise<number> {
  const folder = seedsFolder(mode.seeds, config);
  // Somebody waits for the prompt: even a small library is worth half a second.
  const library = await openSeeds(folder, config, log, 1);
  const stopWatching = process.stdin.isTTY ? watchLibrary(folder, library, log) : undefined;
  await chatInTerminal({
    commands: COMMANDS,
    library: () => library,
    ...readerOf(mode.locale),
    log,
    input: process.stdin,
    output: process.stdout,
    environment: process.env,
  });
  await stopWatching?.();
  return 0;
}

/** Runs until it is told to stop (exit code 0) or a person has to put something right. */
async function bot(mode: Extract<Mode, { kind: 'start' }>, config: Config, log: Log): Promise<number> {
  const token = requireToken(config);
  const { startBot } = await import('./discord/bot.ts');
  const folder = seedsFolder(mode.seeds, config);
  const library = await openSeeds(folder, config, log);
  log.info('library opened', { articles: library.articles.length, passages: library.passages });
  const stopping = new AbortController();
  const stopped = new Promise<undefined>((resolve) =>
    stopping.signal.addEventListener('abort', () => resolve(undefined)),
  );
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stopping.abort());
  const starting = startBot({
    ...config,
    token,
    commands: COMMANDS,
    library: () => library,
    log,
    signal: stopping.signal,
  });
  const running = await starting.catch((error: unknown) => {
    if (stopping.signal.aborted) return undefined;
    throw error;
  });
  if (running === undefined) return 0;
  const stopWatching = watchLibrary(folder, library, log, () => running.showLibrary());
  const failure = await Promise.race([stopped, running.failed]);
  await stopWatching();
  await running.stop();
  setTimeout(() => process.exit(), LINGER_MS).unref();
  if (failure !== undefined) throw failure;
  return 0;
}

async function register(mode: Extract<Mode, { kind: 'register' }>, config: Config, log: Log): Promise<number> {
  const token = requireToken(config);
  const { registerCommands } = await import('./discord/administration.ts');
  const library = await openSeeds(seedsFolder(mode.seeds, config), config, log);
  const severalArticles = library.articles.length > 1;
  const { guildId } = config;
  const difference = await registerCommands({ ...config, token }, COMMANDS, {
    severalArticles,
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

/** What was set and is not heeded. */
function warnOfEnvironment(log: Log): void {
  if (skippedEnvironment !== undefined) log.warn('.env skipped', { file: '.env', reason: skippedEnvironment });
  if (switchedOff.length === 0) return;
  log.warn('debug output is left out', { reason: `${switchedOff.join(' and ')} would print tokens and questions` });
}

function requireToken({ token }: Config): string {
  if (token === undefined) throw new ConfigError('DISCORD_TOKEN is not set: put the bot’s token into .env');
  return token;
}

function openSeeds(folder: string, config: Config, log: Log, worthKeeping?: number): Promise<OpenLibrary> {
  const kept = worthKeeping === undefined ? {} : { worthKeeping };
  return openLibrary(folder, { log, cacheDir: resolve(ROOT, config.cacheDir), progress: showProgress, ...kept });
}

function seedsFolder(given: string | undefined, config: Config): string {
  return given === undefined ? resolve(ROOT, config.seedsDir) : resolve(HERE, given);
}

/** The reader at this terminal: as they said, else as their shell says, else Chinese as it was published. */
function readerOf(given: Locale | undefined): { locale: Locale; script: ReturnType<typeof scriptOf> } {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const shell = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  const spoken = shell === undefined || /^(C|POSIX)\b/.test(shell) ? undefined : localeOf(shell);
  const locale = given ?? spoken;
  return locale === undefined ? { locale: 'zh-CN', script: undefined } : { locale, script: scriptOf(locale) };
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
  return ['UsageError', 'ConfigError', 'EmptyLibrary', 'DictionaryError', 'DiscordFailure'].includes(error.name);
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
