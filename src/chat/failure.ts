import { randomBytes } from 'node:crypto';
import type { Locale } from './locale.ts';
import type { Reply } from './reply.ts';
import { textsIn } from './texts/texts.ts';
import type { UserError } from './user-error.ts';

/** Eight characters that the user can read out and the operator finds in the log. */
export function newErrorId(): string {
  return randomBytes(4).toString('hex');
}

/** A bug: the user gets its id and nothing else. */
export function failureReply(errorId: string, locale: Locale): Reply {
  return noticeReply(textsIn(locale).failed(errorId));
}

/** A mistake of the user's: what is wrong, and a way on. */
export function mistakeReply(mistake: UserError, locale: Locale): Reply {
  const reply = noticeReply(mistake.message);
  if (mistake.suggestions.length === 0) return reply;
  const suggestions = {
    kind: 'suggestions',
    label: textsIn(locale).labels.tryInstead,
    items: mistake.suggestions,
  } as const;
  return { ...reply, blocks: [...reply.blocks, suggestions], choices: mistake.choices };
}

/** Somebody asks too fast, or there is too much to do, which is not to be blamed on anybody. */
export function busyReply(whose: 'own' | 'others', seconds: number, locale: Locale): Reply {
  const { busy, crowded } = textsIn(locale);
  return noticeReply(whose === 'own' ? busy(seconds) : crowded(seconds));
}

/** A button of an article that has changed or gone. */
export function staleReply(locale: Locale): Reply {
  return noticeReply(textsIn(locale).stale());
}

/** A button of another version of the bot, or one that was never ours. */
export function unknownButtonReply(locale: Locale): Reply {
  return noticeReply(textsIn(locale).unknownButton());
}

/** A question that nothing came back to in time. */
export function tooLongReply(locale: Locale): Reply {
  return noticeReply(textsIn(locale).tookTooLong());
}

/** A question whose articles cannot be reached now. */
export function notReadyReply(locale: Locale): Reply {
  return noticeReply(textsIn(locale).notReady());
}

/** A short private line in the bot's own words. */
export function noticeReply(text: string): Reply {
  return { visibility: 'private', blocks: [{ kind: 'notice', text }], actions: [], choices: [] };
}
