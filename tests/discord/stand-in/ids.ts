export const APPLICATION_ID = '1000000000000000001';
export const BOT_ID = '1000000000000000002';
export const GUILD_ID = '1000000000000000003';
export const CHANNEL_ID = '1000000000000000004';
export const USER_ID = '1000000000000000005';
export const OTHER_USER_ID = '1000000000000000006';

let last = 2_000_000_000_000_000_000n;

/** A new snowflake. */
export function nextId(): string {
  last += 1n;
  return last.toString();
}
