import { describe, expect, it } from 'vitest';
import { answerCard } from '../../src/chat/cards/answer.ts';
import type { Context } from '../../src/chat/command.ts';
import type { Locale } from '../../src/chat/locale.ts';
import { scriptOf } from '../../src/chat/locale.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { runCommand } from '../../src/chat/run.ts';
import { commands, markedIn, noticeOf, one, quotedIn } from './run.ts';

/** What is replied to the last of some messages, each with what the one before left to go on from. */
async function lastOf(messages: readonly string[], locale: Locale = 'zh-CN'): Promise<Reply> {
  let reply: Reply = { visibility: 'public', blocks: [], actions: [], choices: [] };
  let before: Context['before'];
  for (const question of messages) {
    const context: Context = {
      library: one,
      locale,
      script: scriptOf(locale),
      ...(before !== undefined && { before }),
    };
    reply = await runCommand(commands, 'ask', { question }, context);
    before = reply.asked ?? before;
  }
  return reply;
}

describe('a conversation', () => {
  it('shows what else the section says where why is asked and nothing more', async () => {
    const first = await lastOf(['马翠芳管多少户？']);
    const reply = await lastOf(['马翠芳管多少户？', '为什么']);
    expect(first.refused).toBeUndefined();
    expect(reply.refused).toBe(true);
    expect(noticeOf(reply)).toContain('最接近');
    expect(quotedIn(reply).length).toBeGreaterThan(0);
    for (const shown of quotedIn(reply)) expect(markedIn(first)).not.toContain(shown);
  });

  it.each([
    ['她是谁', 'zh-CN', '你指的是谁'],
    ['她是誰？', 'zh-TW', '你指的是誰'],
    ['who is she?', 'en', 'Who do you mean'],
    ['为什么', 'zh-CN', '哪件事'],
    ['為什麼', 'zh-TW', '哪件事'],
    ['why?', 'en', 'Why what'],
  ] as const)('%s with nothing before is asked back', async (question, locale, line) => {
    const reply = await lastOf([question], locale);
    expect(noticeOf(reply)).toContain(line);
    expect(quotedIn(reply)).toEqual([]);
    expect(reply.refused).toBe(true);
  });

  it.each([
    ['再见', 'zh-CN', '再见！'],
    ['再見', 'zh-TW', '再見！'],
    ['bye', 'en', 'Goodbye!'],
  ] as const)('says goodbye to %s in one line', async (question, locale, line) => {
    const reply = await lastOf([question], locale);
    expect(reply.blocks).toEqual([{ kind: 'notice', text: line }]);
  });

  it.each(['嗯', '不对', '再说一遍', 'asdfgh'])('offers questions to %s', async (question) => {
    const reply = await lastOf(['马翠芳管多少户？', question]);
    expect(reply.refused).toBe(true);
    expect(quotedIn(reply)).toEqual([]);
    expect(reply.actions.filter(({ kind }) => kind === 'ask')).toHaveLength(3);
  });

  it('offers questions where no passage comes close', () => {
    const refusal = { reason: 'unanswered', present: [], missing: ['狗'] } as const;
    const answer = { question: '能带狗吗', verdict: 'closest', answered: false, confidence: 0, read: false } as const;
    const context: Context = { library: one, locale: 'zh-CN', script: 'hans' };
    const reply = answerCard({ ...answer, refusal, passages: [] }, 'public', context);
    expect(noticeOf(reply)).toBe('文章里没有直接回答。文中没有：狗。');
    expect(reply.actions.map(({ kind }) => kind)).toEqual(['ask', 'ask', 'ask']);
  });

  it('knows of whom it speaks where somebody was named, a greeting or not', async () => {
    expect(markedIn(await lastOf(['马翠芳管多少户？', '你好，谢谢，那她多大']))).toEqual(
      markedIn(await lastOf(['马翠芳多大'])),
    );
  });
});
