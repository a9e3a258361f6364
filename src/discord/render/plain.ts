import { MessageFlags } from 'discord.js';
import type { Locale } from '../../chat/locale.ts';
import type { Reply } from '../../chat/reply.ts';
import { NOWHERE } from '../custom-id.ts';
import { escapeMarkdown } from '../escape.ts';
import { discordTextsIn } from '../texts.ts';
import { APART, fitBlocks, PLAIN_SPACE } from './budget.ts';
import { filesOf } from './card.ts';
import { deleteButton, questionButtons, row, webAddress } from './controls.ts';
import { fitLabel } from './label.ts';
import type { OutgoingMessage } from './message.ts';
import { less, sizeOf } from './space.ts';

const LINK_LABEL = 80;
/** In the middle of a conversation: a few sentences around the answer, some five lines on a desktop. */
const MOST_QUOTED = 600;

/**
 * A reply as plain content: whoever is mentioned by a card is notified of an empty message, so
 * mentions and direct messages are answered like this. One button takes it away again, others ask a
 * question that is offered; a reply to it is the way on.
 *
 * @param owner who asked
 */
export function renderPlain(reply: Reply, { locale, owner }: { locale: Locale; owner: string }): OutgoingMessage {
  const links = linkLines(reply);
  // Every block that stands apart has a line break more above it.
  const breaks = reply.blocks.filter(({ kind }) => APART.has(kind)).map(() => '');
  const space = [...links, ...breaks].reduce((left, line) => less(left, sizeOf(`${line}\n`)), PLAIN_SPACE);
  const layout = { locale, smallPrint: false, mostQuoted: MOST_QUOTED };
  const blocks = fitBlocks(reply.blocks, space, Number.POSITIVE_INFINITY, layout);
  const texts = blocks.map(({ kind, markdown }, at) => (at > 0 && APART.has(kind) ? `\n${markdown}` : markdown));
  const lines = [...texts, ...links];
  const layoutOfControls = { locale, owner, audience: 'public' } as const;
  return {
    body: {
      components: [row([...questionButtons(reply, layoutOfControls), deleteButton(NOWHERE, layoutOfControls)])],
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
