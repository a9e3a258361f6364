import { describe, expect, it } from 'vitest';
import { readPassage } from '../../../src/retrieval/sentence/passage.ts';

const text = '馬翠芳管轄408戶，共有1,248人。她今年44歲。';

describe('readPassage', () => {
  it('divides a passage into sentences, clauses and words whose offsets hold in the text', () => {
    const { sentences, folded } = readPassage(text);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      '馬翠芳管轄408戶，共有1,248人。',
      '她今年44歲。',
    ]);
    expect(sentences[0]?.clauses.map(({ start, end }) => text.slice(start, end))).toEqual([
      '馬翠芳管轄408戶',
      '共有1,248人。',
    ]);
    for (const { start, end, text: word } of sentences.flatMap(({ words }) => words))
      expect(folded.slice(start, end)).toBe(word);
  });

  it('reads a passage once while it is in use, and forgets the ones of long ago', () => {
    const early = readPassage('很久以前的一段。');
    const used = readPassage(text);
    for (let other = 0; other < 600; other += 1) {
      readPassage(`第${other}段。`);
      expect(readPassage(text)).toBe(used);
    }
    const again = readPassage('很久以前的一段。');
    expect(again).not.toBe(early);
    expect(again).toEqual(early);
  });
});
