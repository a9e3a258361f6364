import stringWidth from 'string-width';

/** A table in Markdown, its columns padded so that it reads well as plain text too; the first is flush left. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(3, ...[head, ...rows].map((row) => stringWidth(row[column] ?? name))),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => pad(cell, widths[at] ?? 0, at)).join(' | ')} |`;
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

function pad(cell: string, width: number, column: number): string {
  const space = ' '.repeat(width - stringWidth(cell));
  return column === 0 ? cell + space : space + cell;
}

/** 0.9346 → `93.5`, the way all shares are printed: per cent. */
export function percent(share: number): string {
  return Number.isFinite(share) ? (share * 100).toFixed(1) : '–';
}
