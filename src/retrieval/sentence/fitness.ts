import type { Asked } from './asked.ts';
import type { RunType } from './runs/run.ts';

/** Which runs can answer what is asked, the likeliest types first. */
const FITTING: Readonly<Record<Asked, readonly RunType[]>> = {
  person: ['person', 'phrase', 'latin'],
  place: ['place', 'organisation', 'phrase'],
  organisation: ['organisation', 'phrase', 'place', 'latin', 'quoted'],
  date: ['date', 'year', 'period'],
  duration: ['duration', 'quantity', 'date', 'year'],
  quantity: ['quantity', 'percentage', 'duration', 'ordinal'],
  work: ['title', 'quoted', 'latin'],
  name: ['quoted', 'phrase', 'latin', 'person'],
  reason: [],
  manner: [],
  meaning: ['quoted', 'phrase'],
  choice: [],
  thing: ['phrase', 'quoted', 'latin', 'word', 'person'],
};

/** How well a type of run fits what is asked: 1 for the likeliest, less for the others, 0 for none. */
export function fitness(asked: Asked, type: RunType): number {
  const rank = FITTING[asked].indexOf(type);
  return rank < 0 ? 0 : 1 / (1 + rank);
}
