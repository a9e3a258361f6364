import { parseArgs } from 'node:util';
import { LOCALES, type Locale, localeOf } from './chat/locale.ts';

/** The person used the program wrongly: one line says how, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the program was told to do. */
export type Mode =
  | {
      readonly kind: 'start';
      readonly discord: boolean;
      /** Whether a page is served beside the terminal chat. */
      readonly page: boolean;
      readonly seeds: string | undefined;
      readonly locale: Locale | undefined;
    }
  | {
      readonly kind: 'ask';
      readonly question: string | undefined;
      readonly json: boolean;
      readonly limit: number;
      readonly seeds: string | undefined;
      readonly locale: Locale | undefined;
    }
  | { readonly kind: 'article'; readonly files: readonly string[]; readonly json: boolean }
  | { readonly kind: 'register'; readonly dryRun: boolean; readonly seeds: string | undefined }
  | { readonly kind: 'invite' }
  | { readonly kind: 'backup'; readonly file: string }
  | { readonly kind: 'restore'; readonly file: string; readonly replace: boolean }
  | { readonly kind: 'export'; readonly server: string; readonly folder: string }
  | { readonly kind: 'help' };

/** How the program is used. */
export const USAGE = `npm start -- [--discord] [--no-page] [--seeds DIR] [--locale LOCALE]
npm run --silent ask -- [--json] [--limit N] [--seeds DIR] [--locale LOCALE] [QUESTION]
npm run --silent article -- [--json] FILE...
npm run register -- [--dry-run] [--seeds DIR]
npm run invite
npm run backup FILE
npm run restore -- [--replace] FILE
npm run export SERVER FOLDER`;

const OPTIONS = {
  help: { type: 'boolean', default: false },
  discord: { type: 'boolean', default: false },
  'no-page': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  replace: { type: 'boolean', default: false },
  seeds: { type: 'string' },
  limit: { type: 'string', default: '5' },
  locale: { type: 'string' },
} as const;

/** What each mode takes; anything else is a mistake. */
const TAKES = {
  start: ['discord', 'no-page', 'seeds', 'locale'],
  ask: ['json', 'limit', 'seeds', 'locale'],
  article: ['json'],
  register: ['dry-run', 'seeds'],
  invite: [],
  backup: [],
  restore: ['replace'],
  export: [],
} as const;

/** Modes that take arguments without a name. */
const POSITIONAL: ReadonlySet<keyof typeof TAKES> = new Set(['ask', 'article', 'backup', 'restore', 'export']);

const MOST_PASSAGES = 20;

/**
 * Reads the arguments behind the program's name.
 * @throws UsageError that says what is wrong
 */
export function readCommandLine(args: readonly string[]): Mode {
  const [first] = args;
  const kind = isKind(first) ? first : 'start';
  const { values, positionals } = parse(kind, kind === first ? args.slice(1) : args);
  if (values.help) return { kind: 'help' };
  const seeds = values.seeds;
  const locale = readLocale(values.locale);
  switch (kind) {
    case 'start':
      return { kind, discord: values.discord, page: !values['no-page'], seeds, locale };
    case 'ask': {
      if (positionals.length > 1) throw new UsageError('ask takes one question; put it in quotation marks');
      return { kind, question: positionals[0], json: values.json, limit: readLimit(values.limit), seeds, locale };
    }
    case 'article':
      if (positionals.length === 0) throw new UsageError('article needs at least one FILE');
      return { kind, files: positionals, json: values.json };
    case 'register':
      return { kind, dryRun: values['dry-run'], seeds };
    case 'invite':
      return { kind };
    case 'backup':
      return { kind, file: requireOne(kind, positionals) };
    case 'restore':
      return { kind, file: requireOne(kind, positionals), replace: values.replace };
    case 'export': {
      const [server = '', folder = '', ...others] = positionals;
      if (folder === '' || others.length > 0) throw new UsageError('export takes a SERVER (its id) and a FOLDER');
      if (!/^\d{15,22}$/.test(server)) throw new UsageError('SERVER is the id of a server (15 to 22 digits)');
      return { kind, server, folder };
    }
  }
}

function requireOne(kind: string, [file, ...others]: readonly string[]): string {
  if (file === undefined || file === '' || others.length > 0) throw new UsageError(`${kind} takes one FILE`);
  return file;
}

function isKind(word: string | undefined): word is keyof typeof TAKES {
  return word !== undefined && Object.hasOwn(TAKES, word);
}

function parse(kind: keyof typeof TAKES, args: readonly string[]) {
  const takes: readonly string[] = TAKES[kind];
  try {
    const parsed = parseArgs({
      args: [...args],
      options: OPTIONS,
      allowPositionals: POSITIONAL.has(kind),
      tokens: true,
    });
    const foreign = parsed.tokens.find(
      (token) => token.kind === 'option' && token.name !== 'help' && !takes.includes(token.name),
    );
    if (foreign?.kind === 'option') throw new UsageError(`${kind} takes no ${foreign.rawName}`);
    return parsed;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'the arguments cannot be read',
    );
  }
}

function readLimit(written: string): number {
  const limit = Number(written);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_PASSAGES) {
    throw new UsageError(`--limit takes a whole number from 1 to ${MOST_PASSAGES}`);
  }
  return limit;
}

function readLocale(written: string | undefined): Locale | undefined {
  if (written === undefined) return undefined;
  if (!/^(zh|en)\b/i.test(written.replaceAll('_', '-')))
    throw new UsageError(`--locale takes one of ${LOCALES.join(', ')}`);
  return localeOf(written);
}
