import { describe, expect, it } from 'vitest';
import type { Before, Reply } from '../../src/chat/reply.ts';
import { carryOut } from '../../src/engine/answering.ts';
import { blocks, commands, markedIn, noticeOf, one, quotedIn } from '../commands/run.ts';

/** What the bot replies to messages of one person, one after the other, as a transport hands them in. */
async function talk(...messages: string[]): Promise<Reply[]> {
  const replies: Reply[] = [];
  let before: Before | undefined;
  for (const text of messages) {
    const call = { kind: 'hear', text, cited: '', guildLocale: 'zh-CN', pageSize: 900 } as const;
    const { reply } = await carryOut({ ...call, ...(before !== undefined && { before }) }, commands, one);
    replies.push(reply);
    before = reply.asked ?? before;
  }
  return replies;
}

const last = async (...messages: string[]) => (await talk(...messages)).at(-1) as Reply;
const HOUSEHOLDS = '马翠芳管多少户？';

describe('a conversation', () => {
  it('goes on about the same person, and says what was understood', async () => {
    const reply = await last(HOUSEHOLDS, '她多大');
    expect(noticeOf(reply)).toBe('按“马翠芳多大”来找。');
    expect(markedIn(reply).join('')).toContain('44岁');
    expect(blocks(reply, 'citation')[0]?.text).toMatch(/（§2¶1）$/);
  });

  it.each([
    ['那樓呢？', '按「馬翠芳管多少樓」來找。'],
    ['幾棟？', '按「馬翠芳管幾棟」來找。'],
  ])('%s asks for something else of the last question, in the other script', async (message, notice) => {
    const reply = await last('馬翠芳管多少戶？', message);
    expect(noticeOf(reply)).toBe(notice);
    expect(quotedIn(reply).join('')).toContain('8棟樓');
  });

  it('is understood in English', async () => {
    expect(noticeOf(await last(HOUSEHOLDS, 'how old is she?'))).toMatch('按“how old is 马翠芳”来找。');
  });

  it('shows more of the same, and says where there is none left', async () => {
    const [, more, end] = await talk(HOUSEHOLDS, '还有呢', '还有呢');
    const notices = more === undefined ? [] : blocks(more, 'notice').map(({ text }) => text);
    expect(notices).toEqual([`按“${HOUSEHOLDS}”来找。`, '相关的还有：']);
    const addresses = more === undefined ? [] : blocks(more, 'quotation')[0]?.paragraphs.map(({ address }) => address);
    expect(addresses).not.toContain('§2¶1');
    expect(more?.refused).toBeUndefined();
    expect(end && blocks(end, 'notice')[1]?.text).toBe('没有别的相关段落了。');
  });

  it('does not lose its thread by thanks, or by a follow-up that leads nowhere', async () => {
    expect(noticeOf(await last(HOUSEHOLDS, '谢谢', '她会开飞机吗', '她多大'))).toBe('按“马翠芳多大”来找。');
  });

  it('goes on within one message', async () => {
    const reply = await last('马翠芳管多少户？她多大？');
    expect(blocks(reply, 'heading').map(({ text }) => text)).toEqual(['马翠芳管多少户？', '马翠芳多大']);
    expect(markedIn(reply)[1]).toContain('44岁');
  });

  it('knows of an answer that is replied to whom it is about, though not what was asked', async () => {
    const cited = '《汇音聚符共奏和谐曲》 · 金昌日报 · 2021年11月23日09:21 · §2¶1';
    const call = { kind: 'hear', text: '她多大？', guildLocale: 'zh-CN', pageSize: 900, cited } as const;
    const { reply } = await carryOut(call, commands, one);
    expect(noticeOf(reply)).toBe('按“马翠芳多大”来找。');
    const elsewhere = { question: '谁写的', person: '焦隆', shown: 1 };
    expect(noticeOf((await carryOut({ ...call, before: elsewhere }, commands, one)).reply)).toBe(
      '按“马翠芳多大”来找。',
    );
  });

  it('is no follow-up where nothing came before', async () => {
    expect(blocks(await last('她多大'), 'notice').map(({ text }) => text)).not.toContain('来找');
  });
});
