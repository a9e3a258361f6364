import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import dotenv from 'dotenv';
import { about } from '../commands/about.ts';
import { ask } from '../commands/ask.ts';
import { findInArticle } from '../commands/find-in-article.ts';
import { quote } from '../commands/quote.ts';
import { section } from '../commands/section.ts';
import { type Locale, localeOf, scriptOf } from './chat/locale.ts';
import { type Mode, readCommandLine, UsageError } from './command-line.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { articleMode } from './console/article.ts';
import { askMode } from './console/ask.ts';
import { chatInTerminal } from './console/chat.ts';
import { showsColour, styleFor } from './console/style.ts';
import { EmptyLibrary, openLibrary } from './library/open.ts';
import { createLog, type Log } from './log.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Where the person stands: npm runs scripts in the project's folder. */
const HERE = process.env.INIT_CWD ?? process.cwd();
const COMMANDS = [ask, section, quote, about, findInArticle];

dotenv.config({ path: join(ROOT, '.env'), quiet: true });
process.stdout.on('error', leaveQuietly);
process.exitCode = await main(process.argv.slice(2));

/** Command line, configuration, then one of the program's modes. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const mode = readCommandLine(args);
    const config = readConfig(process.env);
    const log = createLog(config.logLevel);
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
  const library = openLibrary(seedsFolder(mode.seeds, config), log);
  const context = { library, ...readerOf(mode.locale) };
  const coloured = showsColour(process.stdout, process.env);
  await askMode({ ...mode, commands: COMMANDS, context, coloured, input: process.stdin, write: print });
  return 0;
}

async function chat(mode: Extract<Mode, { kind: 'start' }>, config: Config, log: Log): Promise<number> {
  const library = openLibrary(seedsFolder(mode.seeds, config), log);
  await chatInTerminal({
    commands: COMMANDS,
    library: () => library,
    ...readerOf(mode.locale),
    log,
    input: process.stdin,
    output: process.stdout,
    environment: process.env,
  });
  return 0;
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
  if (error instanceof UsageError || error instanceof ConfigError) {
    complain(error.message);
    return 2;
  }
  if (error instanceof EmptyLibrary) {
    complain(error.message);
    return 1;
  }
  throw error;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Whoever read our output is gone: there is nobody left to talk to. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}
