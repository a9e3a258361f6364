import { told } from '../answer/told.ts';
import type { Command, Context } from '../chat/command.ts';
import { type Completion, complete } from '../chat/complete.ts';
import { mistakeReply } from '../chat/failure.ts';
import { targetOfCitation } from '../chat/follow-up.ts';
import { hear } from '../chat/hear.ts';
import type { Locale } from '../chat/locale.ts';
import { navigate } from '../chat/navigate.ts';
import { readerIn } from '../chat/reader.ts';
import type { Before, Reply } from '../chat/reply.ts';
import { runCommand } from '../chat/run.ts';
import { spokenLocale } from '../chat/spoken-locale.ts';
import { textsIn } from '../chat/texts/texts.ts';
import { UserError } from '../chat/user-error.ts';
import type { Library } from '../library/library.ts';
import { questionsIn } from '../question/several.ts';
import { isFactsLine, type Passage } from '../retrieval/passages/passages.ts';
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
      return runCommand(commands, call.name, call.options, { ...call.reader, library, ...goingOn(call) });
    case 'complete':
      return completionsFor(call, commands, library);
    case 'navigate': {
      const { way, place, reader } = call;
      // An article that nobody has is named by no id, which `navigate` says.
      const articleId = library.articles.find(({ hash }) => hash === place.hash)?.id ?? '';
      return navigate(way, { ...place, articleId }, { ...reader, library, ...goingOn(call) });
    }
    case 'hear':
      return heard(call, commands, library);
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
    : complete(definition, typed, others, { ...reader, library, ...goingOn({ bound }) });
}

async function heard(
  { text, cited, repliedTo, guildLocale, locale: wanted, pageSize, before, bound, server }: CallOf<'hear'>,
  commands: readonly Command[],
  library: Library,
): Promise<Heard> {
  const locale = wanted ?? spokenLocale(text, guildLocale);
  if (library.articles.length === 0) return { reply: withoutArticles({ server }, locale), locale };
  const prefer = cited === '' ? undefined : targetOfCitation(cited, library);
  const reader = readerIn(locale, pageSize);
  const context: Context = {
    ...reader,
    library,
    ...(prefer !== undefined && { prefer }),
    ...goingOn({ before, bound }),
  };
  return { reply: await hear(text, repliedTo, commands, context), locale };
}

/** There is nothing to talk about yet: how there would be. */
function withoutArticles({ server }: Pick<Call, 'server'>, locale: Locale): Reply {
  const { noArticles, noArticlesHere } = textsIn(locale);
  return mistakeReply(new UserError(server === undefined ? noArticles() : noArticlesHere()), locale);
}

/** What is known of where and when somebody asks. */
function goingOn({ before, bound }: Circumstances): Pick<Context, 'before' | 'bound'> {
  return { ...(before !== undefined && { before }), ...(bound !== undefined && { bound }) };
}

interface Circumstances {
  readonly before?: Before | undefined;
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
