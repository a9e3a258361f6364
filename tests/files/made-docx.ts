import { strToU8, zipSync } from 'fflate';

/** A paragraph of a made-up Word document. */
export interface Paragraph {
  readonly text: string;
  /** The id of its style: `Title`, `Heading1`. */
  readonly style?: string;
  readonly bold?: boolean;
  /** Points. */
  readonly size?: number;
  readonly font?: string;
  readonly centred?: boolean;
  /** A footnote behind its text. */
  readonly note?: string;
}

export const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const STYLES = { Title: 'Title', Heading1: 'heading 1', Heading2: 'heading 2', Chinese2: '标题 2', Small: '小标题' };

/** A Word document with these paragraphs, rows of a table as lists of cells. */
export function docx(content: readonly (Paragraph | readonly string[][])[]): Uint8Array {
  const notes = content.flatMap((part) => ('text' in part && part.note !== undefined ? [part.note] : []));
  let note = 0;
  const body = content
    .map((part) => ('text' in part ? paragraph(part, part.note === undefined ? undefined : ++note) : table(part)))
    .join('');
  return packed({ body, notes });
}

/** A document whose XML is given. */
export function packed({
  body,
  notes = [],
  before = '',
  more = {},
}: {
  body: string;
  notes?: readonly string[];
  before?: string;
  /** Other parts, by name. */
  more?: Readonly<Record<string, string>>;
}): Uint8Array {
  const styles = Object.entries(STYLES).map(
    ([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  );
  const footnotes = notes.map(
    (text, at) => `<w:footnote w:id="${at + 1}"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:footnote>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/_rels/document.xml.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>',
    'word/styles.xml': `<?xml version="1.0"?><w:styles ${NAMESPACE}>${styles.join('')}</w:styles>`,
    'word/footnotes.xml': `<?xml version="1.0"?><w:footnotes ${NAMESPACE}>${footnotes.join('')}</w:footnotes>`,
    'word/document.xml': `<?xml version="1.0"?>${before}<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`,
    'word/media/image1.png': 'no picture',
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function paragraph({ text, style, bold, size, font, centred }: Paragraph, note?: number): string {
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    centred ? '<w:jc w:val="center"/>' : '',
  ].join('');
  const run = [
    font === undefined ? '' : `<w:rFonts w:ascii="${font}" w:eastAsia="${font}"/>`,
    bold ? '<w:b/>' : '',
    size === undefined ? '' : `<w:sz w:val="${size * 2}"/>`,
  ].join('');
  const reference = note === undefined ? '' : `<w:r><w:footnoteReference w:id="${note}"/></w:r>`;
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t>${text}</w:t></w:r>${reference}</w:p>`;
}

function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<w:tc>${paragraph({ text })}</w:tc>`;
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}
