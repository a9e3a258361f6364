import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { serializeOuter } from 'parse5';
import { childrenOf, type Element, elementsOf, isElement, type Node } from './tree.ts';

/** Names an element in the copy that Readability takes apart. */
const NUMBER = 'data-number';

/**
 * The elements of a page that Readability takes for the article's, with all that it has cut out of them left out.
 * @returns none where it finds no article, or would take too long to find it
 */
export function readableElements(document: Node, unseen: ReadonlySet<Element>): ReadonlySet<Element> {
  const html = [...childrenOf(document)].find(isElement);
  if (html === undefined || depthsIn(html) > MAX_DEPTHS) return new Set();
  const elements = [...elementsOf(html)];
  for (const [number, element] of elements.entries()) element.attrs.push({ name: NUMBER, value: String(number) });
  const numbered = serializeOuter(html);
  for (const element of elements) element.attrs.pop();
  return new Set(
    numbersKept(numbered, (number) => isHidden(elements[number], unseen)).flatMap((at) => elements[at] ?? []),
  );
}

function isHidden(element: Element | undefined, unseen: ReadonlySet<Element>): boolean {
  return element !== undefined && element.tagName !== 'head' && unseen.has(element);
}

/** The numbers of the elements that Readability leaves of a page whose elements are numbered. */
function numbersKept(html: string, isLeftOut: (number: number) => boolean): number[] {
  const numberOf = (element: CopiedElement) => Number(element.getAttribute(NUMBER));
  try {
    const copy = parseHTML(html).document;
    for (const copied of [...copy.querySelectorAll(`[${NUMBER}]`)]) if (isLeftOut(numberOf(copied))) copied.remove();
    const read = new Readability<Iterable<CopiedElement>>(copy as never, {
      serializer: (content) => (content as unknown as Copied).querySelectorAll(`[${NUMBER}]`),
    }).parse();
    return [...(read?.content ?? [])].map(numberOf);
  } catch {
    // An attribute that is too long for its stack; there is other evidence.
    return [];
  }
}

/** The largest of pages has 100,000; of 150,000 it takes some seconds. */
const MAX_DEPTHS = 150_000;

/** How deep all elements lie, summed up: what Readability takes grows with it. */
function depthsIn(html: Element): number {
  let sum = 0;
  let level: readonly Node[] = [html];
  for (let depth = 1; level.length > 0; depth += 1) {
    sum += depth * level.length;
    level = level.flatMap(childrenOf).filter(isElement);
  }
  return sum;
}

interface CopiedElement {
  getAttribute(name: string): string | null;
}
interface Copied {
  querySelectorAll(selector: string): Iterable<CopiedElement>;
}
