import { describe, expect, test } from 'vitest';
import { unescapeMarkdown } from '../../src/discord/escape.ts';
import { botForAll } from './stand-in/bot-for-all.ts';
import { BOT_ID, OTHER_USER_ID } from './stand-in/ids.ts';
import { controlsOf } from './stand-in/reading.ts';
import type { Running } from './stand-in/running-bot.ts';

let running: Running;
botForAll((bot) => {
  running = bot;
});

describe('mentions', () => {
  test('are answered with plain content as a reply, and a reply to that is a follow-up', async () => {
    const { discord } = running;
    const id = discord.write(`<@${BOT_ID}> 赵敏负责多少户？`);
    const answer = await discord.replyTo(id);
    expect(controlsOf(answer).map(({ label }) => label)).toEqual(['删除']);
    expect(unescapeMarkdown(answer.content ?? '')).toContain('**42岁的赵敏');
    const followUp = await discord.replyTo(discord.write('投入了多少资金？', { replyTo: answer }));
    expect(followUp.content).toContain('350万元');
  });

  test('go on from what the same person was answered a moment ago, replied to or not', async () => {
    const { discord } = running;
    const answer = await discord.replyTo(discord.write(`<@${BOT_ID}> 赵敏负责多少户？`));
    const age = await discord.replyTo(discord.write('她多大？', { replyTo: answer }));
    expect(age.content?.split('\n')[0]).toBe('按“赵敏多大”来找。');
    expect(unescapeMarkdown(age.content ?? '')).toContain('**42岁的赵敏');
    const floors = await discord.replyTo(discord.write(`<@${BOT_ID}> 几栋？`));
    expect(floors.content?.split('\n')[0]).toBe('按“赵敏几栋”来找。');
  });

  test('of somebody who was told nothing before stand for themselves', async () => {
    const { discord } = running;
    const asked = discord.write(`<@${BOT_ID}> 她多大？`, { user: OTHER_USER_ID });
    expect((await discord.replyTo(asked)).content).not.toContain('来找');
  });

  test('are taken away by who asked or who may manage messages, and by nobody else', async () => {
    const { discord } = running;
    for (const [content, where] of [
      [`<@${BOT_ID}> 赵敏负责多少户？`, {}],
      [`<@${BOT_ID}> 明天股市会涨吗？`, {}],
      ['赵敏负责多少户？', { guild: null }],
    ] as const) {
      const answer = await discord.replyTo(discord.write(content, where));
      const custom_id = controlsOf(answer).at(-1)?.custom_id ?? '';
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
    expect(direct.content).toContain('86個網格');
    const bare = await discord.replyTo(discord.write(`<@${BOT_ID}>`));
    expect(bare.content).toContain('可以这样问');
  });

  test.each<[string, object]>([
    ['a refusal', {}],
    ['a refusal, by somebody who pings nobody', { mentions: [] }],
  ])('a reply to %s is answered', async (_, extra) => {
    const { discord } = running;
    const refusal = await discord.replyTo(discord.write(`<@${BOT_ID}> 明天股市会涨吗？`));
    const answer = await discord.replyTo(discord.write('赵敏负责多少户？', { replyTo: refusal, extra }));
    expect(answer.content).toContain('312户');
  });

  test('in a reply to somebody else are answered, and whatever is wrong with what they reply to', async () => {
    const { discord } = running;
    for (const referenced_message of [{ author: { id: OTHER_USER_ID }, content: '谁知道？' }, { content: 'x' }, null]) {
      const extra = { type: 19, referenced_message };
      const answer = await discord.replyTo(discord.write(`<@${BOT_ID}> 赵敏负责多少户？`, { extra }));
      expect(answer.content).toContain('312户');
    }
  });

  test('of everybody else are no words of the question', async () => {
    const { discord } = running;
    const content = `<@${BOT_ID}> @everyone <@&123> <@123> <#45> <a:party:67> 股市会涨吗？`;
    const answer = await discord.replyTo(discord.write(content, { extra: { mention_everyone: true } }));
    expect(answer.content?.split('\n')[0]).toBe('文章里没有和这个有关的内容。');
    const bare = await discord.replyTo(discord.write(`<@${BOT_ID}> <:hi:67>`));
    expect(bare.content).toContain('可以这样问');
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
    const answered = discord.write(`<@${BOT_ID}> 赵敏是谁？`);
    await discord.replyTo(answered);
    discord.gateway.dispatch('MESSAGE_UPDATE', { ...answered, content: `<@${BOT_ID}> 赵敏负责多少户？` });
    await discord.replyTo(discord.write(`<@${BOT_ID}> 赵敏是谁？`));
    const answers = [...discord.state.messages.values()].filter(({ referenced }) => referenced === answered.id);
    expect(answers).toHaveLength(1);
    const replies = [...discord.state.messages.values()].filter(({ referenced }) => ignored.includes(referenced ?? ''));
    expect(replies).toEqual([]);
  });
});
