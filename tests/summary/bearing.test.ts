import { describe, expect, it } from 'vitest';
import { bearing } from '../../src/summary/bearing.ts';
import { readCandidates } from '../../src/summary/candidates.ts';

function bearingOf(text: string, talk = false): number {
  const [candidate] = readCandidates([text]);
  if (candidate === undefined) throw new Error(`no sentence in ${text}`);
  return bearing(candidate, talk);
}

describe('bearing', () => {
  it('raises a sentence that says what the text is about', () => {
    expect(bearingOf('本文介绍如何在终端里查看进程。')).toBeGreaterThan(1);
  });

  it('lowers a sentence that leans on the one before', () => {
    expect(bearingOf('他管辖着8栋楼。')).toBeLessThan(1);
    expect(bearingOf('此外，全市建成了42个社区。')).toBeLessThan(1);
    expect(bearingOf('與此同時，全市建成了42個社區。')).toBeLessThan(1);
  });

  it('leaves others alone, and all talk', () => {
    expect(bearingOf('全市建成了42个社区。')).toBe(1);
    expect(bearingOf('他管辖着8栋楼。', true)).toBe(1);
  });
});
