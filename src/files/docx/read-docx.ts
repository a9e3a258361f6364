import { strFromU8, strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { NotAnArticle } from '../../article/article.ts';
import type { FileText } from '../../article/file-text.ts';
import { FOOTNOTE, printedLines } from '../html/printed-lines.ts';
import { attribute, elementsOf, type Node, treeOf } from '../html/tree.ts';
import { unzip } from '../zip.ts';
import { LOOKS, withLooks } from './looks.ts';
import { withNumbers, withoutNumberedStyles } from './numbering.ts';
import { textsBeside, withPlainWords } from './plain-parts.ts';

/** What of a document holds text, or says how it looks; pictures and macros stay packed. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/_rels\/document\d*\.xml\.rels|word\/(?:document\d*|styles\d*|numbering\d*|footnotes\d*|endnotes\d*|header\d*|footer\d*|comments)\.xml)$/;
/** What stands at the edges of the pages, and what readers wrote beside the text. */
const BESIDE = /^word\/(?:(header|footer)\d*|comments)\.xml$/;
const LIMITS = { members: 200, bytes: 32 * 1024 * 1024 };
/** A table in a table in a table has some 40. */
const MAX_DEPTH = 256;

/**
 * The text of a Word document, its headings known by style or by look.
 * @throws NotAnArticle with the reason
 */
export async function readDocx(bytes: Uint8Array): Promise<FileText> {
  const parts = new Map<string, string>();
  for (const { name, open } of unzip(bytes, LIMITS, (member) => PARTS.test(member))) {
    const xml = strFromU8(open());
    requireHarmless(xml);
    parts.set(name, xml);
  }
  const beside = [...parts].filter(([name]) => BESIDE.test(name));
  const document = treeOf(await toHtml(withPlainText(parts)));
  setNotesApart(document);
  return printedLines(document, { beside: besideText(beside) });
}

/** The parts that are the text itself, written so that nothing of it is passed over. */
function withPlainText(parts: ReadonlyMap<string, string>): Map<string, string> {
  const partOf = (pattern: RegExp) => [...parts].find(([name]) => pattern.test(name))?.[1] ?? '';
  const numbering = partOf(/^word\/numbering\d*\.xml$/);
  const styles = partOf(/^word\/styles\d*\.xml$/);
  return new Map(
    [...parts].flatMap(([name, xml]) => {
      if (BESIDE.test(name)) return [];
      if (/^word\/numbering/.test(name)) return [[name, withoutNumberedStyles(xml)]];
      if (!/^word\/(?:document|footnotes|endnotes)\d*\.xml$/.test(name)) return [[name, xml]];
      const plain = withPlainWords(xml);
      return [[name, name.startsWith('word/document') ? withNumbers(plain, numbering, styles) : plain]];
    }),
  );
}

function besideText(beside: readonly (readonly [name: string, xml: string])[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, xml] of beside) {
    const rule = name.includes('comments') ? 'comment' : 'running-head';
    for (const text of textsBeside(xml)) if (!texts.has(text)) texts.set(text, rule);
  }
  return texts;
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
async function toHtml(parts: ReadonlyMap<string, string>): Promise<string> {
  const files = Object.fromEntries([...parts].map(([name, xml]) => [name, strToU8(xml)]));
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(files, { level: 0 })) },
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
