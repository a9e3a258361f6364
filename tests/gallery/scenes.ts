import type { Locale } from '../../src/chat/locale.ts';
import type { StoredMessage } from '../discord/stand-in/discord-state.ts';
import { BOT_ID, OTHER_USER_ID } from '../discord/stand-in/ids.ts';
import { controlsOf } from '../discord/stand-in/reading.ts';
import type { StandIn, Who } from '../discord/stand-in/stand-in.ts';

/** How a person gets one kind of reply. */
export type Scene = (discord: StandIn, who: Who) => Promise<StoredMessage>;

const QUESTION: Readonly<Record<Locale, string>> = {
  'zh-CN': '马翠芳管辖多少户？',
  'zh-TW': '馬翠芳管轄多少戶？',
  en: '马翠芳管辖多少户？',
};

/** Every kind of reply, as a person meets it: sheets of scenes that are looked at together. */
export function sheets(locale: Locale): Readonly<Record<string, readonly Scene[]>> {
  const question = QUESTION[locale];
  const mention = `<@${BOT_ID}>`;
  return {
    answer: [use('ask', { question })],
    section: [use('section', { section: '2' })],
    contents: [use('section', {})],
    answers: [
      use('ask', { question, private: true }),
      clicked(question, 1),
      clicked(question, 1, OTHER_USER_ID),
      clicked(question, 3),
    ],
    refusals: [
      use('ask', { question: '明天的股市会涨吗？' }),
      use('ask', { question: '？' }),
      use('section', { section: '99' }),
    ],
    quotes: [use('quote', { passage: '2.4' }), use('quote', { passage: '2.6-2.8' })],
    facts: [use('about', {}), use('ask', { question: '责编是谁？' })],
    findings: [
      find('令行禁止，坚决说不。'),
      find('她管辖着所在小区的9栋楼，共有500户、1248人。'),
      find('今天晚上我们吃火锅吧'),
    ],
    mentions: [written(`${mention} ${question}`), written(mention)],
  };
}

function use(command: string, options: Readonly<Record<string, string | boolean>>): Scene {
  return (discord, who) => discord.answer(discord.slash(command, options, who));
}

/** What a click on a card's button shows: on the card itself, or beside it. @param by somebody else */
function clicked(question: string, button: number, by?: string): Scene {
  return async (discord, who) => {
    const card = await discord.answer(discord.slash('ask', { question }, who));
    const { custom_id = '' } = controlsOf(card)[button] ?? {};
    return discord.answer(discord.click(card, custom_id, by === undefined ? who : { ...who, user: by }));
  };
}

function find(content: string): Scene {
  return (discord, who) => discord.answer(discord.useOnMessage('Find in article', content, who));
}

function written(content: string): Scene {
  return (discord, who) => discord.replyTo(discord.write(content, who));
}
