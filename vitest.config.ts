import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest is not what is longest: begun last, it would keep one core busy and the others waiting. */
const LONGEST = [
  'engine/host',
  'store/embedded',
  'discord/process',
  'linear-time/growth',
  'main',
  'quality/quality',
  'quality/many/many',
  'retrieval/seed',
  'discord/guard',
  'engine/servers',
  'engine/isolation',
  'web/page',
  'discord/shards',
  'engine/meaning',
  'web/drawing',
].map((name) => `/tests/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((path) => moduleId.endsWith(path));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/bench/**'],
    // The dictionary takes a second and 250 MB a process: few processes for all files, one more than most machines of CI
    // have cores, since many tests wait; generous time.
    pool: 'forks',
    isolate: false,
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
