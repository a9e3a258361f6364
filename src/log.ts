import pino from 'pino';
import { reportError } from './error-report.ts';
import { escapeJson } from './json-line.ts';
import { createScrub, type Scrub } from './secrets.ts';

/** What may stand in a log record. A field that is not listed is left out: no token, no raw error, no question. */
const FIELDS = [
  'article',
  'articles',
  'attempt',
  'causes',
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
  'refused',
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

/** How much a log tells, from nothing to everything; pino’s names. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** Characters of one value: more is nothing to read. */
const LONGEST_VALUE = 2_000;

/**
 * A log that writes JSON lines to standard error, so that standard output belongs to answers. Its
 * lines hold no secret and nothing that a terminal acts on.
 *
 * @param level one of `LOG_LEVELS`
 * @param write takes a line with its end
 */
export function createLog(
  level: string,
  scrub: Scrub = createScrub(),
  write: (line: string) => void = toStandardError(),
): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line) => write(escapeJson(line)) },
  );
  return {
    info: (event, fields = {}) => logger.info(allowed(fields, scrub), event),
    warn: (event, fields = {}) => logger.warn(allowed(fields, scrub), event),
    error: (event, fields = {}) => logger.error(allowed(fields, scrub), event),
  };
}

/** Waits where whoever reads is slow, so that no line is lost at the end. */
function toStandardError(): (line: string) => void {
  const destination = pino.destination({ dest: 2, sync: true });
  return (line) => destination.write(line);
}

const scrubAnybodys = createScrub();

/** What a log may say of an error: its name, its message without anybody's words, where it was thrown. */
export function errorFields(error: unknown): Fields {
  return allowed({ ...reportError(error) }, scrubAnybodys);
}

function allowed(fields: Fields, scrub: Scrub): Fields {
  const clean = (value: string) => scrub(value.slice(0, LONGEST_VALUE * 2)).slice(0, LONGEST_VALUE);
  const cleaned = (value: string | number | readonly string[]) => {
    if (typeof value === 'number') return value;
    return typeof value === 'string' ? clean(value) : value.map(clean);
  };
  return Object.fromEntries(
    FIELDS.flatMap((name) => (fields[name] === undefined ? [] : [[name, cleaned(fields[name])]])),
  );
}
