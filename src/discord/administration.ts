import { STATUS_CODES } from 'node:http';
import { DiscordAPIError, HTTPError, REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { z } from 'zod';
import type { CommandDefinition } from '../chat/command.ts';
import { DiscordFailure, refusedToken } from './discord-failure.ts';
import { invitationUrl } from './invite.ts';
import { type Difference, register, registrations } from './registration.ts';

/** Who asks Discord, and where it is asked. */
export interface Account {
  readonly token: string;
  /** Without version; Discord's own where undefined. */
  readonly apiUrl?: string | undefined;
}

/**
 * Registers the commands without starting the bot.
 * @returns what differs from what was registered before
 * @throws DiscordFailure where the token is refused, Discord cannot be reached or says no
 */
export async function registerCommands(
  account: Account,
  commands: readonly CommandDefinition[],
  options: { readonly severalArticles: boolean; readonly guildId: string | undefined; readonly dryRun: boolean },
): Promise<Difference> {
  const rest = restOf(account);
  const wanted = registrations(commands, options);
  return inPlainWords(async () => {
    const place = { applicationId: await applicationIdOf(rest), guildId: options.guildId };
    return register(rest, place, wanted, options.dryRun);
  });
}

/**
 * The page where the bot can be added to a server.
 * @throws DiscordFailure as above
 */
export async function invitation(account: Account): Promise<string> {
  const rest = restOf(account);
  return inPlainWords(async () => invitationUrl(await applicationIdOf(rest)));
}

function restOf({ token, apiUrl }: Account): REST {
  if (!/^[\w.-]+$/.test(token)) throw refusedToken();
  return new REST(apiUrl === undefined ? {} : { api: apiUrl.replace(/(?<!\/)\/+$/, '') }).setToken(token);
}

async function applicationIdOf(rest: REST): Promise<string> {
  return z.object({ id: z.string().regex(/^\d{1,25}$/) }).parse(await rest.get(Routes.currentApplication())).id;
}

/** A person waits in front of a terminal: what went wrong is said in one line. */
async function inPlainWords<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof DiscordAPIError && cause.status === 401) throw refusedToken();
    throw new DiscordFailure('request', explanationOf(cause), { cause });
  }
}

function explanationOf(error: unknown): string {
  if (error instanceof DiscordAPIError) {
    return `Discord said no (${error.status}, ${reasonOf(error)}): check DISCORD_GUILD_ID and DISCORD_API_URL.`;
  }
  if (error instanceof HTTPError) return `Discord is out of order (${error.status}): try again later.`;
  if (error instanceof z.ZodError) return 'What answered is not Discord: check DISCORD_API_URL.';
  return 'Discord cannot be reached: check the network and DISCORD_API_URL.';
}

/**
 * What Discord's code means, `Missing Access`, or what the status does. Never what the answer
 * says: a proxy may have put there what it was sent, token and all.
 */
function reasonOf({ status, code }: DiscordAPIError): string {
  const name: unknown = RESTJSONErrorCodes[Number(code)];
  if (typeof name === 'string' && Number(code) !== 0) return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return `${status}: ${STATUS_CODES[status] ?? 'unknown status'}`;
}
