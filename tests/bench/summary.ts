import { pathToFileURL } from 'node:url';
import { type GoldSummary, readSummaries, SUMMARY_FILE, SUMMARY_SETS } from '../training/summary-dataset.ts';
import { oracle } from './summary/oracle.ts';
import { RIVALS } from './summary/rivals.ts';
import { type Rouge, rouge } from './summary/rouge.ts';

/** One way of summarising on one part of one set. */
export interface SummaryRow {
  readonly set: string;
  /** `fitted on`: the weights come from these sections; `kept aside`: no weight does, though features were compared by cross-validation over both. */
  readonly part: 'fitted on' | 'kept aside';
  readonly sections: number;
  readonly method: string;
  /** Mean of ROUGE-1, -2 and -L over characters, 0 to 100. */
  readonly f: number;
  readonly recall: number;
  /** Mean length in code points. */
  readonly length: number;
  /** Milliseconds a section, warm; undefined for the oracle. */
  readonly p50?: number;
  readonly p95?: number;
}

/**
 * Measures every way of summarising against summaries that people wrote.
 * @param folder holds `summary-dev.jsonl`.
 * @param withOracle the best that any two sentences could reach takes half a minute.
 */
export function summaryRows(folder: string, { withOracle = true } = {}): SummaryRow[] {
  const all = readSummaries(folder);
  for (const { section } of all) for (const rival of RIVALS) rival.summarise(section);
  return SUMMARY_SETS.flatMap((set) =>
    (['fitted on', 'kept aside'] as const).flatMap((part) => {
      const golds = all.filter((gold) => gold.set === set && (gold.part === 'test') === (part === 'kept aside'));
      const measured = RIVALS.map(({ name, summarise }) => measure(name, golds, summarise));
      const rows = withOracle ? [...measured, measureOracle(golds)] : measured;
      return rows.map((row) => ({ set, part, sections: golds.length, ...row }));
    }),
  );
}

/** How often each summary is made to time it. */
const RUNS = 5;

type Measured = Omit<SummaryRow, 'set' | 'part' | 'sections'>;

function measure(
  method: string,
  golds: readonly GoldSummary[],
  summarise: (section: GoldSummary['section']) => string,
) {
  const scores = golds.map(({ section, reference }) => {
    const summary = summarise(section);
    return { ...rouge(summary, reference), length: [...summary].length };
  });
  const times = golds.map(({ section }) => medianTime(() => summarise(section)));
  times.sort((a, b) => a - b);
  return {
    method,
    ...means(scores),
    length: mean(scores.map(({ length }) => length)),
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  } satisfies Measured;
}

/** Milliseconds, the median of a few runs: what else the machine does in between is not counted. */
function medianTime(run: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return quantile(
    times.sort((a, b) => a - b),
    0.5,
  );
}

function measureOracle(golds: readonly GoldSummary[]): Measured {
  const scores = golds.map(({ section, reference }) => oracle(section, reference));
  return { method: 'oracle (best F)', ...means(scores), length: Number.NaN };
}

function means(scores: readonly Rouge[]): Rouge {
  return { f: mean(scores.map(({ f }) => f)), recall: mean(scores.map(({ recall }) => recall)) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function main(folder: string | undefined): void {
  if (folder === undefined) {
    process.stderr.write(`usage: node --import tsx tests/bench/summary.ts FOLDER (holds ${SUMMARY_FILE})\n`);
    process.exit(2);
  }
  const round = (value: number | undefined, digits: number) =>
    value === undefined || Number.isNaN(value) ? '' : Number(value.toFixed(digits));
  console.table(
    summaryRows(folder).map(({ f, recall, length, p50, p95, ...row }) => ({
      ...row,
      f: round(f, 1),
      recall: round(recall, 1),
      length: round(length, 0),
      p50: round(p50, 2),
      p95: round(p95, 2),
    })),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv[2]);
