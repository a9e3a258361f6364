import type { Block } from '../../chat/reply.ts';
import { type BlockLayout, renderBlock } from './blocks.ts';
import { FILE_NAME, type RenderedBlock } from './rendered.ts';
import { less, type Space, sizeOf, sum } from './space.ts';
import { COMPONENT_BYTES } from './weight.ts';

/**
 * What Discord takes in one message with components. The characters are documented:
 * https://docs.discord.com/developers/components/reference. The bytes are not: beyond 10,170 of
 * them (`weightOf`) it answers 500. 170 are left for what has not been measured, numbers, flags
 * and separators, of which forty components have some four bytes each.
 */
export const CARD_SPACE: Space = { characters: 4_000, bytes: 10_000 };
export const CARD_COMPONENTS = 40;
/** And how many files go with one: https://docs.discord.com/developers/resources/message#create-message */
const MOST_FILES = 10;

/**
 * Who gets room first where not everything fits: what was asked for and where it is from
 * before what was added to it.
 */
const PRIORITY: readonly Block['kind'][] = [
  'citation',
  'heading',
  'question',
  'notice',
  'quotation',
  'differences',
  'facts',
  'contents',
  'summary',
  'suggestions',
];

/** Blocks that a separator sets apart from what is above them. */
export const APART: ReadonlySet<Block['kind']> = new Set(['summary', 'suggestions', 'contents', 'facts']);

/** How many components a block of a card is at most: its texts, a separator above it, a file instead of a text. */
const COMPONENTS: Readonly<Record<Block['kind'], number>> = {
  citation: 1,
  question: 1,
  heading: 1,
  notice: 1,
  quotation: 3,
  differences: 2,
  facts: 2,
  contents: 2,
  summary: 2,
  suggestions: 2,
};

/** What it weighs to name a file, which these may turn out to be: the address is an object of its own. */
const FILE_BYTES = Buffer.byteLength(`attachment://${MOST_FILES}-${FILE_NAME}`) + COMPONENT_BYTES;
const FILES: ReadonlySet<Block['kind']> = new Set(['quotation', 'differences']);

/** A block that found room, with the place in the reply that it keeps. */
export interface PlacedBlock extends RenderedBlock {
  readonly kind: Block['kind'];
}

/**
 * Gives each block as much room as it can use, the more important ones first. What does not
 * fit is left out whole.
 *
 * @param space for all markdown together, joints between blocks and what components weigh included
 * @param components how many components they may be in a card
 * @returns the rendered blocks in reading order
 */
export function fitBlocks(
  blocks: readonly Block[],
  space: Space,
  components: number,
  layout: Omit<BlockLayout, 'addresses'>,
): PlacedBlock[] {
  const isClosest = blocks.some((block) => block.kind === 'quotation' && block.closest === true);
  const addresses = isClosest || (blocks.some(({ kind }) => kind === 'heading') && quotedParagraphs(blocks) > 1);
  const inTurn = blocks
    .map((block, place) => ({ block, place }))
    .sort((a, b) => PRIORITY.indexOf(a.block.kind) - PRIORITY.indexOf(b.block.kind) || a.place - b.place);
  const placed: { place: number; block: PlacedBlock }[] = [];
  let left = space;
  let componentsLeft = components;
  let files = 0;
  for (const { block, place } of inTurn) {
    if (COMPONENTS[block.kind] > componentsLeft) continue;
    const around = { characters: 1, bytes: 1 + weightAround(block.kind) };
    const rendered = renderBlock(block, less(left, around), { ...layout, addresses });
    if (rendered === undefined || (rendered.file !== undefined && files === MOST_FILES)) continue;
    left = less(left, sum(sizeOf(rendered.markdown), around));
    componentsLeft -= COMPONENTS[block.kind];
    if (rendered.file !== undefined) files += 1;
    placed.push({ place, block: { ...rendered, kind: block.kind } });
  }
  return placed.sort((a, b) => a.place - b.place).map(({ block }) => block);
}

/** What a block weighs beside its markdown, at most. */
function weightAround(kind: Block['kind']): number {
  return COMPONENTS[kind] * COMPONENT_BYTES + (FILES.has(kind) ? FILE_BYTES : 0);
}

function quotedParagraphs(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'quotation' ? block.paragraphs.length : 0), 0);
}
