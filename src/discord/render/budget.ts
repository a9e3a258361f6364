import type { Block } from '../../chat/reply.ts';
import { type BlockLayout, renderBlock } from './blocks.ts';
import type { RenderedBlock } from './rendered.ts';

/** What Discord takes in one message with components: https://docs.discord.com/developers/components/reference */
export const CARD_TEXT = 4000;
export const CARD_COMPONENTS = 40;
/** And in one with plain content. */
export const PLAIN_TEXT = 2000;

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

/** A block that found room, with the place in the reply that it keeps. */
export interface PlacedBlock extends RenderedBlock {
  readonly kind: Block['kind'];
}

/**
 * Gives each block as much room as it can use, the more important ones first. What does not
 * fit is left out whole.
 *
 * @param room UTF-16 units for all markdown together, joints between blocks included
 * @param most how many blocks there may be
 * @returns the rendered blocks in reading order
 */
export function fitBlocks(
  blocks: readonly Block[],
  room: number,
  most: number,
  layout: Omit<BlockLayout, 'addresses'>,
): PlacedBlock[] {
  const addresses = blocks.some(({ kind }) => kind === 'heading') && quotedParagraphs(blocks) > 1;
  const inTurn = blocks
    .map((block, place) => ({ block, place }))
    .sort((a, b) => PRIORITY.indexOf(a.block.kind) - PRIORITY.indexOf(b.block.kind) || a.place - b.place);
  const placed: { place: number; block: PlacedBlock }[] = [];
  let left = room;
  for (const { block, place } of inTurn) {
    if (placed.length >= most) break;
    const rendered = renderBlock(block, left - 1, { ...layout, addresses });
    if (rendered === undefined) continue;
    left -= rendered.markdown.length + 1;
    placed.push({ place, block: { ...rendered, kind: block.kind } });
  }
  return placed.sort((a, b) => a.place - b.place).map(({ block }) => block);
}

function quotedParagraphs(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'quotation' ? block.paragraphs.length : 0), 0);
}
