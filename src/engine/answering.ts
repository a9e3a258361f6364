import { told } from '../answer/answer.ts';
import type { Command, Context } from '../chat/command.ts';
import { type Completion, complete } from '../chat/complete.ts';
import { mistakeReply, staleReply } from '../chat/failure.ts';
import { targetOfCitation } from '../chat/follow-up.ts';
import { hear } from '../chat/hear.ts';
import { articlesCalled, articlesLike } from '../chat/input/articles.ts';
import type { Locale } from '../chat/locale.ts';
import { navigate } from '../chat/navigate.ts';
import { readerIn } from '../chat/reader.ts';
import type { Before, Reply } from '../chat/reply.ts';
import { runCommand } from '../chat/run.ts';
import { spokenLocale } from '../chat/spoken-locale.ts';
import { textsIn } from '../chat/texts/texts.ts';
import { UserError } from '../chat/user-error.ts';
import { questionsIn } from '../conversation/several.ts';
import type { Library } from '../library/library.ts';
import { isFactsLine, type Passage } from '../passages/passages.ts';
import { groupAlike } from './alike.ts';
import type { Call, Heard, ResultOf, SummedUp } from './calls.ts';

type CallOf<Kind extends Call['kind']> = Extract<Call, { kind: Kind }>;

/**
 * Carries out a call with a library, in the process that it is called in.
 * @throws only what is a bug (it rejects): a mistake of the user's is a reply
 */
export function carryOut<C extends Call>(call: C, commands: readonly Command[], library: Library): Promise<ResultOf<C>>;
export async function carryOut(call: Call, commands: readonly Command[], library: Library): Promise<ResultOf<Call>> {
  switch (call.kind) {
    case 'run':
      if (library.articles.length === 0) return withoutArticles(call, call.reader.locale);
      return runCommand(commands, call.name, call.options, { ...call.reader, library, ...goingOn(call, library) });
    case 'pick':
      return pick(call, commands, library);
    case 'complete':
      return completionsFor(call, commands, library);
    case 'navigate': {
      const { way, place, reader } = call;
      // An article that nobody has is named by no id, which `navigate` says.
      const articleId = library.articles.find(({ hash }) => hash === place.hash)?.id ?? '';
      return navigate(way, { ...place, articleId }, { ...reader, library, ...goingOn(call, library) });
    }
    case 'hear':
      return heard(call, commands, library);
    case 'group':
      return groupAlike(call.questions);
    case 'name': {
      const { typed, articles, whileTyping } = call;
      const found = whileTyping ? articlesLike(typed, articles) : articlesCalled(typed, articles);
      return found.map((article) => articles.indexOf(article));
    }
    case 'answer':
      return answer(call, library);
  }
}

function completionsFor(
  { command, option, typed, others, reader, bound }: CallOf<'complete'>,
  commands: readonly Command[],
  library: Library,
): readonly Completion[] {
  const definition = commands.find(({ name }) => name === command)?.options.find(({ name }) => name === option);
  return definition === undefined
    ? []
    : complete(definition, typed, others, { ...reader, library, ...goingOn({ bound }, library) });
}

/** Whoever asks all articles again asks them whatever the channel is bound to. */
async function pick(
  { question, place, reader }: CallOf<'pick'>,
  commands: readonly Command[],
  library: Library,
): Promise<Reply> {
  const context = { ...reader, library, ...goingOn({ chosen: place?.hash }, library) };
  if (place !== undefined && context.chosen === undefined) return staleReply(reader.locale);
  return runCommand(commands, 'ask', { question }, context);
}

async function heard(
  {
    text,
    cited,
    repliedTo,
    guildLocale,
    locale: wanted,
    pageSize,
    pictures = false,
    before,
    chosen,
    bound,
    server,
  }: CallOf<'hear'>,
  commands: readonly Command[],
  library: Library,
): Promise<Heard> {
  const locale = wanted ?? spokenLocale(text, guildLocale);
  if (library.articles.length === 0) return { reply: withoutArticles({ server }, locale), locale };
  const prefer = cited === '' ? undefined : targetOfCitation(cited, library);
  const reader = readerIn(locale, { pageSize, pictures });
  const context: Context = {
    ...reader,
    library,
    ...(prefer !== undefined && { prefer }),
    ...goingOn({ before, chosen, bound }, library),
  };
  return { reply: await hear(text, repliedTo, commands, context), locale };
}

/** There is nothing to talk about yet: how there would be. */
function withoutArticles({ server }: Pick<Call, 'server'>, locale: Locale): Reply {
  const { noArticles, noArticlesHere } = textsIn(locale);
  return mistakeReply(new UserError(server === undefined ? noArticles() : noArticlesHere()), locale);
}

/** What is known of where and when somebody asks. An article that has changed since it was chosen is chosen no longer. */
function goingOn(
  { before, chosen, bound }: Circumstances,
  { articles }: Library,
): Pick<Context, 'before' | 'chosen' | 'bound'> {
  const id = chosen === undefined ? undefined : articles.find(({ hash }) => hash === chosen)?.id;
  return {
    ...(before !== undefined && { before }),
    ...(id !== undefined && { chosen: id }),
    ...(bound !== undefined && { bound }),
  };
}

interface Circumstances {
  readonly before?: Before | undefined;
  readonly chosen?: string | undefined;
  readonly bound?: string | undefined;
}

/** Of several questions in one the first: a line comes back for a line. */
async function answer({ question, limit }: CallOf<'answer'>, library: Library): Promise<SummedUp> {
  const [first = question] = questionsIn(question);
  const answer = { ...(await library.ask(first, { limit })), question };
  return { answer: told(answer), summary: answer.answered ? summaryAround(answer.passages[0]?.passage, library) : [] };
}

/** The summary of the section that a passage stands in. */
function summaryAround(passage: Passage | undefined, library: Library): string[] {
  if (passage === undefined || isFactsLine(passage)) return [];
  return library.summary(passage.article, passage.section).map(({ text }) => text);
}
