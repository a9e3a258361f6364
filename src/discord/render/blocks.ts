import type { Locale } from '../../chat/locale.ts';
import type {
  Block,
  CitationLine,
  Contents,
  Differences,
  Facts,
  Heading,
  Question,
  Quotation,
  Suggestions,
  SummaryBlock,
} from '../../chat/reply.ts';
import { textsIn } from '../../chat/texts/texts.ts';
import { escapeMarkdown } from '../escape.ts';
import { withoutInvisible } from '../invisible.ts';
import { discordTextsIn } from '../texts.ts';
import { renderQuotation } from './quotation.ts';
import { FILE_NAME, type RenderedBlock, type RenderedEntry } from './rendered.ts';
import { fits, less, type Space, sizeOf } from './space.ts';
import { webAddress } from './web-address.ts';

/** What a block's look depends on beside the block. */
export interface BlockLayout {
  readonly locale: Locale;
  /** Whether quoted paragraphs have their addresses above them. */
  readonly addresses: boolean;
}

/**
 * A block as Discord's markdown: as much of it as fits, by whole parts (sentences, entries,
 * lines), never a piece of one.
 *
 * @param space what the markdown may take
 * @returns undefined where nothing of it fits, or there is nothing to show
 */
export function renderBlock(block: Block, space: Space, layout: BlockLayout): RenderedBlock | undefined {
  if (block.kind === 'quotation') return renderQuotation(block, space, layout);
  if (block.kind === 'contents') return renderContents(block, space, layout.locale);
  if (block.kind === 'differences') return renderDifferences(block, space, layout);
  if (block.kind === 'summary') return renderSummary(block, space, layout.locale);
  const markdown = renderText(block, space, layout);
  return markdown === undefined || blank(markdown) ? undefined : { markdown };
}

function renderText(
  block: Exclude<Block, Quotation | Contents | Differences | SummaryBlock>,
  space: Space,
  { locale }: BlockLayout,
): string | undefined {
  switch (block.kind) {
    case 'question':
      return whole(block.text, () => question(block), space);
    case 'heading':
      return whole(block.text, () => heading(block, GAP[locale]), space);
    case 'notice': {
      // It may repeat what somebody typed.
      const text = withoutInvisible(block.text);
      return whole(text, () => escapeMarkdown(text), space);
    }
    case 'citation':
      return whole(block.text, () => citation(block, locale), space);
    case 'suggestions':
      return suggestions(block, space);
    case 'facts':
      return firstLines([], factLines(block, GAP[locale], space), space);
  }
}

/** What sets two texts on one line apart: beside Latin letters an ideographic space is a hole. */
const GAP: Readonly<Record<Locale, string>> = { 'zh-CN': '　', 'zh-TW': '　', en: ' ' };

/** A text that fits; one that could not, whatever it says, is not even drawn. */
function whole(text: string, draw: () => string, space: Space): string | undefined {
  if (text.length > space.characters) return undefined;
  const markdown = draw();
  return fits(markdown, space) ? markdown : undefined;
}

/** The first items, as far as their bare texts could have room together: what is behind them need not be drawn. */
function promising<Item>(items: readonly Item[], text: (item: Item) => string, space: Space): readonly Item[] {
  let left = space.characters;
  const over = items.findIndex((item) => {
    left -= text(item).length;
    return left < 0;
  });
  return over < 0 ? items : items.slice(0, over);
}

/** As many lines as fit below the title; a title alone says nothing. */
function firstLines(title: readonly string[], lines: readonly string[], space: Space): string | undefined {
  const count = howManyFit([...title, ...lines], space) - title.length;
  return count > 0 ? [...title, ...lines.slice(0, count)].join('\n') : undefined;
}

function summaryLines({ sentences }: SummaryBlock, gap: string, space: Space): string[] {
  const shown = promising(sentences, ({ text }) => text, space);
  return shown.map(({ text, address }) => `- ${line(text)}${gap}${line(address)}`);
}

/** As many sentences as fit below the label; each leads to its place where it has one. */
function renderSummary(block: SummaryBlock, space: Space, locale: Locale): RenderedBlock | undefined {
  const label = title(block.label);
  const lines = summaryLines(block, GAP[locale], space);
  const markdown = firstLines(label, lines, space);
  if (markdown === undefined || blank(markdown)) return undefined;
  const shown = lines.slice(0, markdown.split('\n').length - label.length);
  const pieces = shown.map((text, at) => (at === 0 ? [...label, text].join('\n') : text));
  const entries = pieces.flatMap((piece, at): RenderedEntry[] => {
    const target = block.sentences[at]?.target;
    return target === undefined ? [] : [{ markdown: piece, target, way: 'passage' }];
  });
  return entries.length === pieces.length ? { markdown, entries } : { markdown };
}

/** As many as fit below their label; where none is left but for buttons, the label stands above those. */
function suggestions({ label, items }: Suggestions, space: Space): string | undefined {
  if (items.length === 0) return whole(label, () => title(label).join('\n'), space);
  const lines = promising(items, (item) => item, space).map((item) => `- ${line(item)}`);
  return firstLines(title(label), lines, space);
}

function factLines({ facts }: Facts, gap: string, space: Space): string[] {
  // Several lines stand below their label, one beside it.
  return promising(facts, ({ value }) => value, space).map(
    ({ label, value }) => `**${line(label)}**${value.includes('\n') ? '\n' : gap}${escapeMarkdown(value)}`,
  );
}

/** With a way to the page that the article came from. */
function citation({ text, url }: CitationLine, locale: Locale): string {
  if (blank(text)) return '';
  const address = url === undefined ? undefined : webAddress(url);
  const link = address === undefined ? '' : ` · [${escapeMarkdown(textsIn(locale).labels.link)}](${address})`;
  return `-# ${line(text)}${link}`;
}

/** In small print: who asked knows it, and the answer is what everybody looks for. */
function question({ text }: Question): string {
  const words = withoutInvisible(text).trim();
  return blank(words) ? '' : `-# ${line(words)}`;
}

function heading({ text, address }: Heading, gap: string): string {
  if (blank(text)) return '';
  return `### **${line(text.trim())}**${address === undefined ? '' : `${gap}${line(address)}`}`;
}

/** Where an entry leads. */
const WAYS = { articles: 'contents', sections: 'section', names: 'passage' } as const;

/** With summaries, without, then fewer and fewer entries and how many are missing. */
function renderContents({ entries, of }: Contents, space: Space, locale: Locale): RenderedBlock | undefined {
  const way = WAYS[of];
  const worthDrawing = promising(entries, ({ heading }) => heading, space);
  const short = worthDrawing.map((entry) => entryLine(entry, of, locale));
  if (worthDrawing.length === entries.length) {
    for (const pieces of [withSummaries(entries, short), short]) {
      const markdown = pieces.join('\n');
      if (fits(markdown, space))
        return blank(markdown) ? undefined : { markdown, entries: leading(entries, pieces, way) };
    }
  }
  const more = (missing: number) => `-# ${discordTextsIn(locale).hiddenEntries(missing)}`;
  const count = howManyFit(short, less(space, sizeOf(`\n${more(entries.length)}`)));
  return count === 0 ? undefined : { markdown: [...short.slice(0, count), more(entries.length - count)].join('\n') };
}

function withSummaries(entries: Contents['entries'], short: readonly string[]): string[] {
  return entries.map(({ summary }, at) => [short[at], ...summary.map((text) => `- ${line(text)}`)].join('\n'));
}

/** A section with its address, an article with its id beside its title; the size below it, because beside a button lines are short. */
function entryLine(
  { address, heading, size }: Contents['entries'][number],
  of: Contents['of'],
  locale: Locale,
): string {
  const gap = GAP[locale];
  if (of === 'names') {
    const note = blank(size) ? '' : `${gap}${line(size)}`;
    return `**${line(heading)}**${note}\n-# ${line(address)}`;
  }
  const named =
    of === 'articles'
      ? `${line(address)}${blank(heading) ? '' : `${gap}**${line(heading)}**`}`
      : `**${line(address)}${gap}${line(heading)}**`;
  // A number is not parted from what it counts.
  return `${named}\n${line(size).replace(/(?<=\d) /g, '\u00A0')}`;
}

/** How many of the first lines have room together. */
function howManyFit(lines: readonly string[], space: Space): number {
  // The last has no line break behind it.
  let left = { characters: space.characters + 1, bytes: space.bytes + 1 };
  const over = lines.findIndex((text) => {
    left = less(left, sizeOf(`${text}\n`));
    return left.characters < 0 || left.bytes < 0;
  });
  return over < 0 ? lines.length : over;
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

function renderDifferences(block: Differences, space: Space, layout: BlockLayout): RenderedBlock | undefined {
  if (promising(block.pieces, ({ text }) => text, space).length < block.pieces.length)
    return attachedDifferences(block, space, layout.locale);
  const quote = differences(block);
  if (quote === '') return undefined;
  const above = block.label === undefined ? undefined : title(withoutInvisible(block.label));
  const compared = above === undefined ? quote : `${above}\n${quote}`;
  const pieces = [compared, ...legendOf(block)];
  const markdown = pieces.join('\n');
  if (fits(markdown, space)) return { markdown, pieces };
  // The marks tell without their legend, too; rather than the comparison the legend goes.
  return fits(compared, space) ? { markdown: compared } : attachedDifferences(block, space, layout.locale);
}

function legendOf({ legend = {} }: Differences): string[] {
  const marks = (['theirs', 'article'] as const).flatMap((side) => {
    const words = legend[side] ?? '';
    return blank(words) ? [] : [`${SIDES[side]}${line(words.trim())}${SIDES[side]}`];
  });
  return marks.length === 0 ? [] : [`-# ${marks.join(' · ')}`];
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

function attachedDifferences(
  { pieces, label = '' }: Differences,
  space: Space,
  locale: Locale,
): RenderedBlock | undefined {
  const { attached } = discordTextsIn(locale);
  const above = blank(label) ? '' : `${title(withoutInvisible(label))}\n`;
  const markdown = above === '' ? `-# ${attached}` : `${above}${attached}`;
  if (!fits(markdown, space) || pieces.every(({ text }) => blank(text))) return undefined;
  const marks = { theirs: ['[-', '-]'], article: ['{+', '+}'], both: ['', ''] } as const;
  const text = pieces.map(({ text, side }) => marks[side].join(text)).join('');
  return { markdown, file: { name: FILE_NAME, text } };
}

function title(label: string): string[] {
  return blank(label) ? [] : [`**${line(label)}**`];
}

/** A text that must stay on its line, inert: white space with a line break in it is one space. */
function line(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, (space) => (/[\n\r\u2028\u2029]/.test(space) ? ' ' : space)));
}

function blank(text: string): boolean {
  return text.trim() === '';
}
