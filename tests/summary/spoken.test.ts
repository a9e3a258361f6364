import { describe, expect, it } from 'vitest';
import { spokenness } from '../../src/summary/spoken.ts';

describe('spokenness', () => {
  it('is 0 for print and for nothing', () => {
    expect(spokenness('')).toBe(0);
    expect(spokenness('金昌市全面启动网格化管理,我们建立起立体防控工作体系,你可以在社区报名。')).toBe(0);
  });

  it('is 1 for a transcript', () => {
    expect(spokenness('那么这个问题呢,就是说我们其实还是要看这个平台,然后大家来讨论的话就会比较好。')).toBe(1);
  });

  it('lies between for print that quotes talk', () => {
    const quoted = spokenness(`${'金昌市全面启动网格化管理,建立起立体防控工作体系。'.repeat(4)}“这个好啊!”`);
    expect(quoted).toBeGreaterThan(0);
    expect(quoted).toBeLessThan(1);
  });
});
