import { localeOf } from '../chat/locale.ts';
import type { Call, Heard } from '../engine/calls.ts';
import { lineFor } from './in-time.ts';
import type { Somebody } from './recollection.ts';
import { PAGE_CHARACTERS, type Planning } from './room.ts';

/** Words that somebody says to the bot, without those that it is addressed to, and what they stand beside. */
export interface Said
  extends Omit<Extract<Call, { kind: 'hear' }>, 'kind' | 'pageSize' | 'before' | 'chosen' | 'pictures'> {
  readonly who: Somebody;
}

/** What the engine replies to words that are said to the bot, which may go on from what the same person was answered. */
export async function heardFrom({ engine, recollection, pictures }: Planning, { who, ...said }: Said): Promise<Heard> {
  const before = recollection.of(who);
  try {
    const heard = await engine.call({
      kind: 'hear',
      ...said,
      pageSize: PAGE_CHARACTERS,
      pictures: pictures !== undefined,
      chosen: recollection.chosenBy(who),
      ...(before !== undefined && { before }),
    });
    recollection.remember(who, heard.reply.asked);
    if (heard.reply.chose !== undefined) recollection.choose(who, heard.reply.chose);
    return heard;
  } catch (error) {
    const locale = said.locale ?? localeOf(said.guildLocale ?? 'zh-CN');
    return { reply: lineFor(error, locale), locale };
  }
}
