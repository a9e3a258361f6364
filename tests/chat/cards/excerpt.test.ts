import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../src/chat/cards/excerpt.ts';

describe('excerpt', () => {
  it('is the text where that is short', () => {
    expect(excerpt('共有408户', 6)).toBe('共有408户');
  });

  it('has the beginning and the end of a longer one', () => {
    expect(excerpt('她管辖着所在小区的八栋楼房', 9)).toBe('她管辖着所在……栋楼房');
  });

  it.each([
    ['共有家家户户一千一百加上1248人', 9],
    ['一共有1,248户人家都住在这里面', 9],
    ['他们都用start-up这个词来说明Windows', 12],
    ['𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷', 9],
  ])('cuts no number, no Latin word and no character of %s in two', (text, longest) => {
    const [head = '', tail = ''] = excerpt(text, longest).split('……');
    const cut = new RegExp(`^${head}(?<before>.?).*?(?<behind>.?)${tail}$`, 'su').exec(text);
    expect(cut).not.toBeNull();
    expect(head + (cut?.groups?.before ?? '')).not.toMatch(/[\dA-Za-z][\dA-Za-z]$|[\d,][\d,]$/);
    expect(`${head}${tail}`.isWellFormed()).toBe(true);
    expect(tail).not.toMatch(/^(248|48|8|indows|ndows|dows|ows|ws|s)/);
  });
});
