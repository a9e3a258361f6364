import { z } from 'zod';
import type { Article } from '../src/article/article.ts';
import { whichArticleCard } from '../src/chat/cards/about.ts';
import { allAboutCard, glanceCard } from '../src/chat/cards/glance.ts';
import { type Context, defineCommand } from '../src/chat/command.ts';
import { articleMeant } from '../src/chat/input/articles.ts';
import { entriesNamed, kindNamed } from '../src/chat/input/kinds.ts';
import { articleOption, privateOption, sharedSchema, visibilityOf } from '../src/chat/options.ts';
import type { Reply } from '../src/chat/reply.ts';
import { textsIn } from '../src/chat/texts/texts.ts';
import { UserError } from '../src/chat/user-error.ts';
import { KINDS } from '../src/glance/entries.ts';
import { glanceAt } from '../src/glance/glance.ts';

const LONGEST_NAME = 100;
/** What one can look over. */
const OFFERED = 10;

/** What an article names: people, organisations, places, dates, figures, documents; and all about one of them. */
export const glance = defineCommand({
  name: 'glance',
  kind: 'slash',
  names: { 'zh-CN': '一览', 'zh-TW': '一覽', en: 'glance' },
  description: {
    'zh-CN': '文中的人物、机构、地点、日期、数字、文件，或关于其中一个的全部句子',
    'zh-TW': '文中的人物、機構、地點、日期、數字、文件，或關於其中一個的全部句子',
    en: 'Who, where, when and how much: what the article names, or all sentences about one of them',
  },
  visibility: 'public',
  options: [
    {
      name: 'kind',
      names: { 'zh-CN': '类别', 'zh-TW': '類別', en: 'kind' },
      description: {
        'zh-CN': '人物、机构、地点、日期、数字或文件',
        'zh-TW': '人物、機構、地點、日期、數字或文件',
        en: 'People, organisations, places, dates, figures or documents',
      },
      type: 'text',
      required: false,
      maxLength: LONGEST_NAME,
      completes: 'kind',
    },
    {
      name: 'about',
      names: { 'zh-CN': '关于', 'zh-TW': '關於', en: 'about' },
      description: {
        'zh-CN': '文中的一个名字：看关于它的全部句子',
        'zh-TW': '文中的一個名字：看關於它的全部句子',
        en: 'A name in the article: all sentences about it',
      },
      type: 'text',
      required: false,
      maxLength: LONGEST_NAME,
      completes: 'named',
    },
    articleOption,
    privateOption,
  ],
  schema: z.object({
    kind: z.string().trim().max(LONGEST_NAME).optional(),
    about: z.string().trim().max(LONGEST_NAME).optional(),
    ...sharedSchema,
  }),
  run(invocation) {
    const { kind = '', about = '' } = invocation.options;
    const visibility = visibilityOf(invocation.options.private);
    const article = articleMeant(invocation.options.article, invocation);
    if (article === undefined) return whichArticleCard(invocation);
    const texts = textsIn(invocation.locale);
    if (about !== '') return aboutOne(about, texts.noSuchName(about), article, visibility, invocation);
    if (kind === '') return glanceCard(article, firstKind(article), 0, visibility, invocation);
    const named = kindNamed(kind);
    if (named !== undefined) return glanceCard(article, named, 0, visibility, invocation);
    // In a terminal a name is typed behind the command as well.
    return aboutOne(kind, texts.noSuchKind(kind), article, visibility, invocation);
  },
});

/** @throws UserError where the article names nothing of that name, or several things */
function aboutOne(
  name: string,
  mistake: string,
  article: Article,
  visibility: Reply['visibility'],
  context: Context,
): Reply {
  const [only, ...others] = entriesNamed(name, article);
  if (only !== undefined && others.length === 0) return allAboutCard(article, only, 0, visibility, context);
  const offered = only === undefined ? glanceAt(article).people : [only, ...others];
  throw new UserError(
    mistake,
    offered.slice(0, OFFERED).map(({ text }) => text),
  );
}

/** The first kind of which there is something. */
function firstKind(article: Article) {
  return KINDS.find((kind) => glanceAt(article)[kind].length > 0) ?? 'people';
}
