import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMediaGalleryComponent,
  type APISectionComponent,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from 'discord.js';
import type { Block, Choice, Reply } from '../../chat/reply.ts';
import { formatPlace } from '../custom-id.ts';
import { attachmentsOf } from '../outgoing-files.ts';
import { discordTextsIn } from '../texts.ts';
import { APART, CARD_COMPONENTS, CARD_SPACE, fitBlocks, type PlacedBlock } from './budget.ts';
import { type ControlLayout, openButton, renderControls } from './controls.ts';
import type { MessageBody, OutgoingMessage } from './message.ts';
import type { OutgoingFile, PictureFile, RenderedEntry, TextFile } from './rendered.ts';
import { less } from './space.ts';
import { COMPONENT_BYTES, weightOf } from './weight.ts';

/** Cinnabar, as the seal on a clipping. */
export const ACCENT = 0xb03a2e;

/**
 * A reply as one container of Components V2, within Discord's limits whatever the reply: at
 * most 40 components, 4,000 characters of text, 10,000 bytes of everything. A select that repeats the entries of a table
 * of contents stands there only where there is no room for a button beside every entry.
 *
 * @param picture stands above the reply's blocks
 */
export function renderCard(reply: Reply, layout: ControlLayout, picture?: PictureFile): OutgoingMessage {
  const choices = reply.choices.filter((choice) => !repeatsContents(choice, reply.blocks));
  const whole = drawCard(reply, choices, layout, picture);
  return whole.opensContents || choices.length === reply.choices.length
    ? whole.message
    : drawCard(reply, reply.choices, layout, picture).message;
}

/** Whether a select has nothing that an entry of the contents does not open. */
function repeatsContents({ options }: Choice, blocks: readonly Block[]): boolean {
  const entries = blocks.flatMap((block) => (block.kind === 'contents' ? block.entries : []));
  const opened = new Set(entries.flatMap(({ target }) => (target === undefined ? [] : [formatPlace(target)])));
  return options.every(({ target }) => opened.has(formatPlace(target)));
}

interface DrawnCard {
  readonly message: OutgoingMessage;
  /** Whether every entry of all contents has its button. */
  readonly opensContents: boolean;
}

function drawCard(
  reply: Reply,
  choices: Reply['choices'],
  layout: ControlLayout,
  picture: PictureFile | undefined,
): DrawnCard {
  const controls = renderControls(reply, choices, layout);
  const controlCount = controls.reduce((sum, { components }) => sum + 1 + components.length, 0);
  const gallery = galleryOf(picture);
  const forBlocks = CARD_COMPONENTS - 1 - controlCount - gallery.length;
  const space = less(CARD_SPACE, { characters: 0, bytes: COMPONENT_BYTES + weightOf(controls) + weightOf(gallery) });
  const blocks = fitBlocks(withoutTapped(reply.blocks, controls), space, forBlocks, { locale: layout.locale });
  const files = filesOf(blocks);
  const drawn = blocks.map((block, at) => blockComponents(block, at > 0, files.get(block)));
  let left = forBlocks - drawn.flat().length;
  let bytesLeft = space.bytes - weightOf(drawn);
  let opened = 0;
  const components = drawn.flatMap((drawing, at) => {
    const sections = sectionsOf(blocks[at]?.entries ?? [], layout);
    // A section is itself, its text and its button; the text alone would have been one for all.
    const more = sections.length * 3 - 1;
    const texts = drawing.filter(({ type }) => type === ComponentType.TextDisplay);
    const heavier = weightOf(sections) - weightOf(texts);
    if (sections.length === 0 || more > left || heavier > bytesLeft) return drawing;
    left -= more;
    bytesLeft -= heavier;
    if (blocks[at]?.kind === 'contents') opened += 1;
    return [...drawing.filter(({ type }) => type !== ComponentType.TextDisplay), ...sections];
  });
  if (components.length === 0) {
    components.push({ type: ComponentType.TextDisplay, content: discordTextsIn(layout.locale).empty });
  }
  const container: APIContainerComponent = {
    type: ComponentType.Container,
    accent_color: ACCENT,
    components: [...gallery, ...components, ...controls],
  };
  const contents = reply.blocks.filter(({ kind }) => kind === 'contents').length;
  return {
    message: cardMessage(
      [container],
      [...(picture === undefined ? [] : [picture]), ...files.values()],
      layout.audience,
    ),
    opensContents: opened === contents,
  };
}

/** What has a button is not listed as well: of such a list its label is left, above the buttons. */
function withoutTapped(blocks: readonly Block[], controls: ReturnType<typeof renderControls>): readonly Block[] {
  const buttons = controls.flatMap(({ components }) => components);
  const tapped = new Set(buttons.flatMap((control) => ('label' in control ? (control.label ?? []) : [])));
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'suggestions') return [block];
    const items = block.items.filter((item) => !tapped.has(item));
    return block.items.length === 0 ? [] : [{ ...block, items }];
  });
}

/** Everything that every card has in common. */
export function cardMessage(
  components: NonNullable<MessageBody['components']>,
  files: readonly OutgoingFile[],
  audience: Reply['visibility'],
): OutgoingMessage {
  const flags = MessageFlags.IsComponentsV2 | (audience === 'private' ? MessageFlags.Ephemeral : 0);
  const described = files.some((file) => 'png' in file) ? { attachments: attachmentsOf(files) } : {};
  return { body: { components, flags, allowed_mentions: { parse: [] }, ...described }, files };
}

/** A picture as it stands in a card; nothing where there is none. */
function galleryOf(picture: PictureFile | undefined): APIMediaGalleryComponent[] {
  if (picture === undefined) return [];
  const { name, description } = picture;
  const media = { url: `attachment://${name}` };
  return [{ type: ComponentType.MediaGallery, items: [{ media, ...(description !== '' && { description }) }] }];
}

/** A block's text, set apart from what is above it, and its file. */
export function blockComponents(
  block: PlacedBlock,
  isBelow: boolean,
  file: TextFile | undefined,
): APIComponentInContainer[] {
  const texts = block.pieces ?? [block.markdown];
  const line = { type: ComponentType.Separator as const, divider: true, spacing: SeparatorSpacingSize.Small };
  return [
    ...(isBelow && APART.has(block.kind) ? [line] : []),
    ...texts.map((content) => ({ type: ComponentType.TextDisplay as const, content })),
    ...(file === undefined ? [] : [{ type: ComponentType.File as const, file: { url: `attachment://${file.name}` } }]),
  ];
}

/** Pieces of a block, each with a button that opens it. */
function sectionsOf(entries: readonly RenderedEntry[], layout: ControlLayout): APISectionComponent[] {
  return entries.map((entry, at) => ({
    type: ComponentType.Section,
    components: [{ type: ComponentType.TextDisplay, content: entry.markdown }],
    accessory: openButton(entry, at, layout),
  }));
}

/** Files by the block they belong to; two of a message must not have the same name. */
function filesOf(blocks: readonly PlacedBlock[]): Map<PlacedBlock, TextFile> {
  const files = new Map<PlacedBlock, TextFile>();
  for (const block of blocks) {
    if (block.file === undefined) continue;
    const prefix = files.size === 0 ? '' : `${files.size + 1}-`;
    files.set(block, { ...block.file, name: prefix + block.file.name });
  }
  return files;
}
