import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quote } from '../../commands/quote.ts';
import { section } from '../../commands/section.ts';
import type { Context, OptionDefinition } from '../../src/chat/command.ts';
import { complete } from '../../src/chat/complete.ts';
import { articleOption, sectionOption } from '../../src/chat/options.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { runCommand } from '../../src/chat/run.ts';
import { createLibrary } from '../../src/library/open.ts';
import { harbour, jinchang } from '../sample-articles.ts';

const one: Context = { library: createLibrary([jinchang()]), locale: 'zh-CN', script: 'hans' };
const two: Context = { library: createLibrary([harbour, jinchang()]), locale: 'zh-CN', script: 'hans' };
const passageOption = quote.options.find(({ name }) => name === 'passage') as OptionDefinition;

const labels = (option: OptionDefinition, typed: string, context = one) =>
  complete(option, typed, {}, context).map(({ label }) => label);

describe('complete', () => {
  it('lists the sections while the field is empty', () => {
    expect(labels(sectionOption, '')).toEqual([
      '§0 导语',
      '§1 党建引领筑牢发展基石',
      '§2 精准治理打造特色亮点',
      '§3 创新模式共建和谐社会',
    ]);
    expect(labels(sectionOption, '', two)).toContain('harbour§1 工程进度');
  });

  it.each(['2', '精准', '精準治理', '特色亮点', '马翠芳'])('puts section 2 first for %s', (typed) => {
    expect(labels(sectionOption, typed)[0]).toBe('§2 精准治理打造特色亮点');
  });

  it('finds passages by address, by the very words and by content', () => {
    expect(labels(passageOption, '共有408户')[0]).toMatch(/^§2¶1 44岁的马翠芳/);
    expect(labels(passageOption, '网格员').length).toBeGreaterThan(1);
  });

  it('puts the very address before those that begin so, and what begins with the words before what has them inside', () => {
    expect(labels(passageOption, '2.1').map((label) => label.split(' ')[0])).toEqual(['§2¶1', '§2¶10']);
    const typed = '旧港口';
    const [first, second] = labels(passageOption, typed, {
      ...two,
      library: createLibrary([
        { ...harbour, id: 'b', sections: [{ number: 0, heading: null, paragraphs: [`从前的${typed}很热闹。`] }] },
        { ...harbour, id: 'c', sections: [{ number: 0, heading: null, paragraphs: [`${typed}变成了公园。`] }] },
      ]),
    });
    expect([first, second]).toEqual(['c§0¶1 旧港口变成了公园。', 'b§0¶1 从前的旧港口很热闹。']);
  });

  it.each([
    ['2 4', '§2¶4'],
    ['（§2¶4）', '§2¶4'],
    ['第二节第四段', '§2¶4'],
    ['最后一段', '§3¶9'],
    ['第二节最后一段', '§2¶10'],
    ['last paragraph', '§3¶9'],
  ])('reads %s as %s', (typed, address) => {
    expect(labels(passageOption, typed)[0]?.split(' ')[0]).toBe(address);
    expect(labels(sectionOption, typed)[0]?.split(' ')[0]).toBe(address.split('¶')[0]);
  });

  it('offers several addresses as they are typed, which another choice would lose', () => {
    expect(complete(passageOption, '2.4和2.6', {}, one)[0]).toEqual({ label: '2.4和2.6', value: '2.4和2.6' });
    expect(labels(passageOption, '2.4和2.6').map((label) => label.split(' ')[0])).toEqual(['2.4和2.6', '§2¶4', '§2¶6']);
  });

  it('shows a reader of Traditional the labels by phrases', () => {
    const reader = { ...one, locale: 'zh-TW', script: 'hant' } as const;
    expect(labels(passageOption, '昌都里', reader).join('')).toContain('昌都里社區');
  });

  it('looks no further than what is shown, however large the library', () => {
    const sections = [{ number: 0, heading: null, paragraphs: Array.from({ length: 400 }, (_, at) => `第${at}段。`) }];
    const articles = Array.from({ length: 25 }, (_, at) => ({ ...harbour, id: `n${at}`, hash: `${at}`, sections }));
    const found = labels(passageOption, '0', { ...one, library: { ...one.library, articles } });
    expect(found).toHaveLength(25);
    expect(found.at(-1)).toBe('n0§0¶25 第24段。');
  });

  it('names articles by id and title', () => {
    expect(complete(articleOption, '舊港', {}, two)).toEqual([
      { label: 'harbour 旧港口改建为市民公园', value: 'harbour' },
    ]);
  });

  it('works as well when the label is sent instead of the value', async () => {
    const isMistake = (reply: Reply) => reply.visibility === 'private';
    for (const { label, value } of complete(sectionOption, '', {}, two)) {
      for (const sent of [label, value]) {
        expect([sent, isMistake(await runCommand([section], 'section', { section: sent }, two))]).toEqual([
          sent,
          false,
        ]);
      }
    }
    for (const { label, value } of complete(passageOption, '', {}, two)) {
      for (const sent of [label, value]) {
        expect([sent, isMistake(await runCommand([quote], 'quote', { passage: sent }, two))]).toEqual([sent, false]);
      }
    }
  });

  it('holds Discord’s limits whatever is typed, and no two labels are equal', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.constantFrom(sectionOption, passageOption),
        (typed, option) => {
          const completions = complete(option, typed, {}, two);
          expect(completions.length).toBeLessThanOrEqual(25);
          expect(new Set(completions.map(({ label }) => label)).size).toBe(completions.length);
          for (const { label, value } of completions) {
            for (const text of [label, value]) {
              expect(text.length).toBeGreaterThan(0);
              expect(text.length).toBeLessThanOrEqual(100);
              expect(text.isWellFormed()).toBe(true);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
