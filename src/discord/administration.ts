import { DiscordAPIError, REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Command } from '../chat/command.ts';
import { refusedToken } from './discord-failure.ts';
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
 * @throws DiscordFailure where the token is refused
 */
export async function registerCommands(
  account: Account,
  commands: readonly Command[],
  options: { readonly severalArticles: boolean; readonly guildId: string | undefined; readonly dryRun: boolean },
): Promise<Difference> {
  const rest = restOf(account);
  const applicationId = await applicationIdOf(rest);
  return register(rest, { applicationId, guildId: options.guildId }, registrations(commands, options), options.dryRun);
}

/**
 * The page where the bot can be added to a server.
 * @throws DiscordFailure where the token is refused
 */
export async function invitation(account: Account): Promise<string> {
  return invitationUrl(await applicationIdOf(restOf(account)));
}

function restOf({ token, apiUrl }: Account): REST {
  if (!/^[\w.-]+$/.test(token)) throw refusedToken();
  return new REST(apiUrl === undefined ? {} : { api: apiUrl.replace(/\/+$/, '') }).setToken(token);
}

async function applicationIdOf(rest: REST): Promise<string> {
  try {
    return z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication())).id;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) throw refusedToken();
    throw error;
  }
}
