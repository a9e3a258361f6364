import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchCommand, type Target, UsageError } from './command-line.ts';

interface PublicFile {
  readonly name: string;
  readonly origin: string;
}

const QUESTIONS: readonly PublicFile[] = [
  {
    name: 'qa-drcd-dev.json',
    origin: 'DRCD 1.3 dev, CC BY-SA 3.0, https://github.com/DRCKnowledgeTeam/DRCD',
  },
  {
    name: 'qa-cmrc-trial.json',
    origin: 'CMRC 2018 trial, CC BY-SA 4.0, https://github.com/ymcui/cmrc2018',
  },
];

/** The public files that a target reads, and what they may be used under. */
const FILES: Readonly<Record<Target, readonly PublicFile[]>> = {
  quality: QUESTIONS,
  meaning: QUESTIONS,
  speed: [],
  servers: [],
  memory: QUESTIONS,
  html: [
    {
      name: 'gold.jsonl',
      origin: 'saved pages with what a person found in each, a line a page, as tests/bench/README.md says',
    },
  ],
  summary: [
    {
      name: 'summary-dev.jsonl',
      origin:
        'made of VCSum, MIT, https://github.com/hahahawu/VCSum, and xin-wen-lian-bo, MIT, https://github.com/DuckBurnIncense/xin-wen-lian-bo, as tests/bench/README.md says',
    },
  ],
};

/**
 * The folder of the data sets, when the target needs one or was given one.
 * @throws UsageError that names the files which are needed
 */
export function requireDataSets(
  { target, folder, engines }: BenchCommand,
  resolve: (folder: string) => string,
): string | undefined {
  // Without data sets only Wenzhai can be timed, on its seed.
  const compares = target === 'speed' && (folder !== undefined || !engines.includes('wenzhai'));
  const files = compares ? FILES.quality : FILES[target];
  if (folder === undefined && files.length === 0) return undefined;
  const path = folder === undefined ? undefined : resolve(folder);
  const absent = files.filter(({ name }) => path === undefined || !existsSync(join(path, name)));
  if (absent.length === 0) return path;
  const wanted = absent.map(({ name, origin }) => `${name} (${origin})`).join(' and ');
  throw new UsageError(
    `bench ${target} needs a folder that holds ${wanted}; ${folder === undefined ? 'none was named' : `${folder} does not`}`,
  );
}
