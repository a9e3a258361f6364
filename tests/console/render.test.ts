import { expect, test } from 'vitest';
import type { Reply } from '../../src/chat/reply.ts';
import { renderReply } from '../../src/console/render.ts';
import { styleFor } from '../../src/console/style.ts';

const reply: Reply = {
  visibility: 'private',
  blocks: [
    {
      kind: 'differences',
      pieces: [
        { text: '共有', side: 'both' },
        { text: '500', side: 'theirs' },
        { text: '408', side: 'article' },
        { text: '户', side: 'both' },
      ],
      legend: { theirs: '待核对的文字', article: '文章原文' },
    },
  ],
  actions: [],
  choices: [],
};

test('what the marks in a comparison mean is said in those very marks', () => {
  expect(renderReply(reply, styleFor(false), '')).toEqual([
    '  共有~~500~~【408】户',
    '  （~~待核对的文字~~ · 【文章原文】）',
  ]);
  const { struck, strong } = styleFor(true);
  expect(renderReply(reply, styleFor(true), '')[1]).toBe(
    `  （${struck.paint('待核对的文字')} · ${strong.paint('文章原文')}）`,
  );
});
