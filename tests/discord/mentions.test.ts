import { describe, expect, test } from 'vitest';
import { unescapeMarkdown } from '../../src/discord/escape.ts';
import { botForAll } from './stand-in/bot-for-all.ts';
import { BOT_ID, BOT_ROLE_ID, OTHER_USER_ID } from './stand-in/ids.ts';
import { controlsOf, textOf } from './stand-in/reading.ts';
import type { Running } from './stand-in/running-bot.ts';

let running: Running;
botForAll((bot) => {
  running = bot;
});

describe('mentions', () => {
  test('are answered with a card as a reply, and a reply to that is a follow-up', async () => {
    const { discord } = running;
    const id = discord.write(`<@${BOT_ID}> 赵敏负责多少户？`);
    const answer = await discord.replyTo(id);
    expect(controlsOf(answer).flatMap(({ label }) => label ?? [])).toEqual([
      '◀ 上一段',
      '下一段 ▶',
      '看本节',
      '复制',
      '删除',
    ]);
    expect(textOf(answer).split('\n')[0]).toBe('-# 赵敏负责多少户？');
    expect(unescapeMarkdown(textOf(answer))).toContain('**42岁的赵敏');
    const followUp = await discord.replyTo(discord.write('投入了多少资金？', { replyTo: answer }));
    expect(textOf(followUp)).toContain('350万元');
  });

  test('go on from what the same person was answered a moment ago, replied to or not', async () => {
    const { discord } = running;
    const answer = await discord.replyTo(discord.write(`<@${BOT_ID}> 赵敏负责多少户？`));
    const age = await discord.replyTo(discord.write('她多大？', { replyTo: answer }));
    expect(textOf(age).split('\n')[1]).toBe('按“赵敏多大”来找。');
    expect(unescapeMarkdown(textOf(age))).toContain('**42岁的赵敏');
    const floors = await discord.replyTo(discord.write(`<@${BOT_ID}> 几栋？`));
    expect(textOf(floors).split('\n')[1]).toBe('按“赵敏几栋”来找。');
  });

  test('of somebody who was told nothing before stand for themselves', async () => {
    const { discord } = running;
    const asked = discord.write(`<@${BOT_ID}> 她多大？`, { user: OTHER_USER_ID });
    expect(textOf(await discord.replyTo(asked))).not.toContain('来找');
  });

  test('are taken away by who asked or who may manage messages, and by nobody else', async () => {
    const { discord } = running;
    for (const [content, where] of [
      [`<@${BOT_ID}> 赵敏负责多少户？`, {}],
      [`<@${BOT_ID}> 明天股市会涨吗？`, {}],
      ['赵敏负责多少户？', { guild: null }],
    ] as const) {
      const answer = await discord.replyTo(discord.write(content, where));
      const custom_id = controlsOf(answer).find(({ label }) => label === '删除')?.custom_id ?? '';
      if (!('guild' in where)) {
        const refused = await discord.answer(discord.click(answer, custom_id, { user: OTHER_USER_ID }));
        expect(refused.flags & 64).toBe(64);
        expect(answer.isDeleted).toBe(false);
      }
      discord.click(answer, custom_id, where);
      await discord.until(() => answer.isDeleted);
    }
  });

  test('direct messages are answered, a bare mention gets questions to start with', async () => {
    const { discord } = running;
    const direct = await discord.replyTo(discord.write('全區有多少個網格？', { guild: null }));
    expect(textOf(direct)).toContain('86個網格');
    const bare = await discord.replyTo(discord.write(`<@${BOT_ID}>`));
    expect(textOf(bare)).toContain('可以这样问');
  });

  test.each<[string, object]>([
    ['a refusal', {}],
    ['a refusal, by somebody who pings nobody', { mentions: [] }],
  ])('a reply to %s is answered', async (_, extra) => {
    const { discord } = running;
    const refusal = await discord.replyTo(discord.write(`<@${BOT_ID}> 明天股市会涨吗？`));
    const answer = await discord.replyTo(discord.write('赵敏负责多少户？', { replyTo: refusal, extra }));
    expect(textOf(answer)).toContain('312户');
  });

  test('in a reply to somebody else are answered, and whatever is wrong with what they reply to', async () => {
    const { discord } = running;
    for (const referenced_message of [{ author: { id: OTHER_USER_ID }, content: '谁知道？' }, { content: 'x' }, null]) {
      const extra = { type: 19, referenced_message };
      const answer = await discord.replyTo(discord.write(`<@${BOT_ID}> 赵敏负责多少户？`, { extra }));
      expect(textOf(answer)).toContain('312户');
    }
  });

  test('of everybody else are no words of the question', async () => {
    const { discord } = running;
    const content = `<@${BOT_ID}> @everyone <@&123> <@123> <#45> <a:party:67> 股市会涨吗？`;
    const answer = await discord.replyTo(discord.write(content, { extra: { mention_everyone: true } }));
    expect(textOf(answer).split('\n')[1]).toBe('文章里没有和这个有关的内容。');
    const bare = await discord.replyTo(discord.write(`<@${BOT_ID}> <:hi:67>`));
    expect(textOf(bare)).toContain('可以这样问');
  });

  test('bots, roles, everyone, code and what Discord says itself are not answered', async () => {
    const { discord } = running;
    const ignored: string[] = [
      discord.write(`<@${BOT_ID}> 你好`, { extra: { author: { id: OTHER_USER_ID, bot: true } } }),
      discord.write(`<@&${BOT_ID}> 赵敏是谁？`),
      discord.write('@everyone 赵敏是谁？', { extra: { mention_everyone: true } }),
      discord.write(`<@${BOT_ID}> x`, { extra: { webhook_id: '5' } }),
      discord.write(`<@${BOT_ID}> x`, { extra: { author: { id: BOT_ID } } }),
      discord.write(`\`<@${BOT_ID}>\` 赵敏是谁？`, { extra: { mentions: [] } }),
      discord.write(`\`\`\`\n<@${BOT_ID}>\n赵敏是谁？\n\`\`\``, { extra: { mentions: [] } }),
      ...[3, 6, 7, 20, 21, 46].map((type) => discord.write(`<@${BOT_ID}> 赵敏是谁？`, { extra: { type } })),
    ].map(({ id }) => id);
    await discord.replyTo(discord.write(`<@${BOT_ID}> 赵敏是谁？`));
    const replies = [...discord.state.messages.values()].filter(({ referenced }) => ignored.includes(referenced ?? ''));
    expect(replies).toEqual([]);
  });

  test('of the bot’s own role are answered, too', async () => {
    const { discord } = running;
    const extra = { mention_roles: [BOT_ROLE_ID] };
    const answer = await discord.replyTo(discord.write(`<@&${BOT_ROLE_ID}> 赵敏负责多少户？`, { extra }));
    expect(textOf(answer)).toContain('312户');
    const wordless = await discord.replyTo(discord.write('', { extra }));
    expect(textOf(wordless)).toContain('可以这样问');
  });

  test('put right by an edit are answered anew in the same message, once', async () => {
    const { discord } = running;
    const asked = discord.write(`<@${BOT_ID}> 赵敏是谁？`);
    const answer = await discord.replyTo(asked);
    const edit = (content: string) => discord.gateway.dispatch('MESSAGE_UPDATE', { ...asked, content });
    edit(`<@${BOT_ID}> 赵敏负责多少户？`);
    await discord.until(() => textOf(answer).startsWith('-# 赵敏负责多少户？'));
    const patches = () => discord.requests.filter(({ method, path }) => method === 'PATCH' && /channels/.test(path));
    const sent = patches().length;
    // A link that unfolds is an edit, too.
    edit(`<@${BOT_ID}> 赵敏负责多少户？`);
    await discord.replyTo(discord.write(`<@${BOT_ID}> 赵敏是谁？`));
    expect(patches()).toHaveLength(sent);
    const answers = [...discord.state.messages.values()].filter(({ referenced }) => referenced === asked.id);
    expect(answers).toHaveLength(1);
  });

  test('put right while the first answer is on its way get the second one', async () => {
    const { discord } = running;
    discord.plan('POST', /^\/channels\/\d+\/messages$/, { kind: 'delayed', ms: 600 });
    const asked = discord.write(`<@${BOT_ID}> 赵敏是谁？`);
    await discord.until(() => discord.arrived.some((path) => path.startsWith('/channels/')));
    discord.gateway.dispatch('MESSAGE_UPDATE', { ...asked, content: `<@${BOT_ID}> 赵敏负责多少户？` });
    const answers = () => [...discord.state.messages.values()].filter(({ referenced }) => referenced === asked.id);
    await discord.until(() => answers().some((answer) => textOf(answer).startsWith('-# 赵敏负责多少户？')));
  });

  test('that an edit adds within two minutes are answered, later ones are not', async () => {
    const { discord } = running;
    const now = new Date().toISOString();
    const old = discord.write('赵敏负责多少户？');
    const fresh = discord.write('赵敏负责多少户？', { extra: { timestamp: now } });
    for (const message of [old, fresh])
      discord.gateway.dispatch('MESSAGE_UPDATE', { ...message, content: `<@${BOT_ID}> 赵敏负责多少户？` });
    expect(textOf(await discord.replyTo(fresh))).toContain('312户');
    expect([...discord.state.messages.values()].filter(({ referenced }) => referenced === old.id)).toEqual([]);
  });

  test('with a typed command do what it does', async () => {
    const { discord } = running;
    const say = async (text: string) => textOf(await discord.replyTo(discord.write(`<@${BOT_ID}> ${text}`)));
    expect(await say('/ask 赵敏负责多少户？')).toContain('312户');
    expect(await say('／提问 赵敏负责多少户？')).toContain('312户');
    expect(await say('/quote 1.1')).toContain('§1¶1');
    expect(await say('/帮助')).toContain('直接问文章里的事');
    expect(await say('/目录')).toContain('§1');
  });

  test('that ask whether the article says what somebody wrote check that message', async () => {
    const { discord } = running;
    const check = async (content: string, text: string) => {
      const referenced_message = { id: '5', author: { id: OTHER_USER_ID }, content };
      const extra = { type: 19, referenced_message };
      return textOf(await discord.replyTo(discord.write(`<@${BOT_ID}> ${text}`, { extra })));
    };
    expect(await check('赵敏负责9栋楼', '文章里有这句吗？')).toContain('不是文章的原话');
    expect(await check('', '文章里有这句吗？')).toContain('没有可以核对的文字');
    const own = await discord.replyTo(discord.write(`<@${BOT_ID}> > 赵敏负责9栋楼\n这是原话吗？`));
    expect(textOf(own)).toContain('不是文章的原话');
  });
});
