import type { Locale } from '../chat/locale.ts';
import type { Settings } from '../store/store.ts';

/** Who does something, where, and what they may. */
export interface Moderator {
  readonly server: string;
  readonly user: string;
  readonly locale: Locale;
  /** Whether they may manage the server. */
  readonly manages: boolean;
  readonly roles: readonly string[];
  /** The channel, thread or forum post that they are in. */
  readonly channel: string;
}

/** Whether somebody may add articles: who manages the server, and who has one of the roles that may. Everybody's role has the server's id, and no member is said to have it. */
export function mayAdd({ server, manages, roles }: Moderator, { addingRoles }: Settings): boolean {
  return manages || [server, ...roles].some((role) => addingRoles.includes(role));
}
