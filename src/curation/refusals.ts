/** What a file is that is no article, as far as a person has to know it. */
export type Refusal =
  | 'picture'
  | 'sound'
  | 'archive'
  | 'sheet'
  | 'slides'
  | 'book'
  | 'to docx'
  | 'to pdf'
  | 'to html'
  | 'to text'
  | 'encrypted'
  | 'empty'
  | 'too large'
  | 'too many'
  | 'too slow'
  | 'not there'
  | 'foreign'
  | 'no text'
  | 'scanned'
  | 'damaged'
  | 'frame'
  | 'unknown kind'
  | 'other';

/** By what the reason says, the first that fits: reasons are the parsers' own words. */
const SAYS: readonly (readonly [expression: RegExp, refusal: Refusal])[] = [
  [/is a picture/, 'picture'],
  [/is a sound or a film/, 'sound'],
  [/is an archive that is not opened|archive within an archive/, 'archive'],
  [/is a spreadsheet/, 'sheet'],
  [/is a presentation/, 'slides'],
  [/is an e-book/, 'book'],
  [/encrypted|password/, 'encrypted'],
  [/save it as \.docx/, 'to docx'],
  [/save it as \.pdf/, 'to pdf'],
  [/\(\.html\)|as \.html|HTML page/, 'to html'],
  [/fonts do not say|recognised/, 'scanned'],
  [/into a \.txt|save its text/, 'to text'],
  [/is empty/, 'empty'],
  [/too long to fetch|takes longer|took too long/, 'too slow'],
  [/could not be fetched/, 'not there'],
  [/holds more than|no more than \d+ articles/, 'too many'],
  [/larger than|the limit is|more text than|more than \d+ elements|deep/, 'too large'],
  [/only articles in Chinese/, 'foreign'],
  [/no paragraph|list of links|no article$/, 'no text'],
  [
    /damaged|not valid JSON|no zip archive|is no PDF|is no Word|is binary|reading it failed|could not be read/,
    'damaged',
  ],
  [/a frame around/, 'frame'],
  [/are not read|has no extension/, 'unknown kind'],
];

/** @param reason as the parser, or who fetched the file, says it */
export function refusalFor(reason: string): Refusal {
  return SAYS.find(([expression]) => expression.test(reason))?.[1] ?? 'other';
}
