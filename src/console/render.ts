import type { Block, Differences, QuotedParagraph, Reply } from '../chat/reply.ts';
import { type Emphasis, emphasised, plain, type Style, wrap } from './style.ts';

const INDENT = '  ';

/**
 * A reply as lines for a terminal of 80 columns. Buttons have no place there; the commands say the same.
 * @param convertedNote stands below words whose script was converted for the reader
 */
export function renderReply(reply: Reply, style: Style, convertedNote: string): string[] {
  const drawn = reply.blocks
    .map((block) => renderBlock(block, style, convertedNote))
    .filter(({ length }) => length > 0);
  const ways = renderWays(reply, style);
  const all = ways.length === 0 ? drawn : [...drawn, ways];
  return all.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
}

/** The articles to choose from, by number, and the way back from one that was chosen: what a line can say. */
function renderWays({ actions, choices }: Reply, style: Style): string[] {
  const buttons = actions.flatMap((action) => (action.kind === 'pick' ? [action.label] : []));
  const listed = choices.flatMap(({ kind, options }) => (kind === 'pick' ? options.map(({ label }) => label) : []));
  const back = actions.find(({ kind }) => kind === 'all');
  return [
    ...[...buttons, ...listed].flatMap((label, at) => wrap([plain(`${at + 1}. ${label}`)], INDENT)),
    ...(back === undefined ? [] : wrap(emphasised(`${ALL} · ${back.label}`, style.faint), '')),
  ];
}

/** What somebody types to ask all articles again. */
export const ALL = '/all';

function renderBlock(block: Block, style: Style, convertedNote: string): string[] {
  const faint = (text: string) => emphasised(text, style.faint);
  const item = (text: string) => wrap([plain(`· ${text}`)], INDENT);
  switch (block.kind) {
    case 'question':
      return [];
    case 'heading':
      return wrap([plain(block.text), ...(block.address === undefined ? [] : faint(`  ${block.address}`))], '');
    case 'notice':
      return wrap([plain(block.text)], '');
    case 'quotation': {
      const addressed = block.closest === true || block.paragraphs.length > 1;
      const mark = block.closest === true ? style.light : style.strong;
      const lines = block.paragraphs.flatMap((paragraph) => renderParagraph(paragraph, addressed, mark, style));
      return block.converted ? [...lines, ...wrap(faint(`（${convertedNote}）`), INDENT)] : lines;
    }
    case 'citation':
      return wrap(faint(`—— ${block.text}`), INDENT);
    case 'summary':
      return [
        ...wrap(faint(block.label), ''),
        ...block.sentences.flatMap(({ text, address }) => wrap([plain(`· ${text} `), ...faint(address)], INDENT)),
      ];
    case 'contents':
      if (block.of === 'names') {
        return block.entries.flatMap(({ address, heading, size }) =>
          wrap([plain(`${heading}${size === '' ? '' : `  ${size}`}  `), ...faint(address)], ''),
        );
      }
      return block.entries.flatMap(({ address, heading, size, summary }) => [
        ...wrap([plain(`${address}  ${heading}  `), ...faint(size)], ''),
        ...summary.flatMap(item),
      ]);
    case 'facts':
      return block.facts.flatMap(({ label, value }) => renderFact(label, value, style));
    case 'differences':
      return renderDifferences(block, style);
    case 'suggestions':
      return [...wrap(faint(block.label), ''), ...block.items.flatMap(item)];
  }
}

/** The answering sentence emphasised, where it only comes closest lightly; with several paragraphs each under its address. */
function renderParagraph(
  { address, sentences }: QuotedParagraph,
  addressed: boolean,
  mark: Emphasis,
  style: Style,
): string[] {
  const pieces = sentences.flatMap(({ text, marked }) => (marked ? emphasised(text, mark) : [plain(text)]));
  const lines = wrap(pieces, INDENT);
  return addressed && address !== '' ? [...wrap(emphasised(address, style.faint), ''), ...lines] : lines;
}

function renderFact(label: string, value: string, style: Style): string[] {
  const [only, ...more] = value.split('\n');
  if (more.length === 0) return wrap([...emphasised(`${label}  `, style.faint), plain(only ?? '')], '');
  return [
    ...wrap(emphasised(label, style.faint), ''),
    ...value.split('\n').flatMap((line) => wrap([plain(line)], INDENT)),
  ];
}

function renderDifferences({ label, pieces, legend = {} }: Differences, style: Style): string[] {
  const lines = [
    ...(label === undefined ? [] : wrap([plain(label)], '')),
    ...wrap(
      pieces.flatMap(({ text, side }) => renderSide(text, side, style)),
      INDENT,
    ),
  ];
  const marks = (['theirs', 'article'] as const).flatMap((side) => {
    const words = legend[side];
    return words === undefined ? [] : [renderSide(words, side, style)];
  });
  if (marks.length === 0) return lines;
  const shown = marks.flatMap((mark, at) => (at === 0 ? mark : [plain(' · '), ...mark]));
  return [...lines, ...wrap([plain('（'), ...shown, plain('）')], INDENT)];
}

function renderSide(text: string, side: 'theirs' | 'article' | 'both', style: Style) {
  if (side === 'both') return [plain(text)];
  return emphasised(text, side === 'theirs' ? style.struck : style.strong);
}
