import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/language/fold.ts';
import { cutKnown } from '../../../src/language/segment.ts';
import { createPassageStore } from '../../../src/retrieval/store/store.ts';
import { createTermSet, indexTerms, ownTermsOf } from '../../../src/retrieval/store/terms.ts';
import { articleOf } from '../../training/passages.ts';

const terms = (...paragraphs: string[]) =>
  ownTermsOf(paragraphs.map((text) => ({ folded: fold(text), known: cutKnown(fold(text)) })));

describe('ownTermsOf', () => {
  it('finds what is set in marks', () => {
    expect([...terms('推广“枫桥经验”，实施《文明条例》，他说：“今天，我很高兴。”')]).toEqual(['枫桥经验', '文明条例']);
  });

  it('finds what keeps recurring together, whole and not in parts', () => {
    const text = '市域社会治理很重要。推进市域社会治理。市域社会治理见效。';
    expect(terms(text)).toContain('市域社会治理');
    expect(terms(text)).not.toContain('市域社会');
  });

  it('takes no term from what occurs once', () => {
    expect(terms('市域社会治理很重要。').size).toBe(0);
  });
});

describe('indexTerms', () => {
  it('joins the own terms over the words, and leaves stop words out', () => {
    const found = indexTerms('网格员的工作', createTermSet(['网格员', '不在这里']), cutKnown('网格员的工作'));
    expect(found).toContain('网格员');
    expect(found).not.toContain('不在这里');
    expect(found).not.toContain('的');
  });

  it('gives the same terms whatever else was indexed', () => {
    const text = '网格员马翠芳走访昌都里社区。';
    const before = indexTerms(text, createTermSet(), cutKnown(text));
    createPassageStore([articleOf('x', ['网格员马翠芳，网格员马翠芳，网格员马翠芳，“昌都里社区”'])]);
    expect(indexTerms(text, createTermSet(), cutKnown(text))).toEqual(before);
  });
});
