export const APPLICATION_ID = '1000000000000000001';
export const BOT_ID = '1000000000000000002';
export const GUILD_ID = '1000000000000000003';
export const CHANNEL_ID = '1000000000000000004';
export const USER_ID = '1000000000000000005';
export const BOT_ROLE_ID = '1000000000000000007';
export const OTHER_USER_ID = '1000000000000000006';

/** Ids tell the time: these begin when the article appeared. Discord counts from the first second of 2015. */
let last = BigInt(Date.UTC(2021, 10, 23, 1, 21) - Date.UTC(2015, 0, 1)) << 22n;

/** A new snowflake. */
export function nextId(): string {
  last += 1n;
  return last.toString();
}
