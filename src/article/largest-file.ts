/** Ten times the longest book-length report; a page is some kilobytes. */
export const LARGEST_FILE = 10 * 1024 * 1024;
