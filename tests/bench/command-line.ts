import { parseArgs } from 'node:util';
import { ENGINE_IDS, type EngineId, isEngineId } from './engines/catalogue.ts';

/** The person used the benchmark wrongly: one line says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export type Target = 'quality' | 'meaning' | 'speed' | 'memory' | 'summary' | 'html' | 'servers';

/** How many servers are measured unless told. */
export const ALL_SERVERS = 2_000;

/** What is to be measured. */
export interface BenchCommand {
  readonly target: Target;
  /** Folder of the public data sets, as it was given. */
  readonly folder: string | undefined;
  /** The engines to measure, all unless told. */
  readonly engines: readonly EngineId[];
  /** Whether 100,000 passages are measured too. */
  readonly large: boolean;
  /** Of `speed`: the folder of another checkout, as it was given, to compare a library of raw pages with, and nothing else. */
  readonly baseline: string | undefined;
  /** How many passages that library has, where it was told. */
  readonly passages: number | undefined;
  /** How many servers `servers` measures. */
  readonly servers: number;
}

const USAGE = `npm run bench -- quality DIR | meaning DIR | speed [DIR] [--large] | speed DIR --baseline CHECKOUT [--passages N] | memory DIR | summary DIR | html DIR | servers [--servers N]   [--only ${ENGINE_IDS.join(',')}]`;

/**
 * Reads the arguments behind the script's name.
 * @throws UsageError that says what is wrong
 */
export function readCommandLine(args: readonly string[]): BenchCommand {
  const { values, positionals } = parse(args);
  const [target, folder, ...more] = positionals;
  if (!isTarget(target) || more.length > 0) throw new UsageError(`usage: ${USAGE}`);
  const engines = values.only?.split(',') ?? ENGINE_IDS;
  const unknown = engines.find((name) => !isEngineId(name));
  if (unknown !== undefined) throw new UsageError(`--only takes ${ENGINE_IDS.join(', ')}; not ${unknown}`);
  const { large, baseline } = values;
  if (baseline !== undefined && (target !== 'speed' || folder === undefined)) throw new UsageError(`usage: ${USAGE}`);
  return {
    target,
    folder,
    engines: engines.filter(isEngineId),
    large,
    baseline,
    passages: count('passages', values.passages),
    servers: count('servers', values.servers) ?? ALL_SERVERS,
  };
}

function count(option: string, text: string | undefined): number | undefined {
  const number = text === undefined ? undefined : Number(text);
  if (number !== undefined && !(Number.isInteger(number) && number > 0))
    throw new UsageError(`--${option} takes a number, not ${text}`);
  return number;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        large: { type: 'boolean', default: false },
        baseline: { type: 'string' },
        passages: { type: 'string' },
        servers: { type: 'string' },
      },
      allowPositionals: true,
    });
  } catch (cause) {
    throw new UsageError(`usage: ${USAGE}`, { cause });
  }
}

function isTarget(word: string | undefined): word is Target {
  return TARGETS.some((target) => target === word);
}
const TARGETS: readonly Target[] = ['quality', 'meaning', 'speed', 'memory', 'summary', 'html', 'servers'];
