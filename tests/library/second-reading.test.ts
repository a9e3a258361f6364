import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { joinLibraries } from '../../src/library/joined-library.ts';
import type { Library } from '../../src/library/library.ts';
import { createMeanings } from '../../src/library/meanings.ts';
import { createLibrary } from '../../src/library/open.ts';
import type { EncodedPassage, Network } from '../../src/network/network.ts';
import { openStandIn, type StandIn, telling } from '../network/stand-in.ts';
import { articleOf } from '../training/passages.ts';

/** Articles of twelve passages of a window each, none of which says what is asked. */
const [OWN, OPERATORS] = ['东', '西'].map((side, at): Article => {
  const houses = Array.from({ length: 12 }, (_, house) => `${side}街${house}号在2024年换了门牌。`);
  return { ...articleOf(`street-${at}`, houses), title: `${side}街的门牌` };
});
const QUESTION = '门牌的油漆多少钱一桶？';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await openStandIn();
});
afterAll(() => standIn.close());

/** What the network was given. */
let questions: string[];
let texts: string[];
let read: EncodedPassage[];
beforeEach(() => {
  questions = [];
  texts = [];
  read = [];
});

async function joinedLibraries(
  mostStates?: number,
): Promise<{ readonly joined: Library; readonly operators: Library }> {
  const { network } = standIn;
  const counting: Network = {
    ...telling(network, (text) => texts.push(text)),
    encodeQuestion(question) {
      questions.push(question);
      return network.encodeQuestion(question);
    },
    join(question, passage) {
      read.push(passage);
      return network.join(question, passage);
    },
  };
  const newMeaning = createMeanings(counting, { ...(mostStates !== undefined && { mostStates }) });
  const libraryOf = async (article: Article | undefined, keepsOwnStates: boolean) => {
    if (article === undefined) throw new Error('there is no such article');
    const meaning = newMeaning({ keepsOwnStates });
    await meaning.fill([article], () => false);
    return createLibrary([article], undefined, meaning);
  };
  const operators = await libraryOf(OPERATORS, true);
  return { joined: joinLibraries(await libraryOf(OWN, false), operators), operators };
}

it('takes two windows of the operator’s after seven of the server’s own, and encodes the question once', async () => {
  const { joined, operators } = await joinedLibraries();
  expect((await joined.ask(QUESTION)).answered).toBe(false);
  expect([read.length, questions.length]).toEqual([7 + 2, 1]);
  // Who asks the operator's alone has it read in full, whatever was known of it.
  await operators.ask(QUESTION);
  expect(read).toHaveLength(7 + 2 + 8);
});

it('reads in full, and once, what the channel is bound to or the question names', async () => {
  const { joined } = await joinedLibraries();
  await joined.ask(QUESTION, { bound: 'street-1' });
  expect(read).toHaveLength(8 + 8);
  await joined.ask(`《西街的门牌》里${QUESTION}`);
  expect(read).toHaveLength(2 * (8 + 8));
});

it('encodes no window of the operator’s again, however much is read in between', async () => {
  const { joined } = await joinedLibraries(0);
  await joined.ask(QUESTION);
  texts = [];
  await joined.ask(`请问${QUESTION}`);
  expect(texts).toHaveLength(7);
  expect(texts.every((text) => text.startsWith('东街'))).toBe(true);
});

it('encodes a question again that could not be encoded', async () => {
  const { network } = standIn;
  let failures = 1;
  const failing: Network = {
    ...network,
    encodeQuestion(question) {
      failures -= 1;
      return failures < 0 ? network.encodeQuestion(question) : Promise.reject(new RangeError('no memory'));
    },
  };
  const meaning = createMeanings(failing)();
  await expect(meaning.network.encodeQuestion(QUESTION)).rejects.toThrow('no memory');
  expect((await meaning.network.encodeQuestion(QUESTION)).vector.length).toBeGreaterThan(0);
});
