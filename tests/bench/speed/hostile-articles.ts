import { LARGEST_FILE } from '../../../src/article/largest-file.ts';

/** An article of ten megabytes that nobody writes, but a page can hold. */
export interface HostileArticle {
  readonly name: string;
  /** Its paragraphs. */
  readonly make: () => readonly string[];
}

/** The largest file that is read has so many Chinese characters, and so many Latin ones. */
const CHINESE = Math.floor(LARGEST_FILE / 3);
const LATIN = LARGEST_FILE - 1_000;

const SENTENCE = '金昌市的网格员马翠芳管理8栋楼408户1248人，她说：“居民有事先找网格员。”';

/** Every shape in which ten megabytes have held a reader of texts: each in a single line unless it says otherwise. */
export const HOSTILE_ARTICLES: readonly HostileArticle[] = [
  { name: 'news in one paragraph', make: () => [repeated(SENTENCE, CHINESE)] },
  { name: '150,000 short sentences', make: () => [numbered(150_000, (at) => `网格员第${at}次来了。`).join('')] },
  { name: '100,000 paragraphs', make: () => numbered(100_000, (at) => `${at}号楼的网格员马翠芳管${at % 500}户居民。`) },
  { name: 'no punctuation', make: () => [repeated(SENTENCE.replace(/[^\p{L}\p{N}]/gu, ''), CHINESE)] },
  { name: '万', make: () => ['万'.repeat(CHINESE)] },
  { name: 'every ideograph', make: () => [ideographs(CHINESE)] },
  { name: 'digits', make: () => [repeated('0123456789', LATIN)] },
  { name: 'digits in groups', make: () => [repeated('1,234,567,', LATIN)] },
  { name: 'Latin words', make: () => [repeated('lorem ipsum dolor ', LATIN)] },
  { name: 'one Latin word', make: () => ['a'.repeat(LATIN)] },
  { name: 'opening quotation marks', make: () => ['“'.repeat(CHINESE)] },
  {
    name: 'brackets that close as others than they open',
    make: () => ['（'.repeat(CHINESE / 2) + '】'.repeat(CHINESE / 2)],
  },
  { name: 'full stops', make: () => ['。'.repeat(CHINESE)] },
  { name: 'spaces between two characters', make: () => [`网${' '.repeat(LATIN - 6)}格`] },
  { name: '⿰', make: () => ['⿰'.repeat(CHINESE)] },
  { name: 'lone surrogates', make: () => ['\ud800'.repeat(CHINESE)] },
];

/** What is asked of them. */
export const ASKED_OF_HOSTILE: readonly string[] = [
  '马翠芳管多少户？',
  '网格员是谁？',
  '这篇文章讲了什么？',
  '第12次来的是谁？',
];

function repeated(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

function numbered(count: number, text: (at: number) => string): string[] {
  return Array.from({ length: count }, (_, at) => text(at));
}

/** The unified ideographs in turn, each far from its neighbours in the code chart. */
function ideographs(length: number): string {
  return numbered(length, (at) => String.fromCharCode(0x4e00 + ((at * 7_919) % 20_000))).join('');
}
