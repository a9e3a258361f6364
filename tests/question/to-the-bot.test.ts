import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/question/question.ts';
import { toTheBot, withoutGreetings } from '../../src/question/to-the-bot.ts';

const said = (message: string) => toTheBot(readQuestion(message).folded);

describe('toTheBot', () => {
  it.each([
    [
      'hello',
      [
        '你好',
        '您好！',
        '你好呀~',
        '妳好',
        '大家好',
        'Hello!',
        'hi 👋',
        'hey there',
        'nihao',
        'nǐ hǎo',
        'ni hao ma',
        '早上好啊',
        '在吗？',
        '你好，机器人',
        '哈囉',
        '你好你好',
        'ＨＩ',
      ],
    ],
    [
      'thanks',
      [
        '谢谢',
        '謝謝你！',
        '谢谢啦😊',
        '多谢',
        '感谢',
        'thanks',
        'Thank you so much!',
        'thx',
        'xiexie',
        'xièxie',
        '好的，谢谢',
        '辛苦了',
        '谢谢你的帮助',
        '唔該',
      ],
    ],
    [
      'help',
      [
        '帮助',
        '幫助？',
        '怎么用',
        '怎麼用啊',
        '你能做什么？',
        '你会什么',
        '可以问什么',
        '使用说明',
        'help',
        'Help me please',
        'how do I use this?',
        'what can you do',
        'bangzhu',
        'zenme yong',
        '你好，怎么用？',
      ],
    ],
    [
      'who',
      [
        '你是谁',
        '你是誰？',
        '你是谁呀',
        '你叫什么名字',
        '你是机器人吗',
        '自我介绍一下',
        'who are you?',
        "what's your name",
        'are you a bot?',
        'ni shi shui',
        '你好，你是谁',
      ],
    ],
    ['who', ['你係邊個', '你系边个啊']],
    ['help', ['我不明白', '看不懂', '没听懂你的意思', '不懂', "I don't understand"]],
    ['bye', ['再见', '再見！', '拜拜', '好的，再见', 'bye bye', 'see you later', '我先走了']],
    [
      'chatter',
      [
        '嗯',
        '哦',
        '嗯嗯',
        '呵呵',
        '哈哈哈',
        '好的',
        '好',
        '不对',
        '不對！',
        '再说一遍',
        'ok',
        'haha',
        'asdfgh',
        'qweqwe',
        'lkjhg',
        'aaaaa',
        '嗯，好的',
      ],
    ],
    [
      'contents',
      [
        '目录',
        '目錄',
        '这里有哪些文章',
        '你有什么文章？',
        'what are the articles',
        '目录呢',
        '看看目录',
        'contents',
        'Table of contents',
        'mulu',
        'mù lù',
      ],
    ],
  ])('%s', (kind, messages) => {
    for (const message of messages) expect([message, said(message)]).toEqual([message, kind]);
  });

  it.each([
    '马翠芳是谁',
    '你好，马翠芳是谁？',
    '谢谢谁',
    '他们得到了什么帮助',
    '帮助了多少人',
    '怎么用手机缴费',
    '目录里有多少种商品',
    '你们公司好吗',
    '在吗啡里',
    'who are the residents',
    'help for farmers',
    '早稻',
    '功能',
    '？？',
    '第二部分讲什么',
    '好事有哪些',
    '不对外开放',
    '拜山',
    '对牛弹琴',
    'property',
    'were',
    'liberty',
    'zhaojiazhuang',
    '不懂技术的人怎么办',
  ])('nothing in: %s', (message) => {
    expect(said(message)).toBeUndefined();
  });
});

it.each([
  ['你好,谢谢,那赵家庄多大', '那赵家庄多大'],
  ['不对，马翠芳管多少户？', '马翠芳管多少户？'],
  ['你好！', '你好！'],
  ['赵家庄，多大', '赵家庄，多大'],
  ['怎么用，多大', '怎么用，多大'],
])('of %s the question is %s', (message, question) => {
  expect(withoutGreetings(message)).toBe(question);
});
