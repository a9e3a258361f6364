import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writersIn } from '../../../src/article/bylines/bylines.ts';
import { readByline } from '../../../src/article/bylines/grammar.ts';
import { fold } from '../../../src/language/fold.ts';
import { P, Q, readPage, TITLE } from '../read-page.ts';

const DATELINE = '2023-02-11 08:15　来源：江城日报';

describe('any name in any form', () => {
  const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马胡朱郭何罗梁谢', '欧阳', '司马', '诸葛', '上官'];
  const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅'];
  const han = fc
    .tuple(fc.constantFrom(...SURNAMES), fc.array(fc.constantFrom(...GIVEN), { minLength: 1, maxLength: 2 }))
    .map(([surname, given]) => surname + given.join(''));
  const dotted = fc.constantFrom('阿卜杜拉·买买提', '约翰·史密斯', '古丽娜尔·艾合买提', '让·保罗·杜邦');
  const name = fc.oneof({ weight: 4, arbitrary: han }, dotted);

  const FORMS: readonly ((names: readonly string[]) => string)[] = [
    (names) => `作者：${names.join('、')}`,
    (names) => `本报记者 ${names.join(' ')}`,
    (names) => `记者 ${names.join('、')}`,
    (names) => `（记者 ${names.join(' 通讯员 ')}）`,
    (names) => `（本报记者 ${names.join(' ')} 摄影报道）`,
    (names) => `文/${names.join('、')} 图/钱一一`,
    (names) => `撰文：${names.join('　')}　审校：钱一一`,
    (names) => `记者/${names.join('、')} 台北报道`,
    (names) => `${names[0]}/文 钱一一/图`,
    (names) => `记者${names[0]}／台北报道`,
    (names) => `江城晚报全媒体记者 ${names.join('、')} 文/图`,
  ];
  const byline = fc.tuple(fc.nat(FORMS.length - 1), fc.uniqueArray(name, { minLength: 1, maxLength: 4 }));

  test('comes out exactly, in order', () => {
    fc.assert(
      fc.property(byline, fc.boolean(), ([form, names], isFoot) => {
        const isOne = form === 8 || form === 9;
        if (isOne && names[0]?.includes('·')) return;
        const line = FORMS[form]?.(names) ?? '';
        const article = isFoot ? readPage(TITLE, DATELINE, P, Q, line) : readPage(TITLE, DATELINE, line, P, Q);
        expect(article.authors, line).toEqual(isOne ? names.slice(0, 1) : names);
        expect(article.title).toBe(TITLE);
        expect(article.sections.flatMap(({ paragraphs }) => paragraphs)).toEqual([P, Q]);
      }),
      { numRuns: 150 },
    );
  });

  test('is none where a sentence speaks of a reporter', () => {
    const sentence = fc.constantFrom<((who: string) => string)[]>(
      (who) => `记者${who}说，大桥昨日合龙。`,
      (who) => `记者 ${who} 在现场看到，大桥昨日合龙。`,
      (who) => `“我是记者${who}。”他说。`,
      (who) => `他曾与本报记者${who}（右一）合影。`,
      (who) => `这本书的作者${who}昨天到场。`,
      (who) => `大桥合龙，通讯员${who}、摄影师老李都在场。`,
      (who) => `昨日，记者从市政府获悉，${who}获奖。`,
      (who) => `据作者${who}介绍，书名出自《诗经》（见第一章）。`,
    );
    fc.assert(
      fc.property(sentence, name, (said, who) => {
        expect(writersIn(fold(said(who)))).toEqual([]);
        expect(readPage(TITLE, DATELINE, said(who), P, Q)).not.toHaveProperty('authors');
      }),
    );
  });
});

describe('hostile lines', () => {
  const hostile = fc
    .array(
      fc.constantFrom('记者', '、', '张三', '文/', '/', '图', '·', ' ', '（', ')', '作者：', '摄', '报道', 'a', '日'),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((atoms) => atoms.join('').repeat(2000).slice(0, 6000));

  test('name few people, all of them in the line', () => {
    fc.assert(
      fc.property(hostile, (line) => {
        for (const place of ['line', 'label', 'brackets'] as const) {
          const found = readByline(line, 0, place);
          expect(found?.names.length ?? 0).toBeLessThanOrEqual(30);
          for (const { start, end } of found?.names ?? []) expect(start < end && end <= 200).toBe(true);
        }
        for (const { start, end } of writersIn(line)) expect(line.slice(start, end).length).toBeGreaterThan(1);
      }),
    );
  });
});
