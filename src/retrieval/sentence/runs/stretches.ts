import type { TaggedWord } from '../../../language/segment.ts';
import type { ReadSentence } from '../passage.ts';
import { runOver } from './phrases.ts';
import type { Run, RunType } from './run.ts';

/** Single characters that stand between phrases and neither begin nor end one; jieba's tags for them differ from sentence to sentence. */
const BETWEEN =
  /^[的了着过在于是为和与及或等之其而以所由被从到至对将把向就都也还又曾已并但因则即当后前中上下内外时这那该此他她它我你您有无不没未让使叫称名曰往给跟同用靠说成获得地很更最再才只且若如每各某约仅共达起来去们仍]$/u;
/** The same for longer words. */
const BETWEEN_TAGS = /^(?:u.?|y|e|o|p|c|r|d|f)$/;
const MIDDLE_DOT = /^[·・‧•．-]$/;
/** A phrase does not end with a verb or an adjective that the dictionary knows as a word. */
const ENDING = /^(?:n|vn|an|j|b|l|i|x|eng|s$|z|g|t|k|m|q|h)/;
/** What the forms of dates, quantities and titles have taken is no part of a phrase. */
const EXACT: ReadonlySet<RunType> = new Set(['date', 'year', 'percentage', 'duration', 'title']);
/** Longer ones are clauses. */
const MOST_WORDS = 6;
const MOST_CHARACTERS = 14;
/** What neither begins nor ends its stretch is likely only when short: a name amid the words about it. */
const INNER_WORDS = 3;
/** No sentence of a real text is longer or has more stretches; lists without end and noise are left alone. */
const LONGEST_SENTENCE = 480;
const MOST_STRETCHES = 320;

/** Sequences of neighbouring words that could be one phrase though jieba's tags do not say so: 顿|河畔|罗斯托夫, 演化|心理学, 印欧语|系; at most 320. */
export function stretchesOf(folded: string, { words, runs, text }: ReadSentence): Run[] {
  if (text.length > LONGEST_SENTENCE) return [];
  const exact = runs.filter(
    (run) => EXACT.has(run.type) || (run.type === 'quantity' && /\d/.test(folded.slice(run.start, run.end))),
  );
  const divides = (word: TaggedWord): boolean =>
    isBetween(word) || exact.some((run) => word.start < run.end && run.start < word.end);
  const found: Run[] = [];
  let from = 0;
  while (from < words.length && found.length < MOST_STRETCHES) {
    const first = words[from];
    if (first === undefined || divides(first)) {
      from += 1;
      continue;
    }
    const goesOn = (at: number): boolean => {
      const word = words[at];
      return word !== undefined && !divides(word) && joins(folded, words[at - 1], word);
    };
    let to = from + 1;
    while (goesOn(to)) to += 1;
    for (const run of within(words.slice(from, to))) found.push(run);
    from = to;
  }
  return found.slice(0, MOST_STRETCHES);
}

function isBetween({ text, tag }: TaggedWord): boolean {
  return text.length === 1 ? BETWEEN.test(text) : BETWEEN_TAGS.test(tag);
}

function joins(folded: string, before: TaggedWord | undefined, word: TaggedWord): boolean {
  return before !== undefined && (word.start === before.end || MIDDLE_DOT.test(folded.slice(before.end, word.start)));
}

/** The parts of a stretch that could be a phrase by themselves. */
function within(words: readonly TaggedWord[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < words.length && runs.length < MOST_STRETCHES; from += 1) {
    for (let to = from + 1; to <= Math.min(words.length, from + MOST_WORDS); to += 1) {
      const isEdge = from === 0 || to === words.length;
      const [first, last] = [words[from], words[to - 1]];
      if (first === undefined || last === undefined) continue;
      const length = last.end - first.start;
      if ((!isEdge && to - from > INNER_WORDS) || length > MOST_CHARACTERS || length < 2) continue;
      // 理性自杀 may end its stretch, 理性自杀预防 goes on.
      const isAction = to === words.length && to - from > 1 && last.tag.startsWith('v');
      if (last.text.length > 1 && !ENDING.test(last.tag) && !isAction) continue;
      const run = runOver(words.slice(from, to));
      if (run !== undefined) runs.push(run);
    }
  }
  return runs;
}
