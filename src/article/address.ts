/** Where a paragraph stands: section number (0 is the lead) and paragraph number, counted from 1. */
export interface Address {
  readonly section: number;
  readonly paragraph: number;
}

/** `§2¶4` */
export function formatAddress({ section, paragraph }: Address): string {
  return `§${section}¶${paragraph}`;
}
