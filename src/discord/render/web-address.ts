/** The longest address that a button takes: https://docs.discord.com/developers/components/reference */
const LONGEST = 512;

/**
 * An address as Discord takes it in a button or behind a masked link, whose brackets end at `)`.
 * @returns undefined for what is no web address: Discord refuses a whole message for one
 */
export function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  const address = href.replaceAll('(', '%28').replaceAll(')', '%29');
  return /^https?:$/.test(protocol) && address.length <= LONGEST ? address : undefined;
}
