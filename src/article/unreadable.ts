/**
 * Stands in an article where the page had something that cannot be told: U+FFFD, Unicode's own
 * sign for that. No publisher prints it, and GBK and Big5 have no bytes for it, so where it stands
 * it says nothing else; □ and 〓 are printed (as bullets, as ornaments) and GBK has both. It is
 * one UTF-16 unit that folding and JSON leave as it is and every display shows.
 */
export const UNREADABLE = '\ufffd';
