import { expect, it } from 'vitest';
import { withoutSecrets } from '../src/without-secrets.ts';

it('leaves the token and the passwords out, and nothing else', () => {
  const environment = { DISCORD_TOKEN: 'a.b.c', DATABASE_URL: 'postgres://a:b@c/d', PGPASSWORD: 'b', PATH: '/bin' };
  expect(withoutSecrets(environment)).toEqual({ PATH: '/bin' });
  expect(environment.DISCORD_TOKEN).toBe('a.b.c');
});
