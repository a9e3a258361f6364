import type { TaggedWord } from '../../../language/segment.ts';
import type { Run, RunType } from './run.ts';

/** Parts of speech that stand together in a noun phrase. */
const NOMINAL = /^(n|vn|an|j|b|l|i|x|eng|nz|ng|s$|z$|zg|g|t)/;
/** Single verbs, adjectives and the like can answer as well: 受贿. */
const CONTENT = /^(v|a|d$|m|q)/;
/** Joins the parts of a foreign name: 威廉·琼斯. */
const MIDDLE_DOT = /^[·・‧•．-]$/;
/** Single characters that jieba takes for nouns at the head of a phrase, but that are prepositions or conjunctions there. */
const HEAD_PARTICLE = /^[因故从由於于在为以而其该各把被与和及并则即如当若及被]$/;
/** Names of a time that are no dates. */
const PERIOD = /(时期|时代|年间|末年|初年|王朝|初期|中期|后期|末期|前期|朝)$/;

/** Noun phrases at their longest, the names and words inside them, and other single words that say something. */
export function phrasesOf(folded: string, words: readonly TaggedWord[]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  while (from < words.length) {
    const first = words[from];
    if (first === undefined) break;
    let to = from + 1;
    if (NOMINAL.test(first.tag) && !HEAD_PARTICLE.test(first.text)) {
      while (to < words.length && joins(folded, words[to - 1], words[to])) to += 1;
      for (const run of within(folded, words.slice(from, to))) runs.push(run);
    } else if (CONTENT.test(first.tag) && first.text.length > 1) {
      runs.push({ type: 'word', start: first.start, end: first.end });
    }
    from = to;
  }
  return runs;
}

function joins(folded: string, before: TaggedWord | undefined, word: TaggedWord | undefined): boolean {
  if (before === undefined || word === undefined) return false;
  if (word.start === before.end) return NOMINAL.test(word.tag) || word.tag === 'k';
  return MIDDLE_DOT.test(folded.slice(before.end, word.start));
}

function within(folded: string, words: readonly TaggedWord[]): Run[] {
  const whole = runOver(words);
  if (whole === undefined || words.length === 1) return whole === undefined ? [] : [whole];
  const names = dottedNames(folded, words);
  const single = words.filter((word) => word.text.length > 1).map((word) => runOver([word]));
  return [whole, ...names, ...single].filter((run) => run !== undefined);
}

/** 西班牙著名诗人何塞·加布里埃尔 has 何塞·加布里埃尔 in it. */
function dottedNames(folded: string, words: readonly TaggedWord[]): Run[] {
  const isDotted = (index: number): boolean => {
    const [before, word] = [words[index - 1], words[index]];
    return before !== undefined && word !== undefined && MIDDLE_DOT.test(folded.slice(before.end, word.start));
  };
  const names: Run[] = [];
  for (let from = 0; from < words.length; from += 1) {
    let to = from + 1;
    while (to < words.length && isDotted(to)) to += 1;
    const [first, last] = [words[from], words[to - 1]];
    if (first === undefined || last === undefined || to === from + 1) continue;
    names.push({ type: 'person', start: first.start, end: last.end });
    from = to - 1;
  }
  return names;
}

/** The run over neighbouring words; undefined for none. */
export function runOver(words: readonly TaggedWord[]): Run | undefined {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { type: typeOf(words.map((word) => word.text).join(''), last.tag), start: first.start, end: last.end };
}

/** A phrase is what its last word is: 甘肃省金昌市 a place, 市委书记李明 a person. */
function typeOf(text: string, tag: string): RunType {
  if (PERIOD.test(text)) return 'period';
  if (tag.startsWith('nr')) return 'person';
  if (tag.startsWith('nt')) return 'organisation';
  if (tag.startsWith('ns')) return 'place';
  return 'phrase';
}
