/**
 * Strings that are made to hold a program up, to be misread as markup, or to ping somebody; the
 * same ones in every run.
 */

const UNITS = [
  ...[
    '是因为',
    '网格',
    '多少',
    '什么',
    '的',
    '不',
    '为什么',
    '第几',
    '有',
    '吗',
    '哪',
    '下一页',
    '国际',
    '融媒',
    '字号',
  ],
  ...['万', '亿', '零', '两', '十', '百分之', '〇', '号', '户', '年', '2021年', '1', '.', '1.', '0.5%', '-', '——'],
  ...[
    '⿰',
    '⿱',
    '⿻',
    '⿰木',
    '\u2FFC',
    '著',
    '裡',
    '乾',
    '𠮷',
    'ﷺ',
    '㍿',
    'İ',
    'ß',
    'ﬃ',
    '\u0301',
    '\u200D',
    '👨‍👩‍👧',
  ],
  ...[
    '(',
    ')',
    '“',
    '”',
    '「',
    '」',
    '《',
    '》',
    '？',
    '!',
    '、',
    '，',
    '。',
    '；',
    '：',
    '…',
    '/',
    '\\',
    '|',
    '>',
    '<',
  ],
  ...['*', '**', '_', '__', '~~', '`', '```', '||', '> ', '>>> ', '# ', '-# ', '1. ', '[a](https://x.cn)', '[', ']('],
  ...[
    '@everyone',
    '@here',
    '<@5>',
    '<@!5>',
    '<@&5>',
    '<#5>',
    '<t:1:R>',
    '<:a:5>',
    '<a:b:6>',
    '</ask:5>',
    'https://x.cn/',
  ],
  ...[
    '\n',
    '\t',
    ' ',
    '\u3000',
    '\u200B',
    '\u202E',
    '\u2066',
    '\u0000',
    '\u001B[31m',
    '\u0085',
    '\uD800',
    '\uDC00',
    '\uFEFF',
  ],
  ...[
    'a',
    'wangge',
    "xi'an",
    'zhongguo',
    'shi',
    'x'.repeat(9),
    '__proto__',
    'constructor',
    '§2¶1',
    '2.4',
    's2p4',
    '第2节',
  ],
];

/** A number below `below`, as the one before it leads to. */
export type Dice = (below: number) => number;

/** Mulberry32 (Tommy Ettinger, public domain). */
export function createDice(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** One string of at most `most` UTF-16 units: something repeated, with something else around it. */
export function hostileString(dice: Dice, most: number): string {
  const pick = () => (dice(8) === 0 ? anyCharacter(dice) : (UNITS[dice(UNITS.length)] ?? ''));
  const some = (count: number) => Array.from({ length: count }, pick).join('');
  const unit = some(1 + dice(3));
  const room = Math.max(1, Math.floor((most - 40) / Math.max(1, unit.length)));
  const times = dice(2) === 0 ? 1 + dice(8) : 1 + dice(room);
  return (some(dice(3)) + unit.repeat(times) + some(dice(3))).slice(0, most);
}

/** Of any block of Unicode. */
function anyCharacter(dice: Dice): string {
  return String.fromCodePoint(dice(3) === 0 ? dice(0x110000) : dice(0x10000));
}
