import pino from 'pino';

/** What may stand in a log record. A field that is not listed is left out: no token, no raw error, no question. */
const FIELDS = [
  'article',
  'articles',
  'attempt',
  'code',
  'command',
  'count',
  'delay',
  'errorId',
  'errorMessage',
  'errorName',
  'file',
  'guilds',
  'ms',
  'passages',
  'reason',
  'route',
  'shard',
  'stack',
  'status',
] as const;

/** The fields of a log record; durations in milliseconds. */
export type Fields = Partial<Record<(typeof FIELDS)[number], string | number | readonly string[]>>;

/** Where the program tells its operator what happened: an event in few words, and fields. */
export interface Log {
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  error(event: string, fields?: Fields): void;
}

/** Interaction and webhook tokens stand in URLs, bot tokens in headers: three dotted groups. */
const SECRETS = [/(webhooks|interactions)\/\d+\/[^/\s?"']+/g, /[\w-]{20,}\.[\w-]{4,}\.[\w-]{20,}/g];

/**
 * A log that writes JSON lines to standard error, so that standard output belongs to answers.
 * @param level `silent`, `error`, `warn`, `info`
 */
export function createLog(level: string): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    info: (event, fields = {}) => logger.info(allowed(fields), event),
    warn: (event, fields = {}) => logger.warn(allowed(fields), event),
    error: (event, fields = {}) => logger.error(allowed(fields), event),
  };
}

/** What a log may say of an error: its name, its message without secrets, where it was thrown. */
export function errorFields(error: unknown): Fields {
  if (!(error instanceof Error)) return { errorName: typeof error, errorMessage: scrub(String(error)) };
  const code = 'code' in error ? { code: scrub(String(error.code)) } : {};
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    errorName: error.name,
    errorMessage: scrub(error.message),
    ...code,
    stack: frames.slice(0, 12).map((frame) => scrub(frame.trim())),
  };
}

function allowed(fields: Fields): Fields {
  return Object.fromEntries(FIELDS.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
}

function scrub(text: string): string {
  return SECRETS.reduce((scrubbed, secret) => scrubbed.replace(secret, '[secret]'), text).slice(0, 500);
}
