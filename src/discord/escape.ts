/**
 * What Discord's markdown would read as more than text, where it would. An alternative looks
 * around only behind the mark it is about, at most to the end of one run of white space or
 * letters, and such runs do not overlap: the whole replacement takes linear time.
 */
const ACTIVE = new RegExp(
  [
    // Emphasis, code, spoilers, masked links, mentions, custom emoji, timestamps: active anywhere.
    '[\\\\*_~`|<[\\]@]',
    // Quotes, headings, subtext and lists: only where a line begins.
    '[>#+-](?<=^[^\\S\\n]*.)',
    '[.)](?<=^[^\\S\\n]*\\d{1,9}.)(?=\\s|$)',
    // Emoji by name, :tada:
    ':(?=[\\w+-]+:)',
    // Links: the scheme, and names of hosts, because clients find invitations (discord.gg/…) without a scheme.
    ':(?=//)',
    '(?<=[A-Za-z])\\.(?=[A-Za-z])',
  ].join('|'),
  'gm',
);

/**
 * Makes a text inert: Discord shows it as it is, character for character, wherever in a
 * message it stands. A backslash before a punctuation mark is what Discord's markdown takes out.
 * Half a surrogate pair, for which Discord refuses a whole message, becomes the replacement character.
 */
export function escapeMarkdown(text: string): string {
  return text.toWellFormed().replace(ACTIVE, '\\$&');
}

/** What Discord shows for an escaped text: the inverse of `escapeMarkdown`. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}
