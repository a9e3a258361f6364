/**
 * Writes what Node reads, a line of JSON for each question and window of the project's own sets, for `agree.py`.
 *
 *     node --import tsx tests/training/reader/agree.ts OUT.jsonl
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openNetwork } from '../../../src/network/open-network.ts';
import { piecesOf } from '../../../src/passages/pieces.ts';
import { contextOf, windowsOf } from '../../../src/passages/windows.ts';
import { readQuestion } from '../../../src/question/question.ts';
import { pointAt } from '../../../src/reader/pointing.ts';
import { readSets } from '../../quality/sets.ts';

const EVERY = 5;

const [out = ''] = process.argv.slice(2);
const network = await openNetwork((reason) => {
  throw new Error(reason);
});
if (network === undefined || out === '') throw new Error('usage: agree.ts OUT.jsonl');
const lines: string[] = [];
for (const { article, questions } of readSets(fileURLToPath(new URL('../../quality', import.meta.url)))) {
  const windows = piecesOf(article).flatMap(windowsOf);
  for (const [at, { q }] of questions.entries()) {
    const question = readQuestion(q).folded;
    const encoded = await network.encodeQuestion(question);
    for (const [number, window] of windows.entries()) {
      if ((number + at) % EVERY !== 0) continue;
      const { text, sentences } = window;
      const context = contextOf(window);
      const passage = await network.encodePassage({ context, text, sentences });
      const joined = await network.join(encoded, passage);
      lines.push(
        JSON.stringify({
          question,
          context,
          text,
          sentences: sentences.map(({ start, end }) => [start, end]),
          answers: joined.answers,
          sentence: pointAt(window, passage.tokens, joined)?.sentence,
        }),
      );
    }
  }
}
writeFileSync(out, `${lines.join('\n')}\n`);
