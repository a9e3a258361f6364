import nodejieba from 'nodejieba';
import { pinyin } from 'pinyin-pro';
import { loadDictionary } from '../../../src/language/dictionary.ts';
import { fold } from '../../../src/language/fold.ts';
import { toSimplifiedCharacters, toTraditionalCharacters } from '../../../src/language/script.ts';
import { type Random, seededRandom } from '../../training/random.ts';
import type { Pool } from '../pool.ts';
import { changeQuestions } from './scripts.ts';

/** What goes wrong when people type: in one character of one word that carries meaning. */
export type Damage = 'homophone' | 'dropped' | 'doubled';

const SEED = 20211123;

/** Nouns, verbs, adjectives, times, idioms and set phrases, by cppjieba's tags. */
const CONTENT_TAG = /^[nvatil]/;
const HAN_WORD = /^\p{Script=Han}{2,}$/u;
const HAN = /\p{Script=Han}/gu;

/**
 * The pool with one character of a content word of each question damaged, the same ones for
 * the same pool. A question without such a word, or whose character has no homophone, stays.
 */
export function damageQuestions(pool: Pool, damage: Damage): Pool {
  loadDictionary();
  const random = seededRandom(SEED);
  const homophones = damage === 'homophone' ? homophonesIn(pool) : undefined;
  return changeQuestions(pool, ({ question }) => {
    const at = contentCharacter(question, random);
    if (at === undefined) return question;
    const character = question.charAt(at);
    const put = {
      homophone: () => homophone(question, at, homophones, random),
      dropped: () => '',
      doubled: () => character + character,
    };
    return question.slice(0, at) + put[damage]() + question.slice(at + 1);
  });
}

/** The place of a character drawn from those in content words. */
function contentCharacter(question: string, random: Random): number | undefined {
  const places: number[] = [];
  let start = 0;
  for (const { word, tag } of nodejieba.tag(fold(question))) {
    if (CONTENT_TAG.test(tag) && HAN_WORD.test(word) && word.length === [...word].length) {
      for (let at = start; at < start + word.length; at += 1) places.push(at);
    }
    start += word.length;
  }
  return places[Math.floor(random() * places.length)];
}

/** Simplified characters with how often they stand in the pool, by their commonest reading without tone. */
type Homophones = ReadonlyMap<string, readonly (readonly [character: string, count: number])[]>;

function homophonesIn({ passages }: Pool): Homophones {
  const counts = new Map<string, number>();
  for (const { text } of passages) {
    for (const [character] of fold(text).matchAll(HAN)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const byReading = new Map<string, [string, number][]>();
  for (const entry of counts) {
    const reading = readings(entry[0])[0] ?? '';
    const known = byReading.get(reading);
    if (known === undefined) byReading.set(reading, [entry]);
    else known.push(entry);
  }
  return byReading;
}

/** Another character of the same sound, as an input method would offer it: common ones more often. */
function homophone(question: string, at: number, homophones: Homophones | undefined, random: Random): string {
  const folded = fold(question);
  const original = question.charAt(at);
  const others = (homophones?.get(readings(folded)[at] ?? '') ?? []).filter(([other]) => other !== folded.charAt(at));
  let left = random() * others.reduce((sum, [, count]) => sum + count, 0);
  const chosen = others.find(([, count]) => {
    left -= count;
    return left < 0;
  });
  if (chosen === undefined) return original;
  return question === toSimplifiedCharacters(question) ? chosen[0] : toTraditionalCharacters(chosen[0]);
}

/** One reading for each UTF-16 unit, without tone, as the context has it. */
function readings(text: string): string[] {
  return pinyin(text, { type: 'array', toneType: 'none', nonZh: 'spaced' });
}
