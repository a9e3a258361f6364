import { setTimeout as sleep } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '../../src/chat/locale.ts';
import { textsIn } from '../../src/chat/texts/texts.ts';
import { COMMANDS } from '../../src/commands.ts';
import { MOVES } from '../../src/curation/move.ts';
import { curationTextsIn } from '../../src/curation/texts/texts.ts';
import { formatMoveId } from '../../src/discord/custom-id.ts';
import { unescapeMarkdown } from '../../src/discord/escape.ts';
import { NotReady } from '../../src/engine/engine.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import { additionOf, articleOf } from '../store/samples.ts';
import type { StoredMessage } from './stand-in/discord-state.ts';
import { APPLICATION_ID, BOT_ID, nextId } from './stand-in/ids.ts';
import { type Bench, idOf, LIMITS, moderatorOn, openBench, selectsOf, settled } from './stand-in/library-bench.ts';
import { HARBOUR, savedPage } from './stand-in/pages.ts';
import { controlsOf, textOf } from './stand-in/reading.ts';

const TITLE = '小网格托起大民生';
const texts = curationTextsIn('zh-CN');
const { labels } = texts;

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 120_000);
afterEach(() => expect(bench.discord.problems.splice(0)).toEqual([]));
afterAll(() => bench.stop());

/** What a message says. */
function said(message: StoredMessage): string {
  return unescapeMarkdown(textOf(message));
}

function isPrivate({ flags }: StoredMessage): boolean {
  return (flags & 64) !== 0;
}

function gridFile() {
  return bench.cdn.file('grid.html', savedPage(), TITLE);
}

/** A moderator whose server has the article of the saved page. */
async function withArticle() {
  const moderator = moderatorOn(bench);
  const added = await moderator.press(await moderator.upload({ files: [gridFile()] }), labels.add);
  const [kept] = (await bench.store.shelf(moderator.server)).articles;
  if (kept === undefined) throw new Error(said(added));
  return { ...moderator, added, article: kept.article };
}

/** What a select offers. */
function valuesOf(message: StoredMessage, at = 0): string[] {
  return (selectsOf(message)[at]?.options ?? []).map(({ value }) => value);
}

/** The panel of the only article. */
async function articlePanel(moderator: ReturnType<typeof moderatorOn>): Promise<StoredMessage> {
  const list = await moderator.panel('list');
  return moderator.choose(list, 0, valuesOf(list)[0] ?? '');
}

describe('from a saved page to an answer, and back', () => {
  test.each<[Locale, string]>([
    ['zh-CN', '408户'],
    ['zh-TW', '408戶'],
    ['en', '408户'],
  ])('in %s', async (locale, households) => {
    const own = curationTextsIn(locale);
    const moderator = moderatorOn(bench, { locale });
    const form = await moderator.form();
    expect(form.title).toBe(own.labels.formAdd);
    expect(form.components.map(({ component }) => component.type)).toEqual([19, 4]);
    const preview = await moderator.upload({ files: [gridFile()], text: '' });
    expect(isPrivate(preview)).toBe(true);
    const shown = said(preview);
    for (const part of [TITLE, '河西日报', '2021年11月23日09:21', '党建引领筑基石', '初冬的清晨', '助浴等服务。'])
      expect(shown).toContain(part);
    expect(shown).toContain(own.preview(1, 1));
    expect((await bench.store.shelf(moderator.server)).articles).toEqual([]);

    const added = await moderator.press(preview, own.labels.add);
    expect(added.id).toBe(preview.id);
    const { articles } = await bench.store.shelf(moderator.server);
    expect(said(added)).toBe(own.added(TITLE, articles[0]?.article.id ?? ''));
    expect(articles.map(({ addedBy }) => addedBy)).toEqual([moderator.self.user]);
    const asked = await moderator.ask('赵敏负责多少户？', { locale });
    expect(isPrivate(asked)).toBe(false);
    expect(said(asked)).toContain(households);

    const panel = await articlePanel(moderator);
    const confirm = await moderator.press(panel, own.labels.remove);
    expect(said(confirm)).toBe(own.askRemove(TITLE));
    expect((await bench.store.shelf(moderator.server)).articles).toHaveLength(1);
    const removed = await moderator.press(confirm, own.labels.remove);
    expect(said(removed)).toBe(own.removed(TITLE));
    expect(said(await moderator.ask('赵敏负责多少户？', { locale }))).not.toContain('408');
  });
});

describe('adding', () => {
  test('what is pasted is a file, too, and named by its title', async () => {
    const moderator = moderatorOn(bench);
    const preview = await moderator.upload({ text: HARBOUR });
    expect(said(preview)).toContain('老港口的新生意');
    await moderator.press(preview, labels.add);
    const [kept] = (await bench.store.shelf(moderator.server)).articles;
    expect(kept?.article.id).toBe('老港口的新生意');
    const file = await bench.store.file(moderator.server, kept?.article.id ?? '');
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe(HARBOUR);
  });

  test('an attachment of the command, a message’s file, a forward and long text are taken', async () => {
    const moderator = moderatorOn(bench);
    const file = gridFile();
    const option = { name: 'file', type: 11, value: file.id };
    const attached = await settled(bench, moderator.run('add', [option], { attachments: { [file.id]: file } }));
    expect(said(attached)).toContain(TITLE);
    const on = (message: object) => settled(bench, bench.discord.useOn('Add to library', message, moderator.self));
    expect(said(await on({ attachments: [file] }))).toContain(TITLE);
    const forwarded = { content: '', attachments: [file], embeds: [], components: [] };
    expect(said(await on({ message_snapshots: [{ message: forwarded }] }))).toContain(TITLE);
    expect(said(await on({ content: HARBOUR }))).toContain('老港口的新生意');
    expect(said(await on({ content: ' ' }))).toBe(texts.nothingGiven());
  });

  test('of a message with pictures its text is taken; of a form both, and what was pasted has no file’s name', async () => {
    const moderator = moderatorOn(bench);
    const on = (message: object) => settled(bench, bench.discord.useOn('Add to library', message, moderator.self));
    const picture = bench.cdn.file('photo.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
    const shown = { content: HARBOUR, attachments: [picture], embeds: [], components: [] };
    for (const message of [shown, { message_snapshots: [{ message: shown }] }]) {
      const preview = said(await on(message));
      expect(preview).toContain('老港口的新生意');
      expect(preview).toContain(`photo.png：${texts.refusal('picture')}`);
    }
    // A word beside an article is no article.
    expect(said(await on({ content: HARBOUR, attachments: [gridFile()] }))).toContain(texts.preview(1, 1));
    expect(said(await moderator.upload({ files: [gridFile()], text: HARBOUR }))).toContain(texts.preview(1, 2));
    const foreign = said(await moderator.upload({ text: 'There is no Chinese in this text at all. '.repeat(20) }));
    expect(foreign).toContain(`${labels.pasted}：${texts.refusal('foreign')}`);
    expect(foreign).not.toContain('.txt：');
  });

  test('a message is taken as it is seen, without marks; what stands in an embed or a component is seen', async () => {
    const moderator = moderatorOn(bench);
    const [title = '', ...rest] = HARBOUR.split('\n');
    const first = rest[2] ?? '';
    const content = [
      `# ${title}`,
      '-# 来源：江南日报　2022-03-01',
      `> ${first.replace('公园', '**公园**')}<@1000000000000000009>`,
      '1. ||第一期||修复老仓库十二座，[第二期](https://example.com/two)铺设沿江步道九公里。',
    ].join('\n');
    const texted = { type: 10, content: HARBOUR };
    for (const message of [
      { content },
      { content: '@here', embeds: [{ title, description: rest.join('\n') }] },
      { content: '', components: [{ type: 17, components: [texted] }] },
    ]) {
      const { server, ...other } = moderatorOn(bench);
      const preview = await settled(bench, bench.discord.useOn('Add to library', message, other.self));
      await other.press(preview, labels.add);
      const [kept] = (await bench.store.shelf(server)).articles;
      const paragraphs = kept?.article.sections.flatMap((section) => section.paragraphs) ?? [];
      expect(kept?.article).toMatchObject({ title, source: '江南日报', publishedAt: '2022-03-01' });
      expect(paragraphs[0]).toBe(first);
      if ('embeds' in message || 'components' in message) continue;
      expect(paragraphs[1]).toBe('1. 第一期修复老仓库十二座，第二期铺设沿江步道九公里。');
    }
    const card = { content: '', components: [texted], application_id: APPLICATION_ID };
    const own = await settled(bench, bench.discord.useOn('Add to library', card, moderator.self));
    expect(said(own)).toBe(texts.nothingGiven());
    // A preview of a link is not what somebody wrote.
    const linked = { content: `${HARBOUR}\nhttps://example.com/`, embeds: [{ title: '别的标题', description: first }] };
    const preview = await settled(bench, bench.discord.useOn('Add to library', linked, moderator.self));
    expect(said(preview)).not.toContain('别的标题');
  });

  test('several files and an archive are looked at one by one; what is no article is named', async () => {
    const moderator = moderatorOn(bench);
    const archive = zipSync({
      '港口.txt': new TextEncoder().encode(HARBOUR),
      'picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    });
    const files = [gridFile(), bench.cdn.file('more.zip', archive), bench.cdn.file('sheet.xlsx', 'x')];
    const preview = await moderator.upload({ files, text: '' });
    expect(said(preview)).toContain(texts.preview(1, 2));
    expect(said(preview)).toContain(`more.zip/picture.png：${texts.refusal('picture')}`);
    expect(said(preview)).toContain(`sheet.xlsx：${texts.refusal('sheet')}`);
    const second = await moderator.press(preview, labels.next);
    expect(said(second)).toContain('老港口的新生意');
    const edits = await moderator.press(await moderator.press(second, labels.previous), /^修复/);
    expect(said(edits)).toContain('首页');
    const done = await moderator.press(await moderator.press(edits, labels.back), texts.addAll(2));
    expect(said(done)).toBe(texts.addedSeveral([TITLE, '老港口的新生意'], 2));
    const { articles } = await bench.store.shelf(moderator.server);
    const port = articles.find(({ article }) => article.title === '老港口的新生意');
    // Of an archive its member is kept.
    expect(port?.bytes).toBe(Buffer.byteLength(HARBOUR));
  });

  test('a title is one that can be shown, whatever a file or a person calls it', async () => {
    const article = {
      sections: [{ number: 0, heading: null, paragraphs: ['清水港的码头全长1200米，总投资6.4亿元。'] }],
    };
    const kept = async (title: string) => {
      const moderator = moderatorOn(bench);
      const file = bench.cdn.file('port\u202e.json', JSON.stringify({ ...article, title }));
      const preview = await moderator.upload({ files: [file, bench.cdn.file('a\u202eb.xlsx', 'x')] });
      const shown = said(preview);
      expect(shown).toContain(`ab.xlsx：${texts.refusal('sheet')}`);
      const added = said(await moderator.press(preview, labels.add));
      const [only] = (await bench.store.shelf(moderator.server)).articles;
      return { moderator, preview: shown, added, title: only?.article.title };
    };
    const long = await kept('长'.repeat(5_000));
    expect([long.title, long.added]).toEqual(['长'.repeat(200), texts.added('长'.repeat(200), 'port')]);
    expect((await kept('清水\u202e港\n\u0007新生意')).title).toBe('清水港 新生意');
    expect((await kept('清水港　新生意')).title).toBe('清水港　新生意');
    const { moderator, ...bare } = await kept(' \u200b');
    expect(bare.preview).toContain(texts.doubt({ kind: 'no title' }));
    expect(bare.added).toBe(texts.added('port', 'port'));
    const list = await moderator.panel('list');
    expect(selectsOf(list)[0]?.options?.map(({ label }) => label)).toEqual(['port']);
    const panel = await moderator.choose(list, 0, valuesOf(list)[0] ?? '');
    await moderator.fill(panel, labels.rename, { title: ' \u200b\u202e ' });
    expect((await bench.store.shelf(moderator.server)).articles[0]?.article.title).toBe('');
  });

  test('the same text is not added twice; a newer version takes the place of the old after asking', async () => {
    const { self, server, ...moderator } = await withArticle();
    const card = await moderator.ask('赵敏负责多少户？', { user: self.user as string });
    const again = await moderator.upload({ files: [gridFile()] });
    expect(said(again)).toMatch(/文库里已经有这篇文字/);
    expect(controlsOf(again).map(({ label }) => label)).not.toContain(labels.add);
    const newer = bench.cdn.file('grid-2.html', savedPage({ households: '412' }));
    const preview = await moderator.upload({ files: [newer] });
    expect(said(preview)).toMatch(/同名而文字不同/);
    const replaced = await moderator.press(preview, labels.replace);
    expect(said(replaced)).toBe(texts.replaced(TITLE));
    const { articles } = await bench.store.shelf(server);
    expect(articles.map(({ article }) => article.id)).toEqual([moderator.article.id]);
    expect(said(await moderator.ask('赵敏负责多少户？'))).toContain('412户');
    const old = await settled(bench, bench.discord.click(card, idOf(card, /下一段/), self));
    expect(said(old)).toMatch(/更新|变/);
  });

  test('what is no article is named beside a long article, too, whatever it is called', async () => {
    const moderator = moderatorOn(bench);
    const sections = Array.from({ length: 300 }, (_, at) => ({
      number: at + 1,
      heading: `第${at + 1}节 新区的小网格`,
      paragraphs: ['新区投入资金350万元，建成智慧养老服务中心3个。'],
    }));
    const long = bench.cdn.file('long.json', JSON.stringify({ title: TITLE, sections }));
    const names = ['照片.png', ...Array.from({ length: 8 }, (_, at) => `${at}${'@everyone**'.repeat(80)}.png`)];
    const preview = await moderator.upload({ files: [long, ...names.map((name) => bench.cdn.file(name, 'x'))] });
    expect(said(preview)).toContain('第1节');
    expect(said(preview)).toContain(`照片.png：${texts.refusal('picture')}`);
    expect(said(preview).split(texts.refusal('picture'))).toHaveLength(9);
    expect(said(preview)).toContain(texts.cut(1));
    expect(textOf(preview)).not.toMatch(/(?<!\\)@everyone/);
  });

  test('of several each that is added is told, and of all those that were before there was no more room', async () => {
    const moderator = moderatorOn(bench);
    const title = (year: string) => `新区小网格的第${year}年`;
    const page = (year: string, at: number) => savedPage({ title: title(year), households: String(400 + at) });
    const files = ['一', '二', '三', '四'].map((year, at) => bench.cdn.file(`${year}.html`, page(year, at)));
    const first = await moderator.upload({ files });
    const second = await moderator.press(first, labels.add);
    expect(said(second)).toContain(texts.added(title('一'), '一'));
    expect(said(second)).toContain(texts.preview(2, 4));
    await bench.restart({ library: { ...bench.library, limits: { ...LIMITS, articles: 3 } } });
    const preview = await moderator.upload({ files: files.slice(1) });
    const full = said(await moderator.press(preview, texts.addAll(3)));
    expect(full).toContain(texts.addedSeveral([title('二'), title('三')], 2));
    expect(full).toContain(texts.limit('articles', 3));
    await bench.store.remove(moderator.server, '二');
    const add: typeof bench.store.add = async (...given) => {
      if ((await bench.store.shelf(moderator.server)).articles.length === 3) throw new StoreUnavailable('away');
      return bench.store.add(...given);
    };
    await bench.restart({ library: { ...bench.library, store: { ...bench.store, add } } });
    const others = files.slice(3).concat(gridFile());
    const away = said(await moderator.press(await moderator.upload({ files: others }), texts.addAll(2)));
    expect(away).toContain(texts.addedSeveral([title('四')], 1));
    expect(away).toContain(texts.restNotAdded());
    await bench.restart();
  });

  test('with another title it is another article; pressed twice it is added once', async () => {
    const moderator = await withArticle();
    const newer = bench.cdn.file('grid-2.html', savedPage({ households: '412' }));
    const preview = await moderator.upload({ files: [newer] });
    const custom_id = idOf(preview, labels.addOther);
    const added = await moderator.fill(preview, labels.addOther, { title: '  网格的\n第二年 ' });
    expect(said(added)).toContain('网格的 第二年');
    const late = await settled(
      bench,
      bench.discord.click(preview, custom_id.replace(':title:', ':add:'), moderator.self),
    );
    expect(said(late)).toBe(said(added));
    expect(said(late)).toContain('网格的 第二年');
    const { articles } = await bench.store.shelf(moderator.server);
    expect(articles.map(({ article }) => article.title).toSorted()).toEqual([TITLE, '网格的 第二年'].toSorted());
  });

  test('pressed twice in one moment it is added once, and told the same twice', async () => {
    const moderator = moderatorOn(bench);
    const preview = await moderator.upload({ text: HARBOUR });
    const custom_id = idOf(preview, labels.add);
    const twice = [0, 1].map(() => settled(bench, bench.discord.click(preview, custom_id, moderator.self)).then(said));
    const title = '老港口的新生意';
    expect(await Promise.all(twice)).toEqual([texts.added(title, title), texts.added(title, title)]);
    expect((await bench.store.shelf(moderator.server)).articles).toHaveLength(1);
  });

  test('two moderators who add the same text in the same moment add it once, and one is told', async () => {
    const moderator = moderatorOn(bench);
    const other = { ...moderator.self, user: nextId() };
    const first = await moderator.upload({ text: HARBOUR });
    const form = await bench.discord.form(bench.discord.subcommand('library', 'add', [], {}, other));
    const second = await settled(bench, bench.discord.submit(form, { text: HARBOUR }, other));
    const pressed = [
      bench.discord.click(first, idOf(first, labels.add), moderator.self),
      bench.discord.click(second, idOf(second, labels.add), other),
    ];
    const outcomes = await Promise.all(pressed.map((one) => settled(bench, one)));
    const { articles } = await bench.store.shelf(moderator.server);
    expect(articles).toHaveLength(1);
    const [kept] = articles;
    const told = outcomes.map(said).filter((text) => text.includes(kept?.article.title ?? ''));
    expect(told).toHaveLength(2);
    expect(told.filter((text) => text === texts.added(kept?.article.title ?? '', kept?.article.id ?? ''))).toHaveLength(
      1,
    );
  });

  test('a preview that was given up, or is from before a restart, stores nothing and says so', async () => {
    const moderator = moderatorOn(bench);
    const preview = await moderator.upload({ files: [gridFile()] });
    const [cancel, add] = [idOf(preview, labels.cancel), idOf(preview, labels.add)];
    expect(said(await moderator.press(preview, labels.cancel))).toBe(texts.cancelled());
    for (const custom_id of [cancel, add]) {
      const late = await settled(bench, bench.discord.click(preview, custom_id, moderator.self));
      expect(said(late)).toBe(texts.cancelled());
    }
    const other = await moderator.upload({ files: [gridFile()] });
    const removals = await moderator.panel('restore');
    await bench.restart();
    expect(said(await moderator.press(removals, labels.list))).toBe(texts.nothingHere());
    expect(said(await moderator.press(other, labels.add))).toBe(texts.draftGone());
    expect((await bench.store.shelf(moderator.server)).articles).toEqual([]);
    expect(said(await moderator.panel('list'))).toBe(texts.nothingHere());
  });
});

describe('rights', () => {
  test('nobody without one does anything; who has a role that may add adds and no more', async () => {
    const moderator = await withArticle();
    const role = nextId();
    const helper = moderatorOn(bench, { guild: moderator.server, permissions: '0', roles: [role] });
    const add = () => settled(bench, bench.discord.useOn('Add to library', { content: HARBOUR }, helper.self));
    expect(said(await add())).toBe(texts.mayNotAdd());
    await bench.store.changeSettings(moderator.server, { addingRoles: [role] });
    await bench.discord.until(() => true);
    const settings = await moderator.panel('settings');
    await moderator.choose(settings, 0, [role]);
    const preview = await add();
    expect(said(preview)).toContain('老港口的新生意');
    expect(said(await helper.press(preview, labels.add))).toContain('老港口的新生意');
    const newer = { content: '', attachments: [bench.cdn.file('grid-2.html', savedPage({ households: '412' }))] };
    const version = await settled(bench, bench.discord.useOn('Add to library', newer, helper.self));
    const offeredLabels = controlsOf(version).map(({ label }) => label);
    expect(offeredLabels).toContain(labels.addOther);
    expect(offeredLabels).not.toContain(labels.replace);
    for (const name of ['list', 'settings', 'forget', 'unanswered', 'restore'])
      expect(said(await helper.panel(name))).toBe(texts.mayNotManage());
    const [article] = (await bench.store.shelf(moderator.server)).articles;
    const named = [{ name: 'article', type: 3, value: article?.article.id }];
    expect(said(await helper.panel('remove', named))).toBe(texts.mayNotManage());
    expect((await bench.store.shelf(moderator.server)).articles).toHaveLength(2);
  });

  test('a control that was copied from another person or server does nothing', async () => {
    const moderator = await withArticle();
    const confirm = await moderator.press(await articlePanel(moderator), labels.remove);
    const custom_id = idOf(confirm, labels.remove);
    const foreign = moderatorOn(bench);
    const tries = [
      { ...moderator.self, user: nextId() },
      { ...foreign.self },
      { ...foreign.self, user: moderator.self.user as string },
      { ...moderator.self, permissions: '0' },
    ];
    for (const who of tries) {
      const answer = await settled(bench, bench.discord.click(confirm, custom_id, who));
      expect(isPrivate(answer)).toBe(true);
      expect(said(answer)).not.toContain(TITLE);
    }
    expect((await bench.store.shelf(moderator.server)).articles).toHaveLength(1);
    const own = custom_id.replace(moderator.server, foreign.server);
    await settled(bench, bench.discord.click(confirm, own, { ...foreign.self, user: moderator.self.user as string }));
    expect((await bench.store.shelf(moderator.server)).articles).toHaveLength(1);
  });

  test('whatever control somebody makes up in their own server, nothing of another’s is shown or changed', async () => {
    const theirs = await withArticle();
    await bench.store.changeSettings(theirs.server, { keepsUnanswered: true });
    await bench.store.noteUnanswered(theirs.server, { question: '火星上有水吗？', because: 'not answered' });
    const [question] = await bench.store.unanswered(theirs.server);
    const draft = await theirs.upload({ text: HARBOUR });
    const [, , , , , draftId = ''] = idOf(draft, labels.add).split(':');
    const list = await theirs.panel('list');
    const subjects = ['', valuesOf(list)[0] ?? '', draftId, String(question?.id)];
    const before = JSON.stringify(await bench.store.shelf(theirs.server));
    const stranger = moderatorOn(bench, { locale: 'en' });
    const panel = await stranger.panel('settings');
    const { state } = bench.discord;
    for (const name of MOVES) {
      // So fast nobody clicks: each is somebody else.
      const who = { ...stranger.self, user: nextId() };
      for (const subject of subjects) {
        const custom_id = formatMoveId({
          move: { name, subject, page: 0 },
          server: stranger.server,
          owner: who.user,
          slot: 0,
        });
        const { token } = bench.discord.choose(panel, custom_id, subject, who);
        await bench.discord.answered({ token });
        const { data, original = '' } = state.interactions.get(token) ?? {};
        const messages = [original, state.lastSaid(token) ?? ''].map((id) => state.messages.get(id));
        for (const secret of [TITLE, '老港口', '火星']) expect(JSON.stringify([data, messages])).not.toContain(secret);
      }
    }
    expect(JSON.stringify(await bench.store.shelf(theirs.server))).toBe(before);
    expect(await bench.store.unanswered(theirs.server)).toEqual([question]);
    expect((await bench.store.settings(theirs.server)).keepsUnanswered).toBe(true);
  });

  test('in direct messages, and to somebody who has brought the bot along, it says where it works', async () => {
    const moderator = moderatorOn(bench);
    for (const who of [
      { guild: null, user: nextId() },
      { ...moderator.self, isOwnBot: true },
    ]) {
      const answer = await settled(bench, bench.discord.subcommand('library', 'list', [], {}, who));
      expect(said(answer)).toBe(texts.onlyInServers());
    }
  });
});

describe('the shelf', () => {
  test('renames, by a form and by an option; restores what was removed', async () => {
    const moderator = await withArticle();
    const renamed = await moderator.fill(await articlePanel(moderator), labels.rename, { title: '网格' });
    expect(said(renamed)).toContain(texts.renamed('网格'));
    const options = [
      { name: 'article', type: 3, value: '网格' },
      { name: 'title', type: 3, value: '大网格' },
    ];
    expect(said(await moderator.panel('rename', options))).toContain(texts.renamed('大网格'));
    const confirm = await moderator.panel('remove', [{ name: 'article', type: 3, value: '大网格' }]);
    await moderator.press(confirm, labels.remove);
    expect(said(await moderator.panel('list'))).toBe(texts.nothingHere());
    const removals = await moderator.panel('restore');
    expect(said(removals)).toContain('大网格');
    expect(said(await moderator.choose(removals, 0, valuesOf(removals)[0] ?? ''))).toContain(texts.restored('大网格'));
    expect(said(await moderator.ask('赵敏负责多少户？'))).toContain('408户');
    const missing = await moderator.panel('remove', [{ name: 'article', type: 3, value: '没有的文章' }]);
    expect(said(missing)).toBe(texts.noSuchArticle('没有的文章'));
  });

  test('restores any of what was removed, however much that is', async () => {
    const moderator = moderatorOn(bench);
    const { server } = moderator;
    for (let number = 1; number <= 30; number += 1) {
      await bench.store.add(server, additionOf(articleOf(`a${number}`, `第${number}篇`)), { ...LIMITS, articles: 30 });
      await bench.store.remove(server, `a${number}`);
    }
    const seen = new Set<string>();
    let panel = await moderator.panel('restore');
    for (;;) {
      for (const value of valuesOf(panel)) seen.add(value);
      const next = controlsOf(panel).find(({ label, disabled }) => label === labels.next && disabled !== true);
      if (next === undefined) break;
      panel = await moderator.press(panel, labels.next);
    }
    expect(seen.size).toBe(30);
    expect(said(panel)).toContain('第1篇');
    const restored = await moderator.choose(panel, 0, valuesOf(panel).at(-1) ?? '');
    expect(said(restored)).toContain(texts.restored('第1篇'));
    await bench.store.forget(server);
  });

  test('of two with one title none is taken by chance', async () => {
    const { server, ...moderator } = moderatorOn(bench, { locale: 'zh-TW' });
    const own = curationTextsIn('zh-TW');
    for (const [at, id] of ['grid', 'grid-b', 'port'].entries())
      await bench.store.add(
        server,
        additionOf(articleOf(id, id === 'port' ? '老港口' : TITLE, `第${at}年开放。`, '花园开放。')),
        LIMITS,
      );
    const named = [{ name: 'article', type: 3, value: '小網格托起大民生' }];
    const several = await moderator.panel('remove', named);
    expect(said(several)).toBe(own.severalSo('小網格托起大民生'));
    const panel = await moderator.choose(several, 0, valuesOf(several)[1] ?? '');
    expect(said(panel)).toContain('grid-b');
    const typed = (text: string) =>
      bench.discord.suggestions(bench.discord.typeIn('library', 'remove', 'article', text, moderator.self));
    expect((await typed('網格')).map(({ name }) => name)).toEqual([`grid ${TITLE}`, `grid-b ${TITLE}`]);
    expect((await typed('PORT')).map(({ name }) => name)).toEqual(['老港口']);
    const labelled = await moderator.panel('remove', [{ name: 'article', type: 3, value: `grid-b ${TITLE}` }]);
    await moderator.press(labelled, own.labels.remove);
    expect((await bench.store.shelf(server)).articles.map(({ article }) => article.id)).toEqual(['grid', 'port']);
  });

  test('removed twice it is gone, and what has been added anew is not restored beside itself', async () => {
    const moderator = await withArticle();
    const confirm = await moderator.press(await articlePanel(moderator), labels.remove);
    const [remove, again] = [idOf(confirm, labels.remove), { ...confirm }];
    const removed = await moderator.press(confirm, labels.remove);
    const restore = idOf(removed, labels.restore);
    const late = await settled(bench, bench.discord.click(again, remove, moderator.self));
    expect(said(late)).toBe(texts.articleGone());
    await moderator.press(await moderator.upload({ files: [gridFile()] }), labels.add);
    const restored = await settled(bench, bench.discord.click(removed, restore, moderator.self));
    expect(said(restored)).toMatch(/已经有这篇文字/);
    expect((await bench.store.shelf(moderator.server)).articles).toHaveLength(1);
  });

  test('suggests its own articles while a moderator types, and nobody else’s', async () => {
    const moderator = await withArticle();
    const suggest = (who: object) =>
      bench.discord.suggestions(
        bench.discord.typeIn('library', 'remove', 'article', '网', { ...moderator.self, ...who }),
      );
    expect((await suggest({})).map(({ name }) => name)).toEqual([TITLE]);
    expect(await suggest({ permissions: '0' })).toEqual([]);
    expect(await suggest({ guild: nextId() })).toEqual([]);
  });

  test('binds an article to a channel and what is below it, and unbinds it', async () => {
    const moderator = await withArticle();
    const [channel, thread] = [nextId(), nextId()];
    const boundNow = async (where: object) => {
      await moderator.ask('赵敏负责多少户？', where);
      return bench.calls.at(-1)?.bound;
    };
    const bound = await moderator.choose(await articlePanel(moderator), 0, [channel]);
    expect(said(bound)).toContain(texts.bound(TITLE));
    expect(await boundNow({ channel })).toBe(moderator.article.id);
    expect(await boundNow({ channel: thread, parent: channel })).toBe(moderator.article.id);
    expect(await boundNow({ channel: nextId() })).toBeUndefined();
    const mentioned = { guild: moderator.server, user: nextId(), channel };
    await bench.discord.replyTo(bench.discord.write(`<@${BOT_ID}> 赵敏负责多少户？`, mentioned), 20_000);
    expect(bench.calls.at(-1)).toMatchObject({ kind: 'hear', server: moderator.server, bound: moderator.article.id });
    const other = nextId();
    await bench.store.bind(moderator.server, other, moderator.article.id);
    const unbound = await moderator.panel('unbind', [{ name: 'channel', type: 7, value: channel }]);
    expect(said(unbound)).toBe(texts.channelUnbound());
    expect(await boundNow({ channel })).toBeUndefined();
    expect(await boundNow({ channel: other })).toBe(moderator.article.id);
  });

  test('posts an article, and a thread under the post is about it', async () => {
    const moderator = await withArticle();
    const before = new Set(bench.discord.state.messages.keys());
    const custom_id = idOf(moderator.added, labels.post);
    const twice = [0, 1].map(() => bench.discord.click(moderator.added, custom_id, moderator.self));
    for (const pressed of twice) expect(said(await settled(bench, pressed))).toBe(texts.posted(TITLE));
    const fresh = () =>
      [...bench.discord.state.messages.values()].find(({ id, flags }) => !before.has(id) && (flags & 64) === 0);
    await bench.discord.until(() => fresh() !== undefined, 20_000);
    const post = fresh() as StoredMessage;
    expect(said(post)).toContain(TITLE);
    await expect
      .poll(async () => (await bench.store.bindings(moderator.server)).get(post.id))
      .toBe(moderator.article.id);
    expect((await bench.store.bindings(moderator.server)).size).toBe(1);
    await moderator.ask('赵敏负责多少户？', { channel: post.id, parent: moderator.self.channel as string });
    expect(bench.calls.at(-1)?.bound).toBe(moderator.article.id);
  });
});

describe('settings', () => {
  test('who has to wait is told so in the server’s language', async () => {
    const { server } = moderatorOn(bench);
    await bench.store.changeSettings(server, { publicLocale: 'en' });
    const where = { guild: server, user: nextId(), channel: nextId() };
    const flood = Array.from({ length: 20 }, () => bench.discord.write(`<@${BOT_ID}> 清水河全长多少公里？`, where).id);
    const replies = () =>
      [...bench.discord.state.messages.values()].filter(({ referenced = '' }) => flood.includes(referenced)).map(said);
    await expect.poll(() => replies().join('\n'), { timeout: 20_000 }).toMatch(/please try again in/);
  });

  test('a switch that is pressed twice does what stands on it', async () => {
    const { server, self, ...moderator } = moderatorOn(bench);
    for (const switchOf of [texts.switchUnanswered(false), texts.switchOperators(true)]) {
      const panel = await moderator.panel('settings');
      const custom_id = idOf(panel, switchOf);
      for (let times = 0; times < 2; times += 1) await settled(bench, bench.discord.click(panel, custom_id, self));
    }
    expect(await bench.store.settings(server)).toMatchObject({ keepsUnanswered: true, operatorsArticles: false });
  });

  test('take effect: where mentions are answered, in which language, from whose articles', async () => {
    const moderator = await withArticle();
    const { server } = moderator;
    const channel = nextId();
    const mention = (where: object = {}) =>
      bench.discord.write(`<@${BOT_ID}> 赵敏负责多少户？`, { guild: server, user: nextId(), channel, ...where });
    const isAnswered = async (message: { id: string }) => {
      const last = mention({ guild: null });
      await bench.discord.replyTo(last, 20_000);
      return [...bench.discord.state.messages.values()].some(({ referenced }) => referenced === message.id);
    };
    let panel = await moderator.panel('settings');
    panel = await moderator.choose(panel, 1, 'nowhere');
    expect(await isAnswered(mention())).toBe(false);
    panel = await moderator.choose(panel, 1, 'in-channels');
    panel = await moderator.choose(panel, 2, [channel]);
    await bench.discord.replyTo(mention(), 20_000);
    expect(await isAnswered(mention({ channel: nextId() }))).toBe(false);
    panel = await moderator.choose(panel, 3, 'en');
    const english = await bench.discord.replyTo(mention(), 20_000);
    expect(controlsOf(english).map(({ label }) => label)).toContain('Whole section');
    const asked = await moderator.ask('赵敏负责多少户？');
    expect(controlsOf(asked).map(({ label }) => label)).toContain('Whole section');
    expect(said(await moderator.ask('明天股市会涨吗？'))).not.toContain('article');
    expect(said(await moderator.ask('清水河全长多少公里？'))).toContain('46公里');
    panel = await moderator.press(panel, texts.switchOperators(true));
    expect(said(panel)).toContain(texts.hasOperators(false));
    expect(said(await moderator.ask('清水河全长多少公里？'))).not.toContain('46公里');
  });
});

test('the card of a picked article is in the server’s language, and can be called not what was meant', async () => {
  const moderator = moderatorOn(bench);
  for (const year of ['2020', '2021']) {
    const article = articleOf(`grid-${year}`, `${year}年小网格`, `${year}年，网格员赵敏负责6栋楼，共有408户居民。`);
    await bench.store.add(moderator.server, additionOf(article), LIMITS);
  }
  await bench.store.changeSettings(moderator.server, { publicLocale: 'en', keepsUnanswered: true });
  const asker = nextId();
  const card = await moderator.ask('赵敏负责多少户？', { user: asker });
  const custom_id = idOf(card, '2021年小网格');
  const press = (user: string, id: string) =>
    settled(bench, bench.discord.click(card, id, { ...moderator.self, user, permissions: '0' }));
  const stale = await press(asker, custom_id.replace(/:pick:[^:]+/, ':pick:0123abcd'));
  expect(said(stale)).toMatch(/更新/);
  expect(controlsOf(await press(nextId(), custom_id)).map(({ label }) => label)).toContain('看本节');
  const picked = await press(asker, custom_id);
  expect(picked.id).toBe(card.id);
  expect(controlsOf(picked).map(({ label }) => label)).toEqual(
    expect.arrayContaining(['Whole section', curationTextsIn('en').labels.notMeant]),
  );
  const past = await press(asker, idOf(picked, 'Whole section').replace(/:section:[^:]+/, ':section:0123abcd'));
  expect(said(past)).toMatch(/更新/);
});

test('a server that wants no answers to mentions gets none, however long its settings take to come', async () => {
  const moderator = moderatorOn(bench);
  await moderator.choose(await moderator.panel('settings'), 1, 'nowhere');
  const asked: string[] = [];
  const settings: typeof bench.store.settings = async (server) => {
    asked.push(server);
    await sleep(1_000);
    return bench.store.settings(server);
  };
  // A process that has not read them yet.
  await bench.restart({ library: { ...bench.library, store: { ...bench.store, settings } } });
  const elsewhere = { guild: nextId(), user: nextId(), channel: nextId() };
  const mention = bench.discord.write(`<@${BOT_ID}> 赵敏负责多少户？`, { ...elsewhere, guild: moderator.server });
  const other = bench.discord.write(`<@${BOT_ID}> 清水河全长多少公里？`, { ...elsewhere, channel: nextId() });
  await bench.discord.replyTo(other, 20_000);
  expect(asked).toContain(moderator.server);
  const answered = [...bench.discord.state.messages.values()].map(({ referenced }) => referenced);
  expect(answered).not.toContain(mention.id);
  await bench.restart();
});

describe('questions without an answer', () => {
  test('are kept when a moderator wants it, grouped, settled and erased', async () => {
    const moderator = await withArticle();
    const { server } = moderator;
    await moderator.ask('明天股市会涨吗？');
    let panel = await moderator.panel('unanswered');
    expect(said(panel)).toContain(texts.unansweredOff());
    expect(await bench.store.unanswered(server)).toEqual([]);
    panel = await moderator.press(panel, texts.switchUnanswered(false));
    expect(said(panel)).toContain(texts.unansweredOn());
    for (const question of ['明天股市会涨吗？', '<@1000000000000000009> 明天股市会涨吗', '火星上有水吗？'])
      await moderator.ask(question);
    const answer = await moderator.ask('赵敏负责多少户？', { user: moderator.self.user as string });
    const stranger = await settled(
      bench,
      bench.discord.click(answer, idOf(answer, labels.notMeant), { ...moderator.self, user: nextId() }),
    );
    expect(said(stranger)).toBe(texts.onlyAsker());
    for (let times = 0; times < 2; times += 1)
      expect(said(await moderator.press(answer, labels.notMeant))).toBe(texts.noted());
    await expect.poll(async () => (await bench.store.unanswered(server)).length).toBe(4);
    panel = await moderator.panel('unanswered');
    expect(said(panel)).toContain(texts.unansweredCount(4));
    expect(said(panel)).toContain('×2');
    const kept = JSON.stringify(await bench.store.unanswered(server));
    expect(kept).not.toContain(moderator.self.user);
    expect(kept).not.toContain('<@');
    const [first, second, third] = valuesOf(panel);
    const group = await moderator.choose(panel, 0, first ?? '');
    panel = await moderator.press(group, labels.done);
    expect(said(panel)).toContain(texts.unansweredCount(2));
    const other = await moderator.choose(panel, 0, second ?? '');
    const wrong = await moderator.fill(other, labels.quote, { address: '9.9' });
    expect(said(wrong)).toContain(texts.noSuchPassage('9.9'));
    const quoted = await moderator.fill(await moderator.press(wrong, labels.back), labels.quote, { address: '1.2' });
    expect(said(quoted)).toContain('172名');
    expect((await bench.store.unanswered(server)).filter(({ settled: how }) => how?.kind === 'quoted')).toHaveLength(1);
    panel = await moderator.press(quoted, labels.back);
    expect(valuesOf(panel)).toEqual([third]);
    const erased = await moderator.press(await moderator.press(panel, labels.erase), labels.erase);
    expect(said(erased)).toBe(texts.erased());
    expect(await bench.store.unanswered(server)).toEqual([]);
  });
});

test('what is not noted is not said to be, and can be said again', async () => {
  const moderator = await withArticle();
  const user = nextId();
  await bench.store.changeSettings(moderator.server, { keepsUnanswered: true });
  const question =
    '42岁的赵敏是昌盛社区的一名网格员，每天早上八点，她准时出现在小区里，那么在昌盛社区的6栋楼里，网格员赵敏一共负责多少户居民？';
  const answer = await moderator.ask(question, { user });
  const press = async () => said(await moderator.press(answer, labels.notMeant, { ...moderator.self, user }));
  const keeps = async (keepsUnanswered: boolean) => {
    await bench.store.changeSettings(moderator.server, { keepsUnanswered });
    await moderator.panel('settings');
  };
  await keeps(false);
  expect(await press()).toBe(texts.notNoted());
  await keeps(true);
  const noted = await Promise.all([press(), press()]);
  expect(noted).toEqual([texts.noted(), texts.noted()]);
  expect((await bench.store.unanswered(moderator.server)).map((kept) => kept.question)).toEqual([question]);
});

test('of several questions in one message each that found no answer is kept', async () => {
  const moderator = await withArticle();
  await bench.store.changeSettings(moderator.server, { keepsUnanswered: true });
  const kept = async () => (await bench.store.unanswered(moderator.server)).map(({ question }) => question).toSorted();
  await moderator.ask('火星上有几座城市？赵敏负责多少户？');
  await expect.poll(kept).toEqual(['火星上有几座城市？']);
  const mention = { guild: moderator.server, user: nextId(), channel: nextId() };
  const both = bench.discord.write(`<@${BOT_ID}> 月球上有多少人？明天股市会涨吗？`, mention);
  await bench.discord.replyTo(both, 20_000);
  await expect.poll(kept).toEqual(['明天股市会涨吗？', '月球上有多少人？', '火星上有几座城市？'].toSorted());
});

describe('forgetting', () => {
  test('asks first, then deletes all of the server and nothing of another', async () => {
    const [moderator, other] = [await withArticle(), await withArticle()];
    const draft = await moderator.upload({ text: HARBOUR });
    const ask = await moderator.panel('forget');
    expect(said(ask)).toBe(texts.askForget());
    expect((await bench.store.shelf(moderator.server)).articles).toHaveLength(1);
    expect(said(await moderator.press(ask, labels.forget))).toBe(texts.forgotten());
    expect((await bench.store.shelf(moderator.server)).articles).toEqual([]);
    expect(await bench.store.removed(moderator.server)).toEqual([]);
    expect(said(await moderator.press(draft, labels.add))).toBe(texts.draftGone());
    expect((await bench.store.shelf(other.server)).articles).toHaveLength(1);
  });

  test('the store is told where the bot is, and where no longer', async () => {
    const told: string[] = [];
    const [known] = bench.discord.gateway.behaviour.guilds;
    const removed = nextId();
    const store = {
      ...bench.store,
      servers: async () => [
        { id: String(known?.id), hasLeft: true },
        { id: removed, hasLeft: false },
      ],
      left: async (server: string) => void told.push(`left ${server}`),
      joined: async (server: string) => void told.push(`joined ${server}`),
    };
    await bench.restart({ library: { ...bench.library, store } });
    await bench.discord.until(() => told.length === 2, 20_000);
    expect(told).toEqual([`joined ${known?.id}`, `left ${removed}`]);
    const server = nextId();
    bench.discord.gateway.dispatch(
      'GUILD_CREATE',
      bench.discord.gateway.guildPayload({ id: server, preferred_locale: 'zh-CN' }),
    );
    bench.discord.gateway.dispatch('GUILD_DELETE', { id: server, unavailable: true });
    bench.discord.gateway.dispatch(
      'GUILD_CREATE',
      bench.discord.gateway.guildPayload({ id: server, preferred_locale: 'zh-CN' }),
    );
    bench.discord.gateway.dispatch('GUILD_DELETE', { id: server });
    await bench.discord.until(() => told.includes(`left ${server}`), 20_000);
    expect(told.filter((what) => what.endsWith(server))).toEqual([`joined ${server}`, `left ${server}`]);
    await bench.restart();
  });
});

describe('what goes wrong', () => {
  test('a file from elsewhere, one that leads elsewhere, one without end: a calm line each, and nothing stays open', async () => {
    const moderator = moderatorOn(bench);
    const endless = bench.cdn.endless('endless.txt');
    const elsewhere = { ...gridFile(), url: 'http://127.0.0.1:9/secret.html' };
    const redirect = bench.cdn.redirect('page.html', gridFile().url);
    const gone = { ...gridFile(), url: `${bench.cdn.origin}/attachments/1/gone` };
    const files = [endless, elsewhere, redirect, gone];
    const shown = said(await moderator.upload({ files, text: '' }));
    expect(shown).toContain(texts.noneRead());
    expect(shown).toContain(`endless.txt：${texts.refusal('too large')}`);
    expect(shown.match(new RegExp(texts.refusal('not there'), 'g'))).toHaveLength(3);
    expect(endless.sent()).toBeLessThan(32 * 1024 * 1024);
  });

  test('what takes long is announced first, and then takes the place of that', async () => {
    const moderator = moderatorOn(bench);
    const slowly =
      <Given extends unknown[], Result>(act: (...given: Given) => Promise<Result>) =>
      async (...given: Given) => {
        await sleep(1_200);
        return act(...given);
      };
    const { store } = bench;
    const slow = { ...store, likeness: slowly(store.likeness), add: slowly(store.add) };
    await bench.restart({ library: { ...bench.library, store: slow } });
    const { state } = bench.discord;
    const sent = bench.discord.submit(await moderator.form(), { text: HARBOUR }, moderator.self);
    const preview = await settled(bench, sent);
    expect(state.interactions.get(sent.token)).toMatchObject({ acknowledgedWith: 5, data: { flags: 64 } });
    expect(said(preview)).toContain('老港口的新生意');
    const pressed = bench.discord.click(preview, idOf(preview, labels.add), moderator.self);
    const added = await settled(bench, pressed);
    expect(state.interactions.get(pressed.token)?.acknowledgedWith).toBe(6);
    expect([added.id, said(added)]).toEqual([preview.id, texts.added('老港口的新生意', '老港口的新生意')]);
    await bench.restart();
  });

  test('what nobody has thought of is one private line with an id, which stands in the log', async () => {
    const moderator = moderatorOn(bench);
    const broken = { ...bench.store, shelf: () => Promise.reject(new TypeError('a bug')) };
    await bench.restart({ library: { ...bench.library, store: broken } });
    const answer = await moderator.panel('list');
    expect(isPrivate(answer)).toBe(true);
    const record = bench.log.records.findLast(({ event }) => event === 'interaction failed');
    expect(record).toMatchObject({ command: 'command', errorName: 'TypeError' });
    expect(said(answer)).toContain(String(record?.errorId));
    await bench.restart();
  });

  test('who asks while the articles cannot be reached is told so, calmly', async () => {
    const { notReady } = textsIn('zh-CN');
    const moderator = moderatorOn(bench);
    for (const error of [new StoreUnavailable('away'), new NotReady('not ready')]) {
      const call = () => Promise.reject(error);
      const engine = { commands: COMMANDS, holdings: { articles: [], passages: 0 }, hasShelves: true, call };
      await bench.restart({ engine });
      expect(said(await moderator.ask('赵敏负责多少户？'))).toBe(notReady());
      const mention = { guild: moderator.server, user: nextId(), channel: nextId() };
      const heard = await bench.discord.replyTo(bench.discord.write(`<@${BOT_ID}> 赵敏负责多少户？`, mention), 20_000);
      expect(said(heard)).toBe(notReady());
      const typing = { ...moderator.self, permissions: '0' };
      expect(await bench.discord.suggestions(bench.discord.type('section', 'section', '网', {}, typing))).toEqual([]);
    }
    await bench.restart();
  });

  test('what could not be stored now is not lost: one goes back to the preview and tries again', async () => {
    const moderator = moderatorOn(bench);
    let isAway = true;
    const unlessAway: typeof bench.store.add = async (...given) => {
      if (isAway) throw new StoreUnavailable('the disk is full');
      return bench.store.add(...given);
    };
    await bench.restart({ library: { ...bench.library, store: { ...bench.store, add: unlessAway } } });
    const preview = await moderator.upload({ text: HARBOUR });
    const failed = await moderator.press(preview, labels.add);
    expect([failed.id, said(failed)]).toEqual([preview.id, texts.storeUnavailable()]);
    const again = await moderator.press(failed, labels.back);
    expect(said(again)).toContain(texts.preview(1, 1));
    const retitled = await moderator.fill(again, labels.addOther, { title: '港口' });
    expect(said(retitled)).toBe(texts.storeUnavailable());
    isAway = false;
    const added = await moderator.press(await moderator.press(retitled, labels.back), labels.add);
    expect(said(added)).toContain('港口');
    expect((await bench.store.shelf(moderator.server)).articles).toHaveLength(1);
    await bench.restart();
  });

  test('a control whose work could not be done leads to the list', async () => {
    const moderator = await withArticle();
    const confirm = await moderator.panel('remove', [{ name: 'article', type: 3, value: TITLE }]);
    const away = () => Promise.reject(new StoreUnavailable('away'));
    await bench.restart({ library: { ...bench.library, store: { ...bench.store, remove: away } } });
    const failed = await moderator.press(confirm, labels.remove);
    expect(said(failed)).toBe(texts.storeUnavailable());
    expect(said(await moderator.press(failed, labels.list))).toContain(TITLE);
    await bench.restart();
  });

  test('limits are told, and a store that is away changes nothing', async () => {
    const moderator = await withArticle();
    const away = () => Promise.reject(new StoreUnavailable('the disk is full'));
    await bench.restart({ library: { ...bench.library, limits: { ...LIMITS, articles: 1 } } });
    const preview = await moderator.upload({ text: HARBOUR });
    expect(said(await moderator.press(preview, labels.add))).toBe(texts.limit('articles', 1));
    const store = { ...bench.store, add: away, remove: away, settings: away, shelf: away, likeness: away };
    await bench.restart({ library: { ...bench.library, store } });
    expect(said(await moderator.panel('list'))).toBe(texts.storeUnavailable());
    expect(said(await moderator.panel('settings'))).toBe(texts.storeUnavailable());
    expect(said(await moderator.upload({ text: HARBOUR }))).toBe(texts.storeUnavailable());
    expect(said(await moderator.ask('赵敏负责多少户？'))).toContain('408户');
    await bench.restart({ library: undefined });
    expect(said(await moderator.panel('list'))).toBe(texts.storeUnavailable());
    expect(said(await moderator.ask('清水河全长多少公里？'))).toContain('46公里');
    await bench.restart();
  });
});
