import { ComponentType } from 'discord.js';
import type { Locale } from '../../chat/locale.ts';
import type { Reply } from '../../chat/reply.ts';
import { discordTextsIn } from '../texts.ts';
import { CARD_SPACE } from './budget.ts';
import { cardMessage } from './card.ts';
import { renderControls } from './controls.ts';
import type { OutgoingMessage } from './message.ts';
import { plainQuotation } from './quotation.ts';
import { FILE_NAME } from './rendered.ts';
import { fits, less } from './space.ts';
import { COMPONENT_BYTES, weightOf } from './weight.ts';

const FENCE = '```';

/** All that there is beside the code block's text and the controls is one component. */
const SPACE = less(CARD_SPACE, { characters: 0, bytes: COMPONENT_BYTES });

/**
 * A reply's quotations and citation as plain text in a code block, which Discord copies without
 * markdown; as a file where a code block cannot hold it.
 *
 * @param published whether the card shows the words in another script than the one copied
 * @param owner who copies; to them the way to a picture is offered, too
 */
export function renderCopy(reply: Reply, locale: Locale, published: boolean, owner: string): OutgoingMessage {
  const { copyHint, attached } = discordTextsIn(locale);
  const actions = reply.actions.filter(({ kind }) => kind === 'picture');
  const controls = renderControls({ ...reply, actions }, [], { locale, owner, audience: 'private' });
  const text = reply.blocks
    .flatMap((block) => {
      if (block.kind === 'quotation') return [plainQuotation(block)];
      return block.kind === 'citation' ? [`——${block.text}`] : [];
    })
    .join('\n')
    .toWellFormed();
  const content = [`-# ${copyHint(published)}`, FENCE, text, FENCE].join('\n');
  if (!text.includes('`') && fits(content, less(SPACE, { characters: 0, bytes: weightOf(controls) }))) {
    return cardMessage([{ type: ComponentType.TextDisplay, content }, ...controls], [], 'private');
  }
  const components = [
    { type: ComponentType.TextDisplay as const, content: `-# ${attached}` },
    { type: ComponentType.File as const, file: { url: `attachment://${FILE_NAME}` } },
    ...controls,
  ];
  return cardMessage(components, [{ name: FILE_NAME, text }], 'private');
}
