import { expect, test } from 'vitest';
import { quote } from '../../commands/quote.ts';
import { UNREADABLE } from '../../src/article/unreadable.ts';
import type { Context } from '../../src/chat/command.ts';
import { LOCALES } from '../../src/chat/locale.ts';
import { navigate } from '../../src/chat/navigate.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { runCommand } from '../../src/chat/run.ts';
import { textsIn } from '../../src/chat/texts/texts.ts';
import { createLibrary } from '../../src/library/open.ts';
import { harbour } from '../sample-articles.ts';

const [section] = harbour.sections;
const [first = ''] = section?.paragraphs ?? [];
const damaged = {
  ...harbour,
  sections: harbour.sections.map((each, at) =>
    at === 0 ? { ...each, paragraphs: [`${UNREADABLE}${first}`, ...each.paragraphs.slice(1)] } : each,
  ),
};
const address = { section: section?.number ?? 0, paragraph: 1 };
const noticesOf = (reply: Reply) => reply.blocks.flatMap((block) => (block.kind === 'notice' ? [block.text] : []));

test.each(LOCALES)('a quotation with the sign says what it means, in a line of its own: %s', async (locale) => {
  const context: Context = { library: createLibrary([damaged]), locale, script: undefined };
  const target = { articleId: damaged.id, hash: damaged.hash, address };
  const { unreadable } = textsIn(locale);
  expect(noticesOf(navigate('passage', target, context))).toEqual([unreadable()]);
  const place = `${address.section}.${address.paragraph}`;
  expect(noticesOf(await runCommand([quote], 'quote', { passage: place, place }, context))).toContain(unreadable());
  expect(unreadable()).toContain(UNREADABLE);
});

test('a quotation without it says nothing of it', () => {
  const context: Context = { library: createLibrary([harbour]), locale: 'en', script: undefined };
  const reply = navigate('passage', { articleId: harbour.id, hash: harbour.hash, address }, context);
  expect(noticesOf(reply)).toEqual([]);
});
