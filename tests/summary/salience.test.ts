import { describe, expect, it } from 'vitest';
import { readCandidates } from '../../src/summary/candidates.ts';
import { countGrams } from '../../src/summary/grams.ts';
import { FEATURE_NAMES, featureRows, salience } from '../../src/summary/salience.ts';

const TEXT = ['金昌市推进网格化治理。居民很满意。', '网格员走访居民。', '食堂开张。'];
const section = countGrams(readCandidates(TEXT));
const PRINT = { heading: '', paragraphs: TEXT.length, spoken: 0 };

function chanceOf(gram: string, setting = PRINT): number {
  return salience(section, setting)[section.grams.get(gram)?.id ?? -1] ?? Number.NaN;
}

describe('salience', () => {
  it('is a chance for every gram', () => {
    const chances = salience(section, PRINT);
    expect(chances).toHaveLength(section.grams.size);
    for (const chance of chances) expect(chance > 0 && chance < 1).toBe(true);
  });

  it('rises with what the text repeats', () => {
    expect(chanceOf('居民')).toBeGreaterThan(chanceOf('满意'));
  });

  it('rises with what the heading names, in either script', () => {
    expect(chanceOf('食堂', { ...PRINT, heading: '社区食堂' })).toBeGreaterThan(chanceOf('食堂'));
    expect(chanceOf('开张', { ...PRINT, heading: '食堂開張' })).toBeGreaterThan(chanceOf('开张'));
  });

  it('rises with an early place in print, not in talk', () => {
    const ratio = (spoken: number) => chanceOf('推进', { ...PRINT, spoken }) / chanceOf('开张', { ...PRINT, spoken });
    expect(ratio(0)).toBeGreaterThan(ratio(1));
  });
});

describe('featureRows', () => {
  it('has a finite number for every feature of every gram', () => {
    const rows = featureRows(section, { ...PRINT, heading: '网格化', spoken: 0.5 });
    expect(rows).toHaveLength(section.grams.size);
    for (const row of rows) {
      expect(row).toHaveLength(FEATURE_NAMES.length);
      expect(row.every(Number.isFinite)).toBe(true);
    }
  });
});
