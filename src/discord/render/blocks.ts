import type { Locale } from '../../chat/locale.ts';
import type {
  Block,
  Contents,
  Differences,
  Facts,
  Heading,
  Quotation,
  Suggestions,
  SummaryBlock,
} from '../../chat/reply.ts';
import { escapeMarkdown } from '../escape.ts';
import { withoutInvisible } from '../invisible.ts';
import { discordTextsIn } from '../texts.ts';
import { renderQuotation } from './quotation.ts';
import { FILE_NAME, type RenderedBlock, type RenderedEntry } from './rendered.ts';

/** What a block's look depends on beside the block. */
export interface BlockLayout {
  /** How many characters of a quotation are shown at the most, where less than all that there is room for. */
  readonly mostQuoted?: number;
  readonly locale: Locale;
  /** Whether quoted paragraphs have their addresses above them. */
  readonly addresses: boolean;
  /** Whether the citation is in small print: not below a quotation in one text, where some clients miss its mark. */
  readonly smallPrint: boolean;
}

/**
 * A block as Discord's markdown: as much of it as fits, by whole parts (sentences, entries,
 * lines), never a piece of one.
 *
 * @param room UTF-16 units that the markdown may take
 * @returns undefined where nothing of it fits, or there is nothing to show
 */
export function renderBlock(block: Block, room: number, layout: BlockLayout): RenderedBlock | undefined {
  if (block.kind === 'quotation') return renderQuotation(block, room, layout);
  if (block.kind === 'contents') return renderContents(block, room, layout.locale);
  if (block.kind === 'differences') return renderDifferences(block, room, layout);
  const markdown = richest(variants(block, layout), room);
  return markdown === undefined ? undefined : { markdown };
}

/** The ways to show a block, richest first; lazily, because the first mostly fits. */
function variants(
  block: Exclude<Block, Quotation | Contents | Differences>,
  { smallPrint, locale }: BlockLayout,
): Iterable<string> {
  switch (block.kind) {
    case 'heading':
      return one(heading(block, GAP[locale]));
    case 'notice':
      // It may repeat what somebody typed.
      return one(escapeMarkdown(withoutInvisible(block.text)));
    case 'citation':
      return one(blank(block.text) ? '' : `${smallPrint ? '-# ' : ''}${line(block.text)}`);
    case 'summary':
      return fewerLines(title(block.label), summaryLines(block, GAP[locale]));
    case 'suggestions':
      return fewerLines(title(block.label), suggestionLines(block));
    case 'facts':
      return fewerLines(undefined, factLines(block, GAP[locale]));
  }
}

/** What sets two texts on one line apart: beside Latin letters an ideographic space is a hole. */
const GAP: Readonly<Record<Locale, string>> = { 'zh-CN': '　', 'zh-TW': '　', en: ' ' };

function richest(candidates: Iterable<string>, room: number): string | undefined {
  for (const candidate of candidates) {
    if (candidate.length <= room) return blank(candidate) ? undefined : candidate;
  }
  return undefined;
}

function* one(markdown: string): Iterable<string> {
  yield markdown;
}

/** All lines, then one fewer from the end each time; a title alone says nothing. */
function* fewerLines(title: string | undefined, lines: readonly string[]): Iterable<string> {
  for (let count = lines.length; count > 0; count -= 1) {
    yield [...(title === undefined ? [] : [title]), ...lines.slice(0, count)].join('\n');
  }
}

function summaryLines({ sentences }: SummaryBlock, gap: string): string[] {
  return sentences.map(({ text, address }) => `- ${line(text)}${gap}${line(address)}`);
}

function suggestionLines({ items }: Suggestions): string[] {
  return items.map((item) => `- ${line(item)}`);
}

function factLines({ facts }: Facts, gap: string): string[] {
  // Several lines stand below their label, one beside it.
  return facts.map(
    ({ label, value }) => `**${line(label)}**${value.includes('\n') ? '\n' : gap}${escapeMarkdown(value)}`,
  );
}

function heading({ text, address }: Heading, gap: string): string {
  if (blank(text)) return '';
  return `### **${line(text.trim())}**${address === undefined ? '' : `${gap}${line(address)}`}`;
}

/** With summaries, without, then fewer and fewer entries and how many are missing. */
function renderContents({ entries, of }: Contents, room: number, locale: Locale): RenderedBlock | undefined {
  const way = of === 'articles' ? 'contents' : 'section';
  const short = entries.map((entry) => entryLine(entry, of, locale));
  const full = entries.map(({ summary }, at) => [short[at], ...summary.map((text) => `- ${line(text)}`)].join('\n'));
  for (const pieces of [full, short]) {
    const markdown = pieces.join('\n');
    if (markdown.length <= room)
      return blank(markdown) ? undefined : { markdown, entries: leading(entries, pieces, way) };
  }
  for (let count = howManyFit(short, room); count > 0; count -= 1) {
    const more = `-# ${discordTextsIn(locale).hiddenEntries(entries.length - count)}`;
    const markdown = [...short.slice(0, count), more].join('\n');
    if (markdown.length <= room) return { markdown };
  }
  return undefined;
}

/** A section with its address, an article with its id beside its title; the size below it, because beside a button lines are short. */
function entryLine(
  { address, heading, size }: Contents['entries'][number],
  of: Contents['of'],
  locale: Locale,
): string {
  const gap = GAP[locale];
  const named =
    of === 'articles' ? `${line(address)}${gap}**${line(heading)}**` : `**${line(address)}${gap}${line(heading)}**`;
  // A number is not parted from what it counts.
  return `${named}\n${line(size).replace(/(?<=\d) /g, '\u00A0')}`;
}

/** How many of the first lines have room together. */
function howManyFit(lines: readonly string[], room: number): number {
  let left = room + 1;
  const over = lines.findIndex((text) => {
    left -= text.length + 1;
    return left < 0;
  });
  return over < 0 ? lines.length - 1 : over;
}

/** The pieces with what they open; none where one of them opens nothing. */
function leading(entries: Contents['entries'], pieces: readonly string[], way: RenderedEntry['way']): RenderedEntry[] {
  const found = entries.flatMap(({ target }, at) =>
    target === undefined ? [] : [{ markdown: pieces[at] ?? '', target, way }],
  );
  return found.length === entries.length ? found : [];
}

/** How Discord shows whose words are whose: ~~theirs~~, **the article's**, and what both share. */
const SIDES = { theirs: '~~', article: '**', both: '' } as const;

function renderDifferences(block: Differences, room: number, layout: BlockLayout): RenderedBlock | undefined {
  const quote = differences(block);
  if (quote === '') return undefined;
  const pieces = [quote, ...legendOf(block, layout)];
  const markdown = pieces.join('\n');
  if (markdown.length <= room) return { markdown, pieces };
  // The marks tell without their legend, too; rather than the comparison the legend goes.
  return quote.length <= room ? { markdown: quote } : attachedDifferences(block, room, layout.locale);
}

function legendOf({ legend }: Differences, { smallPrint }: BlockLayout): string[] {
  if (legend === undefined || blank(legend.theirs) || blank(legend.article ?? legend.theirs)) return [];
  const mark = (side: 'theirs' | 'article', words: string) => `${SIDES[side]}${line(words.trim())}${SIDES[side]}`;
  const marks = [
    mark('theirs', legend.theirs),
    ...(legend.article === undefined ? [] : [mark('article', legend.article)]),
  ];
  return [`${smallPrint ? '-# ' : ''}${marks.join(' · ')}`];
}

function differences({ pieces }: Differences): string {
  const merged: { text: string; side: keyof typeof SIDES }[] = [];
  for (const { text, side } of pieces) {
    const last = merged.at(-1);
    if (last?.side === side) last.text += text;
    else if (text !== '') merged.push({ text, side });
  }
  const markdown = merged.map(({ text, side }) =>
    blank(text) ? text : `${SIDES[side]}${escapeMarkdown(text)}${SIDES[side]}`,
  );
  return blank(markdown.join(''))
    ? ''
    : markdown
        .join('')
        .split('\n')
        .map((text) => `> ${text}`)
        .join('\n');
}

function attachedDifferences({ pieces }: Differences, room: number, locale: Locale): RenderedBlock | undefined {
  const { attached } = discordTextsIn(locale);
  if (attached.length + 3 > room || pieces.every(({ text }) => blank(text))) return undefined;
  const marks = { theirs: ['[-', '-]'], article: ['{+', '+}'], both: ['', ''] } as const;
  const text = pieces.map(({ text, side }) => marks[side].join(text)).join('');
  return { markdown: `-# ${attached}`, file: { name: FILE_NAME, text } };
}

function title(label: string): string | undefined {
  return blank(label) ? undefined : `**${line(label)}**`;
}

/** A text that must stay on its line, inert. */
function line(text: string): string {
  return escapeMarkdown(text.replace(/\s*[\n\r\u2028\u2029]\s*/g, ' '));
}

function blank(text: string): boolean {
  return text.trim() === '';
}
