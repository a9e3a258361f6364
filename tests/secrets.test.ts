import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScrub, secretsIn } from '../src/secrets.ts';

const TOKEN = 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs';
/** Nothing that looks like a token: only who knows it can find it. */
const ODD = 'swordfish+7/plain&simple"one"';

describe.each([TOKEN, ODD])('a scrubber that knows %s', (secret) => {
  const scrub = createScrub([undefined, '', ` ${secret} `]);

  it.each<[string, (before: string) => string]>([
    ['as it is', (before) => `${before}${secret}`],
    ['in a header', (before) => `${before}Authorization: Bot ${secret}\r\n`],
    ['in a URL', (before) => `${before}?token=${encodeURIComponent(secret)}`],
    ['in JSON', (before) => JSON.stringify({ before, secret })],
    ['in JSON within JSON', (before) => JSON.stringify({ before, body: JSON.stringify({ token: secret }) })],
    ['in base64', (before) => Buffer.from(`${before}${secret}${before}`).toString('base64')],
    ['in base64 for URLs', (before) => Buffer.from(`Bot ${before}${secret}`).toString('base64url')],
    ['in hexadecimal digits', (before) => Buffer.from(`${before}${secret}`).toString('hex')],
    ['cut off', (before) => `${before}${secret.slice(0, 15)}`],
  ])('finds it %s, wherever it begins', (_, write) => {
    for (const before of ['', 'a', 'ab', 'abc', 'Bot ']) {
      const scrubbed = scrub(write(before));
      expect(scrubbed).not.toContain(secret);
      expect(scrubbed).not.toContain(secret.slice(0, 12));
      expect(scrubbed).toContain('[secret]');
      for (const at of [0, 1, 2]) {
        const digits = Buffer.from('x'.repeat(at) + secret)
          .toString('base64')
          .slice(4, -4);
        expect(scrubbed).not.toContain(digits);
      }
      expect(scrubbed).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });

  it('leaves every other text as it is', () => {
    for (const words of [
      '馬翠芳管408户',
      'the file does not exist (ENOENT)',
      'Discord refused the token: check DISCORD_TOKEN.',
      '',
    ]) {
      expect(scrub(words)).toBe(words);
    }
  });
});

describe('a scrubber that knows nothing', () => {
  const scrub = createScrub();

  it.each([
    `Bot ${TOKEN}`,
    `https://discord.com/api/v10/webhooks/123456789/aW50ZXJhY3Rpb24tand-more/messages/@original`,
    'POST /interactions/987/unique-and-long-token-of-an-interaction/callback',
    'https:%2F%2Fdiscord.com%2Fapi%2Fwebhooks%2F123%2Funique-and-long-token-of-a-webhook%2Fslack',
    '{"id":"1","token":"unique-and-long-token"}',
    '{\\"token\\":\\"unique-and-long-token\\"}',
    'authorization: Bot unique-and-long-token',
    '"Authorization": "Bearer unique-and-long-token"',
    'Set-Cookie: unique-and-long-token',
    'aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OTA6dW5pcXVl',
  ])('knows what a secret looks like in %s', (words) => {
    expect(scrub(words)).toContain('[secret]');
    expect(scrub(words)).not.toMatch(/unique|dW5pcXVl|Cl2FMQ|aW50ZXJhY3Rpb24/);
  });
});

describe('a database’s password', () => {
  const DATABASE_URL = 'postgres://bot:p%40ss-of-the-database@db.example/library';

  it.each([
    'postgres://bot:p%40ss-of-the-database@db.example/library',
    'password=p@ss-of-the-database host=db.example',
    '{"password":"p%40ss-of-the-database"}',
  ])('is found in %s', (text) => {
    const scrubbed = createScrub(secretsIn({ DATABASE_URL }))(text);
    expect(scrubbed).toContain('[secret]');
    expect(scrubbed).not.toMatch(/ss-of-the/);
  });

  it.each([
    ['postgresql://bot:short@db.example/library', 'postgresql://bot:[secret]@db.example/library'],
    ['http://example.org:8080/@name and mail@example.org', 'http://example.org:8080/@name and mail@example.org'],
  ])('is seen in an address that nobody knows: %s', (text, scrubbed) => {
    expect(createScrub()(text)).toBe(scrubbed);
  });
});

it('takes time in proportion to the text, whatever it is', () => {
  const scrub = createScrub([TOKEN]);
  const time = (words: string) => {
    const from = performance.now();
    scrub(words);
    return performance.now() - from;
  };
  const units = [
    'a',
    'Bot ',
    'token=',
    'interactions/1/',
    TOKEN.slice(0, 12),
    'authorization:',
    'aW50ZXJhY3Rpb2',
    'a.',
    ' ',
    '"',
    '-',
  ];
  for (const unit of units) {
    time(unit.repeat(1_000));
    expect([unit, time(unit.repeat(40_000)) < 1_500]).toEqual([unit, true]);
  }
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (words) => typeof scrub(words) === 'string'));
});
