import { ActivityType, type PresenceData } from 'discord.js';
import type { Holdings } from '../engine/engine.ts';
import { fitLabel } from './render/label.ts';

/** Discord's limit on an activity's name. */
const LONGEST_NAME = 128;

/** What the bot is seen reading: the title of the operator's article, and how many more there are; nothing where there is none. */
export function presenceOf({ articles }: Holdings): PresenceData {
  const [first, ...others] = articles;
  // Servers may have articles of their own, which others are not to see.
  if (first === undefined) return { status: 'online', activities: [] };
  const more = others.length === 0 ? '' : ` +${others.length}`;
  const title = fitLabel(first.title, LONGEST_NAME - 2 - more.length) ?? first.id;
  return { status: 'online', activities: [{ type: ActivityType.Watching, name: `《${title}》${more}` }] };
}
