import { describe, expect, it } from 'vitest';
import { errorFields } from '../src/log.ts';

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
