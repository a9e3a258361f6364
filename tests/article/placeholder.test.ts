import { describe, expect, test } from 'vitest';
import { findPlaceholders, findReplacedMarks, placeholderContext } from '../../src/article/placeholder.ts';
import { applied } from '../../src/article/revision.ts';

const NARROW = placeholderContext('他说:好,走?');
const WIDE = placeholderContext('他说：好，走？不走?');

const withoutPlaceholders = (text: string, context = NARROW) => {
  const first = applied(text, findPlaceholders(text, context));
  return applied(first, findReplacedMarks(first, context));
};

describe('what stands for a sign that the page lacks', () => {
  test.each([
    ['????记者昨天到了渡口。', '记者昨天到了渡口。'],
    ['? ? 记者昨天到了渡口。', '记者昨天到了渡口。'],
    ['\ufffd\ufffd“他来了。', '“他来了。'],
    ['他走了。??第二天他又来了。', '他走了。第二天他又来了。'],
    ['读列夫?托尔斯泰的小说', '读列夫·托尔斯泰的小说'],
    ['讀約翰?羅納德?瑞爾?托爾金的小說', '讀約翰·羅納德·瑞爾·托爾金的小說'],
    ['读马克\ufffd吐温的小说', '读马克·吐温的小说'],
    ['看约翰?F?肯尼迪的书', '看约翰·F·肯尼迪的书'],
    ['那位老人??从前是船工??走了。', '那位老人——从前是船工——走了。'],
    ['图是去年画的。?岑小池画', '图是去年画的。\ufffd岑小池画'],
    ['他说:?我们来了。?大家都笑了。', '他说:“我们来了。”大家都笑了。'],
    ['他问:?你来吗??没有人答。', '他问:“你来吗?”没有人答。'],
  ])('%s', (text, expected) => expect(withoutPlaceholders(text)).toBe(expected));

  test('in a page that asks in full width a dash, or what cannot be told', () => {
    expect(withoutPlaceholders('那位老人??从前是船工??走了。', WIDE)).toBe('那位老人——从前是船工——走了。');
    const indented = placeholderContext('??他来了？\n??他走了，好，好。');
    expect(withoutPlaceholders('画是陆?亭送来的。', indented)).toBe('画是陆\ufffd亭送来的。');
    expect(withoutPlaceholders('画是陆?亭送来的。', WIDE)).toBe('画是陆?亭送来的。');
  });

  test('in a page that lacks spaces and has no quotation marks, a word in these', () => {
    const lacking = placeholderContext('??他来了。\n??他走了。');
    expect(withoutPlaceholders('这就是所谓?老船工?的办法。', lacking)).toBe('这就是所谓“老船工”的办法。');
    expect(withoutPlaceholders('这就是所谓?老船工?的办法。')).toBe('这就是所谓?老船工?的办法。');
  });

  test('one sign before each of several lines is an indent', () => {
    const context = placeholderContext('?记者来了。\n?他走了。');
    expect(withoutPlaceholders('?记者来了。', context)).toBe('记者来了。');
    expect(withoutPlaceholders('?记者来了。', placeholderContext('?记者来了。'))).toBe('?记者来了。');
  });
});

describe('questions stay', () => {
  const questions = [
    '去?不去?全班都笑了。',
    '二选一?(只能选一个)',
    '为什么?因为轻?还是因为便宜?!',
    '西安?海南?没有人去过。',
    '你去过巴西吗?巴西很远。',
    '真的??我不信。',
    '他问:“多少钱?”她说:“五块?”',
  ];
  test.each(questions)('%s', (text) => expect(withoutPlaceholders(text)).toBe(text));

  test.each(['你说呢?我说不去。', '为什么走?没有人知道。', '多少钱?五块。'])(
    'in a page that asks in full width too: %s',
    (text) => expect(withoutPlaceholders(text, WIDE)).toBe(text),
  );
});
