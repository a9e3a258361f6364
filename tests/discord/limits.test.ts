import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLimits } from '../../src/discord/limits.ts';
import { createSeen } from '../../src/discord/seen.ts';

test('a burst, then as told, then again', () => {
  let now = 0;
  const limits = createLimits(() => now, { user: { burst: 3, perSecond: 0.5 } });
  for (let use = 0; use < 3; use += 1) expect(limits('a', undefined)).toEqual({ allowed: true });
  expect(limits('a', undefined)).toEqual({ allowed: false, scope: 'user', seconds: 2 });
  expect(limits('b', undefined)).toEqual({ allowed: true });
  now += 2_000;
  expect(limits('a', undefined)).toEqual({ allowed: true });
  expect(limits('a', undefined)).toMatchObject({ allowed: false });
});

test('a guild has a limit of its own, which does not cost its people anything', () => {
  const limits = createLimits(() => 0, { user: { burst: 2, perSecond: 1 }, guild: { burst: 3, perSecond: 1 } });
  expect([limits('a', 'g'), limits('b', 'g'), limits('c', 'g')].every(({ allowed }) => allowed)).toBe(true);
  expect(limits('d', 'g')).toEqual({ allowed: false, scope: 'guild', seconds: 1 });
  expect(limits('d', 'h')).toEqual({ allowed: true });
  expect(limits('d', 'h')).toEqual({ allowed: true });
});

test('waiting as long as told always helps', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { minLength: 1, maxLength: 60 }), (pauses) => {
      let now = 0;
      const limits = createLimits(() => now, { user: { burst: 4, perSecond: 0.7 } });
      for (const pause of pauses) {
        now += pause;
        const verdict = limits('a', undefined);
        if (verdict.allowed) continue;
        now += verdict.seconds * 1_000;
        expect(limits('a', undefined)).toEqual({ allowed: true });
      }
    }),
  );
});

test('an id is new once, and the oldest are forgotten', () => {
  const isNew = createSeen(3);
  expect(['a', 'b', 'a', 'c', 'd', 'b', 'a'].map(isNew)).toEqual([true, true, false, true, true, false, true]);
});
