/*
 * What mammoth passes over is words to whoever reads the document: characters with readings above them, fields of one
 * element, formulas. What it reads, nobody sees: hidden text. Both are put right in the XML, tag by tag.
 */

const TAG = /<[^<>]*>/g;
/** Left out with all that is in them: readings, and what was moved elsewhere. */
const DROPPED = new Set(['w:rt', 'w:moveFrom', 'w:del']);
/** Left out, but for what is in them. */
const UNWRAPPED = new Set(['w:ruby', 'w:rubyBase', 'w:fldSimple']);
const FORMULA = new Set(['m:oMath', 'm:oMathPara']);

/** A run, or the whole document, as it is put together. */
interface Open {
  parts: string[];
  isHidden: boolean;
}

/** @returns the XML of a document with its words where mammoth finds them, and without hidden ones */
export function withPlainWords(xml: string): string {
  const open: Open[] = [{ parts: [], isHidden: false }];
  let dropped = 0;
  let formula = 0;
  let read = 0;
  const add = (part: string) => open.at(-1)?.parts.push(part);
  for (const { 0: tag, index } of xml.matchAll(TAG)) {
    const between = xml.slice(read, index);
    read = index + tag.length;
    const name = nameOf(tag);
    const isEnd = tag.startsWith('</');
    const isEmpty = tag.endsWith('/>');
    if (dropped === 0) add(formula > 0 ? between.trim() : between);
    if (DROPPED.has(name) && !isEmpty) dropped += isEnd ? -1 : 1;
    if (dropped > 0 || DROPPED.has(name) || UNWRAPPED.has(name)) continue;
    if (FORMULA.has(name) && !isEmpty) {
      if (!isEnd && formula === 0) add('<w:r><w:t xml:space="preserve">');
      formula += isEnd ? -1 : 1;
      if (isEnd && formula === 0) add('</w:t></w:r>');
    } else if (formula > 0) {
      if (isEnd && name === 'm:num') add('/');
    } else if (name === 'w:r' && !isEmpty) {
      if (!isEnd) open.push({ parts: [tag], isHidden: false });
      else closeRun(open, tag);
    } else {
      if (name === 'w:vanish' && !/w:val="(?:0|false|off)"/.test(tag)) hide(open);
      add(tag);
    }
  }
  while (open.length > 1) closeRun(open, '');
  return `${open[0]?.parts.join('') ?? ''}${xml.slice(read)}`;
}

function nameOf(tag: string): string {
  return /^<\/?([\w:.-]+)/.exec(tag)?.[1] ?? '';
}

function hide(open: readonly Open[]): void {
  const last = open.at(-1);
  // Outside of a run it is how the mark at a paragraph's end looks.
  if (last !== undefined && open.length > 1) last.isHidden = true;
}

function closeRun(open: Open[], tag: string): void {
  if (open.length === 1) {
    open[0]?.parts.push(tag);
    return;
  }
  const run = open.pop();
  if (run !== undefined && !run.isHidden) open.at(-1)?.parts.push(run.parts.join('') + tag);
}

const PARAGRAPH_END = '</w:p>';
const TEXT = /<w:t(?:\s[^<>]*)?>([^<]*)<\/w:t>/g;

/** The paragraphs of a part that stands beside the text: a header, a footer, comments. */
export function textsBeside(xml: string): string[] {
  return xml
    .split(PARAGRAPH_END)
    .map((paragraph) => unescaped([...paragraph.matchAll(TEXT)].map(([, text = '']) => text).join('')).trim())
    .filter((text) => text !== '');
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
