/** What a library takes in: raw pages, and articles as `npm run article -- --json` prints them. */
const SEED = /\.(txt|json)$/i;

/** Whether a file of a seeds folder is meant to be an article, by its name. */
export function isSeedName(name: string): boolean {
  return SEED.test(name) && !name.startsWith('.');
}
