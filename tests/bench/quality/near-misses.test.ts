import { expect, it } from 'vitest';
import { fold } from '../../../src/language/fold.ts';
import { seededRandom } from '../../training/random.ts';
import { nearMisses } from './near-misses.ts';
import { POOL } from './pool-for-test.ts';

const { withoutAnswer, exchanged } = nearMisses(POOL, seededRandom(1));

it('takes out the sentences with the answer and nothing else', () => {
  expect(withoutAnswer.map(({ texts }) => texts)).toEqual([
    ['1981年設立地級市，管轄一區一縣。'],
    ['金昌市位於甘肅省，盛產鎳礦。'],
    ['網球是兩人或四人之間的運動。'],
  ]);
});

it('exchanges a fact that the document has for one that it lacks', () => {
  expect(exchanged.length).toBeGreaterThan(0);
  for (const { texts, question } of exchanged) {
    const original = POOL.questions.find(({ answers }) => answers === question.answers)?.question ?? '';
    expect(question.question).not.toBe(original);
    const document = fold(texts.join(''));
    const added = [...fold(question.question)].filter((character) => !fold(original).includes(character));
    expect(added.length === 0 || added.some((character) => !document.includes(character))).toBe(true);
  }
});
