import type { FileText, ToldMetadata } from '../../article/file-text.ts';
import { contentsLines } from '../contents-line.ts';
import { FileTextBuilder } from '../file-text-builder.ts';
import { officialHead } from '../official-head.ts';
import { headingEvidence } from './heading-evidence.ts';
import { attribute, type Element, isElement, type Node } from './tree.ts';
import { unseenElements } from './unseen.ts';
import { type VisibleLine, visibleLines } from './visible-lines.ts';

/** What was found beside the text of a document. */
export interface Beside {
  /** Counts only where no line is set as the title. */
  readonly title?: string | undefined;
  readonly told?: ToldMetadata;
  /** What is printed or written beside the text: the rule that names it, by its words. */
  readonly beside?: ReadonlyMap<string, string>;
}

/** How a line of a table of contents is marked. */
export const CONTENTS = 'contents';

/** How what stands apart from the text is marked, in what a document was turned into. */
export const FOOTNOTE = 'data-footnote';

/**
 * The text of a document that is an article from its first line to its last, as what was written with a word processor
 * or in Markdown is: turned into HTML, with nothing around it. Footnotes stand apart.
 */
export function printedLines(document: Node, { title, told = {}, beside = new Map() }: Beside = {}): FileText {
  const lines = visibleLines(document, { unseen: unseenElements(document), isPrinted: true });
  const outside = reasonsOutside(lines);
  const text = lines.filter((line) => !outside.has(line));
  const set = titleAmong(text, title);
  const file = new FileTextBuilder();
  if (set === undefined && title !== undefined) {
    file.titleFollows();
    file.add(title);
  }
  const headings = headingEvidence(
    text.filter((line) => line !== set),
    { isWhole: true },
  );
  for (const line of lines) {
    if (line === set) file.titleFollows();
    const reason = outside.get(line);
    file.add(line.text, reason === undefined ? { heading: headings.get(line) } : { outside: reason });
  }
  for (const [words, rule] of beside) file.add(words, { outside: rule });
  return file.build(told);
}

/** Notes, contents, and the head of an official document: why, by line. */
function reasonsOutside(lines: readonly VisibleLine[]): ReadonlyMap<VisibleLine, string> {
  const contents = contentsLines(lines.map(({ text }) => text));
  const head = officialHead(lines.map(({ text }) => text));
  const reasons = new Map<VisibleLine, string>();
  for (const [at, line] of lines.entries()) {
    if (isMarked(line, (element) => attribute(element, FOOTNOTE) !== undefined)) reasons.set(line, 'footnote');
    else if (contents[at] || isMarked(line, (element) => attribute(element, 'class') === CONTENTS))
      reasons.set(line, 'contents');
    else if (head.has(at)) reasons.set(line, 'page-head');
  }
  return reasons;
}

/** The first heading, where it is a title: not one of several parts whose whole is named elsewhere. */
function titleAmong(lines: readonly VisibleLine[], told: string | undefined): VisibleLine | undefined {
  const headings = lines.filter(({ level }) => level === 1);
  const [first] = headings;
  if (first === undefined || lines.indexOf(first) > MAX_ABOVE_TITLE) return undefined;
  return told !== undefined && headings.length > 1 && first.text !== told ? undefined : first;
}

/** Above its title a document may name who issues it. */
const MAX_ABOVE_TITLE = 3;

/** Whether what it stands in, or anything around that, is marked. */
function isMarked({ pieces }: VisibleLine, isMark: (element: Element) => boolean): boolean {
  for (
    let node: Node | null = pieces[0]?.element ?? null;
    node !== null;
    node = 'parentNode' in node ? node.parentNode : null
  ) {
    if (isElement(node) && isMark(node)) return true;
  }
  return false;
}
