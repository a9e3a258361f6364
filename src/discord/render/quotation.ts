import type { Locale } from '../../chat/locale.ts';
import type { Quotation, QuotedSentence } from '../../chat/reply.ts';
import { textsIn } from '../../chat/texts/texts.ts';
import { escapeMarkdown } from '../escape.ts';
import { discordTextsIn } from '../texts.ts';
import { FILE_NAME, type RenderedBlock } from './rendered.ts';

/** How a quotation is laid out. */
export interface QuotationLayout {
  readonly locale: Locale;
  /** Whether every paragraph has its address above it; a quotation that is one text has none. */
  readonly addresses: boolean;
  /** Whether notes are in small print. */
  readonly smallPrint: boolean;
  /** So many characters at the most beside the answering sentence, however much room there is. */
  readonly mostQuoted?: number;
}

/** A sentence and the paragraph it is from. */
interface Placed extends QuotedSentence {
  readonly paragraph: number;
}

/**
 * The article's words as a block quote, the answering sentence bold. What does not fit is left
 * out by whole sentences, farthest from the answering one first, and counted; where not even
 * that sentence fits, the whole quotation becomes a text file.
 *
 * @param room UTF-16 units that the markdown may take
 * @returns undefined where nothing at all fits
 */
export function renderQuotation(
  quotation: Quotation,
  room: number,
  layout: QuotationLayout,
): RenderedBlock | undefined {
  const sentences = quotation.paragraphs.flatMap(({ sentences }, paragraph) =>
    sentences.map((sentence): Placed => ({ ...sentence, paragraph })),
  );
  if (sentences.every(({ text }) => text.trim() === '')) return undefined;
  const draw = (from: number, to: number) => drawWindow(quotation, sentences, from, to, layout);
  const rawLength = lengthOf(sentences);
  const most = layout.mostQuoted ?? Number.POSITIVE_INFINITY;
  if (rawLength <= Math.min(room, most)) {
    const whole = draw(0, sentences.length);
    if (whole.markdown.length <= room) return whole;
  }
  const isShort = (from: number, to: number) => to - from === 1 || lengthOf(sentences.slice(from, to)) <= most;
  const [from, to] = grow(sentences, (from, to) => isShort(from, to) && draw(from, to).markdown.length <= room);
  if (from < to) return draw(from, to);
  const { attached } = discordTextsIn(layout.locale);
  if (attached.length + 3 > room) return undefined;
  return { markdown: smallPrint(attached, layout), file: { name: FILE_NAME, text: plainQuotation(quotation) } };
}

function lengthOf(sentences: readonly QuotedSentence[]): number {
  return sentences.reduce((sum, { text }) => sum + text.length, 0);
}

/** The quotation as plain text, a line a paragraph. */
export function plainQuotation(quotation: Quotation): string {
  return quotation.paragraphs.map(({ sentences }) => sentences.map(({ text }) => text).join('')).join('\n');
}

/** The largest window of whole sentences around the first marked one that fits, or an empty one. */
function grow(sentences: readonly Placed[], fits: (from: number, to: number) => boolean): [number, number] {
  const marked = Math.max(
    0,
    sentences.findIndex((sentence) => sentence.marked),
  );
  let [from, to] = [marked, marked + 1];
  if (!fits(from, to)) return [0, 0];
  for (let grown = true; grown; ) {
    const forward = to < sentences.length && fits(from, to + 1);
    if (forward) to += 1;
    const backward = from > 0 && fits(from - 1, to);
    if (backward) from -= 1;
    grown = forward || backward;
  }
  return [from, to];
}

/** Notes stand in texts of their own: small print is only read as such where a text begins. */
function drawWindow(
  quotation: Quotation,
  sentences: readonly Placed[],
  from: number,
  to: number,
  layout: QuotationLayout,
): RenderedBlock {
  const words = discordTextsIn(layout.locale);
  const above = from > 0 ? [words.hiddenBefore(from)] : [];
  const below = [
    ...(to < sentences.length ? [words.hiddenAfter(sentences.length - to)] : []),
    ...(quotation.converted ? [convertedNote(layout.locale)] : []),
  ];
  const quote = quoteLines(quotation, sentences.slice(from, to), layout).join('\n');
  const note = (words: readonly string[]) => (words.length === 0 ? '' : smallPrint(words.join(' · '), layout));
  const pieces = [note(above), quote, note(below)].filter((piece) => piece !== '');
  return { markdown: pieces.join('\n'), pieces };
}

function smallPrint(words: string, layout: QuotationLayout): string {
  return layout.smallPrint ? `-# ${words}` : words;
}

function quoteLines(quotation: Quotation, shown: readonly Placed[], layout: QuotationLayout): string[] {
  const lines: string[] = [];
  quotation.paragraphs.forEach(({ address }, paragraph) => {
    const own = shown.filter((sentence) => sentence.paragraph === paragraph);
    if (own.length === 0) return;
    if (layout.addresses && address !== '') lines.push(`> *${escapeMarkdown(address)}*`);
    else if (lines.length > 0) lines.push('> ');
    lines.push(...quoted(own));
  });
  return lines;
}

/** Neighbouring marked sentences share one pair of marks: `****` between two would be read as text. */
function quoted(sentences: readonly QuotedSentence[]): string[] {
  const runs: { text: string; marked: boolean }[] = [];
  for (const { text, marked } of sentences) {
    const last = runs.at(-1);
    if (last !== undefined && last.marked === marked) last.text += text;
    else runs.push({ text, marked });
  }
  const markdown = runs.map(({ text, marked }) => (marked ? bold(text) : escapeMarkdown(text))).join('');
  return markdown.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => `> ${line}`);
}

/** White space stays outside the marks. */
function bold(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return escapeMarkdown(text);
  const start = text.indexOf(trimmed);
  return `${text.slice(0, start)}**${escapeMarkdown(trimmed)}**${text.slice(start + trimmed.length)}`;
}

/** A reader of Traditional is shown what was published in Simplified, and the reverse. */
function convertedNote(locale: Locale): string {
  return textsIn(locale).converted(locale === 'zh-TW' ? 'hans' : 'hant');
}
