import { syllablesOf } from '../../language/readings.ts';

/** What many speakers do not tell apart, and input methods let them write either way. */
const CONFUSED: readonly (readonly [RegExp, string])[] = [
  // Flat and curled tongue.
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  // In much of the south.
  [/^n(?=[^g])/, 'l'],
  // Front and back nasal.
  [/ng$/, 'n'],
];

/** A syllable without what speakers confuse: `fang` and `fan`, `shi` and `si` become one. */
export function blurred(syllable: string): string {
  return CONFUSED.reduce((sound, [confused, kept]) => sound.replace(confused, kept), syllable);
}

/** How alike two characters sound: 2 the same syllable, tone aside, 1 nearly the same, 0 otherwise. */
export function likeness(a: string, b: string): 0 | 1 | 2 {
  const [ofA, ofB] = [syllablesOf(a), syllablesOf(b)];
  if (ofA.some((syllable) => ofB.includes(syllable))) return 2;
  const blurredB = ofB.map(blurred);
  return ofA.some((syllable) => blurredB.includes(blurred(syllable))) ? 1 : 0;
}

/** Characters by their blurred syllables. */
export function bySound(characters: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const sounds = new Map<string, string[]>();
  for (const character of characters) {
    for (const sound of new Set(syllablesOf(character).map(blurred))) {
      const alike = sounds.get(sound);
      if (alike === undefined) sounds.set(sound, [character]);
      else alike.push(character);
    }
  }
  return sounds;
}
