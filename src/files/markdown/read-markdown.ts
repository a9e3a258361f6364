import { NotAnArticle } from '../../article/article.ts';
import type { FileText } from '../../article/file-text.ts';
import { FOOTNOTE, printedLines } from '../html/printed-lines.ts';
import { treeOf } from '../html/tree.ts';
import { splitFrontMatter } from './front-matter.ts';
import { asMeant, MARKDOWN } from './loose-markdown.ts';

/** `[^1]: …`, a note itself, and a line that goes on with it. */
const NOTE = /^\[\^[^\][\n]{1,40}\]:(.*)$/;
const NOTE_GOES_ON = /^(?: {2}|\t)/;
const REFERENCE = /\[\^[^\][\n]{1,40}\]/g;

/** No text nests so deep; each level is looked at again for the next. Characters before the first word of a line. */
const MAX_INDENT = 200;
const TOO_DEEP = new RegExp(`^[\\s>]{${MAX_INDENT}}`, 'm');

/**
 * The text of a Markdown file: its lines without any markup, and what its front matter says.
 * @throws NotAnArticle where it is built as no text is
 */
export function readMarkdown(text: string): FileText {
  const { body, title, told } = splitFrontMatter(text);
  if (TOO_DEEP.test(body)) throw new NotAnArticle('the Markdown is nested as no text is');
  const { text: withoutNotes, notes } = splitNotes(asMeant(body));
  const footnotes = notes.map((note) => `<div ${FOOTNOTE}>${toHtml(note)}</div>`).join('');
  return printedLines(treeOf(toHtml(withoutNotes) + footnotes), { title, told });
}

function splitNotes(body: string): { text: string; notes: string[] } {
  const text: string[] = [];
  const notes: string[] = [];
  let isInNote = false;
  for (const line of body.split('\n')) {
    const note = NOTE.exec(line)?.[1];
    isInNote = note !== undefined || (isInNote && NOTE_GOES_ON.test(line));
    if (note !== undefined) notes.push(note);
    else if (isInNote) notes.push(`${notes.pop()}\n${line.trim()}`);
    else text.push(line.replace(REFERENCE, ''));
  }
  return { text: text.join('\n'), notes };
}

function toHtml(markdown: string): string {
  try {
    return MARKDOWN.parse(markdown, { async: false });
  } catch (cause) {
    // What nests without end is more than the stack holds.
    throw new NotAnArticle('the Markdown is built as no text is', { cause });
  }
}
