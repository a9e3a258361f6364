import type { Article } from '../../../src/article/article.ts';
import type { Locale } from '../../../src/chat/locale.ts';
import type { AttachedFile, Payload } from '../../../src/web/site/discord/payload.ts';
import type { StoredMessage } from '../../discord/stand-in/discord-state.ts';
import { refusal } from '../../discord/stand-in/faults.ts';
import { BOT_ID, nextId } from '../../discord/stand-in/ids.ts';
import type { Who } from '../../discord/stand-in/payloads.ts';
import { controlsOf } from '../../discord/stand-in/reading.ts';
import type { StandIn } from '../../discord/stand-in/stand-in.ts';
import type { DrawnMessage } from './page.tsx';

/** How a person gets one kind of reply, over the seed. */
type Scene = (discord: StandIn, who: Who) => Promise<StoredMessage>;
type Scenes = Readonly<Record<string, Scene>>;

interface Words {
  readonly client: string;
  readonly answered: string;
  readonly closest: string;
  readonly foreign: string;
  readonly about: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  'zh-CN': {
    client: 'zh-CN',
    answered: '马翠芳管辖多少户？',
    closest: '马翠芳喜欢喝咖啡吗？',
    foreign: '明天的股市会涨吗？',
    about: '责编是谁？',
  },
  'zh-TW': {
    client: 'zh-TW',
    answered: '馬翠芳管轄多少戶？',
    closest: '馬翠芳喜歡喝咖啡嗎？',
    foreign: '明天的股市會漲嗎？',
    about: '責編是誰？',
  },
  en: {
    client: 'en-US',
    // The article is Chinese, the keyboard may not be.
    answered: 'Ma Cuifang guanxia duoshao hu?',
    closest: '马翠芳喜欢喝咖啡吗？',
    foreign: 'Will the stock market rise tomorrow?',
    about: '责编是谁？',
  },
};

const EXACT = '令行禁止，坚决说不。';
const CHANGED = '她管辖着所在小区的9栋楼，共有500户、1248人。';

/** The cards that people meet most. */
export function mainScenes(locale: Locale): Scenes {
  const { answered, closest, foreign } = WORDS[locale];
  return {
    answer: slash('ask', { question: answered }),
    closest: slash('ask', { question: closest }),
    'off topic': slash('ask', { question: foreign }),
    contents: slash('section', {}),
    section: slash('section', { section: '2' }),
    quote: slash('quote', { passage: '2.4' }),
    glance: slash('glance', {}),
    people: slash('glance', { kind: 'people' }),
    find: find(CHANGED),
    about: slash('about', {}),
    error: slash('section', { section: '99' }),
  };
}

/** The others that there are. */
export function otherScenes(locale: Locale): Scenes {
  const { answered, foreign, about } = WORDS[locale];
  return {
    'private answer': slash('ask', { question: answered, private: true }),
    'copied words': pressed(answered, 'copy'),
    'a section from an answer': pressed(answered, 'section'),
    'a fact of the article': slash('ask', { question: about }),
    'a question of signs': slash('ask', { question: '？' }),
    'a range': slash('quote', { passage: '2.6-2.8' }),
    'words that are not there': slash('quote', { passage: '从来没有写过的话' }),
    'figures, for one alone': slash('glance', { kind: 'figures', private: true }),
    'all about somebody': slash('glance', { about: '马翠芳' }),
    'words found': find(EXACT),
    'several sentences found': find(`${CHANGED}她每天工作二十个小时。${EXACT}`),
    'nothing found': find('今天晚上我们吃火锅吧'),
    mention: written(`<@${BOT_ID}> ${answered}`),
    'mention off topic': written(`<@${BOT_ID}> ${foreign}`),
    'mention alone': written(`<@${BOT_ID}>`),
    'a button of nobody': forged(),
    'somebody else deletes': foreignDeletion(answered),
    'Discord refuses': refused(answered),
  };
}

/** What is as long as it can be. */
export function longScenes({ sections }: Article): Scenes {
  const first = sections.at(-1)?.paragraphs[0] ?? '';
  return {
    'longest answer': slash('ask', { question: first.slice(0, 40) }),
    'longest contents': slash('section', {}),
    'longest section': slash('section', { section: '2' }),
    'longest range': slash('quote', { passage: '0.1-3.9' }),
    'a whole article': slash('quote', { passage: '0.1-25.9' }),
    'longest description': slash('about', {}),
    'longest names': slash('glance', { kind: 'figures' }),
    'longest comparison': find(`${first.slice(0, 60)}并没有${first.slice(60)}`),
    'a comparison too long for a card': find(first.repeat(40).slice(0, 4_000)),
  };
}

/** Plays scenes one after the other, each by somebody else: the messages as they went out. */
export async function play(discord: StandIn, locale: Locale, scenes: Scenes): Promise<DrawnMessage[]> {
  const messages: DrawnMessage[] = [];
  for (const [title, scene] of Object.entries(scenes)) {
    messages.push(drawn(title, locale, await scene(discord, { user: nextId(), locale: WORDS[locale].client })));
  }
  return messages;
}

/** As it is now: a card changes where somebody clicks on it. */
function drawn(title: string, locale: Locale, { content, flags, components, files }: StoredMessage): DrawnMessage {
  const body = { content, flags, components: components as Payload['components'] };
  return structuredClone({ title, locale, body, files: files as readonly AttachedFile[] });
}

/** A busy machine takes its time, and says first that an answer is coming. Milliseconds. */
const PATIENCE = 25_000;

async function answerTo(discord: StandIn, interaction: { readonly token: string }): Promise<StoredMessage> {
  const message = await discord.answer(interaction, PATIENCE);
  await discord.until(() => !message.isAnnouncement, PATIENCE, 'an answer');
  return message;
}

function slash(command: string, options: Readonly<Record<string, string | boolean>>): Scene {
  return (discord, who) => answerTo(discord, discord.slash(command, options, who));
}

function find(content: string): Scene {
  return (discord, who) => answerTo(discord, discord.useOnMessage('Find in article', content, who));
}

function written(content: string): Scene {
  return (discord, { user = nextId() }) => discord.replyTo(discord.write(content, { user }), PATIENCE);
}

/** What the first button of an answer that does something shows. */
function pressed(question: string, action: string): Scene {
  return async (discord, who) => {
    const card = await slash('ask', { question })(discord, who);
    return answerTo(discord, discord.click(card, buttonFor(card, action), who));
  };
}

/** @throws where a card has no such button */
function buttonFor(card: StoredMessage, action: string): string {
  const id = controlsOf(card).find(({ custom_id = '' }) => custom_id.split(':')[1] === action)?.custom_id;
  if (id === undefined) throw new Error(`the card has no button to ${action}`);
  return id;
}

function forged(): Scene {
  return async (discord, who) => {
    const card = await slash('about', {})(discord, who);
    return answerTo(discord, discord.click(card, 'forged', who));
  };
}

function foreignDeletion(question: string): Scene {
  return async (discord, who) => {
    const card = await slash('ask', { question })(discord, who);
    return answerTo(discord, discord.click(card, buttonFor(card, 'delete'), { ...who, user: nextId() }));
  };
}

/** Discord refuses the answer: what the person is told instead. */
function refused(question: string): Scene {
  return (discord, who) => {
    discord.plan('POST', /callback/, refusal(400, 50035, 'Invalid Form Body'));
    return slash('ask', { question })(discord, who);
  };
}
