import type { Before } from '../chat/reply.ts';
import { createLately } from './lately.ts';

/** So long somebody can go on from what they were answered. */
const MINUTES = 10;
/** So many people are remembered; those who were answered longest ago are forgotten first. */
const MOST = 2_000;

/** So long the article that somebody has chosen is the one that their next questions are about. */
const CHOSEN_MINUTES = 15;

/** What people were answered lately, each in a channel: what a follow-up goes on from. */
export interface Recollection {
  /** What this person was answered last in this channel; undefined where that is some minutes ago. */
  of(who: Somebody): Before | undefined;
  /** @param before undefined where nothing was answered, which changes nothing */
  remember(who: Somebody, before: Before | undefined): void;
  /** The hash of the article that this person chose in this channel; undefined where that is some minutes ago. */
  chosenBy(who: Somebody): string | undefined;
  /** @param hash undefined where all articles are asked again */
  choose(who: Somebody, hash: string | undefined): void;
}

/** Somebody in a channel. */
export interface Somebody {
  readonly user: string;
  readonly channel: string | undefined;
}

/**
 * Kept in memory, because Discord shows of a reply only the bot's message, not the question above it; a few
 * minutes of it are all that a restart loses, and everything that a button does stays in the button.
 * @param now milliseconds, monotonic
 */
export function createRecollection(now?: () => number): Recollection {
  const kept = createLately<Before>(MINUTES * 60_000, MOST, now);
  const chosen = createLately<string | undefined>(CHOSEN_MINUTES * 60_000, MOST, now);
  return {
    of: (who) => kept.get(keyOf(who)),
    remember(who, before) {
      if (before !== undefined) kept.set(keyOf(who), before);
    },
    chosenBy: (who) => chosen.get(keyOf(who)),
    choose: (who, hash) => chosen.set(keyOf(who), hash),
  };
}

function keyOf({ user, channel }: Somebody): string {
  return `${channel ?? ''}/${user}`;
}
