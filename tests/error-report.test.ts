import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { reportError } from '../src/error-report.ts';

const QUESTION = '马翠芳管多少户？';
const TOKEN = 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs';
const URL_OF_ANSWER = 'https://discord.com/api/v10/interactions/1234567890123456789/secrettoken/callback?wait=true';

const refused = {
  code: 50035,
  message: `Invalid Form Body ${QUESTION}`,
  errors: {
    data: {
      components: {
        0: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: `"${QUESTION}" is too long` }] } },
      },
      [QUESTION]: { _errors: [{ code: QUESTION, message: QUESTION }] },
      flags: { _errors: [{ code: QUESTION, message: QUESTION }] },
      deep: QUESTION,
    },
  },
};

const bodyOfRequest = { files: undefined, body: { content: QUESTION, token: TOKEN } };

describe('an error of Discord’s', () => {
  it('is told by its status, its code and the fields that were refused', () => {
    const error = new DiscordAPIError(refused, 50035, 400, 'POST', URL_OF_ANSWER, bodyOfRequest);
    expect(reportError(error)).toEqual({
      errorName: 'DiscordAPIError[50035]',
      errorMessage: 'Bad Request',
      code: 50035,
      status: 400,
      route: 'POST /interactions/:id/:token/callback',
      refused: ['data.components.0.content BASE_TYPE_MAX_LENGTH', 'data.flags refused'],
      stack: expect.any(Array),
    });
  });

  it('is told without what a server or a proxy says in it', () => {
    const errors = [
      new DiscordAPIError(
        { code: QUESTION, message: TOKEN } as never,
        QUESTION,
        400,
        QUESTION,
        QUESTION,
        bodyOfRequest,
      ),
      new DiscordAPIError({ code: 0, message: '' }, 0, 401, 'GET', `https://proxy.example/${QUESTION}`, bodyOfRequest),
      new HTTPError(502, `Bad Gateway: ${QUESTION}`, 'PATCH', URL_OF_ANSWER, bodyOfRequest),
      new RateLimitError({ url: URL_OF_ANSWER, route: `/webhooks/1/${TOKEN}`, method: 'POST' } as never),
    ];
    for (const error of errors) {
      const told = JSON.stringify(reportError(error));
      for (const secret of [QUESTION, TOKEN, 'secrettoken', '马']) expect(told).not.toContain(secret);
    }
    expect(reportError(errors[2])).toMatchObject({ errorName: 'HTTPError', errorMessage: 'Bad Gateway', status: 502 });
    expect(reportError(errors[3])).toMatchObject({ errorName: 'RateLimitError' });
  });

  it('is told in bounded time and space, however its tree grows', () => {
    let tree: object = { _errors: Array.from({ length: 10_000 }, () => ({ code: 'X', message: QUESTION })) };
    for (let depth = 0; depth < 10_000; depth += 1) tree = { a: tree, b: tree };
    const error = new DiscordAPIError({ code: 1, message: '' }, 1, 400, 'POST', URL_OF_ANSWER, bodyOfRequest);
    error.rawError = { code: 1, message: '', errors: tree } as never;
    expect(JSON.stringify(reportError(error)).length).toBeLessThan(10_000);
  });
});

describe('any error', () => {
  it.each<[string, () => unknown, string]>([
    ['JSON that is none', () => JSON.parse(QUESTION), 'Unexpected token …'],
    ['longer JSON that is none', () => JSON.parse(`<html>${QUESTION}${TOKEN}`), 'Unexpected token …'],
    ['a number that is none', () => BigInt(QUESTION), 'Cannot convert … to a BigInt'],
    [
      'an expression that is none',
      () => new RegExp(`(${QUESTION}`),
      'Invalid regular expression: /(…/: Unterminated group',
    ],
    [
      'a name of the program’s',
      () => (undefined as unknown as string).length,
      "Cannot read properties of undefined (reading 'length')",
    ],
  ])('keeps to itself the value that its message repeats: %s', (_, work, message) => {
    let thrown: unknown;
    try {
      work();
    } catch (error) {
      thrown = error;
    }
    expect(reportError(thrown).errorMessage).toBe(message);
  });

  it('keeps what the system says', () => {
    const error = Object.assign(new Error("ENOENT: no such file or directory, open '/seeds/金昌.txt'"), {
      code: 'ENOENT',
      syscall: 'open',
    });
    expect(reportError(error)).toMatchObject({ errorMessage: error.message, code: 'ENOENT' });
  });

  it('is told with its causes and its parts, each once', () => {
    const system = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), {
      code: 'ECONNREFUSED',
      syscall: 'connect',
    });
    const parts = new AggregateError([system, new Error(`not ${QUESTION}`)], 'all failed', { cause: system });
    const error = new Error('outside', { cause: parts });
    Object.assign(system, { cause: error });
    expect(reportError(error).causes).toEqual([
      'AggregateError all failed',
      'Error ECONNREFUSED connect ECONNREFUSED 127.0.0.1:9',
      'Error not …',
    ]);
  });

  it('has no line of its message among those of its stack', () => {
    const error = new Error(`first\n    at ${QUESTION} (file:///x.ts:1:2)\n    at who asked what`);
    const stack = reportError(error).stack ?? [];
    expect(stack[0]).toContain('error-report.test.ts');
    expect(stack.join()).not.toMatch(/x\.ts|who asked/);
    error.message = 'changed since';
    expect(JSON.stringify(reportError(error))).not.toMatch(/who asked|马/);
  });

  it('is told whatever it is', () => {
    const odd = new Error('x');
    Object.defineProperty(odd, 'name', { value: 5 });
    Object.defineProperty(odd, 'stack', { value: 7 });
    Object.assign(odd, { code: { toJSON: QUESTION }, cause: Object.create(null) });
    for (const thrown of [odd, Object.create(null), Symbol(QUESTION), () => QUESTION, 10n, null, undefined, QUESTION]) {
      expect(JSON.stringify(reportError(thrown))).not.toContain(QUESTION);
    }
  });
});
