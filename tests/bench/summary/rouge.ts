/** How a summary agrees with a reference, 0 to 100. */
export interface Rouge {
  /** Mean of ROUGE-1, ROUGE-2 and ROUGE-L F1. */
  readonly f: number;
  /** Mean of their recalls, for references much shorter than a summary may be. */
  readonly recall: number;
}

/**
 * ROUGE (Lin 2004) over characters, white space left out, as is usual for Chinese.
 * @returns zeros where one of the texts is empty.
 */
export function rouge(summary: string, reference: string): Rouge {
  const ours = charactersOf(summary);
  const theirs = charactersOf(reference);
  const scores = [
    agreement(sharedGrams(ours, theirs, 1), ours.length, theirs.length),
    agreement(sharedGrams(ours, theirs, 2), ours.length - 1, theirs.length - 1),
    agreement(commonSubsequence(ours, theirs), ours.length, theirs.length),
  ];
  return { f: mean(scores.map(({ f }) => f)), recall: mean(scores.map(({ recall }) => recall)) };
}

function charactersOf(text: string): string[] {
  return [...text.replace(/\s/g, '')];
}

function agreement(shared: number, ours: number, theirs: number): Rouge {
  if (shared === 0) return { f: 0, recall: 0 };
  return { f: (200 * shared) / (ours + theirs), recall: (100 * shared) / theirs };
}

/** How many n-grams both have, each as often as the one that has it less often. */
function sharedGrams(ours: readonly string[], theirs: readonly string[], size: number): number {
  const left = new Map<string, number>();
  for (const gram of grams(theirs, size)) left.set(gram, (left.get(gram) ?? 0) + 1);
  let shared = 0;
  for (const gram of grams(ours, size)) {
    const count = left.get(gram) ?? 0;
    if (count === 0) continue;
    shared += 1;
    left.set(gram, count - 1);
  }
  return shared;
}

function grams(characters: readonly string[], size: number): string[] {
  return Array.from({ length: Math.max(0, characters.length - size + 1) }, (_, at) =>
    characters.slice(at, at + size).join(''),
  );
}

/** Length of the longest common subsequence; a row of the table is the bits of one number (Hyyrö 2004). */
function commonSubsequence(first: readonly string[], second: readonly string[]): number {
  const all = (1n << BigInt(first.length)) - 1n;
  const places = new Map<string, bigint>();
  for (const [at, character] of first.entries()) {
    places.set(character, (places.get(character) ?? 0n) | (1n << BigInt(at)));
  }
  let row = all;
  for (const character of second) {
    const matched = row & (places.get(character) ?? 0n);
    row = ((row + matched) | (row - matched)) & all;
  }
  return first.length - ones(row);
}

function ones(bits: bigint): number {
  return bits.toString(2).replaceAll('0', '').length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
