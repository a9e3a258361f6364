import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    // The dictionary takes a second and 250 MB a process.
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 30_000,
  },
});
