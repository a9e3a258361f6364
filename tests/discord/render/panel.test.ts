import { expect, test } from 'vitest';
import { LOCALES } from '../../../src/chat/locale.ts';
import { MOVES } from '../../../src/curation/move.ts';
import type { Panel } from '../../../src/curation/panel.ts';
import { formatMoveId, formatNotMeantId, parseMoveId, parseNotMeantId } from '../../../src/discord/custom-id.ts';
import { renderForm } from '../../../src/discord/render/form.ts';
import { renderPanel } from '../../../src/discord/render/panel.ts';
import { bodyProblems } from '../stand-in/validation.ts';

const LONGEST_ID = '9'.repeat(20);
const layout = { server: LONGEST_ID, owner: LONGEST_ID, isThere: () => true };

/** A panel with everything that one may have, as long as it may be. */
function fullPanel(): Panel {
  const move = { name: 'removals', subject: 'f'.repeat(20), page: 49_999 } as const;
  const button = { label: '按'.repeat(200), move };
  const options = Array.from({ length: 40 }, (_, at) => ({
    value: String(at),
    label: '文'.repeat(300),
    description: '章'.repeat(300),
    chosen: at === 0,
  }));
  const entries = Array.from({ length: 400 }, (_, at) => ({
    address: `§${at}`,
    heading: '标题'.repeat(40),
    size: '6 段',
    summary: [],
  }));
  return {
    kind: 'panel',
    blocks: [
      { kind: 'notice', text: '读到的内容如下' },
      { kind: 'heading', text: '**题**'.repeat(60) },
      { kind: 'facts', facts: Array.from({ length: 40 }, () => ({ label: '开头', value: '字'.repeat(300) })) },
      { kind: 'contents', of: 'sections', entries },
      { kind: 'suggestions', label: '未读取', items: Array.from({ length: 60 }, () => '@everyone '.repeat(40)) },
    ],
    controls: [
      { kind: 'roles', placeholder: '身份组'.repeat(99), move, chosen: ['1', '2'], least: 0, most: 25 },
      { kind: 'channels', placeholder: '频道', move, chosen: ['3'], least: 0, most: 25 },
      { kind: 'channels', placeholder: '频道', move, chosen: [], least: 1, most: 10 },
      { kind: 'select', placeholder: '选'.repeat(200), move, options },
      { kind: 'buttons', buttons: [button, { ...button, weight: 'grave' }, button, button, button, button] },
    ],
  };
}

test.each(LOCALES)('a panel as long as it may be is one that Discord takes: %s', (locale) => {
  const { body } = renderPanel(fullPanel(), { ...layout, locale });
  const json = JSON.parse(JSON.stringify({ type: 4, data: body }));
  expect(bodyProblems('POST', '/interactions/1/t/callback', { json, files: [], texts: [] })).toEqual([]);
  expect(body.flags & 64).toBe(64);
});

test('what is gone is not named: Discord would refuse the select', () => {
  const { body } = renderPanel(fullPanel(), { ...layout, locale: 'en', isThere: (_, id) => id === '2' });
  expect(JSON.stringify(body).match(/"default_values":\[[^\]]*\]/g)).toEqual([
    '"default_values":[{"id":"2","type":"role"}]',
    '"default_values":[]',
    '"default_values":[]',
  ]);
});

test('a form is one that Discord takes', () => {
  const move = { name: 'uploaded', subject: '', page: 0 } as const;
  const form = renderForm(
    {
      kind: 'form',
      title: '添加到文库'.repeat(20),
      move,
      fields: [
        { kind: 'files', name: 'files', label: '文件'.repeat(40), description: '网页'.repeat(90) },
        { kind: 'text', name: 'text', label: '文字', isLong: true, required: false, maxLength: 4_000 },
        { kind: 'text', name: 'title', label: '标题', value: '题', isLong: false, required: true, maxLength: 200 },
      ],
    },
    layout,
  );
  const json = JSON.parse(JSON.stringify({ type: 9, data: form }));
  expect(bodyProblems('POST', '/interactions/1/t/callback', { json, files: [], texts: [] })).toEqual([]);
  expect(parseMoveId(form.custom_id)).toEqual({ move, server: LONGEST_ID, owner: LONGEST_ID, slot: 0 });
});

test('every move fits into a control, and nothing else is read as one', () => {
  for (const name of MOVES) {
    const id = {
      move: { name, subject: 'f'.repeat(12), page: 49_999 },
      server: LONGEST_ID,
      owner: LONGEST_ID,
      slot: 39,
    };
    const text = formatMoveId(id);
    expect(text.length).toBeLessThanOrEqual(100);
    expect(parseMoveId(text)).toEqual(id);
    for (const other of [`${text}:`, text.replace(':lib:', ':ask:'), text.replace(name, 'x'), text.replace('9', ' ')])
      expect(parseMoveId(other)).toBeUndefined();
  }
  const missed = formatNotMeantId({ question: `谁：${'问'.repeat(80)}`, owner: LONGEST_ID });
  expect(missed.length).toBeLessThanOrEqual(100);
  expect(parseNotMeantId(missed)).toEqual({ question: `谁：${'问'.repeat(58)}`, owner: LONGEST_ID });
});
