import type { TaggedWord } from '../../language/segment.ts';
import type { Span } from '../../language/sentences.ts';

/** What a run looks like from outside. */
export type RunType =
  | 'date'
  | 'duration'
  | 'quantity'
  | 'percentage'
  | 'ordinal'
  | 'title'
  | 'quoted'
  | 'latin'
  | 'person'
  | 'place'
  | 'organisation'
  | 'phrase'
  | 'word';

export const RUN_TYPES: readonly RunType[] = [
  'date',
  'duration',
  'quantity',
  'percentage',
  'ordinal',
  'title',
  'quoted',
  'latin',
  'person',
  'place',
  'organisation',
  'phrase',
  'word',
];

/** A stretch of a sentence that could be an answer; offsets into the passage. */
export interface Run extends Span {
  readonly type: RunType;
}

const DIGITS = String.raw`(?:\d+(?:[.,]\d+)*|[〇零一二两三四五六七八九十百千]+)`;
const MAGNITUDE = '[十百千万亿兆]*';
const ROUGHLY = '[多余]?';

/**
 * Runs that are told by their characters, over folded text, the most exact first: where two
 * overlap, the earlier pattern has it.
 */
const PATTERNS: readonly { readonly type: RunType; readonly pattern: RegExp }[] = [
  { type: 'title', pattern: /《[^《》]{1,40}》/g },
  // Years, months, days, with an era, a season or a time of day; spans of years.
  {
    type: 'date',
    pattern:
      /(?:公元前?|西元前?|民国|前)?\d{1,4}年(?:代)?(?:(?:[春夏秋冬]季?|[初中末底])(?![\p{L}\p{N}]))?(?:\d{1,2}月(?:\d{1,2}[日号]|[初中底]|[上中下]旬)?)?(?:[上下]半年)?(?:至|到|-|—|~)?(?:\d{1,4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?)?/gu,
  },
  { type: 'date', pattern: /\d{1,2}月(?:\d{1,2}[日号]|[初中底]|[上中下]旬)?/g },
  { type: 'date', pattern: /\d{1,2}[日号](?![\p{Script=Latin}])/gu },
  {
    type: 'date',
    pattern:
      /(?:公元前?|西元前?|前)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})世纪(?:\d{1,2}年代|[初中末叶前后]+期?|[一二三四五六七八九]十年代)?/g,
  },
  {
    type: 'date',
    pattern:
      /[\p{Script=Han}]{0,2}(?:元|[二三四五六七八九]|[二三四五六]?十[一二三四五六七八九]?)年(?:[正闰一二三四五六七八九十]+月(?:[初一二三四五六七八九十]+日|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])?)?(?=[（(,，。、\s]|\p{L})/gu,
  },
  {
    type: 'percentage',
    pattern: new RegExp(
      `${DIGITS}(?:%|‰)|百分之${DIGITS}|${DIGITS}分之${DIGITS}|[一二三四五六七八九]成(?![\\p{L}])`,
      'gu',
    ),
  },
  { type: 'ordinal', pattern: new RegExp(`第${DIGITS}[\\p{Script=Han}]?`, 'gu') },
  {
    type: 'duration',
    pattern: new RegExp(
      `${DIGITS}${MAGNITUDE}${ROUGHLY}个?(?:多|半)?(?:年|月|天|日|周|星期|小时|分钟|秒|世纪)(?:${DIGITS}(?:个月|天|分|秒))?`,
      'g',
    ),
  },
];
/** A number and what it counts: the unit is the word behind it, found by its tag. */
const NUMBER = new RegExp(`(?:${DIGITS}${MAGNITUDE}${ROUGHLY})`, 'gu');
const QUOTATION = /[“「『"]([^“”「」『』"]{1,30})[”」』"]/g;
/** Latin words, and names transliterated into several parts: 威廉·琼斯 is joined by its tag. */
const LATIN = /\p{Script=Latin}[\p{Script=Latin}\d.&'+-]*(?: [\p{Script=Latin}\d][\p{Script=Latin}\d.&'+-]*)*/gu;

/** Parts of speech that stand together in a noun phrase. */
const NOMINAL = /^(n|vn|an|j|b|l|i|x|eng|nz|ng|s$|z$|g|t)/;
const MIDDLE_DOT = /^[·・‧•.．-]$/;
const MOST_RUNS = 60;

/** The runs of one sentence in the order of their beginnings; bounded. */
export function runsOf(folded: string, sentence: Span, words: readonly TaggedWord[]): Run[] {
  const text = folded.slice(sentence.start, sentence.end);
  const told = toldByPattern(text, sentence.start);
  const quantities = quantitiesOf(text, sentence.start, words).filter(
    (run) => !told.some((other) => overlap(run, other)),
  );
  const quoted = [...text.matchAll(QUOTATION)].map((match): Run => {
    const start = sentence.start + match.index + 1;
    return { type: 'quoted', start, end: start + (match[1]?.length ?? 0) };
  });
  const phrases = phrasesOf(folded, words).filter(
    (run) => ![...told, ...quantities].some((other) => overlap(run, other)),
  );
  const latin = [...text.matchAll(LATIN)]
    .filter((match) => match[0].length > 1)
    .map((match): Run => {
      const start = sentence.start + match.index;
      return { type: 'latin', start, end: start + match[0].length };
    });
  return distinct([...told, ...quantities, ...quoted, ...latin, ...phrases])
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .slice(0, MOST_RUNS);
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function distinct(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run>();
  for (const run of runs) {
    const key = `${run.start}-${run.end}`;
    if (!seen.has(key)) seen.set(key, run);
  }
  return [...seen.values()];
}

function toldByPattern(text: string, offset: number): Run[] {
  const runs: Run[] = [];
  for (const { type, pattern } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const start = offset + match.index;
      const run = { type, start, end: start + match[0].length };
      if (!runs.some((other) => overlap(run, other))) runs.push(run);
    }
  }
  return runs;
}

/** 408户, 3.5万余名群众 → 3.5万余名: a number takes the measure word or the short noun behind it. */
function quantitiesOf(text: string, offset: number, words: readonly TaggedWord[]): Run[] {
  const runs: Run[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const start = offset + match.index;
    const numberEnd = start + match[0].length;
    const unit = words.find((word) => word.start >= numberEnd - 1 && word.end > numberEnd);
    const takesUnit = unit !== undefined && unit.start <= numberEnd && unit.end - numberEnd <= 3;
    if (!takesUnit && !/\d/.test(match[0])) continue;
    runs.push({ type: 'quantity', start, end: takesUnit ? unit.end : numberEnd });
  }
  return runs;
}

/** Noun phrases: the longest stretches of nominal words, their single words, and names in parts joined by a dot. */
function phrasesOf(folded: string, words: readonly TaggedWord[]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  while (from < words.length) {
    const first = words[from];
    if (first === undefined) break;
    let to = from + 1;
    if (isNominal(first)) {
      while (to < words.length && joins(folded, words[to - 1], words[to])) to += 1;
      runs.push(...runsWithin(words.slice(from, to)));
    } else if (/^(v|a|d?$|r$|m|q)/.test(first.tag) && first.text.length > 1) {
      runs.push({ type: 'word', start: first.start, end: first.end });
    }
    from = to;
  }
  return runs;
}

function isNominal(word: TaggedWord): boolean {
  return NOMINAL.test(word.tag);
}

function joins(folded: string, before: TaggedWord | undefined, word: TaggedWord | undefined): boolean {
  if (before === undefined || word === undefined) return false;
  if (word.start === before.end)
    return isNominal(word) || (word.text.length === 1 && word.tag === 'k' && isNominal(before));
  return MIDDLE_DOT.test(folded.slice(before.end, word.start));
}

function runsWithin(words: readonly TaggedWord[]): Run[] {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  const whole: Run = { type: typeOf(words), start: first.start, end: last.end };
  if (words.length === 1) return [whole];
  return [
    whole,
    ...words
      .filter((word) => word.text.length > 1)
      .map((word): Run => ({ type: typeOf([word]), start: word.start, end: word.end })),
  ];
}

/** A phrase is what its last word is: 甘肃省金昌市 a place, 市委书记李明 a person. */
function typeOf(words: readonly TaggedWord[]): RunType {
  const tag = words.at(-1)?.tag ?? '';
  if (tag.startsWith('nr')) return 'person';
  if (tag.startsWith('nt')) return 'organisation';
  if (tag.startsWith('ns')) return 'place';
  if (tag.startsWith('t')) return 'date';
  return 'phrase';
}
