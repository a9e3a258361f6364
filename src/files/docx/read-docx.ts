import { strFromU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { NotAnArticle } from '../../article/article.ts';
import type { FileText } from '../../article/file-text.ts';
import { FOOTNOTE, printedLines } from '../html/printed-lines.ts';
import { attribute, elementsOf, type Node, treeOf } from '../html/tree.ts';
import { unzip } from '../zip.ts';
import { LOOKS, withLooks } from './looks.ts';

/** What of a document holds text, or says how it looks; pictures and macros stay packed. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/_rels\/document\.xml\.rels|word\/(?:document|styles|numbering|footnotes|endnotes)\.xml)$/;
const LIMITS = { members: 12, bytes: 32 * 1024 * 1024 };
/** A table in a table in a table has some 40. */
const MAX_DEPTH = 256;

/**
 * The text of a Word document, its headings known by style or by look.
 * @throws NotAnArticle with the reason
 */
export async function readDocx(bytes: Uint8Array): Promise<FileText> {
  const parts = unzip(bytes, LIMITS, (name) => PARTS.test(name)).map(({ name, open }) => ({ name, bytes: open() }));
  for (const part of parts) requireHarmless(strFromU8(part.bytes));
  const html = await toHtml(parts.map(({ name, bytes: content }) => [name, content]));
  const document = treeOf(html);
  setNotesApart(document);
  return printedLines(document);
}

/** No writer of documents declares types or entities in one. */
function requireHarmless(xml: string): void {
  if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) {
    throw new NotAnArticle('the Word document declares entities, as none does; it is not opened');
  }
  let depth = 0;
  for (const [tag] of xml.matchAll(/<[^<>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>') && !tag.startsWith('<?')) depth += 1;
    if (depth > MAX_DEPTH) {
      throw new NotAnArticle(`the Word document nests elements more than ${MAX_DEPTH} deep; it is not opened`);
    }
  }
}

/** Only what has been looked at is handed on, packed anew. */
async function toHtml(parts: readonly (readonly [string, Uint8Array])[]): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 })) },
      {
        styleMap: LOOKS,
        transformDocument: withLooks,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        externalFileAccess: false,
      },
    );
    return value;
  } catch (cause) {
    throw new NotAnArticle('the Word document is damaged; open it and save it once more', { cause });
  }
}

/** Takes the references to notes out of the text, and marks the notes themselves. */
function setNotesApart(document: Node): void {
  for (const element of [...elementsOf(document)]) {
    const id = attribute(element, 'id') ?? '';
    const isReference =
      /^(?:foot|end)note-ref-/.test(id) || /^#(?:foot|end)note-ref-/.test(attribute(element, 'href') ?? '');
    if (isReference) element.attrs.push({ name: 'hidden', value: '' });
    else if (/^(?:foot|end)note-\d/.test(id)) element.attrs.push({ name: FOOTNOTE, value: '' });
  }
}
