import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSummaries, SUMMARY_FILE } from './summary-dataset.ts';

function folderWith(lines: readonly object[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'summaries-'));
  writeFileSync(join(folder, SUMMARY_FILE), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return folder;
}

function line(id: string, heading = ''): object {
  return { set: 'vcsum', id, heading, paragraphs: ['大家好。'], reference: '问候' };
}

describe('readSummaries', () => {
  it('reads sections in order, an empty heading as none', () => {
    const [first, second] = readSummaries(folderWith([line('vcsum-1_0-9', '开场'), line('vcsum-2_0-9')]));
    expect(first).toMatchObject({
      set: 'vcsum',
      reference: '问候',
      section: { heading: '开场', paragraphs: ['大家好。'] },
    });
    expect(second?.section.heading).toBeNull();
  });

  it('puts all sections of a meeting, and all news of a day, into one part', () => {
    const ids = Array.from({ length: 40 }, (_, at) => at);
    const partsOf = (name: (at: number, item: number) => string) =>
      ids.map((at) => readSummaries(folderWith([0, 1, 2].map((item) => line(name(at, item))))).map(({ part }) => part));
    const meetings = partsOf((at, item) => `vcsum-${at}_${item}-97${item}`);
    const days = partsOf((at, item) => `xwlb-202301${10 + at}-${item}-h`);
    for (const parts of [...meetings, ...days]) expect(new Set(parts).size).toBe(1);
    expect(new Set(meetings.flat()).size).toBeGreaterThan(1);
  });

  it('names the file when it is absent or of another format', () => {
    expect(() => readSummaries(folderWith([{ id: 'x' }]))).toThrow(SUMMARY_FILE);
    expect(() => readSummaries(tmpdir())).toThrow(SUMMARY_FILE);
  });
});
