import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/library/open.ts';
import { articleOf } from '../training/passages.ts';

const TEXTS = ['青石桥始建于1687年。它全长86米。', '桥下的河流每年春天有候鸟停留。'];
const article = articleOf('bridge', TEXTS);

describe('ask, without a network', () => {
  it('answers from words alone', async () => {
    const answer = await createLibrary([article]).ask('青石桥始建于哪一年？');
    expect(answer).toMatchObject({ verdict: 'answer', read: false });
    expect(answer.passages[0]?.sentence).toEqual({ start: 0, end: 12 });
    expect(answer.passages.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 3);
  });

  it('calls it off the subject where no word is near', async () => {
    const answer = await createLibrary([article]).ask('电脑死机怎么办？');
    expect(answer).toMatchObject({ verdict: 'off-topic', confidence: 0, passages: [] });
  });

  it('answers what is known for certain', async () => {
    const library = createLibrary([{ ...article, editors: ['周远'] }]);
    expect(await library.ask('责编是谁？')).toMatchObject({ verdict: 'answer', confidence: 1, read: false });
    expect(await library.ask('§0¶2')).toMatchObject({ verdict: 'answer', confidence: 1 });
    expect(await library.ask('？')).toMatchObject({ verdict: 'off-topic', refusal: { reason: 'blank' } });
  });
});
