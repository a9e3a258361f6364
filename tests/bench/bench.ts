import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ALL_SERVERS, type BenchCommand, readCommandLine, UsageError } from './command-line.ts';
import { requireDataSets } from './data-sets.ts';
import { ENGINE_IDS } from './engines/catalogue.ts';
import { machineLine } from './machine.ts';
import { installPeers } from './peers.ts';

const RESULTS = new URL('results/', import.meta.url);
/** Where the person stands: npm runs scripts in the project's folder. */
const HERE = process.env.INIT_CWD ?? process.cwd();

// Engines may talk on load (lunr-languages does); standard output is for the tables alone.
console.info = console.error;
console.log = console.error;

process.exitCode = await main(process.argv.slice(2));

/** Measures one target, prints its tables and keeps them for measured.md. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const command = readCommandLine(args);
    const folder = requireDataSets(command, (given) => resolve(HERE, given));
    const report = await measure(command, folder);
    process.stdout.write(report);
    if (isWhole(command)) keep(command, report);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

/** The targets are loaded when they are asked for: they import engines that may have to be installed first. */
async function measure(command: BenchCommand, folder: string | undefined): Promise<string> {
  const { target, engines, large, baseline, passages } = command;
  if (target === 'servers') {
    const { servers } = await import('./servers/servers.ts');
    return headed('Servers', await servers(command.servers));
  }
  if (target === 'quality' && folder !== undefined) {
    installPeers();
    const { quality } = await import('./quality/quality.ts');
    return headed('Answers', await quality(folder, engines));
  }
  if (target === 'meaning') {
    const { meaning } = await import('./meaning/meaning.ts');
    return headed('Answers by meaning', await meaning(folder ?? ''));
  }
  if (target === 'speed' && folder !== undefined && baseline !== undefined) {
    const { comparedSpeed } = await import('./speed/speed.ts');
    return headed('Speed', await comparedSpeed(folder, resolve(HERE, baseline), passages));
  }
  if (target === 'speed') {
    if (folder !== undefined) installPeers();
    const { speed } = await import('./speed/speed.ts');
    return headed('Speed', await speed(folder, engines, large));
  }
  if (target === 'memory') {
    const { memory } = await import('./memory/memory.ts');
    return headed('Memory', await memory(folder ?? ''));
  }
  if (target === 'html') {
    installPeers();
    const { html } = await import('./html/html.ts');
    return headed('Saved pages', await html(folder ?? ''));
  }
  const { summaryReport } = await import('./summary-report.ts');
  return headed('Summaries', summaryReport(folder ?? ''));
}

function headed(title: string, tables: string): string {
  return `## ${title}\n\n${machineLine()}\n\n${tables.trim()}\n`;
}

/** Whether everything was measured that the target has: a part must not take the place of the whole. */
function isWhole({ target, folder, engines, baseline, servers }: BenchCommand): boolean {
  if (target === 'servers') return servers === ALL_SERVERS;
  return folder !== undefined && baseline === undefined && engines.length === ENGINE_IDS.length;
}

function keep({ target }: BenchCommand, report: string): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(new URL(`${target}.md`, RESULTS), report);
}
