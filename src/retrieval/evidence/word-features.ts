import type { Feature } from './feature.ts';
import type { Matches } from './matches.ts';
import { paraphrasesOf } from './paraphrases.ts';
import type { ProbeWord } from './probe.ts';

/** Which of the question's words, names and numbers the passage has. */
export const WORD_FEATURES: readonly Feature[] = [
  { name: 'word coverage', of: (matches) => coverage(matches, () => true) },
  // A missing name is another passage, a missing verb a paraphrase.
  { name: 'name coverage', of: (matches) => coverage(matches, (word) => NAME.test(word.tag)) },
  {
    name: 'missing words',
    of: ({ hasWord }) => hasWord.reduce((missing, has) => (has ? missing : missing + 1), 0),
  },
  // 去世 in the question, 病逝 in the passage.
  { name: 'words said otherwise', of: (matches) => saidOtherwise(matches) },
  {
    name: 'entities',
    of: ({ probe, passage }) => part(probe.question.entities, (entity) => passage.folded.includes(entity)),
  },
  { name: 'entity occurrences', of: (matches) => entityOccurrences(matches) },
  // A number is never paraphrased.
  {
    name: 'numbers',
    of: ({ probe, passage }) => part(probe.question.numbers, (number) => hasNumber(passage.folded, number)),
  },
  {
    name: 'missing numbers',
    of: ({ probe, passage }) => probe.question.numbers.filter((number) => !hasNumber(passage.folded, number)).length,
  },
];

/** cppjieba's tags of names; x is what its dictionary does not know. */
const NAME = /^(nr|ns|nt|nz|eng|x)/;
/** Neither for nor against: there is nothing to be found. */
const NOTHING_ASKED = 0.5;

/** Share of the words that are meant, by their idf in the library, that stand in the passage. */
function coverage({ probe, hasWord }: Matches, meant: (word: ProbeWord) => boolean): number {
  let all = 0;
  let found = 0;
  probe.words.forEach((word, index) => {
    if (!meant(word)) return;
    all += word.poolIdf;
    if (hasWord[index]) found += word.poolIdf;
  });
  return all === 0 ? NOTHING_ASKED : found / all;
}

/** Share of the words that the best sentence and its neighbours lack but say otherwise. */
function saidOtherwise({ probe, passage, hasWord, sentences, best }: Matches): number {
  const start = (sentences[best - 1] ?? sentences[best])?.start ?? 0;
  const end = (sentences[best + 1] ?? sentences[best])?.end ?? 0;
  const text = passage.folded.slice(start, end);
  const said = probe.words.filter(
    (word, index) =>
      !(hasWord[index] && text.includes(word.text)) && paraphrasesOf(word.text).some((other) => text.includes(other)),
  );
  return said.length / Math.max(1, probe.words.length);
}

function entityOccurrences({ probe, passage }: Matches): number {
  return probe.question.entities.reduce(
    (most, entity) => Math.max(most, Math.log1p(occurrences(passage.folded, entity))),
    0,
  );
}

function occurrences(text: string, part: string): number {
  let times = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) times += 1;
  return times;
}

/** Whether the number stands there by itself, not inside a longer one. */
function hasNumber(folded: string, number: string): boolean {
  for (let at = folded.indexOf(number); at >= 0; at = folded.indexOf(number, at + 1)) {
    if (!isDigit(folded.charCodeAt(at - 1)) && !isDigit(folded.charCodeAt(at + number.length))) return true;
  }
  return false;
}

/** @param unit NaN beyond the ends of a text. */
function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function part<T>(items: readonly T[], found: (item: T) => boolean): number {
  return items.length === 0 ? NOTHING_ASKED : items.filter(found).length / items.length;
}
