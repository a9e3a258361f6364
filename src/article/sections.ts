import type { Section } from './article.ts';
import { type BodyLine, findHeadings } from './headings.ts';

/** Divides the body into the lead before the first heading (§0) and a section under each heading (§1 …). */
export function divide(body: readonly BodyLine[]): Section[] {
  const headings = findHeadings(body);
  const sections: { number: number; heading: string | null; paragraphs: string[] }[] = [];
  let current: (typeof sections)[number] | undefined;
  for (const [at, { text }] of body.entries()) {
    if (headings.has(at)) {
      current = { number: (current?.number ?? 0) + 1, heading: text, paragraphs: [] };
      sections.push(current);
      continue;
    }
    if (current === undefined) {
      current = { number: 0, heading: null, paragraphs: [] };
      sections.push(current);
    }
    current.paragraphs.push(text);
  }
  return sections;
}
