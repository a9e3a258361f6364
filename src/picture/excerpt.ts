import type { QuotedPicture } from './quoted-picture.ts';

/** A sentence with its paragraph's number. */
interface Placed {
  readonly text: string;
  readonly marked: boolean;
  readonly paragraph: number;
}

/** A part of a quotation: whole sentences, or the beginning of one. */
export interface Excerpt {
  readonly paragraphs: QuotedPicture['paragraphs'];
  /** Whether something is left out before it, and behind it. */
  readonly before: boolean;
  readonly behind: boolean;
  /** Whether it ends within a sentence. */
  readonly unfinished: boolean;
}

/** No picture has room for more, of whatever letters: it is not looked at. UTF-16 units. */
const MOST_SHOWN = 3_000;

/**
 * As much of a quotation as fits: all of it, else the marked sentences, or where none is marked the first one, and whole
 * sentences around them; where not even one fits its beginning.
 * @param hasRoom whether there is room for a part of it
 */
export function excerptOf(
  { paragraphs }: Pick<QuotedPicture, 'paragraphs'>,
  hasRoom: (part: Excerpt) => boolean,
): Excerpt {
  const sentences = paragraphs.flatMap(({ sentences }, paragraph) =>
    sentences.map((sentence) => ({ ...sentence, paragraph })),
  );
  const part = (from: number, to: number) => partOf(sentences, from, to);
  const fits = (one: Excerpt) => lengthOf(one) <= MOST_SHOWN && hasRoom(one);
  const whole = part(0, sentences.length);
  if (fits(whole)) return whole;
  const [first, last] = marked(sentences);
  let [from, to] = fits(part(first, last)) ? [first, last] : [first, first + 1];
  if (!fits(part(from, to))) return beginning(part(from, to), fits);
  for (let behind = true, before = true; behind || before; ) {
    behind = behind && to < sentences.length && fits(part(from, to + 1));
    if (behind) to += 1;
    before = before && from > 0 && fits(part(from - 1, to));
    if (before) from -= 1;
  }
  return part(from, to);
}

/** From the first marked sentence to behind the last; the first sentence where none is marked. */
function marked(sentences: readonly Placed[]): [first: number, last: number] {
  const first = sentences.findIndex(({ marked }) => marked);
  if (first < 0) return [0, 1];
  return [first, sentences.findLastIndex(({ marked }) => marked) + 1];
}

function partOf(sentences: readonly Placed[], from: number, to: number): Excerpt {
  const paragraphs: { sentences: { text: string; marked: boolean }[] }[] = [];
  let current: number | undefined;
  for (const { text, marked, paragraph } of sentences.slice(from, to)) {
    if (paragraph !== current) paragraphs.push({ sentences: [] });
    current = paragraph;
    paragraphs.at(-1)?.sentences.push({ text, marked });
  }
  return { paragraphs, before: from > 0, behind: to < sentences.length, unfinished: false };
}

function lengthOf({ paragraphs }: Excerpt): number {
  return paragraphs.reduce((sum, { sentences }) => sum + sentences.reduce((all, { text }) => all + text.length, 0), 0);
}

/** The longest beginning of one sentence that fits, by halves. */
function beginning(part: Excerpt, fits: (part: Excerpt) => boolean): Excerpt {
  const [{ text, marked } = { text: '', marked: false }] = part.paragraphs[0]?.sentences ?? [];
  const characters = [...text.slice(0, MOST_SHOWN)];
  const cut = (length: number): Excerpt => ({
    ...part,
    paragraphs: [{ sentences: [{ text: characters.slice(0, length).join(''), marked }] }],
    unfinished: true,
  });
  let [fitting, tooMany] = [0, characters.length];
  while (tooMany - fitting > 1) {
    const half = Math.floor((fitting + tooMany) / 2);
    if (fits(cut(half))) fitting = half;
    else tooMany = half;
  }
  return cut(fitting);
}
