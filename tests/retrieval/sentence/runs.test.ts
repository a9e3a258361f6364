import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPassage } from '../../../src/retrieval/sentence/passage.ts';
import { RUN_TYPES, type RunType } from '../../../src/retrieval/sentence/runs/run.ts';

function runs(text: string, ...types: RunType[]): string[] {
  return readPassage(text)
    .sentences.flatMap((sentence) => sentence.runs)
    .filter((run) => types.length === 0 || types.includes(run.type))
    .map((run) => text.slice(run.start, run.end));
}

describe('dates', () => {
  it.each([
    ['2007年10月2日步行穿过。', ['2007年', '2007年10月2日']],
    ['他於１９４５年返回美國。', ['１９４５年']],
    ['始建于公元前221年。', ['公元前221年']],
    ['在二十世纪七十年代初。', ['二十世纪', '二十世纪七十年代初']],
    ['1990年代中后期式微。', ['1990年代', '1990年代中后期']],
    ['太和十九年颁布。', ['太和十九年']],
    ['昭和四十九年辞职。', ['昭和四十九年']],
    ['9月下旬抵达。', ['9月下旬']],
  ])('%s', (text, expected) => {
    expect(runs(text, 'date', 'year')).toEqual(expected);
  });

  it('takes a span from one date to the next as one run as well', () => {
    expect(runs('1917年至1918年签订。', 'date', 'year')).toContain('1917年至1918年');
  });

  it('does not take a number of years or a part of one for a year', () => {
    expect(runs('三十年来增长了1250年前的两倍。', 'year')).toEqual([]);
  });
});

describe('quantities', () => {
  it.each([
    ['共有408户、1248人。', ['408户', '1248人']],
    ['捐赠5200万美元。', ['5200万美元']],
    ['耗资5亿日圆。', ['5亿日圆']],
    ['约3.5万余名群众。', ['3.5万余名']],
    ['体长7-11厘米。', ['7-11厘米']],
    ['面积1,248.5平方公里。', ['1,248.5平方公里']],
    ['以1比3负于对手。', ['1比3']],
    ['在零下40摄氏度存活，负5度结冰，胜负3场。', ['零下40摄氏度', '负5度', '3场']],
  ])('%s', (text, expected) => {
    expect(runs(text, 'quantity')).toEqual(expected);
  });

  it('tells durations, percentages and ordinals apart', () => {
    expect(runs('谈判花了13年零8个月。', 'duration')).toEqual(['13年零8个月']);
    expect(runs('占百分之三十，即30%。', 'percentage')).toEqual(['百分之三十', '30%']);
    expect(runs('第48届年会。', 'ordinal')).toEqual(['第48届']);
  });

  it('finds no number inside a Latin word', () => {
    expect(runs('MP5和B2轰炸机。', 'quantity')).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    ['他读了《蜀道难》。', '《蜀道难》', 'title'],
    ['被称为“世界钢都”的城市。', '世界钢都', 'quoted'],
    ['由 Konami Digital Entertainment 创作。', 'Konami Digital Entertainment', 'latin'],
    ['西班牙诗人何塞·加布里埃尔提倡。', '何塞·加布里埃尔', 'person'],
    ['漢斯·艾斯勒做出了國歌。', '漢斯·艾斯勒', 'person'],
  ] as const)('%s', (text, name, type) => {
    expect(runs(text, type)).toContain(name);
  });
});

describe('runs of any text', () => {
  it('lie in their sentence, in order, at most 60, each once', () => {
    const piece = fc.constantFrom(
      '2007年',
      '三',
      '408',
      '户',
      '《',
      '》',
      '“',
      '”',
      '。',
      '，',
      '金昌市',
      '·',
      'MP5',
      ' ',
      '的',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        for (const sentence of readPassage(pieces.join('')).sentences) {
          expect(sentence.runs.length).toBeLessThanOrEqual(60);
          const places = sentence.runs.map(({ start, end }) => `${start}-${end}`);
          expect(new Set(places).size).toBe(places.length);
          sentence.runs.forEach((run, index) => {
            expect(RUN_TYPES).toContain(run.type);
            expect(run.start).toBeGreaterThanOrEqual(sentence.start);
            expect(run.end).toBeLessThanOrEqual(sentence.end);
            expect(run.end).toBeGreaterThan(run.start);
            expect(run.start).toBeGreaterThanOrEqual(sentence.runs[index - 1]?.start ?? 0);
          });
        }
      }),
    );
  });
});
