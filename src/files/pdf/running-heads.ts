import type { PdfPage, TextItem } from './open-pdf.ts';

/** Pages without what is printed on each of them, and that itself. */
export interface OwnText {
  readonly pages: readonly PdfPage[];
  readonly repeated: readonly string[];
}

/** So much of the height of a page at its upper and its lower edge. */
const EDGE = 0.1;
/** On fewer pages nothing repeats. */
const MIN_PAGES = 3;
const MIN_SHARE = 0.4;
const SAME_HEIGHT = 3;
const PAGE_NUMBER =
  /^[-—–·•\s|]{0,6}(?:第\s?)?(?:\d{1,4}|[ivx]{1,6})(?:\s?页)?(?:\s?[/／共,，]{1,2}\s?共?\s?\d{1,4}\s?页?)?[-—–·•\s|]{0,6}$/i;

/** Takes page numbers off, and the lines that stand at the edge of most pages, whatever number is in them. */
export function withoutRunningHeads(pages: readonly PdfPage[]): OwnText {
  const edges = pages.map(edgeLines);
  const counts = new Map<string, number>();
  for (const lines of edges) {
    for (const key of new Set(lines.map(({ text }) => keyOf(text)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, Math.ceil(pages.length * MIN_SHARE));
  const isRepeated = (text: string) =>
    PAGE_NUMBER.test(text) || (pages.length >= MIN_PAGES && (counts.get(keyOf(text)) ?? 0) >= least);
  const repeated = edges.map((lines) => lines.filter(({ text }) => isRepeated(text)));
  return {
    pages: pages.map((page, at) => {
      const gone = new Set(repeated[at]?.flatMap(({ items }) => items));
      return { ...page, items: page.items.filter((item) => !gone.has(item)) };
    }),
    repeated: [...new Set(repeated.flatMap((lines) => lines.map(({ text }) => text)))],
  };
}

interface EdgeLine {
  readonly text: string;
  readonly items: readonly TextItem[];
}

function edgeLines({ items, height }: PdfPage): EdgeLine[] {
  const lines: { y: number; items: TextItem[] }[] = [];
  const atEdge = items.filter(({ y }) => y < height * EDGE || y > height * (1 - EDGE));
  for (const item of atEdge.sort((one, other) => other.y - one.y)) {
    const last = lines.at(-1);
    if (last !== undefined && last.y - item.y <= SAME_HEIGHT) last.items.push(item);
    else lines.push({ y: item.y, items: [item] });
  }
  return lines.map((line) => {
    const inOrder = line.items.sort((one, other) => one.x - other.x);
    return {
      text: inOrder
        .map(({ text }) => text)
        .join('')
        .trim(),
      items: inOrder,
    };
  });
}

/** The same on every page but for its number. */
function keyOf(text: string): string {
  return text.replace(/\d{1,4}/g, '#').replace(/\s+/g, '');
}
