import { PermissionFlagsBits } from 'discord.js';
import { noticeReply } from '../../chat/failure.ts';
import { userOf } from '../incoming.ts';
import type { Plan } from '../plan.ts';
import { discordTextsIn } from '../texts.ts';
import { type Pressed, privately } from './pressed.ts';

/** Takes a card away for the one who asked, and for whoever may take messages away in this channel. */
export function planDelete({ interaction, owner, locale }: Pressed): Plan {
  const permissions = BigInt(interaction.member?.permissions ?? 0);
  const mayManage = (permissions & PermissionFlagsBits.ManageMessages) !== 0n;
  if (owner === userOf(interaction) || mayManage) return { kind: 'delete' };
  return privately(noticeReply(discordTextsIn(locale).mayNotDelete), interaction, locale);
}
