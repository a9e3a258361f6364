import { ComponentType } from 'discord.js';
import { expect, test } from 'vitest';
import type { Locale } from '../../../src/chat/locale.ts';
import type { Reply, Target } from '../../../src/chat/reply.ts';
import { renderCard } from '../../../src/discord/render/card.ts';

const target = (section: number): Target => ({ articleId: 'a', hash: 'abc', address: { section, paragraph: 0 } });

/** Contents with a select over the same sections. */
function contents(count: number, of: 'sections' | 'articles' = 'sections', heading = '标题'): Reply {
  const entries = Array.from({ length: count }, (_, at) => ({
    address: `§${at}`,
    heading,
    size: '2 段 · 240 字',
    summary: [],
    target: target(at),
  }));
  const options = entries.map(({ address, target }) => ({ label: address, target }));
  return {
    visibility: 'public',
    blocks: [{ kind: 'contents', of, entries }],
    actions: [],
    choices: [{ kind: 'section', placeholder: '跳到……', options }],
  };
}

/** The kinds of all components, and the labels of buttons. */
function drawn(reply: Reply, locale: Locale = 'zh-CN') {
  const found: { types: ComponentType[]; labels: string[]; texts: string[] } = { types: [], labels: [], texts: [] };
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && typeof value.type === 'number') found.types.push(value.type);
    if ('label' in value && typeof value.label === 'string' && 'style' in value) found.labels.push(value.label);
    if ('content' in value && typeof value.content === 'string') found.texts.push(value.content);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(renderCard(reply, { locale, owner: '5', audience: 'public' }).body.components);
  return found;
}

test('where every entry has its button no select repeats them, and the card can still be deleted', () => {
  const { types, labels } = drawn(contents(4));
  expect(types).not.toContain(ComponentType.StringSelect);
  expect(labels).toEqual(['打开', '打开', '打开', '打开', '删除']);
});

test('where there is no room for buttons the select is the way', () => {
  const { types, labels } = drawn(contents(20));
  expect(types).toContain(ComponentType.StringSelect);
  expect(labels).toEqual(['删除']);
});

test('a select that leads elsewhere, too, stays', () => {
  const reply = contents(2);
  const more = reply.choices.map((choice) => ({
    ...choice,
    options: [...choice.options, { label: '§9', target: target(9) }],
  }));
  expect(drawn({ ...reply, choices: more }).types).toContain(ComponentType.StringSelect);
});

test('a number stays with what it counts, an id outside the bold, and Latin letters have spaces of their own', () => {
  expect(drawn(contents(1)).texts).toEqual(['**§0　标题**\n2\u00A0段 · 240\u00A0字']);
  expect(drawn(contents(1, 'articles')).texts).toEqual(['§0　**标题**\n2\u00A0段 · 240\u00A0字']);
  expect(drawn(contents(1, 'articles', '')).texts).toEqual(['§0\n2\u00A0段 · 240\u00A0字']);
  expect(drawn(contents(1), 'en').texts).toEqual(['**§0 标题**\n2\u00A0段 · 240\u00A0字']);
});

test('of a brief quotation little around the answer is shown; what it is cited from leads to its page', () => {
  const sentences = Array.from({ length: 100 }, (_, at) => ({
    text: `第${at}句话，说得不长也不短。`,
    marked: at === 50,
  }));
  const reply: Reply = {
    visibility: 'public',
    blocks: [
      { kind: 'question', text: '@everyone 第50句\n说什么？' },
      { kind: 'quotation', paragraphs: [{ address: '§0¶1', sentences }], converted: false, brief: true },
      { kind: 'citation', text: '《题》 · §0¶1', url: 'https://example.com/a_(1)' },
    ],
    actions: [{ kind: 'link', label: '原文', url: 'https://example.com/a_(1)' }],
    choices: [],
  };
  const { texts, types } = drawn(reply);
  expect(texts[0]).toBe('-# \\@everyone 第50句 说什么？');
  expect(texts[1]).toMatch(/^-# ……前面略去 \d+ 句$/);
  expect(texts[2]).toContain('**第50句话，说得不长也不短。**');
  expect(texts[2]?.length).toBeLessThan(330);
  expect(texts.at(-1)).toBe('-# 《题》 · §0¶1 · [原文链接](https://example.com/a_%281%29)');
  expect(types.filter((type) => type === ComponentType.Button)).toHaveLength(1);
});

test('sentences of a summary that lead to their places have a button each, and the label stays above them', () => {
  const sentences = [1, 2, 3].map((paragraph) => ({
    text: `——第${paragraph}件事。`,
    address: `§2¶${paragraph}`,
    target: { ...target(2), address: { section: 2, paragraph }, marked: 0 },
  }));
  const summary = { kind: 'summary' as const, label: '本节摘要', sentences };
  const reply: Reply = { visibility: 'public', blocks: [summary], actions: [], choices: [] };
  const { labels, texts } = drawn(reply);
  expect(labels).toEqual(['打开', '打开', '打开', '删除']);
  expect(texts[0]).toBe('**本节摘要**\n- ——第1件事。　§2¶1');
  expect(texts.slice(1)).toEqual(['- ——第2件事。　§2¶2', '- ——第3件事。　§2¶3']);
  const bare = { ...summary, sentences: sentences.map(({ text, address }) => ({ text, address })) };
  expect(drawn({ ...reply, blocks: [bare] }).labels).toEqual(['删除']);
});
