import { z } from 'zod';
import { LOG_LEVELS } from './log.ts';
import type { Limits } from './store/store.ts';

/** A mistake of the operator's, in one line that names the variable and never prints its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Blank counts as absent, padding does not count. */
const text = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value.trim() === '' ? undefined : value.trim()));

const snowflake = text.pipe(
  z
    .string()
    .regex(/^\d{15,22}$/, 'is no Discord id (15 to 22 digits)')
    .optional(),
);
const url = text.pipe(z.url({ protocol: /^https?$/, error: 'is no http(s) address' }).optional());
/** Never printed, since it holds a password. */
const database = text.pipe(
  z
    .string()
    .refine(
      (address) => URL.canParse(address) && /^postgres(ql)?:$/.test(new URL(address).protocol),
      'is no address of a PostgreSQL database (postgres://…)',
    )
    .optional(),
);
const port = wholeNumber(65_535, 'is no port (1 to 65535)');
const count = wholeNumber(100_000, 'is no count');
const megabytes = wholeNumber(1_000_000, 'is no number of megabytes (1 to 1000000)');
const milliseconds = wholeNumber(3_600_000, 'is no number of milliseconds (1 to 3600000)');
/** Signs of life come once a second, and a busy machine is late. */
const silence = wholeNumber(3_600_000, 'is no number of milliseconds (3000 to 3600000)', 3_000);
const NO_SHARDS = 'is no list of shard numbers like 0,1 or 0-3';
const shardList = text.pipe(
  z
    .string()
    .regex(/^\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*$/, { error: NO_SHARDS, abort: true })
    .refine((list) => rangesIn(list).every(([first, last]) => first <= last), NO_SHARDS)
    .transform(numbersIn)
    .optional(),
);

const schema = z.object({
  DISCORD_TOKEN: text.pipe(z.string().regex(/^\S+$/, 'has white space in it').optional()),
  DISCORD_GUILD_ID: snowflake,
  DISCORD_API_URL: url,
  SEEDS_DIR: text.pipe(z.string().default('seeds')),
  CACHE_DIR: text.pipe(z.string().default('.cache')),
  DATABASE_URL: database,
  LIBRARY_DIR: text.pipe(z.string().default('.library')),
  LIMIT_ARTICLES: count,
  LIMIT_MEGABYTES: count,
  LIMIT_UPLOADS_PER_DAY: count,
  SERVERS_MEGABYTES: megabytes,
  LOG_LEVEL: text.pipe(z.enum(LOG_LEVELS, `is none of ${LOG_LEVELS.join(', ')}`).default('info')),
  HEALTH_PORT: port,
  SHARDS: shardList,
  SHARD_COUNT: count,
  QUESTION_DEADLINE_MS: milliseconds,
  COMPLETION_DEADLINE_MS: milliseconds,
  PAGE_DEADLINE_MS: milliseconds,
  SILENCE_LIMIT_MS: silence,
});

/** What the operator set, every default filled in. */
export interface Config {
  readonly token: string | undefined;
  /** Commands are registered to this guild alone. */
  readonly guildId: string | undefined;
  /** discord.js's `rest.api`, without version. */
  readonly apiUrl: string | undefined;
  /** Folder of seeds; relative to the project's folder. */
  readonly seedsDir: string;
  /** Folder of the built index; relative to the project's folder. */
  readonly cacheDir: string;
  /** The server of PostgreSQL that keeps servers' libraries; where undefined, the embedded database does. */
  readonly databaseUrl: string | undefined;
  /** Folder of the embedded database; relative to the project's folder. */
  readonly libraryDir: string;
  /** What a server may keep. */
  readonly limits: Limits;
  /** What servers' libraries may take in memory, estimated; as the engine thinks fit where undefined. Bytes. */
  readonly serversBytes: number | undefined;
  readonly logLevel: string;
  readonly healthPort: number | undefined;
  /** The shards that this process runs; all of them where undefined. */
  readonly shards: readonly number[] | undefined;
  /** The shards of the whole bot; Discord's advice where undefined. */
  readonly shardCount: number | undefined;
  /** How long answering a question may take. Milliseconds. */
  readonly questionMs: number;
  /** How long somebody who types waits for suggestions. Milliseconds. */
  readonly completionMs: number;
  /** How long reading a page may take. Milliseconds. */
  readonly pageMs: number;
  /** How long the bot's event loop may be silent before its guard ends it. Milliseconds. */
  readonly silenceMs: number;
}

/**
 * Reads the configuration from environment variables.
 * @throws ConfigError that names each variable which cannot be used
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new ConfigError(mistakes.join('; '));
  }
  const values = parsed.data;
  if (values.SHARDS !== undefined && values.SHARD_COUNT === undefined) {
    throw new ConfigError('SHARDS needs SHARD_COUNT, the number of shards of the whole bot');
  }
  if (values.SHARDS?.some((shard) => shard >= (values.SHARD_COUNT ?? 0))) {
    throw new ConfigError('SHARDS names a shard that is not below SHARD_COUNT');
  }
  return {
    token: values.DISCORD_TOKEN,
    guildId: values.DISCORD_GUILD_ID,
    apiUrl: values.DISCORD_API_URL,
    seedsDir: values.SEEDS_DIR,
    cacheDir: values.CACHE_DIR,
    databaseUrl: values.DATABASE_URL,
    libraryDir: values.LIBRARY_DIR,
    limits: {
      articles: values.LIMIT_ARTICLES ?? 100,
      bytes: (values.LIMIT_MEGABYTES ?? 100) * 1024 * 1024,
      uploadsPerDay: values.LIMIT_UPLOADS_PER_DAY ?? 50,
    },
    serversBytes: values.SERVERS_MEGABYTES === undefined ? undefined : values.SERVERS_MEGABYTES * 1024 * 1024,
    logLevel: values.LOG_LEVEL,
    healthPort: values.HEALTH_PORT,
    shards: values.SHARDS,
    shardCount: values.SHARD_COUNT,
    questionMs: values.QUESTION_DEADLINE_MS ?? 2_000,
    completionMs: values.COMPLETION_DEADLINE_MS ?? 300,
    pageMs: values.PAGE_DEADLINE_MS ?? 30_000,
    silenceMs: values.SILENCE_LIMIT_MS ?? 30_000,
  };
}

/** A number from `least` to `most`, or absent. */
function wholeNumber(most: number, mistake: string, least = 1) {
  const number = z
    .string()
    .regex(/^\d+$/, mistake)
    .transform(Number)
    .pipe(z.number().min(least, mistake).max(most, mistake));
  return text.pipe(number.optional());
}

/** `0-2,5` → 0, 1, 2, 5 */
function numbersIn(list: string): number[] {
  const numbers = rangesIn(list).flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
  return [...new Set(numbers)];
}

/** `0-2,5` → 0 to 2, 5 to 5 */
function rangesIn(list: string): [first: number, last: number][] {
  return list.split(',').map((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return [first, last];
  });
}
