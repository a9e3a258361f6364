/**
 * Prints how well everyday questions are answered.
 *
 *     npm run quality [-- [--ways] [--misses] [--damaged] [--model DIR] FOLDER…]
 *
 * Each folder holds `articles/` and `questions/`; the project's own five articles unless told. `--ways` measures beside
 * it what is left in a rush, when what was found is not read, and without a network, when words alone decide.
 * `--damaged` reads the articles from pages as mirror sites publish them.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openNetwork } from '../../src/network/open-network.ts';
import { NO_TIME } from '../reading-times.ts';
import { damagedSet } from './damaged.ts';
import { type Figures, figuresOf, measure, type Outcome } from './measure.ts';
import { type QuestionSet, readSets } from './sets.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    model: { type: 'string' },
    misses: { type: 'boolean' },
    ways: { type: 'boolean' },
    damaged: { type: 'boolean', default: false },
  },
});
const folders = positionals.length > 0 ? positionals : [fileURLToPath(new URL('.', import.meta.url))];
const network = await openNetwork((reason) => process.stderr.write(`no network: ${reason}\n`), values.model);

const outcomes: Outcome[] = [];
for (const folder of folders) {
  const some = await measure(setsIn(folder), network);
  outcomes.push(...some);
  print(folder.split('/').filter(Boolean).at(-1) ?? folder, some);
}
if (folders.length > 1) print('all', outcomes);
for (const kind of new Set(outcomes.map(({ question }) => question.kind))) {
  print(
    `  ${kind}`,
    outcomes.filter(({ question }) => question.kind === kind),
  );
}
if (values.ways) {
  const sets = folders.flatMap(setsIn);
  print('found by meaning, not read', await measure(sets, network, NO_TIME));
  print('words alone', await measure(sets, undefined));
}
if (values.misses) for (const outcome of outcomes) printMiss(outcome);

function setsIn(folder: string): QuestionSet[] {
  const sets = readSets(folder);
  return values.damaged ? sets.map(damagedSet) : sets;
}

function print(name: string, some: readonly Outcome[]): void {
  const figures: Figures = figuresOf(some);
  const shares = Object.entries(figures).map(([what, value]) => `${what} ${value.toFixed(1)}`);
  const times = some.map(({ took }) => took).sort((a, b) => a - b);
  const unread = some.filter(({ answer }) => !answer.read).length;
  process.stdout.write(
    `${name}: ${some.length} questions, ${shares.join(', ')}; median ${times[Math.floor(times.length / 2)]?.toFixed(0)} ms, 95th ${times[Math.floor(times.length * 0.95)]?.toFixed(0)} ms${unread > 0 ? `, ${unread} not read` : ''}\n`,
  );
}

function printMiss({ question, answer, isMarked, rank }: Outcome): void {
  const isRight = question.gold.length > 0 ? answer.answered && isMarked : !answer.answered;
  if (isRight) return;
  const [best] = answer.passages;
  const sentence = best?.passage.text.slice(best.sentence?.start, best.sentence?.end) ?? '';
  process.stdout.write(
    `${question.kind} | ${question.q} | ${question.a} | ${answer.verdict} ${answer.confidence} rank ${rank} | ${sentence}\n`,
  );
}
