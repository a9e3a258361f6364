import { UNREADABLE } from '../article/unreadable.ts';
import type { Locale } from './locale.ts';
import type { Block, Reply } from './reply.ts';
import { textsIn } from './texts/texts.ts';

/** Says in a line below the article's words what the sign in them means that stands for what cannot be read; a reply without it stays. */
export function explainUnreadable(reply: Reply, locale: Locale): Reply {
  const last = reply.blocks.findLastIndex(hasSign);
  if (last < 0) return reply;
  const note: Block = { kind: 'notice', text: textsIn(locale).unreadable() };
  return { ...reply, blocks: [...reply.blocks.slice(0, last + 1), note, ...reply.blocks.slice(last + 1)] };
}

function hasSign(block: Block): boolean {
  if (block.kind === 'quotation') {
    return block.paragraphs.some(({ sentences }) => sentences.some(({ text }) => text.includes(UNREADABLE)));
  }
  return block.kind === 'summary' && block.sentences.some(({ text }) => text.includes(UNREADABLE));
}
