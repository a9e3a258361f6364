import { describe, expect, it } from 'vitest';
import { createLog, errorFields, type Fields, LOG_LEVELS, type Log } from '../src/log.ts';
import { createScrub } from '../src/secrets.ts';

const TOKEN = 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs';

describe('errorFields', () => {
  it('keeps name, message, code and where it was thrown', () => {
    const fields = errorFields(Object.assign(new TypeError('broken'), { code: 'E_BROKEN' }));
    expect(fields).toMatchObject({ errorName: 'TypeError', errorMessage: 'broken', code: 'E_BROKEN' });
    expect(fields.stack?.toString()).toContain('log.test.ts');
  });

  it('keeps no token, wherever it stands', () => {
    const error = new Error(
      `401 for Bot ${TOKEN} at https://discord.com/api/v10/interactions/123456/aW50ZXJhY3Rpb24/callback`,
    );
    Object.assign(error, { code: TOKEN, url: `https://discord.com/api/webhooks/1/${TOKEN}`, requestBody: TOKEN });
    const written = JSON.stringify(errorFields(error));
    expect(written).not.toContain(TOKEN);
    expect(written).not.toContain('aW50ZXJhY3Rpb24');
  });

  it('describes what is no error', () => {
    expect(errorFields('just a string')).toEqual({ errorName: 'string', errorMessage: 'just a string' });
    expect(errorFields(undefined)).toMatchObject({ errorName: 'undefined' });
  });
});

describe('createLog', () => {
  /** What a log of this level writes. */
  function written(level: string, tell: (log: Log) => void): string[] {
    const lines: string[] = [];
    tell(createLog(level, createScrub([TOKEN]), (line) => lines.push(line)));
    return lines;
  }

  it('writes a line of JSON each, and only the fields that it knows', () => {
    const [line = '', ...others] = written('info', (log) =>
      log.info('ready', { guilds: 2, token: TOKEN, question: '谁？' } as Fields),
    );
    expect(others).toEqual([]);
    expect(line.endsWith('\n')).toBe(true);
    expect(JSON.parse(line)).toMatchObject({ level: 30, msg: 'ready', guilds: 2 });
    expect(line).not.toMatch(/谁|Cl2FMQ/);
  });

  it('writes no secret in any field', () => {
    const [line = ''] = written('warn', (log) =>
      log.warn('odd', {
        file: `/x/${TOKEN}.txt`,
        reason: Buffer.from(`Bot ${TOKEN}`).toString('base64'),
        stack: [TOKEN],
      }),
    );
    expect(JSON.parse(line)).toMatchObject({ file: '/x/[secret].txt', stack: ['[secret]'] });
    expect(JSON.parse(line).reason).toContain('[secret]');
    for (const at of [0, 1, 2, 3]) {
      expect(line).not.toContain(
        Buffer.from(`${'Bot '.slice(at)}${TOKEN}`)
          .toString('base64')
          .slice(8, 40),
      );
    }
  });

  it('writes nothing that a terminal acts on, and the same value', () => {
    const file = '\u001b[2J\u009b31m\u202egnp.txt\u2028\u007f';
    const [line = ''] = written('warn', (log) => log.warn('seed skipped', { file }));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(line.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u202e]/);
    expect(JSON.parse(line).file).toBe(file);
  });

  it.each(LOG_LEVELS)('takes pino’s level %s', (level) => {
    const lines = written(level, (log) => {
      log.info('info');
      log.warn('warn');
      log.error('error');
    });
    const least = { silent: 0, fatal: 0, error: 1, warn: 2, info: 3, debug: 3, trace: 3 }[level];
    expect(lines).toHaveLength(least);
  });
});
