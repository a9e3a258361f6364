import { describe, expect, it } from 'vitest';
import { glance } from '../../commands/glance.ts';
import type { Context, OptionDefinition } from '../../src/chat/command.ts';
import { complete } from '../../src/chat/complete.ts';
import { LOCALES } from '../../src/chat/locale.ts';
import { navigate } from '../../src/chat/navigate.ts';
import type { Reply, Target } from '../../src/chat/reply.ts';
import { runCommand } from '../../src/chat/run.ts';
import { toSimplifiedCharacters } from '../../src/language/script.ts';
import { createLibrary } from '../../src/library/open.ts';
import { harbour } from '../sample-articles.ts';
import { blocks, commands, noticeOf, one, paragraph, quotedIn, run, seed, two } from './run.ts';

const entriesOf = (reply: Reply) => blocks(reply, 'contents')[0]?.entries ?? [];
const optionsOf = (reply: Reply) => reply.choices[0]?.options ?? [];
const paged: Context = { library: one, locale: 'zh-CN', script: 'hans', pageSize: 900 };
const optionNamed = (name: string) => glance.options.find((option) => option.name === name) as OptionDefinition;

describe('glance', () => {
  it('begins with people, each with what the text calls them and the way to their sentence', async () => {
    const reply = await run('glance', {});
    expect(blocks(reply, 'heading')[0]?.text).toBe('人物 1 · 汇音聚符共奏和谐曲');
    expect(entriesOf(reply)).toEqual([
      {
        heading: '马翠芳',
        size: '金川区新华路街道昌都里社区的一名网格员',
        address: '§2¶1 +2',
        summary: [],
        target: { articleId: 'jinchang', hash: seed.hash, address: { section: 2, paragraph: 1 }, marked: 0 },
      },
    ]);
    expect(optionsOf(reply).map(({ label }) => label)).toEqual([
      '人物 1',
      '机构 2',
      expect.stringMatching(/^地点 \d+$/),
      '日期 2',
      '数字 5',
      '文件 4',
      '关于“马翠芳”：3 句',
    ]);
  });

  it.each([
    ['数字', 'zh-CN'],
    ['figures', 'en'],
    ['數字', 'zh-TW'],
    ['数字 4', 'zh-TW'],
  ] as const)('shows the kind that somebody calls %s', async (kind, locale) => {
    const found = entriesOf(await run('glance', { kind }, locale)).map(
      ({ address, heading }) => `${address} ${heading}`,
    );
    const printed = ['§1¶1 3个', '§2¶1 44岁', '§2¶1 8栋', '§2¶1 408户', '§2¶1 1248人'];
    expect(found.map(toSimplifiedCharacters)).toEqual(printed);
    expect(found.join('') === printed.join('')).toBe(locale !== 'zh-TW');
  });

  it('gathers all sentences about somebody, word for word, each with its place', async () => {
    for (const options of [{ about: '马翠芳' }, { about: '馬翠芳' }, { kind: '翠芳' }]) {
      const reply = await run('glance', options);
      expect(blocks(reply, 'heading')[0]?.text).toBe('关于“马翠芳”的句子');
      const [first = '', second = ''] = quotedIn(reply);
      expect(paragraph(2, 1)).toBe(first);
      expect(second).toContain('马翠芳忙碌地奔走在社区的各个角落');
      expect(optionsOf(reply).map(({ target }) => `${target.address.paragraph}.${target.marked}`)).toEqual([
        '1.0',
        '2.1',
        '2.2',
      ]);
    }
  });

  it('says what it does not know, privately, and offers who is named', async () => {
    const reply = await run('glance', { about: '孙悟空' });
    expect(reply.visibility).toBe('private');
    expect(noticeOf(reply)).toContain('孙悟空');
    expect(blocks(reply, 'suggestions')[0]?.items).toEqual(['马翠芳']);
    expect(noticeOf(await run('glance', { kind: '心情' }, 'en'))).toContain('心情');
  });

  it('asks which article where there are several, and takes one', async () => {
    expect(blocks(await run('glance', {}, 'zh-CN', two), 'contents')[0]?.of).toBe('articles');
    const reply = await run('glance', { article: 'harbour' }, 'zh-CN', two);
    expect(entriesOf(reply)[0]?.address).toMatch(/^harbour§/);
  });

  it('shows a reader of another script what is named in theirs', async () => {
    const reply = await run('glance', {}, 'zh-TW');
    expect(entriesOf(reply)[0]?.heading).toBe('馬翠芳');
    expect(entriesOf(await run('glance', {}, 'en'))[0]?.heading).toBe('马翠芳');
  });

  it.each(LOCALES)('has every kind in %s, also of an article that names nothing', async (locale) => {
    const bare = createLibrary([{ ...harbour, sections: [{ number: 0, heading: null, paragraphs: ['好。'] }] }]);
    for (const { value } of complete(optionNamed('kind'), '', {}, { ...paged, locale })) {
      const reply = await runCommand(commands, 'glance', { kind: value }, { library: bare, locale, script: undefined });
      expect(entriesOf(reply)).toEqual([]);
      expect(noticeOf(reply)).not.toBe('');
      expect(reply.visibility).toBe('public');
    }
  });

  it('turns pages where the transport has them, and all of it leads somewhere', async () => {
    const sentences = Array.from({ length: 20 }, (_, at) => `第${at + 1}片区收了${at + 11}户人家的粮。`);
    const many = { ...seed, hash: 'abcd', sections: [{ number: 0, heading: null, paragraphs: sentences }] };
    const context = { ...paged, library: createLibrary([many]) };
    const seen: string[] = [];
    let at: Target | undefined = { articleId: many.id, hash: 'abcd', address: { section: 0, paragraph: 0 }, glance: 4 };
    while (at !== undefined) {
      const reply = navigate('glance', at, context);
      seen.push(...entriesOf(reply).map(({ heading }) => heading));
      const next = reply.actions[1];
      at = next?.kind === 'glance' && next.disabled !== true ? next.target : undefined;
    }
    expect(seen).toEqual(sentences.map((_, index) => `${index + 11}户`));
  });

  it('opens what its select offers, and says so where nothing is named there any more', async () => {
    const reply = await runCommand(commands, 'glance', {}, paged);
    for (const { target } of optionsOf(reply)) {
      expect(navigate('glance', target, paged).visibility).toBe('public');
    }
    const about = optionsOf(reply).at(-1)?.target;
    if (about === undefined) throw new Error('nobody is told of');
    expect(blocks(navigate('glance', about, paged), 'heading')[0]?.text).toBe('关于“马翠芳”的句子');
    for (const old of [
      { ...about, named: 999_999 },
      { ...about, hash: 'ffff' },
      { ...about, glance: 99, named: undefined },
    ]) {
      const { named, ...rest } = old;
      const target = named === undefined ? rest : { ...rest, named };
      expect(navigate('glance', target, paged).visibility).toBe('private');
    }
  });

  it('suggests kinds, and names with what the text calls them', () => {
    const labels = (name: string, typed: string, locale: Context['locale'] = 'zh-CN') =>
      complete(optionNamed(name), typed, {}, { ...paged, locale }).map(({ label }) => label);
    expect(labels('kind', '')).toEqual(['人物', '机构', '地点', '日期', '数字', '文件']);
    expect(labels('kind', 'fig', 'en')).toEqual(['Figures']);
    expect(labels('about', '翠')).toEqual(['马翠芳 金川区新华路街道昌都里社区的一名网格员']);
    expect(labels('about', '')).toContain('《金昌市文明行为促进条例》');
    expect(labels('about', '没有这个人')).toEqual([]);
  });
});
