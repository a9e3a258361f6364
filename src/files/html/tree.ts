import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { NotAnArticle } from '../../article/article.ts';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** No page is written so deep; browsers stop at 512. */
const MAX_DEPTH = 512;
/** The largest of pages has some 20,000. */
const MAX_NODES = 400_000;

/**
 * The tree of a page, as browsers would have it, however it is written. Nothing is run and nothing is fetched.
 * @throws NotAnArticle where it is deeper or larger than any page
 */
export function treeOf(html: string): Node {
  const document = parse(html);
  requireSize(document);
  return document;
}

function requireSize(document: Node): void {
  let count = 0;
  let level: Node[] = [document];
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length;
    if (depth > MAX_DEPTH)
      throw new NotAnArticle(`the page nests elements more than ${MAX_DEPTH} deep; no article does`);
    if (count > MAX_NODES) throw new NotAnArticle(`the page has more than ${MAX_NODES} elements; no article has`);
    level = level.flatMap(childrenOf);
  }
}

export function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** All elements of a tree, in the order of the page. */
export function* elementsOf(root: Node): Generator<Element> {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isElement(node)) yield node;
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at -= 1) waiting.push(children[at] as Node);
  }
}

/** All text inside an element, white space as one space. */
export function textOf(root: Node): string {
  const pieces: string[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === '#text') pieces.push((node as DefaultTreeAdapterTypes.TextNode).value);
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at -= 1) waiting.push(children[at] as Node);
  }
  return pieces.join('').replace(/\s+/g, ' ').trim();
}
