/**
 * What speakers say while they look for the next thought, and writers strike out. Words that
 * an instruction or a letter uses as well (我们, 你, 吧) are not among them.
 */
const FILLERS = /这个|那个|就是|呢|啊|嗯|呃|那么|的话|然后|这样/g;

/**
 * Transcripts of meetings have two to five fillers in a hundred characters, printed news at
 * most one in three hundred, so from this density on a text counts as wholly spoken.
 */
const SPOKEN_DENSITY = 0.02;

/**
 * How much a folded text is a transcript of speech: 0 for print, 1 for talk.
 *
 * It decides how much the opening matters, which says the most in print and little in talk,
 * and how long a summary people would write of it.
 */
export function spokenness(folded: string): number {
  const fillers = folded.match(FILLERS)?.length ?? 0;
  return folded === '' ? 0 : Math.min(1, fillers / folded.length / SPOKEN_DENSITY);
}
