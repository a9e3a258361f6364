import { fold } from '../language/fold.ts';

/** What people say to the bot, that is no question about an article. */
export type ToTheBot = 'hello' | 'thanks' | 'help' | 'who' | 'contents';

/**
 * What is said of each kind, over folded text without marks and particles, the one that wants most first.
 * Only what nobody looks for in an article: 帮助 is help, 功能 may be a word of it.
 */
const SAID: readonly { readonly kind: ToTheBot; readonly whole: RegExp }[] = [
  {
    kind: 'contents',
    whole:
      /^(?:看看?|给我看看?|显示|列出|文章)?的?(?:目录|目次|章节目录|大纲)(?:看看|是什么|呢)?$|^(?:the )?(?:contents|table of contents|toc|outline)$|^mu ?lu$/,
  },
  {
    kind: 'who',
    whole:
      /^[你妳您](?:到底|究竟)?(?:是谁|是哪位|是什么(?:东西|机器人|模型|人)?|叫什么(?:名字)?|是(?:个|一个)?(?:机器人|ai|人工智能|真人|人|人类|chatgpt|gpt|大模型)(?:吗|么|不)?)$|^(?:请)?(?:自我介绍|介绍)(?:一下|下)?(?:[你您]?自己|[你您])?$|^(?:who|what) (?:are|r) (?:you|u)$|^are you (?:a |an )?(?:bot|robot|human|person|ai|real)$|^what(?: i)?s your name$|^ni ?shi ?(?:shui|shei)$|^ni ?jiao ?shen ?me(?: ?ming ?zi)?$/,
  },
  {
    kind: 'help',
    whole:
      /^(?:请|求)?(?:帮助|帮忙|帮帮我|帮我|帮帮忙|帮下忙)$|^(?:这个?|你|文摘)?(?:怎么|怎样|如何|咋)(?:使用|用|玩|提问|问)(?:你|的)?$|^(?:使用说明|使用方法|用法|说明书)$|^[你您]?(?:都)?(?:能|会|可以)(?:做|干|帮我做|问)?(?:些|点)?(?:什么|啥|嘛)(?:事)?$|^[你您](?:有)?(?:什么|啥|哪些)(?:功能|用|本事)$|^(?:我)?(?:都)?(?:能|可以|该)问(?:些|你)?(?:什么|啥|哪些)$|^(?:please )?help(?: me)?(?: please)?$|^how (?:do i|to|can i|does)(?: one)? (?:use|ask|it|this)(?: this| it| you| work)?(?: work)?$|^what can (?:you|i|u) (?:do|ask)(?: for me| you)?$|^(?:usage|commands)$|^bang ?zhu$|^zen ?me ?yong$/,
  },
  {
    kind: 'thanks',
    whole:
      /^(?:太|非常|十分|好的?|ok)?(?:谢谢|感谢|多谢|谢|感恩)(?:[你妳您]|你们|大家|了|晒)?(?:的?(?:帮助|回答|解答))?$|^(?:谢谢){2,4}$|^(?:[你您]?辛苦|麻烦[你您]?)了$|^唔该(?:晒)?$|^(?:many )?(?:thanks?|thx|thnx|tks|ty|3q|cheers)(?: you| u)?(?: a lot| so much| very much)?$|^xie ?xie(?: ?ni)?$|^duo ?xie$/,
  },
  {
    kind: 'hello',
    whole:
      /^(?:[你妳您]|你们|大家)好$|^(?:你好){2,4}$|^(?:哈[喽啰罗]|嗨|喂|嘿|早|早安|午安|晚安|(?:早上|上午|中午|下午|晚上)好)$|^(?:有人)?在(?:吗|么|不在|不)$|^有人(?:吗|么|在吗)$|^(?:hi|hello|hey|hiya|yo|hullo|greetings)(?: there)?$|^good (?:morning|afternoon|evening|day)$|^ni[n]? ?hao(?: ?ma)?$|^zao(?: ?shang)?(?: ?hao)?$/,
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
const ASIDE = /^(?:好的?|嗯+|哦+|ok|okay|机器人|小助手|文摘|wenzhai|bot|再见|拜拜|bye)$/;
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

/** A message without the greetings and thanks that it begins with; as it is where it is nothing else. */
export function withoutGreetings(message: string): string {
  let rest = message.trimStart();
  for (let pieces = 0; pieces < MOST_PIECES; pieces += 1) {
    const [piece] = PIECE.exec(rest) ?? [];
    if (piece === undefined || piece.length === rest.length) break;
    const said = plain(fold(piece)).replace(BETWEEN_ALL, '').trim();
    const kind = kindOf(said);
    if (kind !== 'hello' && kind !== 'thanks' && !ASIDE.test(said)) break;
    rest = rest.slice(piece.length);
  }
  return /[\p{L}\p{N}]/u.test(rest) ? rest : message;
}

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
  return undefined;
}

function withoutParticles(piece: string): string {
  return piece.replace(PARTICLES, '');
}
