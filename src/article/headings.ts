/** Headings are short: a line of print at most. */
const MAX_HEADING = 40;

/** What a heading may begin with: `一、`, `（一）`, `1.`, `第一章`, `■`, `#`. */
const MARKED =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十\d]{1,3}[章节部分篇]|#{1,6}\s|[■▲●◆★▌▍◎□◇►▶]|0?\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[）)]|【[^】]+】$|PART\s?\d|Q\d)/i;

/** Ends a sentence or leads on to the next line. */
const ENDS_SENTENCE = /[。！!；;，,、：:…—]["”’」』）)]*$/;
const ASKS = /[？?]["”’」』]*$/;

/** Begins an item of a list, a quotation or a remark in brackets: a paragraph, however short. */
const NEVER = /^(?:[-—–─]{1,3}|[（(](?![一二三四五六七八九十\d]{1,3}[）)])|[“「『"].*[”」』"]$|[※*•·])/;

/** A caption or a signature. */
const CAPTION =
  /^(?:图[为\d一二三四]|图[：:]|图片|视频[：:]|资料图|上图|下图|表\d|附[：:表])|[摄攝]$|供图$|[（(].*[摄图攝]片?[）)]$|制图$/;

/** Lists and poems have that many short lines in a row; headings stand between paragraphs. */
const MAX_IN_A_ROW = 2;

/** Fewer lines that ask are rhetoric. */
const MIN_QUESTIONS = 2;
const MIN_QUESTION_LENGTH = 5;

/**
 * Which lines of a body are headings: short, without the punctuation that ends a sentence,
 * and followed by a paragraph.
 *
 * @param body headings and paragraphs in order.
 * @returns their indices.
 */
export function findHeadings(body: readonly string[]): Set<number> {
  const bare = body.map((line) => isHeadingLike(line));
  const headings = new Set<number>();
  for (let at = 0; at < body.length; at += 1) {
    if (!bare[at]) continue;
    let end = at;
    while (bare[end]) end += 1;
    const run = end - at;
    const isFollowed = end < body.length;
    const allMarked = body.slice(at, end).every((line) => MARKED.test(line));
    if (isFollowed && (run <= MAX_IN_A_ROW || allMarked)) {
      for (let line = at; line < end; line += 1) headings.add(line);
    }
    at = end;
  }
  for (const question of questionHeadings(body, headings)) headings.add(question);
  return headings;
}

function isHeadingLike(line: string): boolean {
  if (line.length > MAX_HEADING || NEVER.test(line) || CAPTION.test(line)) return false;
  if (line.includes('。') || ENDS_SENTENCE.test(line)) return false;
  return MARKED.test(line) || !ASKS.test(line);
}

/**
 * Lines that ask are headings where they come in parallel: beside other headings, not in the
 * lead, or several of them dividing the article. A single one is rhetoric.
 */
function questionHeadings(body: readonly string[], headings: ReadonlySet<number>): number[] {
  const first = Math.min(...headings);
  const questions = body.flatMap((line, at) => (isQuestionHeading(body, at, headings) && line !== '' ? [at] : []));
  if (headings.size > 0) return questions.filter((at) => at > first);
  return questions.length >= MIN_QUESTIONS ? questions : [];
}

function isQuestionHeading(body: readonly string[], at: number, headings: ReadonlySet<number>): boolean {
  const line = body[at] ?? '';
  const next = body[at + 1];
  if (line.length > MAX_HEADING || line.length < MIN_QUESTION_LENGTH || !ASKS.test(line)) return false;
  if (NEVER.test(line) || line.includes('。') || /[：:]/.test(line)) return false;
  if (next === undefined || headings.has(at) || headings.has(at - 1) || headings.has(at + 1)) return false;
  return !ASKS.test(next) && next.length > line.length;
}
