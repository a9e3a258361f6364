import { MessageFlags } from 'discord.js';
import { errorFields } from '../log.ts';
import { type Acknowledgement, acknowledge, type InteractionResponse, isUnclear } from './acknowledge.ts';
import type { IncomingInteraction } from './incoming.ts';
import { deferral, type Plan, responseOf, updateOf } from './plan.ts';
import type { OutgoingMessage } from './render/message.ts';
import type { Room } from './room.ts';
import { deleteAnswer, editAnswer, followUp } from './send.ts';

/** An interaction on its way through the room. */
export interface Exchange {
  readonly interaction: IncomingInteraction;
  /** On the clock of `performance.now()`. */
  readonly received: number;
  /**
   * What Discord has been told so far. An answer that is coming has been announced, to all or
   * to the one who asked; one that was withdrawn must still be given; `lost` where nothing
   * reaches the person any more.
   */
  told: 'nothing' | 'coming publicly' | 'coming privately' | 'coming silently' | 'withdrawn' | 'everything' | 'lost';
  /** Nobody confirmed the announcement in time: that much has been counted. */
  isUnconfirmed: boolean;
  /** Whether it was sent to a process that is gone, which may have answered it, or announced that it would. */
  readonly isMissed: boolean;
  /** Settles when the announcement of the answer, if there is one, has been made. */
  announced: Promise<void>;
}

/** Says that the answer is coming, where Discord would not wait for it. */
export async function announce(room: Room, exchange: Exchange, isPrivate: boolean): Promise<void> {
  const told = isPrivate ? 'coming privately' : 'coming publicly';
  await tellFirst(room, exchange, deferral(isPrivate), told);
}

/** Keeps a click from being called a failure where Discord would not wait for what it does; nobody sees it. */
export async function announceSilently(room: Room, exchange: Exchange): Promise<void> {
  await tellFirst(room, exchange, responseOf({ kind: 'delete' }), 'coming silently');
}

/**
 * Does what is planned, as the first answer or in the place of its announcement.
 * @throws where Discord refuses, and whatever broke the last attempt
 */
export async function tell(room: Room, exchange: Exchange, plan: Plan): Promise<void> {
  if (exchange.told === 'coming silently') return tellSilently(room, exchange, plan);
  if (plan.kind === 'answer' && exchange.told !== 'nothing') return tellLater(room, exchange, plan.message);
  const outcome = await tellFirst(room, exchange, responseOf(plan), 'everything');
  if (plan.kind === 'delete' && exchange.told === 'everything') await deleteAnswer(room.answers, exchange.interaction);
  // Where the process before had given the answer already, giving it again changes nothing.
  if (outcome === 'already' && exchange.isMissed && plan.kind === 'answer') {
    await editAnswer(room.answers, exchange.interaction, { ...plan.message, body: updateOf(plan.message) });
  }
}

type Announced = 'coming publicly' | 'coming privately' | 'coming silently';

/** @param told what Discord has been told when this works */
async function tellFirst(
  room: Room,
  exchange: Exchange,
  response: InteractionResponse,
  told: Announced | 'everything',
): Promise<Acknowledgement | 'unclear'> {
  const deadline = exchange.received + room.firstAnswerMs;
  const isAnnouncement = told !== 'everything';
  const outcome = await acknowledge(room.callbacks, exchange.interaction, response, {
    deadline,
    metrics: room.metrics,
  }).catch((error: unknown) => {
    if (isAnnouncement && isUnclear(error)) return 'unclear' as const;
    throw error;
  });
  // An announcement that nobody confirmed may have arrived all the same: the answer will show.
  const maybe = isAnnouncement && (outcome === 'late' || outcome === 'unclear');
  exchange.isUnconfirmed = maybe && outcome === 'late';
  exchange.told = outcome === 'done' || maybe ? told : 'lost';
  return outcome;
}

/**
 * Puts the answer where it was announced. Who sees a message cannot be changed: where all see
 * the announcement and the answer is for one, it is taken back first, because the first
 * message after an announcement would stand in its place and be as public.
 */
async function tellLater(room: Room, exchange: Exchange, message: OutgoingMessage): Promise<void> {
  const isPrivate = (message.body.flags & MessageFlags.Ephemeral) !== 0;
  if (exchange.told === 'coming publicly' && isPrivate && (await isWithdrawn(room, exchange))) {
    exchange.told = 'withdrawn';
  }
  if (exchange.told === 'withdrawn') {
    await followUp(room.answers, exchange.interaction, message);
    exchange.told = 'everything';
    return;
  }
  const isThere = await editAnswer(room.answers, exchange.interaction, { ...message, body: updateOf(message) });
  if (isThere) exchange.told = 'everything';
  else await tellUnannounced(room, exchange, { kind: 'answer', message });
}

/** After a click that was acknowledged without a word: its message is changed or deleted, or something is said below it. */
async function tellSilently(room: Room, exchange: Exchange, plan: Plan): Promise<void> {
  const { answers } = room;
  const { interaction } = exchange;
  if (plan.kind === 'update') {
    const isThere = await editAnswer(answers, interaction, { ...plan.message, body: updateOf(plan.message) });
    if (!isThere) return tellUnannounced(room, exchange, plan);
  }
  if (plan.kind === 'delete') await deleteAnswer(answers, interaction);
  if (plan.kind === 'answer') await followUp(answers, interaction, plan.message);
  exchange.told = 'everything';
}

/** An announcement that nobody confirmed may never have arrived, and then there may be time left. */
async function tellUnannounced(room: Room, exchange: Exchange, plan: Plan): Promise<void> {
  if (exchange.isUnconfirmed) exchange.told = 'lost';
  else await tellFirst(room, exchange, responseOf(plan), 'everything');
}

/** An announcement that cannot be taken back is better filled with the answer than left waiting for ever. */
async function isWithdrawn({ answers, log }: Room, { interaction }: Exchange): Promise<boolean> {
  try {
    await deleteAnswer(answers, interaction);
    return true;
  } catch (error) {
    log.warn('announcement could not be taken back', errorFields(error));
    return false;
  }
}
