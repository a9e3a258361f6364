import { lineOf, rowsOf } from './lines.ts';
import type { PdfPage, TextItem } from './pdf-page.ts';

/** Pages without what is printed on each of them, and that itself. */
export interface OwnText {
  readonly pages: readonly PdfPage[];
  readonly repeated: readonly string[];
}

/** So much of the height of a page at its upper and its lower edge. */
const EDGE = 0.1;
const MIN_SHARE = 0.4;
const SAME_HEIGHT = 3;
const PAGE_NUMBER =
  /^[-—–·•\s|]{0,6}(?:第\s?)?(?:\d{1,4}|[ivx]{1,6})(?:\s?页)?(?:\s?[/／共,，]{1,2}\s?共?\s?\d{1,4}\s?页?)?[-—–·•\s|]{0,6}$/i;

/** What a browser prints below a page: its address, and the number of the page. Above stand the day when it was printed, and a title. */
const ADDRESS = /^(?:https?|fi\s?le):\/\/\S{3,2000}?\s*\d{1,3}\s?[/／]\s?\d{1,3}$/;
const PRINTED_ON = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s/;

/** Takes page numbers off, and the lines that stand at the edge of most pages, whatever number is in them. */
export function withoutRunningHeads(pages: readonly PdfPage[]): OwnText {
  const edges = pages.map(edgeLines);
  const counts = new Map<string, number>();
  for (const lines of edges) {
    for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, Math.ceil(pages.length * MIN_SHARE));
  const isFromBrowser = edges.some((lines) => lines.some(({ text }) => ADDRESS.test(text)));
  const isRepeated = (line: EdgeLine) =>
    PAGE_NUMBER.test(line.text) ||
    (counts.get(keyOf(line)) ?? 0) >= least ||
    (isFromBrowser && (ADDRESS.test(line.text) || PRINTED_ON.test(line.text)));
  const repeated = edges.map((lines) => lines.filter(isRepeated));
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
  readonly y: number;
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
  return lines.map((line) => ({
    text: rowsOf(line.items)
      .map((row) => lineOf(row).text)
      .join(' '),
    y: line.y,
    items: line.items,
  }));
}

/** The same on every page, and on the same height, but for its number. */
function keyOf({ text, y }: EdgeLine): string {
  return `${Math.round(y / SAME_HEIGHT)} ${text.replace(/\d{1,4}/g, '#').replace(/\s+/g, '')}`;
}
