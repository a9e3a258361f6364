import { busyReply, failureReply, newErrorId } from '../chat/failure.ts';
import type { Locale } from '../chat/locale.ts';
import type { Reply } from '../chat/reply.ts';
import { errorFields } from '../log.ts';
import { expectsPrivacy, planCommand, planCompletion } from './commands.ts';
import { planComponent } from './components.ts';
import { parseComponentId, parseQuestionId } from './custom-id.ts';
import { type IncomingInteraction, localeOfReader, readInteraction, userOf } from './incoming.ts';
import type { Lane, Work } from './lanes.ts';
import { isAnsweredWithForm, isForLibrary, planLibrary, planLibraryCompletion } from './library.ts';
import type { Plan } from './plan.ts';
import { renderCard } from './render/card.ts';
import type { OutgoingMessage } from './render/message.ts';
import type { Room } from './room.ts';
import { followUp } from './send.ts';
import { announce, announceSilently, type Exchange, tell } from './tell.ts';

/** An answer whose turn has not come by then is announced, while there is time to. */
const ANNOUNCE_AFTER_MS = 700;
/** Where the queue is full: by then most of it has been answered. */
const QUEUE_SECONDS = 5;

/**
 * Takes an interaction as the gateway sent it, once, within everybody's limits, and sees to
 * it that it is answered: with what was asked for, a request for patience, or one private line
 * with an error id that stands in the log too. Never throws.
 */
export function createInteractionHandler(room: Room): (payload: unknown, isMissed?: boolean) => void {
  return (payload, isMissed = false) => {
    const interaction = readInteraction(payload);
    if (interaction === undefined) return room.metrics.failed('malformed');
    const exchange: Exchange = {
      interaction,
      received: performance.now(),
      told: 'nothing',
      isUnconfirmed: false,
      isMissed,
      announced: Promise.resolve(),
    };
    void guarded(room, exchange, () => enqueue(room, exchange));
  };
}

async function enqueue(room: Room, exchange: Exchange): Promise<void> {
  const { interaction } = exchange;
  if (!room.isNew(interaction.id)) return;
  const limits = interaction.type === 4 ? room.typingLimits : room.limits;
  const verdict = limits(userOf(interaction), interaction.guild_id);
  if (!verdict.allowed) return postpone(room, exchange, verdict.scope, verdict.seconds);
  const lane = laneOf(interaction);
  const announcement = announceLater(room, exchange);
  const work: Work = (thought) =>
    guarded(room, exchange, () => carryOut(room, exchange, { thought, planned: () => clearTimeout(announcement) }));
  if (room.lanes.add(lane, userOf(interaction), work)) return;
  clearTimeout(announcement);
  await postpone(room, exchange, 'queue', QUEUE_SECONDS);
}

/** A command, or a button with a question on it or below one, has to be thought about; a picture has to be drawn. */
function laneOf(interaction: IncomingInteraction): Lane {
  if (isForLibrary(interaction)) return 'quick';
  if (interaction.type === 2) return 'question';
  if (interaction.type !== 3) return 'quick';
  const { custom_id } = interaction.data;
  const id = parseComponentId(custom_id);
  if (id?.action === 'pick' || id?.action === 'all' || parseQuestionId(custom_id) !== undefined) return 'question';
  return id?.place.picture !== undefined && id.action !== 'copy' ? 'picture' : 'quick';
}

/** Says that the answer is coming when its turn, or what is thought about it, is long in coming: Discord waits 3 s for a first sign. */
function announceLater(room: Room, exchange: Exchange): NodeJS.Timeout | undefined {
  const { interaction } = exchange;
  // Suggestions and forms cannot be announced.
  if (interaction.type === 4 || isAnsweredWithForm(interaction)) return undefined;
  const say = () => {
    if (interaction.type === 2) return announce(room, exchange, expectsPrivacy(room, interaction));
    // A form that a command has opened stands in no message.
    const isAlone = interaction.type === 5 && interaction.message === undefined;
    return isAlone ? announce(room, exchange, true) : announceSilently(room, exchange);
  };
  return setTimeout(() => {
    exchange.announced = guarded(room, exchange, say);
  }, ANNOUNCE_AFTER_MS);
}

/** Asks for patience; without words where there is no place for any. */
async function postpone(
  room: Room,
  exchange: Exchange,
  scope: 'user' | 'guild' | 'queue',
  seconds: number,
): Promise<void> {
  room.metrics.limited(scope);
  // Who clicks through a card quickly has asked nothing too fast.
  const whose = scope === 'user' && exchange.interaction.type !== 3 ? 'own' : 'others';
  // Drawn when its turn comes: a flood must not keep the others waiting.
  const plan = (): Plan =>
    exchange.interaction.type === 4
      ? { kind: 'suggest', completions: [] }
      : {
          kind: 'answer',
          message: privateLine(exchange, (locale) => busyReply(whose, seconds, locale)),
        };
  const work = () => guarded(room, exchange, () => tell(room, exchange, plan()));
  if (!room.lanes.add('courtesy', userOf(exchange.interaction), work)) room.metrics.dropped('queue');
}

/** Told how far an interaction has come. */
interface Steps {
  /** What is left of it is waiting for others. */
  thought(): void;
  /** What is to be told is known: it need not be announced any more. */
  planned(): void;
}

async function carryOut(room: Room, exchange: Exchange, steps: Steps): Promise<void> {
  const { interaction, received } = exchange;
  // Suggestions that waited so long nobody looks for any more.
  if (interaction.type === 4 && performance.now() - received > room.firstAnswerMs)
    return room.metrics.dropped('deadline');
  const plan = await planned(room, exchange, steps);
  // An announcement that failed may have been the end of it: the person has been told of the failure.
  if (exchange.told === 'lost' || exchange.told === 'everything') return;
  room.metrics.handled(kindOf(interaction));
  await tell(room, exchange, plan);
  await plan.afterwards?.();
  room.metrics.answeredAfter((performance.now() - received) / 1000);
}

async function planned(room: Room, exchange: Exchange, steps: Steps): Promise<Plan> {
  try {
    // What a moderator does waits for files and the store, and is thought about elsewhere.
    if (isForLibrary(exchange.interaction)) steps.thought();
    return await planFor(room, exchange.interaction);
  } finally {
    steps.planned();
    steps.thought();
    // The answer, or that there is none, comes after the announcement that is on its way.
    await exchange.announced;
  }
}

async function planFor(room: Room, interaction: IncomingInteraction): Promise<Plan> {
  const isModerators = isForLibrary(interaction);
  switch (interaction.type) {
    case 2:
      return isModerators ? planLibrary(room, interaction) : planCommand(room, interaction);
    case 4:
      return isModerators ? planLibraryCompletion(room, interaction) : planCompletion(room, interaction);
    default:
      return isModerators ? planLibrary(room, interaction) : planComponent(room, interaction);
  }
}

/** Whatever is thrown ends here: one record in the log and one private line, with the same id. */
async function guarded(room: Room, exchange: Exchange, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const errorId = newErrorId();
    room.metrics.failed(error instanceof Error ? error.name : typeof error);
    room.log.error('interaction failed', { errorId, command: kindOf(exchange.interaction), ...errorFields(error) });
    await tellFailure(room, exchange, errorId).catch(() => room.metrics.failed('failure not told'));
  }
}

async function tellFailure(room: Room, exchange: Exchange, errorId: string): Promise<void> {
  const { interaction } = exchange;
  if (exchange.told === 'lost') return;
  if (interaction.type === 4) {
    if (exchange.told === 'nothing') await tell(room, exchange, { kind: 'suggest', completions: [] });
    return;
  }
  const message = privateLine(exchange, (locale) => failureReply(errorId, locale));
  if (exchange.told === 'everything') await followUp(room.answers, interaction, message);
  else await tell(room, exchange, { kind: 'answer', message });
}

function privateLine({ interaction }: Exchange, reply: (locale: Locale) => Reply): OutgoingMessage {
  const locale = localeOfReader(interaction);
  return renderCard(reply(locale), { locale, owner: userOf(interaction), audience: 'private' });
}

/** For logs and metrics: a name of ours, never one that a user chose. */
function kindOf({ type }: IncomingInteraction): string {
  return { 2: 'command', 3: 'component', 4: 'completion', 5: 'form' }[type];
}
