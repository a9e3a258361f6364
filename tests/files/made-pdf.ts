/** A line of a made-up page. Points, from the lower left corner. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Quarter turns to the left. */
  readonly turns?: 0 | 1 | 2 | 3;
}

/** How the font of a PDF says which characters its codes are. */
export type Encoding =
  /** By a map of its own, as most programs write it. */
  | 'mapped'
  /** By a map that every reader has: the codes are bytes of GBK. */
  | 'GBK-EUC-H'
  | 'UniGB-UCS2-H'
  /** The same, set in columns. */
  | 'UniGB-UCS2-V'
  /** Of a Japanese font. */
  | 'UniJIS-UCS2-H'
  /** By the numbers of Adobe's collection, which need a table that is not there. */
  | 'numbers';

const TURNED = ['1 0 0 1', '0 1 -1 0', '-1 0 0 -1', '0 -1 1 0'];
export const PAGE = { width: 595, height: 842 };

/** A PDF with these lines on its pages, in one font that is not part of it. */
export function pdf(pages: readonly (readonly PdfLine[])[], encoding: Encoding = 'mapped', encode = utf16): Uint8Array {
  const objects: string[] = ['<</Type/Catalog/Pages 2 0 R>>', ''];
  const add = (object: string): number => objects.push(object);
  const map = encoding === 'mapped' ? add(stream(identityMap())) : undefined;
  const name = encoding === 'mapped' || encoding === 'numbers' ? 'Identity-H' : encoding;
  const widths = encoding === 'mapped' ? `/W[32[${'500 '.repeat(95)}]]` : '';
  const descriptor = add(
    '<</Type/FontDescriptor/FontName/Made/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>',
  );
  const descendant = add(
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/Made/CIDSystemInfo<</Registry(Adobe)/Ordering(${map === undefined ? 'GB1' : 'Identity'})/Supplement 2>>/DW 1000${widths}/FontDescriptor ${descriptor} 0 R>>`,
  );
  const font = add(
    `<</Type/Font/Subtype/Type0/BaseFont/Made/Encoding/${name}/DescendantFonts[${descendant} 0 R]${map === undefined ? '' : `/ToUnicode ${map} 0 R`}>>`,
  );
  const kids = pages.map((lines) => {
    const content = lines
      .map(
        ({ text, x, y, size = 10, turns = 0 }) =>
          `BT /F ${size} Tf ${TURNED[turns]} ${x} ${y} Tm <${encode(text)}> Tj ET`,
      )
      .join('\n');
    const contents = add(stream(content));
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${PAGE.width} ${PAGE.height}]/Contents ${contents} 0 R/Resources<</Font<</F ${font} 0 R>>>>>>`,
    );
  });
  objects[1] = `<</Type/Pages/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]/Count ${kids.length}>>`;
  return written(objects);
}

/** The codes of a text, as PDF writes them. */
export function utf16(text: string): string {
  return [...Buffer.from(text, 'utf16le').swap16()].map(hex).join('');
}

export function bytesAs(encode: (text: string) => Uint8Array): (text: string) => string {
  return (text) => [...encode(text)].map(hex).join('');
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0').toUpperCase();
}

/** Every code is the character of that number. */
function identityMap(): string {
  const ranges = Array.from({ length: 256 }, (_, at) => `<${hex(at)}00> <${hex(at)}FF> <${hex(at)}00>`);
  const parts = [0, 100, 200].map((start) => {
    const part = ranges.slice(start, start + 100);
    return `${part.length} beginbfrange\n${part.join('\n')}\nendbfrange`;
  });
  return `/CIDInit /ProcSet findresource begin\nbegincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${parts.join('\n')}\nendcmap`;
}

function stream(content: string): string {
  return `<</Length ${content.length}>>\nstream\n${content}\nendstream`;
}

/** @param objects numbered from 1, the first of them the catalogue */
export function written(objects: readonly string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Cuts a text into lines of so many characters, the first set in by two. */
export function wrapped(text: string, perLine: number): string[] {
  const lines = [text.slice(0, perLine - 2)];
  for (let at = perLine - 2; at < text.length; at += perLine) lines.push(text.slice(at, at + perLine));
  return lines;
}

/** A line of which every character is drawn by itself, so much apart. Points. */
export function drawnApart({ text, x, y, size = 10, turns = 0 }: PdfLine, gap: number): PdfLine[] {
  let at = x;
  return Array.from(text, (character) => {
    const placed = { text: character, x: at, y, size, turns };
    at += (character.charCodeAt(0) < 0x80 ? size / 2 : size) + gap;
    return placed;
  });
}

/** A page turned by quarters, as a whole. */
export function turnedPage(lines: readonly PdfLine[], turns: 1 | 2 | 3): PdfLine[] {
  const { width, height } = PAGE;
  return lines.map(({ x, y, ...line }) => {
    const place = [
      { x, y },
      { x: width - y, y: x },
      { x: width - x, y: height - y },
      { x: y, y: height - x },
    ][turns];
    return { ...line, x, y, ...place, turns };
  });
}

/** Paragraphs set in columns of single characters, from the right to the left. */
export function uprightColumns(
  paragraphs: readonly string[],
  { x, y, perLine, size = 10, pitch = 16 }: { x: number; y: number; perLine: number; size?: number; pitch?: number },
): PdfLine[] {
  let at = x;
  return paragraphs.flatMap((text) =>
    wrapped(text, perLine).flatMap((line, index) => {
      const top = y - (index === 0 ? 2 * size : 0);
      const placed = Array.from(line, (character, down) => ({ text: character, x: at, y: top - down * size, size }));
      at -= pitch;
      return placed;
    }),
  );
}

/** Paragraphs set below each other in a column. */
export function column(
  paragraphs: readonly string[],
  { x, y, perLine, size = 10, pitch = 16 }: { x: number; y: number; perLine: number; size?: number; pitch?: number },
): PdfLine[] {
  let at = y;
  return paragraphs.flatMap((text) =>
    wrapped(text, perLine).map((line, index) => {
      const placed = { text: line, x: index === 0 ? x + 2 * size : x, y: at, size };
      at -= pitch;
      return placed;
    }),
  );
}
