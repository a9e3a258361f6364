import type { Article } from '../../src/article/article.ts';
import type { Locale } from '../../src/chat/locale.ts';
import { RIVER } from '../discord/stand-in/articles.ts';
import type { StoredMessage } from '../discord/stand-in/discord-state.ts';
import { refusal } from '../discord/stand-in/faults.ts';
import { BOT_ID, OTHER_USER_ID } from '../discord/stand-in/ids.ts';
import type { Who } from '../discord/stand-in/payloads.ts';
import { controlsOf } from '../discord/stand-in/reading.ts';
import type { StandIn } from '../discord/stand-in/stand-in.ts';

/** How a person gets one kind of reply. */
export type Scene = (discord: StandIn, who: Who) => Promise<StoredMessage>;

const QUESTION: Readonly<Record<Locale, string>> = {
  'zh-CN': '马翠芳管辖多少户？',
  'zh-TW': '馬翠芳管轄多少戶？',
  // The article is Chinese, the keyboard may not be.
  en: 'Ma Cuifang guanxia duoshao hu?',
};
const EDITORS: Readonly<Record<Locale, string>> = {
  'zh-CN': '责编是谁？',
  'zh-TW': '責編是誰？',
  en: '责编是谁？',
};
/** What only somebody who reads the long article to its ninetieth sentence asks. */
const FAR: Readonly<Record<Locale, string>> = {
  'zh-CN': '第90句沿着什么河写？',
  'zh-TW': '第90句沿著什麼河寫？',
  en: 'di 90 ju yanzhe shenme he xie?',
};
const LENGTH: Readonly<Record<Locale, string>> = {
  'zh-CN': '清水河全长多少公里？',
  'zh-TW': '清水河全長多少公里？',
  en: 'Qingshuihe quanchang duoshao gongli?',
};
const UNANSWERED: Readonly<Record<Locale, readonly [string, string]>> = {
  'zh-CN': ['明天的股市会涨吗？', '马翠芳喜欢喝咖啡吗？'],
  'zh-TW': ['明天的股市會漲嗎？', '馬翠芳喜歡喝咖啡嗎？'],
  en: ['Will the stock market rise tomorrow?', '马翠芳喜欢喝咖啡吗？'],
};

/** Every kind of reply over the seeds, as a person meets it: sheets of scenes that are looked at together. */
export function sheets(locale: Locale): Readonly<Record<string, readonly Scene[]>> {
  const question = QUESTION[locale];
  const [foreign, close] = UNANSWERED[locale];
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
      use('ask', { question: foreign }),
      use('ask', { question: close }),
      use('ask', { question: '？' }),
      use('section', { section: '99' }),
      use('quote', { passage: '从来没有写过的话' }),
    ],
    notices: [flooded(), forged(question), foreignDeletion(question), failing(question)],
    quotes: [use('quote', { passage: '2.4' }), use('quote', { passage: '2.6-2.8' })],
    facts: [use('about', {}), use('ask', { question: EDITORS[locale] })],
    findings: [
      find('令行禁止，坚决说不。'),
      find('她管辖着所在小区的9栋楼，共有500户、1248人。'),
      find('她管辖着所在小区的8栋楼。她每天工作二十个小时。令行禁止，坚决说不。'),
      find('今天晚上我们吃火锅吧'),
    ],
    mentions: [written(`${mention} ${question}`), written(`${mention} ${foreign}`), written(mention)],
  };
}

/** What there is only with several articles, and with ones that no card can hold. */
export function sheetsOfSeveral(locale: Locale): Readonly<Record<string, readonly Scene[]>> {
  return {
    library: [use('about', {}), use('ask', { question: LENGTH[locale] })],
    // The viewer takes minutes over four thousand characters: the part of a long passage is looked at in a mention.
    long: [written(`<@${BOT_ID}> ${FAR[locale]}`), use('quote', { passage: 'long§0¶2' })],
  };
}

/** A paragraph of which a card shows a part, and one whose only sentence is too long for any. */
export const LONG: Article = {
  ...RIVER,
  id: 'long',
  hash: '0123456789ab',
  title: '写得很长的文章',
  sections: [
    {
      number: 0,
      heading: null,
      paragraphs: [
        Array.from({ length: 150 }, (_, at) => `这是第${at + 1}句，沿着清水河一直写下去，写到下一座桥为止。`).join(''),
        `${'一口气说下去，'.repeat(700)}终于说完。`,
      ],
    },
  ],
};

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

/** What somebody is told who asks much too fast. */
function flooded(): Scene {
  return async (discord, who) => {
    const asked = Array.from({ length: 60 }, () => discord.slash('about', {}, who));
    const answers = await Promise.all(asked.map((interaction) => discord.answer(interaction)));
    return answers.at(-1) ?? use('about', {})(discord, who);
  };
}

/** A button that was never ours. */
function forged(question: string): Scene {
  return async (discord, who) => {
    const card = await discord.answer(discord.slash('ask', { question }, { ...who, user: OTHER_USER_ID }));
    return discord.answer(discord.click(card, 'forged', { ...who, user: OTHER_USER_ID }));
  };
}

function foreignDeletion(question: string): Scene {
  return async (discord, who) => {
    const card = await discord.answer(discord.slash('ask', { question }, { ...who, user: OTHER_USER_ID }));
    const custom_id = controlsOf(card).find((control) => control.custom_id?.includes(':delete:'))?.custom_id ?? '';
    return discord.answer(discord.click(card, custom_id, { ...who, user: '310009' }));
  };
}

/** Discord refuses the answer: what the person is told instead. */
function failing(question: string): Scene {
  return (discord, who) => {
    discord.plan('POST', /callback/, refusal(400, 50035, 'Invalid Form Body'));
    return use('ask', { question })(discord, { ...who, user: OTHER_USER_ID });
  };
}

function find(content: string): Scene {
  return (discord, who) => discord.answer(discord.useOnMessage('Find in article', content, who));
}

function written(content: string): Scene {
  return (discord, who) => discord.replyTo(discord.write(content, who));
}
