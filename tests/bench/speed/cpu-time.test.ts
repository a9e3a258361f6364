import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cpuSecondsOf } from './cpu-time.ts';

it.runIf(existsSync('/proc/self/stat'))('tells what a process has taken', () => {
  const { user, system } = process.cpuUsage();
  const known = (user + system) / 1e6;
  const told = cpuSecondsOf(process.pid) ?? Number.NaN;
  expect(told).toBeGreaterThan(known - 0.1);
  expect(told).toBeLessThan(known + 60);
});

it('knows nothing of a process that is none', () => {
  expect(cpuSecondsOf(undefined)).toBeUndefined();
  expect(cpuSecondsOf(2 ** 30)).toBeUndefined();
});
