import { fold } from '../language/fold.ts';
import { recently } from '../recently.ts';

/** What people say to the bot, that is no question about an article. */
export type ToTheBot = 'hello' | 'thanks' | 'bye' | 'help' | 'who' | 'contents' | 'chatter';

/**
 * What is said of each kind, over folded text without marks and particles, the one that wants most first.
 * Only what nobody looks for in an article: 帮助 is help, 功能 may be a word of it.
 */
const SAID: readonly { readonly kind: ToTheBot; readonly whole: RegExp }[] = [
  {
    kind: 'contents',
    whole:
      /^(?:这里|这儿|你|你们|现在)?(?:都|一共)?(?:有|存了|收了)(?:哪些|什么|几篇|多少篇)(?:文章|报道|新闻)$|^(?:看看?|给我看看?|显示|列出|文章)?的?(?:目录|目次|章节目录|大纲)(?:看看|是什么|呢)?$|^(?:the )?(?:contents|table of contents|toc|outline)$|^(?:what|which) articles(?: are there| do you have)?$|^what are the articles$|^list (?:the )?articles$|^mu ?lu$/,
  },
  {
    kind: 'who',
    whole:
      /^[你妳您](?:到底|究竟)?(?:是谁|是哪位|是什么(?:东西|机器人|模型|人)?|叫什么(?:名字)?|是(?:个|一个)?(?:机器人|ai|人工智能|真人|人|人类|chatgpt|gpt|大模型)(?:吗|么|不)?)$|^[你您]?[系是](?:边个|乜水|乜嘢|咩|咩人)$|^(?:请)?(?:自我介绍|介绍)(?:一下|下)?(?:[你您]?自己|[你您])?$|^(?:who|what) (?:are|r) (?:you|u)$|^are you (?:a |an )?(?:bot|robot|human|person|ai|real)$|^what(?: i)?s your name$|^ni ?shi ?(?:shui|shei)$|^ni ?jiao ?shen ?me(?: ?ming ?zi)?$/,
  },
  {
    kind: 'help',
    whole:
      /^(?:请|求)?(?:帮助|帮忙|帮帮我|帮我|帮帮忙|帮下忙)$|^(?:这个?|你|文摘)?(?:怎么|怎样|如何|咋)(?:使用|用|玩|提问|问)(?:你|的)?$|^(?:使用说明|使用方法|用法|说明书)$|^[你您]?(?:都)?(?:能|会|可以)(?:做|干|帮我做|问)?(?:些|点)?(?:什么|啥|嘛)(?:事)?$|^[你您](?:有)?(?:什么|啥|哪些)(?:功能|用|本事)$|^(?:我)?(?:都)?(?:能|可以|该)问(?:些|你)?(?:什么|啥|哪些)$|^我?(?:还是|真的?|也|都)?(?:不太?|没有?|听不|看不|没看|没听|唔|搞不)(?:明白?|懂)(?:你的?|什么|这是什么)?(?:意思)?了?$|^我?不会(?:用|使用)$|^i (?:dont|do not|didnt) (?:understand|get it)(?: you| this| it)?$|^(?:i am|im) (?:confused|lost)$|^(?:please )?help(?: me)?(?: please)?$|^how (?:do i|to|can i|does)(?: one)? (?:use|ask|it|this)(?: this| it| you| work)?(?: work)?$|^what can (?:you|i|u) (?:do|ask)(?: for me| you)?$|^(?:usage|commands)$|^bang ?zhu$|^zen ?me ?yong$/,
  },
  {
    kind: 'thanks',
    whole:
      /^(?:太|非常|十分|好的?|ok)?(?:谢谢|感谢|多谢|谢|感恩)(?:[你妳您]|你们|大家|了|晒)?(?:的?(?:帮助|回答|解答))?$|^(?:谢谢){2,4}$|^(?:[你您]?辛苦|麻烦[你您]?)了$|^唔该(?:晒)?$|^(?:many )?(?:thanks?|thx|thnx|tks|ty|3q|cheers)(?: you| u)?(?: a lot| so much| very much)?$|^xie ?xie(?: ?ni)?$|^duo ?xie$/,
  },
  {
    kind: 'bye',
    whole:
      /^(?:再见|再会|拜拜?|拜了个?拜|(?:我)?(?:先)?(?:走|撤|下线|下|闪)了|(?:回头|明天|下次|改天|一会儿?)见)$|^(?:good ?)?bye(?: ?bye)?$|^see (?:you|ya|u)(?: later| soon| tomorrow)?$|^zai ?jian$|^bai ?bai$/,
  },
  {
    kind: 'hello',
    whole:
      /^(?:[你妳您]|你们|大家)好$|^(?:你好){2,4}$|^(?:哈[喽啰罗]|嗨|喂|嘿|早|早安|午安|晚安|(?:早上|上午|中午|下午|晚上)好)$|^(?:有人)?在(?:吗|么|不在|不)$|^有人(?:吗|么|在吗)$|^(?:hi|hello|hey|hiya|yo|hullo|greetings)(?: there)?$|^good (?:morning|afternoon|evening|day)$|^ni[n]? ?hao(?: ?ma)?$|^zao(?: ?shang)?(?: ?hao)?$/,
  },
  {
    kind: 'chatter',
    whole:
      /^(?:嗯{1,9}|哦{1,9}|噢{1,9}|喔{1,9}|啊{1,9}|呃{1,9}|额{1,9}|唔{1,9}|诶|唉|哎|哎呀|哈{2,20}|呵{2,20}|嘿{2,20}|嘻{2,20}|嗨{2,9})$|^(?:好的?|好吧|行吧?|可以了?|当然|是的|对的?|没错|不对|不是|错了?|你错了|答错了|不行|不要|没事了?|没关系|算了|知道了?|我知道了?|明白了?|我明白了?|懂了|我懂了|了解了?|收到|原来如此|这样|厉害|不错|很好|太好了|真棒|无聊|好无聊)$|^(?:请|麻烦)?(?:[你您])?(?:再说|再讲|重说|重复)(?:一遍|一次|一下)$|^(?:ok|okay|yes|yep|yeah|no|nope|nice|cool|great|wow|lol|hmm{1,9}|wrong|sure|i see|got it|(?:say (?:it|that) again|repeat(?: it| that)?)(?: please)?|(?:ha){2,20}|(?:he){2,20})$/,
  },
];

/** Longer messages say something else as well. UTF-16 units. */
const LONGEST = 60;
const BETWEEN = /[\p{P}\p{S}]+/u;
const BETWEEN_ALL = /[\p{P}\p{S}]/gu;
const APOSTROPHE = /['’]/g;
const ACCENT = /\p{M}/gu;
const AROUND_HAN = /(?<=\p{Script=Han})\s{1,3}|\s{1,3}(?=\p{Script=Han})/gu;
/** Who is spoken to, and particles that add nothing. */
const ADDRESSEE =
  /^(?:嗨|喂|嘿|hi|hey|hello)?(?:机器人|小助手|助手|文摘|wenzhai|bot)(?!$)|(?<=.)(?:机器人|小助手|文摘| wenzhai| bot)$/;
/** Beside something else it asks for nothing. */
const ASIDE = /^(?:机器人|小助手|文摘|wenzhai|bot)$/;
const PARTICLES = /(?<=.)[啊呀哦呢吧啦哈嘛哟喔诶欸噢嗷哇鸭]{1,4}$/;

/** What a folded message says to the bot, where that is all it says; undefined for anything else. */
export function toTheBot(folded: string): ToTheBot | undefined {
  if (folded.length > LONGEST) return undefined;
  const pieces = plain(folded)
    .split(BETWEEN)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !ASIDE.test(piece));
  const kinds = pieces.map(kindOf);
  if (kinds.length === 0 || kinds.includes(undefined)) return undefined;
  return SAID.find(({ kind }) => kinds.includes(kind))?.kind;
}

/** A greeting, thanks or the like with its mark, in front of something else; so many stand in a row at most. */
const PIECE = /^[^\p{P}]{1,20}\p{P}{1,5}\s{0,5}/u;
const MOST_PIECES = 4;
const COURTESY: ReadonlySet<ToTheBot | undefined> = new Set(['hello', 'thanks', 'bye', 'chatter']);

/** A message without the greetings and thanks that it begins with; as it is where it is nothing else. */
export const withoutGreetings = recently(4, (message): string => {
  let rest = message.trimStart();
  for (let pieces = 0; pieces < MOST_PIECES; pieces += 1) {
    const [piece] = PIECE.exec(rest) ?? [];
    if (piece === undefined || piece.length === rest.length) break;
    const said = plain(fold(piece)).replace(BETWEEN_ALL, '').trim();
    if (!ASIDE.test(said) && !COURTESY.has(kindOf(said))) break;
    rest = rest.slice(piece.length);
  }
  return /[\p{L}\p{N}]/u.test(rest) ? rest : message;
});

/** `nǐ hǎo` is ni hao; an apostrophe parts no words. */
function plain(folded: string): string {
  return folded.normalize('NFD').replace(ACCENT, '').normalize('NFC').replace(APOSTROPHE, '').replace(AROUND_HAN, '');
}

function kindOf(piece: string): ToTheBot | undefined {
  for (const said of [
    piece,
    withoutParticles(piece),
    withoutParticles(withoutParticles(piece).replace(ADDRESSEE, '')),
  ]) {
    const found = SAID.find(({ whole }) => whole.test(said.trim()));
    if (found !== undefined) return found.kind;
  }
  return isKeyNoise(piece.trim()) ? 'chatter' : undefined;
}

const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const LETTERS = /^[a-z]{4,40}$/;
/** Of a word so many neighbouring keys in a row are chance: property has erty. */
const LEAST_RUN = 3;
const MOST_OF = 2 / 3;

/** Whether letters were typed along the keyboard (asdfgh, lkjh, qweqwe), or one of them over and over. */
function isKeyNoise(piece: string): boolean {
  if (!LETTERS.test(piece)) return false;
  const runs = keyRuns(piece).filter((length) => length >= LEAST_RUN);
  const inRuns = runs.reduce((sum, length) => sum + length, 0);
  if (inRuns === piece.length) return true;
  return runs.some((length) => length > LEAST_RUN) && inRuns >= piece.length * MOST_OF;
}

/** How long the stretches of letters are that go one way along a row of keys, or stay on one key. */
function keyRuns(letters: string): number[] {
  const runs: number[] = [];
  let [length, way]: [number, number | undefined] = [1, undefined];
  for (let at = 1; at < letters.length; at += 1) {
    const step = keyStep(letters.charAt(at - 1), letters.charAt(at));
    if (step !== undefined && (way === undefined || way === step)) [length, way] = [length + 1, step];
    else {
      runs.push(length);
      [length, way] = [1, undefined];
    }
  }
  return [...runs, length];
}

/** -1, 0 or 1 from one key to the next; undefined where they are no neighbours. */
function keyStep(from: string, to: string): number | undefined {
  const row = KEY_ROWS.find((keys) => keys.includes(from)) ?? '';
  const step = row.indexOf(to) - row.indexOf(from);
  return row.includes(to) && Math.abs(step) <= 1 ? step : undefined;
}

function withoutParticles(piece: string): string {
  return piece.replace(PARTICLES, '');
}
