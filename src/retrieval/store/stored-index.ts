import { z } from 'zod';

/**
 * MiniSearch's own JSON (`toJSON`, serialization 2) of an index with one field, all but its
 * postings. MiniSearch takes what it is given: what is not so would be counted with all the same.
 */
const INDEX = z.object({
  documentCount: z.int().nonnegative(),
  nextId: z.int().nonnegative(),
  documentIds: z.record(z.string(), z.int().nonnegative()),
  fieldIds: z.strictObject({ terms: z.literal(0) }),
  fieldLength: z.record(z.string(), z.tuple([z.int().nonnegative()])),
  averageFieldLength: z.tuple([z.number().nonnegative()]),
  storedFields: z.strictObject({}),
  dirtCount: z.literal(0),
  index: z.array(z.tuple([z.string(), z.unknown()])),
  serializationVersion: z.literal(2),
});

/**
 * @param json as MiniSearch wrote it.
 * @param passages the numbers of the passages that are in the index.
 * @param frequencies every term as it is spelled in the index, with the number of passages it stands in.
 * @returns the parsed JSON, for MiniSearch.
 * @throws Error when it is anything but an index of just these passages and terms.
 */
export function readStoredIndex(
  json: string,
  passages: ReadonlySet<number>,
  frequencies: ReadonlyMap<string, number>,
): object {
  const stored = INDEX.parse(JSON.parse(json));
  const documents = documentsOf(stored, passages);
  if (stored.index.length !== frequencies.size) throw damaged('other terms');
  const seen = new Set<string>();
  for (const [term, data] of stored.index) {
    if (seen.has(term) || countPostings(data, documents) !== frequencies.get(term)) throw damaged('other postings');
    seen.add(term);
  }
  return stored;
}

/** MiniSearch's short numbers of the documents, each of one passage. */
function documentsOf(
  { documentCount, documentIds, fieldLength, nextId }: z.infer<typeof INDEX>,
  passages: ReadonlySet<number>,
): ReadonlySet<string> {
  const documents = new Set(Object.keys(documentIds));
  const indexed = new Set(Object.values(documentIds));
  const areKnown = [...indexed].every((passage) => passages.has(passage));
  const areWhole = [documents.size, indexed.size, documentCount].every((count) => count === passages.size);
  if (!areKnown || !areWhole) throw damaged('other passages');
  const areNumbered = [...documents].every((document) => isNumberBelow(document, nextId));
  const areMeasured = Object.keys(fieldLength).every((document) => documents.has(document));
  if (!areNumbered || !areMeasured || Object.keys(fieldLength).length !== documents.size) throw damaged('no documents');
  return documents;
}

function isNumberBelow(document: string, limit: number): boolean {
  return String(Number(document)) === document && Number.isInteger(Number(document)) && Number(document) < limit;
}

/** @returns in how many documents a term stands; undefined where that is not what the data say */
function countPostings(data: unknown, documents: ReadonlySet<string>): number | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const [field, ...others] = Object.entries(data);
  if (field === undefined || field[0] !== '0' || others.length > 0) return undefined;
  const postings: unknown = field[1];
  if (typeof postings !== 'object' || postings === null || Array.isArray(postings)) return undefined;
  let count = 0;
  // Half a million of them: no arrays are made.
  for (const document in postings) {
    const times = (postings as Readonly<Record<string, unknown>>)[document];
    if (!documents.has(document) || !Number.isInteger(times) || (times as number) < 1) return undefined;
    count += 1;
  }
  return count;
}

function damaged(what: string): Error {
  return new Error(`the stored index is of ${what}`);
}
