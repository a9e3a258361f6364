/**
 * Prints how well questions to libraries of many articles are answered, and with `--misses` which are not.
 *
 *     npm run quality:many [-- --misses]
 */
import { openNetwork } from '../../../src/network/open-network.ts';
import { type ManyOutcome, manyFigures, measureMany } from './measure-many.ts';

const network = await openNetwork((reason) => process.stderr.write(`no network: ${reason}\n`));
const outcomes = await measureMany(network);
const figures = Object.entries(manyFigures(outcomes)).map(([what, value]) => `${what} ${value.toFixed(1)}`);
const times = outcomes.map(({ took }) => took).sort((a, b) => a - b);
process.stdout.write(
  `${outcomes.length} questions, ${figures.join(', ')}; median ${times[Math.floor(times.length / 2)]?.toFixed(0)} ms, 95th ${times[Math.floor(times.length * 0.95)]?.toFixed(0)} ms\n`,
);
if (process.argv.includes('--misses')) for (const outcome of outcomes) if (!outcome.isRight) printMiss(outcome);

function printMiss({ question, answer }: ManyOutcome): void {
  const { right, shelf, kind, q } = question;
  const wanted = right.kind === 'answer' ? `${right.article} ${right.has}` : right.kind;
  const [best] = answer.passages;
  const got = best?.passage.text.slice(best.sentence?.start, best.sentence?.end) ?? '';
  const which =
    answer.whichArticle === true
      ? ` which of ${answer.passages.map(({ passage }) => passage.article.id).join(' ')}`
      : '';
  process.stdout.write(
    `${shelf} ${kind} | ${q.join(' → ')} | ${wanted} | ${answer.verdict}${which} ${answer.confidence} ${best?.passage.article.id} | ${got}\n`,
  );
}
