import { OAuth2Routes, OAuth2Scopes, PermissionFlagsBits } from 'discord.js';

/** What answering a mention takes; commands need nothing. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory;

/** The page where somebody adds the bot to a server, with the least permissions it needs. */
export function invitationUrl(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: PERMISSIONS.toString(),
  });
  return `${OAuth2Routes.authorizationURL}?${query}`;
}
