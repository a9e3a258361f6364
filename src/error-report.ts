import { STATUS_CODES } from 'node:http';
import { types } from 'node:util';

/** What may be told of an error. No text in it is anybody's but the program's, its libraries' or the system's. */
export interface ErrorReport {
  readonly errorName: string;
  readonly errorMessage?: string;
  readonly code?: string | number;
  /** Of an answer over HTTP. */
  readonly status?: number;
  /** What was requested, ids and tokens left out: `POST /interactions/:id/:token/callback`. */
  readonly route?: string;
  /** The fields that were refused and the codes of why, without their values. */
  readonly refused?: readonly string[];
  /** What caused it, and what it is made of, a line each. */
  readonly causes?: readonly string[];
  readonly stack?: readonly string[];
}

const MOST_FRAMES = 12;
const MOST_CAUSES = 6;
const MOST_REFUSED = 10;
/** Characters of a message. */
const LONGEST_MESSAGE = 500;

/**
 * Describes what was thrown, whatever it is, for a log: never what somebody asked or what a server
 * said. An answer of Discord's is told by its status, its code and the fields that were refused,
 * because its words repeat what was sent; of any other message the quoted values are left out.
 */
export function reportError(error: unknown): ErrorReport {
  if (!isError(error)) return describeOther(error);
  const causes = causesOf(error);
  return { ...headOf(error), ...(causes.length > 0 ? { causes } : {}), stack: framesOf(error) };
}

function isError(value: unknown): value is Error {
  return value instanceof Error || types.isNativeError(value);
}

function describeOther(thrown: unknown): ErrorReport {
  const isObject = (typeof thrown === 'object' && thrown !== null) || typeof thrown === 'function';
  return { errorName: typeof thrown, ...(isObject ? {} : { errorMessage: withoutValues(String(thrown)) }) };
}

function headOf(error: Error): ErrorReport {
  const { code } = error as { code?: unknown };
  const known = isCode(code) ? { code } : {};
  return isOfRequest(error)
    ? { errorName: nameOf(error), ...known, ...requestOf(error) }
    : { errorName: nameOf(error), errorMessage: messageOf(error), ...known };
}

/** `DiscordAPIError[50035]`, but not `RateLimitError[/webhooks/…]`. */
function nameOf({ name }: Error): string {
  const plain = /^[\w$]{1,60}(?:\[\w{1,20}\])?/.exec(typeof name === 'string' ? name : '');
  return plain?.[0] ?? 'Error';
}

function isCode(code: unknown): code is string | number {
  return typeof code === 'number' || (typeof code === 'string' && /^[\w.-]{1,100}$/.test(code));
}

/** An error of discord.js's about a request; they are told by their fields, since a log knows no discord.js. */
interface RequestError extends Error {
  readonly method?: unknown;
  readonly url?: unknown;
  readonly status?: unknown;
  readonly rawError?: unknown;
}

function isOfRequest(error: Error): error is RequestError {
  return 'rawError' in error || 'requestBody' in error || ('method' in error && 'url' in error);
}

function requestOf({ method, url, status, rawError }: RequestError): Partial<ErrorReport> {
  const refused = refusedFields((rawError as { errors?: unknown } | undefined)?.errors);
  return {
    ...(typeof status === 'number' ? { status, errorMessage: STATUS_CODES[status] ?? 'unknown status' } : {}),
    ...(typeof method === 'string' && typeof url === 'string' ? { route: routeOf(method, url) } : {}),
    ...(refused.length > 0 ? { refused } : {}),
  };
}

/** Discord's routes are words; whatever else stands in an address is an id, a token or somebody's proxy. */
function routeOf(method: string, url: string): string {
  const [, path = ''] = url.split(/[?#]/, 1)[0]?.split(/\/v\d{1,3}(?=\/)/) ?? [];
  const parts = path
    .replace(/\/(webhooks|interactions)\/[^/]*\/[^/]*/, '/$1/:id/:token')
    .split('/')
    .slice(0, 12);
  const named = parts.map((part) => {
    if (/^\d{1,25}$/.test(part)) return ':id';
    return /^(?:@?[a-z-]{0,30}|:id|:token)$/.test(part) ? part : ':value';
  });
  return `${/^[A-Z]{1,10}$/.test(method) ? method : ''} ${named.join('/')}`.trim();
}

/** `data.components.0.content BASE_TYPE_MAX_LENGTH`: the leaves of Discord's tree of errors. */
function refusedFields(errors: unknown): string[] {
  const fields: string[] = [];
  const pending: { readonly at: string; readonly value: unknown }[] = [{ at: '', value: errors }];
  for (let next = pending.pop(); next !== undefined && fields.length < MOST_REFUSED; next = pending.pop()) {
    const { at, value } = next;
    if (typeof value !== 'object' || value === null) continue;
    const { _errors: own } = value as { _errors?: unknown };
    if (Array.isArray(own)) for (const one of own.slice(0, MOST_REFUSED)) fields.push(`${at} ${codeOf(one)}`.trim());
    const inner = Object.entries(value).filter(([key]) => key !== '_errors' && /^\w{1,40}$/.test(key));
    for (const [key, under] of inner.slice(0, MOST_REFUSED).reverse())
      pending.push({ at: at === '' ? key : `${at}.${key}`.slice(0, 200), value: under });
  }
  return fields.slice(0, MOST_REFUSED);
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'refused';
}

/** What the system says repeats no more than a path or an address; what anybody else says may repeat a value. */
function messageOf(error: Error): string {
  const message = typeof error.message === 'string' ? error.message.slice(0, LONGEST_MESSAGE) : '';
  return 'syscall' in error ? message : withoutValues(message);
}

/** A quotation mark that opens something; not an apostrophe. */
const QUOTE = /(?<![\p{L}\p{N}])["'`“‘「]/gu;
/** A name of the program's, in quotation marks. */
const QUOTED_NAME = /["'`][A-Za-z_$][\w$]{0,40}["'`]/y;

/**
 * A message up to the first value it repeats: quoted names of the program's own stay, as in
 * “reading 'length'”; what is not ASCII is nobody's message.
 */
function withoutValues(message: string): string {
  const told = message.slice(0, LONGEST_MESSAGE);
  for (const { index } of told.matchAll(QUOTE)) {
    QUOTED_NAME.lastIndex = index;
    if (!QUOTED_NAME.test(told)) return `${ascii(told.slice(0, index))}…`;
  }
  return ascii(told);
}

function ascii(text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, '…');
}

/** The causes and the parts of an error, one after the other, each once. */
function causesOf(error: Error): string[] {
  const seen = new Set<unknown>([error]);
  const pending = within(error);
  const causes: string[] = [];
  for (let next = pending.shift(); next !== undefined && causes.length < MOST_CAUSES; next = pending.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const { errorName, code, errorMessage, status, route } = isError(next) ? headOf(next) : describeOther(next);
    const told = [errorName, code, status, route, errorMessage].filter((part) => part !== undefined);
    causes.push(told.join(' '));
    if (isError(next)) for (const inner of within(next)) pending.push(inner);
  }
  return causes;
}

function within(error: Error): unknown[] {
  const { cause, errors } = error as { cause?: unknown; errors?: unknown };
  return [cause, ...(Array.isArray(errors) ? errors.slice(0, MOST_CAUSES) : [])].filter((one) => one !== undefined);
}

/** A call and the place of it in a file, as V8 writes them. */
const FRAME = /^ {4}at (?:[^\n]{1,300} \()?[^\n()]{1,400}:\d{1,9}:\d{1,9}\)?$/;

/** Where it was thrown. A stack begins with the message, whose lines may look like anything. */
function framesOf(error: Error): string[] {
  const { stack, message } = error;
  if (typeof stack !== 'string') return [];
  const from = typeof message === 'string' ? Math.max(0, stack.indexOf(message)) + message.length : 0;
  const lines = stack.slice(from, from + 10_000).split('\n');
  return lines
    .filter((line) => FRAME.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => ascii(line.trim()));
}
