/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span of a stretch of a text as one of the text. @param by where the stretch begins in it, UTF-16 units */
export function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Ends a sentence. Half-width marks count only beside Chinese, so that `Yahoo! Inc` stays whole. */
const TERMINATOR = /[。！？!?]/;
const RUN_OF_TERMINATORS = /[。！？!?…]/;
const CHINESE = /[\p{Script=Han}，。、；：！？”’」』）》】]/u;

const CLOSING_OF: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '（': '）',
  '(': ')',
  '《': '》',
  '【': '】',
};
const CLOSING = new Set(Object.values(CLOSING_OF));
/** Any of the marks that open or close. */
const MARK = /[“”‘’「」『』（）()《》【】]/g;

/** Who said it, behind a quotation that opens the sentence: “……。”他说。 */
const ATTRIBUTION =
  /^[^。！？…“”「」，]{0,15}?(说|說|道|表示|称|稱|问|問|答|笑|指出|介绍|介紹|认为|認為|坦言|感慨|回忆|回憶)/;

/**
 * Splits a paragraph into sentences. A sentence ends behind 。！？ with the quotation marks
 * and brackets that close there; inside a quotation or a bracket nothing ends, so “…。…。”
 * stays whole with what introduces it. An opening mark that is never closed counts as text.
 *
 * @returns spans in order, without the white space between them; every other character of
 *   the paragraph is in exactly one of them.
 */
export function splitSentences(paragraph: string): Span[] {
  const closers = matchingClosers(paragraph);
  const sentences: Span[] = [];
  let start = 0;
  let at = 0;
  while (at < paragraph.length) {
    const closer = closers.get(at);
    if (closer !== undefined) {
      at = closer + 1;
      if (!endsInside(paragraph, closer) || continues(paragraph, start, at)) continue;
    } else if (endsAt(paragraph, at)) {
      at = behindTerminators(paragraph, at);
    } else {
      at += 1;
      continue;
    }
    push(sentences, paragraph, start, at);
    start = at;
  }
  push(sentences, paragraph, start, paragraph.length);
  return sentences;
}

/**
 * Offsets of opening marks to the offsets of the marks that close them. Linear: one pass with a stack, which is walked
 * down only where the mark is in it, and what is walked over is gone.
 */
function matchingClosers(paragraph: string): Map<number, number> {
  const closers = new Map<number, number>();
  const open: { at: number; closing: string }[] = [];
  const opened = new Map<string, number>();
  const count = (closing: string, step: 1 | -1) => opened.set(closing, (opened.get(closing) ?? 0) + step);
  for (const { 0: character, index: at } of paragraph.matchAll(MARK)) {
    const closing = CLOSING_OF[character];
    if (closing !== undefined) {
      open.push({ at, closing });
      count(closing, 1);
      continue;
    }
    if ((opened.get(character) ?? 0) === 0) continue;
    for (let mark = open.pop(); mark !== undefined; mark = open.pop()) {
      count(mark.closing, -1);
      if (mark.closing !== character) continue;
      closers.set(mark.at, at);
      break;
    }
  }
  return closers;
}

/** Whether the quotation or bracket that closes here held a whole sentence: …。” */
function endsInside(paragraph: string, closer: number): boolean {
  if (!/[”’」』]/.test(paragraph.charAt(closer))) return false;
  return RUN_OF_TERMINATORS.test(paragraph.charAt(closer - 1));
}

/** Whether the sentence goes on behind its closed quotation: punctuation, or who said it. */
function continues(paragraph: string, start: number, at: number): boolean {
  const rest = paragraph.slice(at, at + 24);
  if (/^[，、；：。！？…—的“‘「『）]/.test(rest)) return true;
  const openedByQuotation = /^\s*[“「『‘]/.test(paragraph.slice(start, start + 8));
  return openedByQuotation && ATTRIBUTION.test(rest);
}

function endsAt(paragraph: string, at: number): boolean {
  const character = paragraph.charAt(at);
  if (!TERMINATOR.test(character)) return false;
  if (character !== '!' && character !== '?') return true;
  return CHINESE.test(paragraph.charAt(at - 1));
}

/** Takes in a run like ！？ or 。…… and stray closing marks whose opening mark is not in the paragraph. */
function behindTerminators(paragraph: string, at: number): number {
  let end = at + 1;
  while (
    end < paragraph.length &&
    (RUN_OF_TERMINATORS.test(paragraph.charAt(end)) || CLOSING.has(paragraph.charAt(end)))
  ) {
    end += 1;
  }
  return end;
}

function push(sentences: Span[], paragraph: string, start: number, end: number): void {
  const text = paragraph.slice(start, end);
  const trimmed = text.trim();
  if (trimmed === '') return;
  const from = start + text.indexOf(trimmed);
  sentences.push({ start: from, end: from + trimmed.length });
}
