import { isShort, type LineKind } from './line-kind.ts';

/** The links below a line that heads a list of them, up to the next text; a heading right before it stays, unless the list were empty then. */
export function relatedLinks(kinds: readonly LineKind[], headEnd: number): Set<LineKind> {
  const links = new Set<LineKind>();
  for (let at = 0; at < kinds.length; at += 1) {
    const entry = kinds[at];
    if (entry?.kind !== 'furniture' || !headsLinks(entry)) continue;
    const isInline = /:\s*\S/.test(entry.line.folded);
    if (isInline) continue;
    let behind = at + 1;
    while (isShort(kinds[behind])) behind += 1;
    const isAlone = behind === at + 2;
    const heading = kinds[behind]?.kind === 'text' && at >= headEnd && !isAlone ? 1 : 0;
    for (const link of kinds.slice(at + 1, behind - heading)) links.add(link);
  }
  return links;
}

/** 相关阅读, or 点击进入专题： with what it opens below. */
function headsLinks({ furniture, line }: Extract<LineKind, { kind: 'furniture' }>): boolean {
  return furniture.rule === 'related-links' || (furniture.rule === 'read-more' && line.folded.endsWith(':'));
}
