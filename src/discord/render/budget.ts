import type { Block } from '../../chat/reply.ts';
import { type BlockLayout, renderBlock } from './blocks.ts';
import type { RenderedBlock } from './rendered.ts';

/** What Discord takes in one message with components: https://docs.discord.com/developers/components/reference */
export const CARD_TEXT = 4000;
export const CARD_COMPONENTS = 40;
/** And in one with plain content. */
export const PLAIN_TEXT = 2000;
/** And how many files go with one: https://docs.discord.com/developers/resources/message#create-message */
const MOST_FILES = 10;

/**
 * Who gets room first where not everything fits: what was asked for and where it is from
 * before what was added to it.
 */
const PRIORITY: readonly Block['kind'][] = [
  'citation',
  'heading',
  'notice',
  'quotation',
  'differences',
  'facts',
  'contents',
  'summary',
  'suggestions',
];

/** Blocks that stand apart from what is above them: by a separator in a card, by a blank line in plain content. */
export const APART: ReadonlySet<Block['kind']> = new Set(['summary', 'suggestions', 'contents', 'facts']);

/** How many components a block of a card is at most: its texts, a separator above it, a file instead of a text. */
const COMPONENTS: Readonly<Record<Block['kind'], number>> = {
  citation: 1,
  heading: 1,
  notice: 1,
  quotation: 3,
  differences: 2,
  facts: 2,
  contents: 2,
  summary: 2,
  suggestions: 2,
};

/** A block that found room, with the place in the reply that it keeps. */
export interface PlacedBlock extends RenderedBlock {
  readonly kind: Block['kind'];
}

/**
 * Gives each block as much room as it can use, the more important ones first. What does not
 * fit is left out whole.
 *
 * @param room UTF-16 units for all markdown together, joints between blocks included
 * @param components how many components they may be in a card
 * @returns the rendered blocks in reading order
 */
export function fitBlocks(
  blocks: readonly Block[],
  room: number,
  components: number,
  layout: Omit<BlockLayout, 'addresses'>,
): PlacedBlock[] {
  const addresses = blocks.some(({ kind }) => kind === 'heading') && quotedParagraphs(blocks) > 1;
  const inTurn = blocks
    .map((block, place) => ({ block, place }))
    .sort((a, b) => PRIORITY.indexOf(a.block.kind) - PRIORITY.indexOf(b.block.kind) || a.place - b.place);
  const placed: { place: number; block: PlacedBlock }[] = [];
  let left = room;
  let componentsLeft = components;
  let files = 0;
  for (const { block, place } of inTurn) {
    if (COMPONENTS[block.kind] > componentsLeft) continue;
    const rendered = renderBlock(block, left - 1, { ...layout, addresses });
    if (rendered === undefined || (rendered.file !== undefined && files === MOST_FILES)) continue;
    left -= rendered.markdown.length + 1;
    componentsLeft -= COMPONENTS[block.kind];
    if (rendered.file !== undefined) files += 1;
    placed.push({ place, block: { ...rendered, kind: block.kind } });
  }
  return placed.sort((a, b) => a.place - b.place).map(({ block }) => block);
}

function quotedParagraphs(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'quotation' ? block.paragraphs.length : 0), 0);
}
