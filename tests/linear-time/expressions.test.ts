import { describe, expect, it } from 'vitest';
import { BOUNDED } from './bounded.ts';
import { type Expression, expressionsOf, nameOf, syntaxes } from './expressions.ts';
import { judge, keepVerdicts, verdictsOn } from './verdicts.ts';

/** With `WRITE_VERDICTS=1` new verdicts are kept in verdicts.json; without, new expressions are judged at every run. */
const WRITES = process.env.WRITE_VERDICTS === '1';

const files = syntaxes();
const expressions = expressionsOf(files);
const verdicts = await verdictsOn(expressions);
if (WRITES) keepVerdicts(verdicts);

const isBoundedBy = ({ file, has }: (typeof BOUNDED)[number], one: Expression): boolean =>
  one.file === file && one.source.includes(has);
const isLinear = (one: Expression): boolean => verdicts.get(nameOf(one)) === 'linear';

describe('every regular expression', () => {
  it.each([...new Set(expressions.map(({ file }) => file))])(
    'of %s is linear, or looks at texts of bounded length',
    (file) => {
      const free = expressions.filter(
        (one) => one.file === file && !isLinear(one) && !BOUNDED.some((bounded) => isBoundedBy(bounded, one)),
      );
      expect(free.map((one) => `${verdicts.get(nameOf(one))}: ${nameOf(one)}`)).toEqual([]);
    },
  );

  it('is never worse than quadratic, whatever bounds its texts', () => {
    const worse = expressions.filter(
      (one) => !['linear', 'quadratic', 'unknown'].includes(verdicts.get(nameOf(one)) ?? ''),
    );
    expect(worse.map((one) => `${one.file} ${verdicts.get(nameOf(one))}: ${nameOf(one)}`)).toEqual([]);
  });

  it('that is said to be bounded needs to be, and its bound is small', () => {
    const needless = BOUNDED.filter(
      (bounded) => !expressions.some((one) => isBoundedBy(bounded, one) && !isLinear(one)),
    );
    expect(needless).toEqual([]);
    expect(BOUNDED.filter(({ limit }) => limit > 6_000)).toEqual([]);
  });

  it('is composed when its module is loaded, never from a text that comes later', () => {
    const later = files.flatMap(({ file, composed }) =>
      composed.filter(({ inFunction }) => inFunction).map(({ code }) => `${file}: ${code}`),
    );
    expect(later).toEqual([]);
  });

  it('is found: literals, and what is composed of parts', () => {
    const has = (file: string, source: string) =>
      expressions.some((one) => one.file === file && one.source.includes(source));
    expect(has('src/language/sentences.ts', '[。！？!?]')).toBe(true);
    expect(has('src/question/expected-answer.ts', '分钟?|秒|刻钟')).toBe(true);
    expect(expressions.length).toBeGreaterThan(500);
  });

  it('is judged as it would be run', async () => {
    const verdictOn = (source: string) => judge({ file: '', source, flags: '' });
    expect(await verdictOn('(?:是|因为|是因为)+$')).toBe('exponential');
    expect(await verdictOn('\\s+$')).toBe('quadratic');
    expect(await verdictOn('(?<!\\s)\\s+$')).toBe('linear');
  });
});

describe('an array of any length', () => {
  it('is never spread into arguments, which lie on the stack', () => {
    expect(files.flatMap(({ file, spreads }) => spreads.map((code) => `${file}: ${code}`))).toEqual([]);
  });
});
