import { table } from './markdown.ts';
import { type SummaryRow, summaryRows } from './summary.ts';

/** How near summaries come to those that people wrote, and how long they take: a table for each set. */
export function summaryReport(folder: string): string {
  const rows = summaryRows(folder);
  const sets = [...new Set(rows.map(({ set }) => set))];
  return [
    NOTE,
    ...sets.map((set) =>
      setTable(
        set,
        rows.filter((row) => row.set === set),
      ),
    ),
  ].join('\n\n');
}

const NOTE =
  'Means of ROUGE-1, ROUGE-2 and ROUGE-L over characters, at most 2 sentences and 120 characters a summary; the outline has what the length of the section asks for. ' +
  'The weights come from the sections of the first part. None comes from the second, though features were compared by cross-validation over both.';

function setTable(set: string, rows: readonly SummaryRow[]): string {
  const head = ['method', 'part', 'sections', 'F', 'recall', 'characters', 'ms p50', 'ms p95'];
  return `### ${set}\n\n${table(head, rows.map(cells))}`;
}

function cells({ method, part, sections, f, recall, length, p50, p95 }: SummaryRow): string[] {
  return [
    method,
    part,
    String(sections),
    fixed(f, 1),
    fixed(recall, 1),
    fixed(length, 0),
    fixed(p50, 2),
    fixed(p95, 2),
  ];
}

function fixed(value: number | undefined, digits: number): string {
  return value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);
}
