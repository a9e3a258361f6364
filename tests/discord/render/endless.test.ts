import { expect, test } from 'vitest';
import type { Block, Reply } from '../../../src/chat/reply.ts';
import { renderCard } from '../../../src/discord/render/card.ts';
import { renderCopy } from '../../../src/discord/render/copy.ts';

/** Replies from articles without end: what there is no room for is not worth drawing. */

const TARGET = { articleId: 'a', hash: 'abc', address: { section: 1, paragraph: 1 } };

function replyWith(text: string, many: number): Reply {
  const sentences = Array.from({ length: many }, (_, at) => ({ text: '是。', marked: at === many / 2 }));
  const entries = Array.from({ length: many }, () => ({
    address: '§1',
    heading: text.slice(0, 40),
    size: '2 段',
    summary: ['一句。'],
    target: TARGET,
  }));
  const blocks: Block[] = [
    { kind: 'heading', text, address: '§1' },
    { kind: 'notice', text },
    { kind: 'citation', text },
    { kind: 'quotation', paragraphs: [{ address: '§1¶1', sentences: [{ text, marked: true }] }], converted: false },
    { kind: 'quotation', paragraphs: [{ address: '§1¶1', sentences }], converted: false },
    {
      kind: 'quotation',
      paragraphs: sentences.map((sentence) => ({ address: '§1¶1', sentences: [sentence] })),
      converted: false,
    },
    { kind: 'summary', label: '摘要', sentences: [{ text, address: '§1¶1' }] },
    { kind: 'summary', label: '摘要', sentences: entries.map(() => ({ text: '一句。', address: '§1¶1' })) },
    { kind: 'contents', of: 'sections', entries },
    { kind: 'facts', facts: [{ label: '来源', value: text }] },
    { kind: 'suggestions', label: '试试', items: [text] },
    { kind: 'suggestions', label: '试试', items: entries.map(() => '一句。') },
    { kind: 'differences', pieces: [{ text, side: 'both' }] },
    { kind: 'differences', pieces: entries.map((_, at) => ({ text: '一', side: at % 2 === 0 ? 'both' : 'theirs' })) },
  ];
  const options = entries.map(() => ({ label: text.slice(0, 400), target: TARGET }));
  return {
    visibility: 'public',
    blocks,
    actions: [{ kind: 'copy', label: text, target: TARGET }],
    choices: [{ kind: 'section', placeholder: text, options }],
  };
}

test.each(['字', ' ', '\n', ' \n', '>', '1. ', ':a', 'a.', '*', '\\', '\u200B', '\u0301', '👨‍👩‍👧', '`'])(
  'a hundred thousand of %j hold nobody up',
  (piece) => {
    const reply = replyWith(piece.repeat(100_000 / piece.length), 20_000);
    const from = performance.now();
    renderCard(reply, { locale: 'zh-CN', owner: '5', audience: 'public' });
    renderCopy(reply, 'zh-CN', false, '5');
    // Some 0.1 s; reading what is left out once for each of its characters takes ten and more.
    expect(performance.now() - from).toBeLessThan(3_000);
  },
);
