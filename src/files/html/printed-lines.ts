import type { FileText, ToldMetadata } from '../../article/file-text.ts';
import { FileTextBuilder } from '../file-text-builder.ts';
import { headingEvidence } from './heading-evidence.ts';
import { attribute, type Node } from './tree.ts';
import { unseenElements } from './unseen.ts';
import { type VisibleLine, visibleLines } from './visible-lines.ts';

/** What was found beside the text of a document. */
export interface Beside {
  /** Counts only where no line is set as the title. */
  readonly title?: string | undefined;
  readonly told?: ToldMetadata;
}

/** How what stands apart from the text is marked, in what a document was turned into. */
export const FOOTNOTE = 'data-footnote';

/**
 * The text of a document that is an article from its first line to its last, as what was written with a word processor
 * or in Markdown is: turned into HTML, with nothing around it. Footnotes stand apart.
 */
export function printedLines(document: Node, { title, told = {} }: Beside = {}): FileText {
  const lines = visibleLines(document, { unseen: unseenElements(document), isPrinted: true });
  const text = lines.filter((line) => !isFootnote(line));
  const set = text.findIndex(({ level }) => level === 1);
  const isTitle = set >= 0 && set <= MAX_ABOVE_TITLE;
  const file = new FileTextBuilder();
  if (!isTitle && title !== undefined) {
    file.titleFollows();
    file.add(title);
  }
  const headings = headingEvidence(
    text.filter((_, at) => !isTitle || at !== set),
    { isWhole: true },
  );
  for (const line of lines) {
    if (isTitle && line === text[set]) file.titleFollows();
    file.add(line.text, isFootnote(line) ? { outside: 'footnote' } : { heading: headings.get(line) });
  }
  return file.build(told);
}

/** Above its title a document may name who issues it. */
const MAX_ABOVE_TITLE = 3;

function isFootnote({ pieces }: VisibleLine): boolean {
  for (
    let node: Node | null = pieces[0]?.element ?? null;
    node !== null;
    node = 'parentNode' in node ? node.parentNode : null
  ) {
    if ('attrs' in node && attribute(node, FOOTNOTE) !== undefined) return true;
  }
  return false;
}
