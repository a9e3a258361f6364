import type { Pool } from '../pool.ts';
import { damageQuestions } from './damage.ts';
import { changeQuestions, convertPassages, toHans, toHant } from './scripts.ts';

/** The script of the passages: as they were published, or all converted to one. */
export const TEXTS = ['published', 'hans', 'hant'] as const;
export type Text = (typeof TEXTS)[number];

/** One way in which the same questions are asked about the same passages. */
export interface Condition {
  readonly name: string;
  readonly text: Text;
  readonly pool: Pool;
}

export const PUBLISHED = 'as published';
export const HANS = 'all Simplified';
export const HANT_ON_HANS = 'Traditional on Simplified';
export const HANS_ON_HANT = 'Simplified on Traditional';
export const HOMOPHONE = 'a homophone';
export const DROPPED = 'a character dropped';
export const DOUBLED = 'a character doubled';

export function conditionsOf(pool: Pool): Condition[] {
  const hans = convertPassages(pool, toHans);
  const hant = convertPassages(pool, toHant);
  return [
    { name: PUBLISHED, text: 'published', pool },
    { name: HANS, text: 'hans', pool: changeQuestions(hans, ({ question }) => toHans(question)) },
    { name: HANT_ON_HANS, text: 'hans', pool: changeQuestions(hans, ({ question }) => toHant(question)) },
    { name: HANS_ON_HANT, text: 'hant', pool: changeQuestions(hant, ({ question }) => toHans(question)) },
    { name: HOMOPHONE, text: 'published', pool: damageQuestions(pool, 'homophone') },
    { name: DROPPED, text: 'published', pool: damageQuestions(pool, 'dropped') },
    { name: DOUBLED, text: 'published', pool: damageQuestions(pool, 'doubled') },
  ];
}
