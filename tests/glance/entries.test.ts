import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { allAbout } from '../../src/glance/all-about.ts';
import { KINDS } from '../../src/glance/entries.ts';
import { glanceAt } from '../../src/glance/glance.ts';
import { splitSentences } from '../../src/language/sentences.ts';
import { harbour, jinchang } from '../sample-articles.ts';
import { told } from './told.ts';

/** Entries that are not the article's own words at their places, or do not stand in their sentences. */
function notOwnWords(article: Article): string[] {
  const glance = glanceAt(article);
  const byAddress = new Map(
    article.sections.flatMap(({ number, paragraphs }) =>
      paragraphs.map((text, at) => [`${number}.${at + 1}`, { text, sentences: splitSentences(text) }] as const),
    ),
  );
  const whole = article.sections.flatMap(({ paragraphs }) => paragraphs).join('\n');
  return KINDS.flatMap((kind) => glance[kind]).flatMap(({ kind, text, note, mentions }) => {
    const isAtHome = mentions.every(({ address, span, sentence }, at) => {
      const paragraph = byAddress.get(`${address.section}.${address.paragraph}`);
      const bounds = paragraph?.sentences[sentence];
      if (paragraph === undefined || bounds === undefined) return false;
      const printed = paragraph.text.slice(span.start, span.end);
      // Somewhere else it may be printed in other widths.
      const isPrinted = at === 0 ? printed === text : printed.length === text.length;
      return isPrinted && span.start >= bounds.start && span.start < bounds.end;
    });
    const isTold = whole.includes(note.replaceAll('…', ''));
    return mentions.length > 0 && isAtHome && isTold ? [] : [`${kind} ${text} ${note}`];
  });
}

describe('what an article names', () => {
  it('is its own words, in all that are at hand', () => {
    const articles = readdirSync(new URL('../quality/articles/', import.meta.url)).map(
      (file): Article => JSON.parse(readFileSync(new URL(`../quality/articles/${file}`, import.meta.url), 'utf8')),
    );
    expect([...articles, jinchang(), harbour].flatMap(notOwnWords)).toEqual([]);
  });

  it('is its own words, whatever it says', () => {
    const piece = fc.constantFrom(
      ...'书记王大明说，5月3日2021年去年四十二个人。《条例》网格员的李在和他她某老小阿县市局公司100,.5%《》“”！？到至'.split(
        '',
      ),
      '县委书记',
      '马翠芳',
      '2.87亿元',
      '\u{20BB7}',
      '１２元',
    );
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 40 }), { maxLength: 4 }), (paragraphs) => {
        expect(notOwnWords(told(...paragraphs.map((pieces) => pieces.join(''))))).toEqual([]);
      }),
    );
  });

  it('takes time in proportion, however long the article', () => {
    const paragraphs = Array.from({ length: 20_000 }, (_, at) => `镇长佟立春${at}说，今年收了${at}户人家的42万元。`);
    const start = process.cpuUsage();
    glanceAt(told(...paragraphs));
    // Some half a second: no more than 50,000 characters are read.
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(20);
  });
});

describe('all about somebody', () => {
  const about = (name: string, ...paragraphs: string[]) => {
    const article = told(...paragraphs);
    const { people } = glanceAt(article);
    const entry = people.find(({ text }) => text === name);
    if (entry === undefined) throw new Error(`nobody called ${name}`);
    return allAbout(article, entry, people).map(({ address, sentence }) => `${address.paragraph}.${sentence}`);
  };

  it('is every sentence that names them, and the next one where 他 or 她 can be nobody else', () => {
    expect(
      about(
        '阮知秋',
        '教应用文的老师阮知秋倒不着急。她三十四岁，白天在城北教书。天黑了。',
        '灯亮了。',
        '阮知秋说，行。',
      ),
    ).toEqual(['1.0', '1.1', '3.0']);
  });

  it.each([
    ['somebody else is named beside', '老师阮知秋和校长荀建业来了。她三十四岁。'],
    ['somebody else is meant beside', '老师阮知秋的丈夫来了。他三十四岁。'],
    ['there are several', '老师阮知秋带着学生来了。她们坐下。'],
    ['it is somebody of theirs', '老师阮知秋来了。她女儿也来了。'],
    ['a sentence stands between', '老师阮知秋来了。天黑了。她坐下。'],
  ])('leaves a sentence out where %s', (_, text) => {
    expect(about('阮知秋', text)).toEqual(['1.0']);
  });
});
