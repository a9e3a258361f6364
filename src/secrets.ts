/** Takes secrets out of a text that is going to be printed. Its time is linear in the text. */
export type Scrub = (text: string) => string;

const MASK = '[secret]';

/** A shorter value is no secret of anybody's, and would stand in every second word. */
const SHORTEST_SECRET = 8;
/** So much of a secret's beginning gives it away where a text was cut off. */
const HEAD = 12;

/** What secrets look like, whosever they are. Every repetition is bounded and begins at a mark of its own. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // Interaction and webhook tokens stand in URLs.
  [/(webhooks|interactions)(\/|%2F)(\d{1,25})(?:\/|%2F)[^/\s?"'%\\]{1,1000}/gi, `$1$2$3$2${MASK}`],
  // They begin with “interaction:” in base64.
  [/aW50ZXJhY3Rpb2[\w+/=-]{4,1000}/g, MASK],
  // A name and a password before a machine's name.
  [/(:\/\/[^\s:@/?#"'\\]{0,100}:)[^\s@/?#"'\\]{1,500}@/g, `$1${MASK}@`],
  // Bot tokens stand in headers: three dotted groups.
  [/(?<![\w-])[\w-]{20,100}\.[\w-]{4,20}\.[\w-]{20,200}/g, MASK],
  [/\b(Bot|Bearer|Basic)(\s|%20)[\w.~+/=-]{20,1000}/gi, `$1$2${MASK}`],
  // As a header or a field, in JSON (and in JSON within JSON) or not.
  [/((?:authorization|cookie)\\?"?\s?[:=]\s?)\\?"?(?:(?:Bot|Bearer|Basic)\s)?[^\s"'\\]{1,1000}/gi, `$1${MASK}`],
  [/(token(?:\\?"\s?:\s?\\?"|=))[^\s"'\\&]{1,1000}/gi, `$1${MASK}`],
];

/**
 * @param secrets values that must never be printed: as they are, as they stand in URLs, JSON and
 *   headers, in base64 (wherever in it they begin) and hexadecimal digits, whole, cut off, or their last part alone
 */
export function createScrub(secrets: readonly (string | undefined)[] = []): Scrub {
  const forms = [...new Set(secrets.flatMap((secret) => formsOf(secret?.trim() ?? '')))];
  return (text) => {
    const unknown = forms.reduce(withoutForm, text);
    return PATTERNS.reduce((scrubbed, [pattern, mask]) => scrubbed.replace(pattern, mask), unknown);
  };
}

/**
 * What of the program's environment must never be printed.
 * @returns values for `createScrub`
 */
export function secretsIn({ DISCORD_TOKEN, DATABASE_URL, PGPASSWORD }: NodeJS.ProcessEnv): (string | undefined)[] {
  return [DISCORD_TOKEN, DATABASE_URL, PGPASSWORD, ...passwordsIn(DATABASE_URL ?? '')];
}

/** An address' password, as it stands there and as it is meant. */
function passwordsIn(address: string): string[] {
  if (!URL.canParse(address.trim())) return [];
  const { password, searchParams } = new URL(address.trim());
  const others = searchParams.get('password');
  return [password, decoded(password), ...(others === null ? [] : [others])];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function formsOf(secret: string): string[] {
  if (secret.length < SHORTEST_SECRET) return [];
  const hex = Buffer.from(secret).toString('hex');
  const signature = secret.split('.').at(-1) ?? secret;
  return [
    secret,
    encodeURIComponent(secret.toWellFormed()),
    JSON.stringify(secret).slice(1, -1),
    ...(['base64', 'base64url'] as const).flatMap((encoding) => [0, 1, 2].map((at) => encoded(secret, encoding, at))),
    hex,
    hex.toUpperCase(),
    ...(signature.length >= SHORTEST_SECRET ? [signature] : []),
  ];
}

/** What base64 always has of a text that begins at a byte which leaves so much over when divided by three. */
function encoded(secret: string, encoding: 'base64' | 'base64url', at: number): string {
  const bytes = Buffer.concat([Buffer.alloc(at), Buffer.from(secret)]);
  // The first digits depend on what stands before, the last on what follows.
  return bytes.toString(encoding).slice(Math.ceil((at * 8) / 6), Math.floor((bytes.length * 8) / 6));
}

/** Takes out every place where the form stands, or its beginning. */
function withoutForm(text: string, form: string): string {
  const head = form.slice(0, HEAD);
  let found = text.indexOf(head);
  if (found < 0) return text;
  let scrubbed = '';
  let kept = 0;
  while (found >= 0) {
    let end = found + head.length;
    while (end < text.length && end - found < form.length && text[end] === form[end - found]) end += 1;
    scrubbed += text.slice(kept, found) + MASK;
    kept = end;
    found = text.indexOf(head, end);
  }
  return scrubbed + text.slice(kept);
}
