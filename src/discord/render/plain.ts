import { ComponentType, MessageFlags } from 'discord.js';
import type { Locale } from '../../chat/locale.ts';
import type { Reply } from '../../chat/reply.ts';
import { NOWHERE } from '../custom-id.ts';
import { escapeMarkdown } from '../escape.ts';
import { discordTextsIn } from '../texts.ts';
import { fitBlocks, PLAIN_TEXT } from './budget.ts';
import { filesOf } from './card.ts';
import { deleteButton, webAddress } from './controls.ts';
import { fitLabel } from './label.ts';
import type { OutgoingMessage } from './message.ts';

const LINK_LABEL = 80;

/**
 * A reply as plain content: whoever is mentioned by a card is notified of an empty message, so
 * mentions and direct messages are answered like this. The only button takes it away again; a
 * reply to it is the way on.
 *
 * @param owner who asked
 */
export function renderPlain(reply: Reply, { locale, owner }: { locale: Locale; owner: string }): OutgoingMessage {
  const links = linkLines(reply);
  const room = PLAIN_TEXT - links.reduce((sum, line) => sum + line.length + 1, 0);
  const blocks = fitBlocks(reply.blocks, room, Number.POSITIVE_INFINITY, { locale, smallPrint: false });
  const lines = [...blocks.map(({ markdown }) => markdown), ...links];
  return {
    body: {
      components: [{ type: ComponentType.ActionRow, components: [deleteButton(NOWHERE, { locale, owner })] }],
      content: lines.length === 0 ? discordTextsIn(locale).empty : lines.join('\n'),
      flags: MessageFlags.SuppressEmbeds,
      allowed_mentions: { parse: [], replied_user: false },
    },
    files: [...filesOf(blocks).values()],
  };
}

/** Where the article came from, one line; the address in angle brackets ends at the first `>`, which a URL never has. */
function linkLines({ actions }: Reply): string[] {
  const link = actions.find(({ kind }) => kind === 'link');
  if (link?.kind !== 'link') return [];
  const url = webAddress(link.url);
  const label = fitLabel(link.label, LINK_LABEL);
  if (url === undefined || label === undefined || /[<>()\s]/.test(url)) return [];
  return [`[${escapeMarkdown(label)}](<${url}>)`];
}
