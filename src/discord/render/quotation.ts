import type { Locale } from '../../chat/locale.ts';
import type { Quotation, QuotedSentence } from '../../chat/reply.ts';
import { textsIn } from '../../chat/texts/texts.ts';
import { escapeMarkdown } from '../escape.ts';
import { discordTextsIn } from '../texts.ts';
import { FILE_NAME, type RenderedBlock } from './rendered.ts';
import { fits, isWithin, less, type Space, sizeOf, sum } from './space.ts';

/** How a quotation is laid out. */
export interface QuotationLayout {
  readonly locale: Locale;
  /** Whether every paragraph has its address above it; a quotation that is one text has none. */
  readonly addresses: boolean;
}

/** Of a quotation that is brief so many characters are shown, however much room there is: some ten lines on a phone. */
const MOST_QUOTED = 300;

function mostQuoted({ brief }: Quotation): number {
  return brief === true ? MOST_QUOTED : Number.POSITIVE_INFINITY;
}

/** A sentence and the paragraph it is from. */
interface Placed extends QuotedSentence {
  readonly paragraph: number;
}

/** Sentences of a quotation: from the first to the one before the last. */
interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * The article's words as a block quote, the answering sentence bold. What does not fit is left
 * out by whole sentences, farthest from the answering one first, and counted; where not even
 * that sentence fits, the whole quotation becomes a text file.
 *
 * @param space what the markdown may take
 * @returns undefined where nothing at all fits
 */
export function renderQuotation(
  quotation: Quotation,
  space: Space,
  layout: QuotationLayout,
): RenderedBlock | undefined {
  const sentences = quotation.paragraphs.flatMap(({ sentences }, paragraph) =>
    sentences.map((sentence): Placed => ({ ...sentence, paragraph })),
  );
  if (sentences.every(({ text }) => text.trim() === '')) return undefined;
  const draw = (window: Window) => drawWindow(quotation, sentences, window, layout);
  if (lengthOf(sentences) <= Math.min(space.characters, mostQuoted(quotation))) {
    const whole = draw({ from: 0, to: sentences.length });
    if (fits(whole.markdown, space)) return whole;
  }
  const part = largestPart(quotation, sentences, space, layout, draw);
  if (part !== undefined) return part;
  const { attached } = discordTextsIn(layout.locale);
  const markdown = smallPrint(attached);
  if (!fits(markdown, space)) return undefined;
  return { markdown, file: { name: FILE_NAME, text: plainQuotation(quotation) } };
}

/**
 * As many whole sentences around the answering one as fit. How much each takes is reckoned once
 * and by itself, so that it costs no more than their length; then they are drawn to see, because
 * beside a neighbour a character may need to be escaped that by itself does not.
 */
function largestPart(
  quotation: Quotation,
  sentences: readonly Placed[],
  space: Space,
  layout: QuotationLayout,
  draw: (window: Window) => RenderedBlock,
): RenderedBlock | undefined {
  if ((sentences[answerIn(sentences)]?.text.length ?? 0) > space.characters) return undefined;
  for (let left = space; ; ) {
    const { window, reckoned } = grow(quotation, sentences, left, layout);
    const drawn = draw(window);
    if (fits(drawn.markdown, space)) return drawn;
    if (window.to - window.from === 1) return undefined;
    left = less(reckoned, beyond(sizeOf(drawn.markdown), space));
  }
}

/** How much more is taken than there is. */
function beyond(taken: Space, space: Space): Space {
  const over = less(taken, space);
  return { characters: Math.max(0, over.characters), bytes: Math.max(0, over.bytes) };
}

function lengthOf(sentences: readonly QuotedSentence[]): number {
  return sentences.reduce((sum, { text }) => sum + text.length, 0);
}

/** The quotation as plain text, a line a paragraph. */
export function plainQuotation(quotation: Quotation): string {
  return quotation.paragraphs.map(({ sentences }) => sentences.map(({ text }) => text).join('')).join('\n');
}

/** The first marked sentence, and whole sentences around it while there is space; with what they take together. */
function grow(
  quotation: Quotation,
  sentences: readonly Placed[],
  space: Space,
  layout: QuotationLayout,
): { window: Window; reckoned: Space } {
  const marked = answerIn(sentences);
  let window = { from: marked, to: marked + 1 };
  let reckoned = sum(noteSize(quotation, sentences, layout), sentenceSize(quotation, sentences, marked, layout));
  let quoted = sentences[marked]?.text.length ?? 0;

  /** Takes in a sentence beside the window, where there is one and it fits. */
  function reach(at: number, wider: Window): boolean {
    const sentence = sentences[at];
    if (sentence === undefined || sentence.text.length > space.characters) return false;
    const size = sum(reckoned, sentenceSize(quotation, sentences, at, layout));
    const length = quoted + sentence.text.length;
    if (!isWithin(size, space) || length > mostQuoted(quotation)) return false;
    [window, reckoned, quoted] = [wider, size, length];
    return true;
  }

  for (let forward = true, backward = true; forward || backward; ) {
    if (forward) forward = reach(window.to, { ...window, to: window.to + 1 });
    if (backward) backward = reach(window.from - 1, { ...window, from: window.from - 1 });
  }
  return { window, reckoned };
}

/** Which sentence answers, or is the first to be shown. */
function answerIn(sentences: readonly Placed[]): number {
  return Math.max(
    0,
    sentences.findIndex((sentence) => sentence.marked),
  );
}

/** What the notes above and below take at the most. */
function noteSize({ converted }: Quotation, { length }: readonly Placed[], layout: QuotationLayout): Space {
  const { hiddenBefore, hiddenAfter } = discordTextsIn(layout.locale);
  const words = [hiddenBefore(length), hiddenAfter(length), ...(converted ? [convertedNote(layout.locale)] : [])];
  return sum(...words.map((note) => sizeOf(`\n${smallPrint(note)} · `)));
}

/** What a sentence takes by itself, with the line that sets its paragraph apart where it is an end of one. */
function sentenceSize(quotation: Quotation, sentences: readonly Placed[], at: number, layout: QuotationLayout): Space {
  const sentence = sentences[at];
  if (sentence === undefined) return sizeOf('');
  const { paragraph } = sentence;
  const lines = sizeOf(quoted([sentence], markOf(quotation)).join('\n').slice(QUOTE.length));
  if ([at - 1, at + 1].every((beside) => sentences[beside]?.paragraph === paragraph)) return lines;
  const above = paragraphLine(quotation.paragraphs[paragraph]?.address ?? '', layout) ?? QUOTE;
  return sum(lines, sizeOf(`${above}\n${QUOTE}\n`));
}

/** Notes stand in texts of their own: small print is only read as such where a text begins. */
function drawWindow(
  quotation: Quotation,
  sentences: readonly Placed[],
  { from, to }: Window,
  layout: QuotationLayout,
): RenderedBlock {
  const words = discordTextsIn(layout.locale);
  const above = from > 0 ? [words.hiddenBefore(from)] : [];
  const below = [
    ...(to < sentences.length ? [words.hiddenAfter(sentences.length - to)] : []),
    ...(quotation.converted ? [convertedNote(layout.locale)] : []),
  ];
  const quote = quoteLines(quotation, sentences.slice(from, to), layout).join('\n');
  const note = (words: readonly string[]) => (words.length === 0 ? '' : smallPrint(words.join(' · ')));
  const pieces = [note(above), quote, note(below)].filter((piece) => piece !== '');
  return { markdown: pieces.join('\n'), pieces };
}

function smallPrint(words: string): string {
  return `-# ${words}`;
}

/** Only what is shown is looked at: a range may be a whole article. */
function quoteLines(quotation: Quotation, shown: readonly Placed[], layout: QuotationLayout): string[] {
  const lines: string[] = [];
  for (let from = 0, to = 0; from < shown.length; from = to) {
    const paragraph = shown[from]?.paragraph ?? 0;
    while (shown[to]?.paragraph === paragraph) to += 1;
    const address = paragraphLine(quotation.paragraphs[paragraph]?.address ?? '', layout);
    if (address !== undefined) lines.push(address);
    else if (lines.length > 0) lines.push(QUOTE);
    for (const line of quoted(shown.slice(from, to), markOf(quotation))) lines.push(line);
  }
  return lines;
}

/** What every quoted line begins with. */
const QUOTE = '> ';

/** The line above a paragraph that says which it is, where there is to be one. */
function paragraphLine(address: string, { addresses }: QuotationLayout): string | undefined {
  return addresses && address !== '' ? `${QUOTE}*${escapeMarkdown(address)}*` : undefined;
}

/** Neighbouring marked sentences share one pair of marks: `****` between two would be read as text. */
function quoted(sentences: readonly QuotedSentence[], mark: Mark): string[] {
  const runs: { text: string; marked: boolean }[] = [];
  for (const { text, marked } of sentences) {
    const last = runs.at(-1);
    if (last !== undefined && last.marked === marked) last.text += text;
    else runs.push({ text, marked });
  }
  const markdown = runs.map(({ text, marked }) => (marked ? marking(text, mark) : escapeMarkdown(text))).join('');
  return markdown.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => QUOTE + line);
}

/** Bold is what answers, underlined what only comes closest. */
type Mark = '**' | '__';

function markOf({ closest }: Quotation): Mark {
  return closest === true ? '__' : '**';
}

/** White space stays outside the marks. */
function marking(text: string, mark: Mark): string {
  const trimmed = text.trim();
  if (trimmed === '') return escapeMarkdown(text);
  const start = text.indexOf(trimmed);
  return `${text.slice(0, start)}${mark}${escapeMarkdown(trimmed)}${mark}${text.slice(start + trimmed.length)}`;
}

/** A reader of Traditional is shown what was published in Simplified, and the reverse. */
function convertedNote(locale: Locale): string {
  return textsIn(locale).converted(locale === 'zh-TW' ? 'hans' : 'hant');
}
