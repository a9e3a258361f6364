import { z } from 'zod';

/** The mark that stands for a space, and for the start of a text. */
export const SPACE_MARK = '▁';

/** What becomes of a text before it is cut into pieces. */
export interface Normalisation {
  /** Each code point becomes its compatibility form (NFKC), which may be longer: ㎡ becomes m2. */
  readonly nfkc: boolean;
  /** Several spaces in a row become one. */
  readonly singleSpaces: boolean;
}

/** The pieces that texts are cut into, and what each of them is worth. */
export interface Vocabulary {
  readonly normalisation: Normalisation;
  /** Of every piece that may stand in a text. */
  readonly ids: ReadonlyMap<string, number>;
  /** Logarithms of how likely a piece is, by id. */
  readonly scores: Float64Array;
  /** By the first UTF-16 unit of a piece: how long the longest that begins so is, in units. */
  readonly longest: ReadonlyMap<number, number>;
  /** What stands for characters that are in no piece, and what each of them is worth. */
  readonly unknown: { readonly id: number; readonly score: number };
  /** Stands before every sequence. */
  readonly first: number;
  /** Stands behind every part of a sequence. */
  readonly last: number;
}

const SPACES = z.object({
  type: z.literal('Replace'),
  pattern: z.object({ Regex: z.literal(' {2,}') }),
  content: z.literal(' '),
});
const NFKC = z.object({ type: z.literal('NFKC') });
const SEQUENCE = z.object({ type: z.literal('Sequence'), normalizers: z.array(z.union([NFKC, SPACES])) });

/** Of Hugging Face's `tokenizer.json` what is made use of. What would cut a text in another way is refused. */
const FILE = z.object({
  added_tokens: z.array(z.object({ id: z.int().nonnegative(), content: z.string() })),
  normalizer: z.union([z.null(), NFKC, SPACES, SEQUENCE]),
  pre_tokenizer: z.object({
    type: z.literal('Metaspace'),
    replacement: z.literal(SPACE_MARK),
    prepend_scheme: z.literal('always'),
    split: z.literal(true).default(true),
  }),
  model: z.object({
    type: z.literal('Unigram'),
    unk_id: z.int().nonnegative(),
    byte_fallback: z.literal(false).default(false),
    vocab: z.array(z.tuple([z.string().min(1), z.number()])).min(1),
  }),
});

/** What a character in no piece is worth less than the least likely piece. */
const UNKNOWN_PENALTY = 10;

/**
 * @param json of a `tokenizer.json` with a Unigram model over Metaspace
 * @throws Error where it is anything else
 */
export function readVocabulary(json: string): Vocabulary {
  const { added_tokens: added, normalizer, model } = FILE.parse(JSON.parse(json));
  const special = new Map(added.map(({ content, id }) => [content, id]));
  const [first, last] = [special.get('<s>'), special.get('</s>')];
  if (first === undefined || last === undefined) throw new Error('<s> or </s> is missing');
  const pieces = model.vocab.map(([piece]) => piece);
  if (model.unk_id >= pieces.length) throw new Error('the unknown piece is missing');
  const scores = Float64Array.from(model.vocab, ([, score]) => score);
  const ids = new Map<string, number>();
  for (const [id, piece] of pieces.entries()) {
    // Whoever types `</s>` means these characters. Words are cut one by one: a mark can only be the first of a piece.
    if (id !== model.unk_id && !special.has(piece) && !piece.includes(SPACE_MARK, 1)) ids.set(piece, id);
  }
  return {
    normalisation: normalisationOf(normalizer),
    ids,
    scores,
    longest: longestOf(ids.keys()),
    unknown: { id: model.unk_id, score: scores.reduce((least, score) => Math.min(least, score)) - UNKNOWN_PENALTY },
    first,
    last,
  };
}

function normalisationOf(normalizer: z.infer<typeof FILE>['normalizer']): Normalisation {
  if (normalizer === null) return { nfkc: false, singleSpaces: false };
  const types = normalizer.type === 'Sequence' ? normalizer.normalizers.map(({ type }) => type) : [normalizer.type];
  return { nfkc: types.includes('NFKC'), singleSpaces: types.includes('Replace') };
}

function longestOf(pieces: Iterable<string>): Map<number, number> {
  const longest = new Map<number, number>();
  for (const piece of pieces) {
    const unit = piece.charCodeAt(0);
    longest.set(unit, Math.max(piece.length, longest.get(unit) ?? 0));
  }
  return longest;
}
