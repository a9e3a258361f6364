const SEPARATOR = /(?<=\d),(?=\d{3}(?!\d))/g;

/** A text in which 1,248 is written 1248, so that both are one number. */
export function withoutThousands(text: string): string {
  return text.replace(SEPARATOR, '');
}
