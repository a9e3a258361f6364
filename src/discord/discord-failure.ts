/** Why the bot cannot go on; most have an exit code of their own. */
export type FailureKind = 'configuration' | 'token' | 'intents' | 'start-limit' | 'request' | 'taken';

/** The bot cannot run until a person has done something. The message says what, in one line. */
export class DiscordFailure extends Error {
  override readonly name = 'DiscordFailure';
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** Close codes after which connecting again is pointless: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
const FATAL_CLOSES: Readonly<Record<number, readonly [FailureKind, string]>> = {
  4004: ['token', 'Discord refused the token: check DISCORD_TOKEN.'],
  4010: ['configuration', 'Discord refused the shard: check SHARDS and SHARD_COUNT.'],
  4011: ['configuration', 'Discord wants more shards: leave SHARDS and SHARD_COUNT out, or raise SHARD_COUNT.'],
  4012: ['configuration', 'Discord no longer speaks this version of the gateway: update the bot.'],
  4013: ['intents', 'Discord does not know these intents: update the bot.'],
  4014: [
    'intents',
    'Discord refused the intents: the bot needs no privileged one; check the application in the developer portal.',
  ],
};

/** @returns undefined for a close that one recovers from by connecting again */
export function failureOfClose(code: number): DiscordFailure | undefined {
  const known = FATAL_CLOSES[code];
  return known === undefined ? undefined : new DiscordFailure(...known);
}

/** What an operator is told where Discord does not know the token. */
export function refusedToken(): DiscordFailure {
  return new DiscordFailure('token', 'Discord refused the token: check DISCORD_TOKEN.');
}
